"""From the bytes of a file to its text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from fenttui.articles.binary import utf16_without_bom

_BOMS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = (
    "cp1252", "cp1251", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "koi8_r", "cp1250", "cp1253",
    "cp1254", "cp1256", "cp1255", "cp1257", "cp1258", "cp874",
)  # fmt: skip
"""What news that is not Unicode is written in, the commonest first: the order decides between equals."""

_SAMPLE = 8 * 1024
"""How many bytes of lines that are not ASCII are shown to the detection."""

_SPARSE = 0.04
"""The languages of Central Europe have more than this part of letters that are not ASCII."""

_NOT_LETTERS = bytes((*range(0x80), 0x82, 0x84, 0x85, *range(0x91, 0x98)))
"""ASCII, and the quotes and dashes that all Windows code pages share."""

_LETTER_RUN = re.compile(rb"[\x80\x81\x83\x86-\x90\x98-\xff]{3}")
_NEWLINES = ("\r\n", "\r", "\x85", "\u2028", "\u2029", "\v", "\f")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file."""

    text: str
    """With `\\n` alone as newline and without a byte order mark."""
    encoding: str
    """Python's name of the encoding it was read in."""
    replaced: int
    """How many broken characters of the file became U+FFFD."""
    guessed: bool = False
    """Whether neither a byte order mark nor valid UTF-8 gave the encoding."""


def decode(data: bytes, *, cut: bool = False) -> Decoded:
    """Return the text of `data`: by its byte order mark, else as UTF-8, else in the encoding detected.

    A file that is UTF-8 but for a few broken bytes is read as UTF-8, the broken bytes as U+FFFD. Never fails.

    Args:
        data: the bytes of a file.
        cut: whether they are only its beginning; a character cut in two at the end is then left out.
    """
    encoding, skip = _marked(data)
    if skip:
        data = data[skip:]
    try:
        text, replaced = _decoded(data, encoding, "strict", cut), 0
    except UnicodeDecodeError:
        if encoding == "utf-8" and not skip:
            encoding = _unmarked(data)
        text, replaced = _replacing(data, encoding, cut)
    for newline in _NEWLINES:
        if newline in text:
            text = text.replace(newline, "\n")
    return Decoded(text, encoding, replaced, guessed=not skip and encoding != "utf-8")


def public_name(encoding: str) -> str:
    """Return an encoding's name as editors show it, from Python's: windows-1252 for cp1252."""
    return re.sub(r"^cp(?=\d)", "windows-", encoding).replace("_", "-")


def _marked(data: bytes) -> tuple[str, int]:
    """Return the encoding by the mark at the start and the mark's length; UTF-8 and 0 if there is no mark."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, len(mark)
    return utf16_without_bom(data[: 16 * 1024]) or "utf-8", 0


def _decoded(data: bytes, encoding: str, errors: str, cut: bool) -> str:
    return codecs.getincrementaldecoder(encoding)(errors).decode(data, final=not cut)


def _replacing(data: bytes, encoding: str, cut: bool) -> tuple[str, int]:
    """Return the text with U+FFFD for broken bytes, and how many; the file may hold U+FFFD itself."""
    text = _decoded(data, encoding, "replace", cut)
    return text, text.count("\ufffd") - _decoded(data, encoding, "ignore", cut).count("\ufffd")


def _unmarked(data: bytes) -> str:
    """Return the encoding of `data`, which has no mark and is not clean UTF-8."""
    text = data.decode("utf-8", "ignore")
    sound = len(text) - len(text.encode("ascii", "ignore"))
    high_sound = len(text.encode()) - (len(text) - sound)
    high = len(data.translate(None, bytes(range(0x80))))
    # No legacy text is by chance more sound than broken; 0xFE and 0xFF alone are damage, not letters.
    damaged_only = not data.translate(None, bytes((*range(0x80), 0xFE, 0xFF)))
    if sound >= high - high_sound or damaged_only:
        return "utf-8"
    # A few accents and pounds in English are too little for statistics and nearly always Windows-1252.
    letters = data.translate(None, _NOT_LETTERS)
    is_sparse = len(letters) <= _SPARSE * len(data) and not _LETTER_RUN.search(data)
    found = None if is_sparse else _detected(data)
    return found or ("cp1252" if _decodes(data, "cp1252") else "utf-8")


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _detected(data: bytes) -> str | None:
    """Return the likeliest legacy encoding of the lines of `data` that are not ASCII; None if none fits."""
    # ~40 ms to import: only for a file that is not Unicode.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    sample = b""
    for line in data.splitlines(keepends=True):
        if not line.isascii():
            sample += line[:_SAMPLE]
        if len(sample) >= _SAMPLE:
            break
    matches = from_bytes(sample, cp_isolation=list(_LEGACY))
    ranked = [
        (match.chaos, -match.coherence, _LEGACY.index(encoding))
        for match in matches
        for encoding in match.could_be_from_charset
        if encoding in _LEGACY
    ]
    return _LEGACY[min(ranked)[2]] if ranked else None
