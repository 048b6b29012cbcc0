from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.articles.binary import binary_kind
from fenttui.articles.encoding import decode

FRENCH = "Le président a déclaré qu’après l’été les droits de douane à l’égard de la Chine seraient élevés. "
RUSSIAN = "Президент России заявил, что переговоры о пошлинах продолжатся на следующей неделе. "
CHINESE = "中国外交部长王毅在接受采访时表示，美国应取消对中国商品加征的关税，双方应当平等协商。"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ],
)
def test_a_byte_order_mark_tells_the_encoding_and_is_no_text(encoding: str, mark: bytes) -> None:
    decoded = decode(mark + "“Größe” 中".encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.replaced) == ("“Größe” 中", encoding, 0)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognized(encoding: str) -> None:
    data = "China said so — and left.".encode(encoding)
    assert binary_kind(data) is None
    assert decode(data).text == "China said so — and left."


@pytest.mark.parametrize(
    ("text", "encoding"), [(FRENCH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (CHINESE, "gb18030")]
)
def test_legacy_text_is_read_in_its_encoding(text: str, encoding: str) -> None:
    decoded = decode((text * 3).encode(encoding))
    assert decoded.text == text * 3
    assert decoded.encoding == encoding
    assert decoded.replaced == 0


@pytest.mark.parametrize(
    "text",
    [
        "It’s the ministry’s café, they said.",
        "“It’s a ‘mistake’,” the ministry said — and left for £5.",
        "The price was £5 million, or €6 million, they said.",
        "Le café est à côté.\n" * 5,
    ],
)
def test_text_with_little_that_is_not_ascii_is_western(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


def test_utf_8_with_a_few_broken_bytes_stays_utf_8() -> None:
    data = FRENCH.encode() * 3
    broken = data[:50] + b"\xff" + data[50:200].rstrip(b"\x80\xe2\xc3") + b"\xe9 " + FRENCH.encode()
    decoded = decode(broken)
    assert decoded.encoding == "utf-8"
    assert decoded.replaced == 2
    assert decoded.text.count("\ufffd") == 2


def test_a_lone_impossible_byte_in_plain_english_is_replaced() -> None:
    decoded = decode(b"China \xff said")
    assert (decoded.text, decoded.encoding, decoded.replaced) == ("China \ufffd said", "utf-8", 1)


def test_replacement_characters_of_the_file_itself_are_not_counted_as_broken() -> None:
    assert decode("it was \ufffd already".encode()).replaced == 0
    assert decode("été \ufffd ".encode() + b"\xff").replaced == 1


def test_a_character_cut_in_two_at_the_end_of_a_head_is_left_out() -> None:
    decoded = decode("café".encode()[:-1], cut=True)
    assert (decoded.text, decoded.replaced) == ("caf", 0)


def test_every_kind_of_newline_becomes_one_newline() -> None:
    assert decode("a\r\nb\rc\x85d\u2028e\u2029f\vg\fh\n".encode()).text == "a\nb\nc\nd\ne\nf\ng\nh\n"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=100).filter(lambda text: text[:1] != "\ufeff"))
def test_what_is_utf_8_is_read_as_it_is_but_for_newlines(text: str) -> None:
    data = ("x" + text).encode()
    decoded = decode(data)
    assert decoded.replaced == 0
    if "\0" not in text:
        assert "".join(decoded.text.split()) == "".join(("x" + text).split())


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_decode_the_same_twice(data: bytes) -> None:
    decoded = decode(data)
    assert decoded == decode(data)
    assert not {"\r", "\x85", "\u2028", "\v", "\f"} & set(decoded.text)
    assert decoded.replaced >= 0


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "office document"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"GIF89a\x01\x00", "GIF"),
        (b"\x7fELF\x02\x01\x01", "program"),
        (b"{\\rtf1\\ansi", "RTF"),
        (bytes(range(256)) * 4, "binary data"),
        (b"\0" * 1000, "binary data"),
    ],
)
def test_files_that_are_no_text_are_told_by_what_they_are(head: bytes, kind: str) -> None:
    assert kind in (binary_kind(head) or "")


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"China said\0 so, and left.",
        b"Two\0 stray\0 ones in a text.",
        "Größe — 中".encode(),
        b"BZhongnanhai was silent.",
        b"ID3 tags are not the subject of this article.",
        codecs.BOM_UTF16_LE + "text".encode("utf-16-le"),
        b"\x1b[31mred\x1b[0m",
    ],
)
def test_text_with_odd_characters_is_still_text(head: bytes) -> None:
    assert binary_kind(head) is None
