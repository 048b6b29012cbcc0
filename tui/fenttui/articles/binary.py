"""Recognizing files that are not text, by their first bytes."""

from __future__ import annotations

import re

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document (docx, odt, xlsx, epub)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (doc, xls)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"fLaC", "a FLAC recording"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
"""How files of well-known formats begin."""

_TEXT_MAGIC = frozenset((b"BZh", b"ID3", b"OggS", b"fLaC", b"wOFF", b"wOF2"))
"""Those that a text could begin with as well: a control character has to follow."""

_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b") | {0x7F})
_CONTROL = re.compile(b"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def binary_kind(head: bytes) -> str | None:
    """Return what a file seems to be by its first bytes, "a PDF document"; None for text.

    A text may hold a few control characters, NUL among them; a file of which more than a fiftieth is such,
    and at least eight of them, is not text. UTF-16 without a byte order mark is text: `utf16_without_bom`.
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic) and (magic not in _TEXT_MAGIC or _CONTROL.search(head[:64])):
            return kind
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"AVI ", b"WAVE"):
        return "a picture or a recording"
    if head[4:8] == b"ftyp":
        return "a film or a picture"
    if head.startswith(_BOMS) or utf16_without_bom(head):
        return None
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "binary data" if controls >= 8 and controls * 50 > len(head) else None


def utf16_without_bom(head: bytes) -> str | None:
    """Return `utf-16-le` or `utf-16-be` if `head` is Western text in two-byte units without a mark.

    In such text nearly every second byte is NUL, and none of the others.
    """
    units = len(head) // 2
    if units < 2:
        return None
    even, odd = head[0 : 2 * units : 2].count(0), head[1 : 2 * units : 2].count(0)
    if even == 0 and odd * 2 > units:
        return "utf-16-le"
    if odd == 0 and even * 2 > units:
        return "utf-16-be"
    return None
