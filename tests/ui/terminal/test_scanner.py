from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenttui.ui.terminal.keyboard import key_of_character, keys_of_control
from fenttui.ui.terminal.pieces import Character, Control, Pasted, Piece, Text
from fenttui.ui.terminal.reports import Attributes, Focus, Mode, Mouse, report_of
from fenttui.ui.terminal.scanner import Scanner

REPLIES = [
    b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b]4;255;rgb:0000/0000/0000\x07",
    b"\x1b]52;c;ZHV4\x1b\\",
    b"\x1b]l a title, quoted\x1b\\",
    b"\x1bP>|foot(1.16.2)\x1b\\",
    b"\x1bP0+r\x1b\\",
    b"\x1bP1$r2 q\x1b\\",
    b"\x1bP!|464f4f54\x1b\\",
    b"\x1b_Gi=7;ENOENT:no such image\x1b\\",
    b"\x1b^quiet\x1b\\",
    b"\x1bXdud\x1b\\",
    b"\x1b[?64;1;2;22c",
    b"\x1b[>1;4000;22c",
    b"\x1b[=1c",
    b"\x1b[?31u",
    b"\x1b[?0u",
    b"\x1b[4;480;640t",
    b"\x1b[9;50;180t",
    b"\x1b[?997;2n",
    b"\x1b[3n",
    b"\x1b[17;42R",
    b"\x1b[1;5R",
    b"\x1b[?1;1;1R",
    b"\x1b[?12;2$y",
    b"\x1b[4;1$y",
    b"\x1b[?1;0;256S",
    b"\x1b[<0;NaN;NaNm",
    b"\x1b[<;;M",
    b"\x1b[<inf;-inf;3M",
    b"\x1b[M\x20\xff\xfe",
    b"\x1b[M#\x80\x1f".replace(b"\x1f", b"\x7f"),
    b"\x1b[34;200;40M",
    b"\x1b[?1;2c\x1b[>84;0;0c",
    b"\x9b?62c",
    b"\x9d11;rgb:1/2/3\x9c",
    b"\x1b[99~",
    b"\x1b[1114112;5u",
    b"\x1b[55296;1u",
    b"\x1b[97;1:3u",
    b"\x1b[57442;5u",
    b"\x1b[9999999999999999999u",
    b"\x1b[201~",
]


def typed(pieces: list[Piece]) -> list[str]:
    """The names of the keys among pieces."""
    names: list[str] = []
    for piece in pieces:
        if isinstance(piece, Character):
            names.append(key_of_character(piece).name)
        elif isinstance(piece, Control):
            names += [key.name for key in keys_of_control(piece)]
    return names


def scanned(*parts: bytes, silences: bool = False) -> list[Piece]:
    """The pieces of bytes that come in parts, with a silence that decides after each, or at the end."""
    scanner, pieces = Scanner(), list[Piece]()
    for part in parts:
        pieces += scanner.feed(part)
        if silences:
            pieces += scanner.silence() if scanner.wait is not None else []
    while scanner.wait is not None:
        pieces += scanner.silence()
    return pieces


def cut(data: bytes, positions: set[int]) -> list[bytes]:
    ends = sorted({0, len(data), *(position % (len(data) + 1) for position in positions)})
    return [data[start:end] for start, end in pairwise(ends)]


@pytest.mark.parametrize("reply", REPLIES)
def test_a_reply_gives_no_key_and_the_key_after_it_is_one(reply: bytes) -> None:
    assert typed(scanned(reply + b"u")) == ["u"]
    assert not any(isinstance(piece, Pasted) for piece in scanned(reply))


@pytest.mark.parametrize("reply", REPLIES)
def test_a_reply_is_swallowed_wherever_it_is_cut(reply: bytes) -> None:
    for at in range(1, len(reply)):
        assert typed(scanned(reply[:at], reply[at:], b"u")) == ["u"], at


@pytest.mark.parametrize(
    "reply", [each for each in REPLIES if each.startswith(b"\x1b") and each[1:2] in b"[]P_"]
)
def test_the_rest_of_a_reply_whose_escape_was_taken_for_the_key_is_swallowed(reply: bytes) -> None:
    if reply.startswith((b"\x1b[M", b"\x1b[?1;2c\x1b", b"\x1b[34")):
        pytest.skip("as late as this they cannot be told from keys, or are two")
    scanner = Scanner()
    assert typed(scanner.feed(reply[:1]) + scanner.silence()) == ["escape"]
    assert typed(scanner.feed(reply[1:] + b"u")) == ["u"]


@pytest.mark.parametrize("pause", [1, 2, 3, 5])
def test_a_reply_that_comes_byte_by_byte_over_a_slow_line_is_swallowed(pause: int) -> None:
    reply = b"\x1b[?1u"
    scanner, pieces = Scanner(), list[Piece]()
    for number in range(len(reply)):
        pieces += scanner.feed(reply[number : number + 1])
        if number + 1 == pause and scanner.wait is not None and scanner.wait <= 0.5:
            pieces += scanner.silence()
    assert "u" not in typed(pieces)
    assert typed(scanner.feed(b"u")) == ["u"]


@given(st.binary(max_size=200), st.sets(st.integers(0, 300), max_size=8))
def test_any_bytes_give_the_same_pieces_however_they_are_cut(data: bytes, positions: set[int]) -> None:
    assert scanned(*cut(data, positions)) == scanned(data)


SEQUENCES = st.sampled_from(
    [
        *REPLIES,
        b"\x1b",
        b"\x1b[",
        b"\x1bO",
        b"\x1b]",
        b"\x1bP",
        b"\x1b[<",
        b"\x1b[M",
        b"\x1b[200~",
        b"\x1b[201~",
        "é王👩".encode(),
        b"\xe7\x8e",
        b"\xf0\x9f",
        b"\x9b",
        b"j",
        b"\r",
        b"\x03",
        b"\x1b[1;5A",
        b"\x1b[97;3u",
        b"12;3",
    ]
)


@given(st.lists(SEQUENCES, max_size=12).map(b"".join), st.sets(st.integers(0, 300), max_size=8))
def test_sequences_whole_and_broken_give_the_same_pieces_however_they_are_cut(
    data: bytes, positions: set[int]
) -> None:
    assert scanned(*cut(data, positions)) == scanned(data)


@given(st.lists(st.one_of(SEQUENCES, st.binary(max_size=30)), max_size=12))
def test_no_bytes_and_no_silence_raise_and_the_scanner_comes_to_rest(parts: list[bytes]) -> None:
    pieces = scanned(*parts, silences=True)
    typed(pieces)
    for piece in pieces:
        if isinstance(piece, Control):
            report_of(piece)


@given(st.lists(st.one_of(SEQUENCES, st.binary(max_size=30)), max_size=12))
def test_after_any_bytes_and_a_silence_a_key_is_a_key(parts: list[bytes]) -> None:
    scanner = Scanner()
    for part in parts:
        scanner.feed(part)
    while scanner.wait is not None:
        scanner.silence()
    assert scanner.feed(b"u") == [Character("u")]


@given(
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=60),
    st.sets(st.integers(0, 300), max_size=8),
)
def test_text_in_utf_8_is_typed_as_it_is(text: str, positions: set[int]) -> None:
    assert scanned(*cut(text.encode(), positions)) == [Character(each) for each in text]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"na\xefve", "na�ve"),
        (b"\xe7\x8ex", "�x"),
        (b"\xc3", "�"),
        (b"\xff\xfe", "��"),
        (b"\x93quoted\x94", "�quoted�"),
    ],
)
def test_bytes_that_are_no_utf_8_become_the_replacement_character(data: bytes, text: str) -> None:
    assert scanned(data) == [Character(each) for each in text]
    assert scanned(b"\x1b[200~" + data + b"\x1b[201~") == [Pasted(text)]


def test_an_escape_alone_acts_after_its_wait_and_not_before() -> None:
    scanner = Scanner(escape_delay=0.05)
    assert scanner.feed(b"\x1b") == []
    assert scanner.wait == 0.05
    assert scanner.silence() == [Character("\x1b")]
    assert scanner.feed(b"j") == [Character("j")]


def test_a_key_that_follows_escape_at_once_is_one_with_alt() -> None:
    assert scanned(b"\x1bd") == [Character("d", alt=True)]
    assert scanned("\x1bé".encode()) == [Character("é", alt=True)]
    assert scanned(b"\x1b", b"d", silences=True) == [Character("\x1b"), Character("d")]


def test_escape_and_a_command_that_begins_with_a_bracket_are_both_typed() -> None:
    assert scanned(b"\x1b]n") == [Character("\x1b"), Character("]"), Character("n")]
    assert scanned(b"\x1b", b"]n", silences=True) == [Character("\x1b"), Character("]"), Character("n")]
    assert scanned(b"\x1b", b"[", b"a", silences=True)[:2] == [Character("\x1b"), Character("[")]


@pytest.mark.parametrize("key", ["[", "O", "]", "P", "_", "^", "X"])
def test_what_begins_sequences_is_a_key_with_alt_when_nothing_follows(key: str) -> None:
    assert scanned(b"\x1b" + key.encode()) == [Character(key, alt=True)]


@pytest.mark.parametrize("key", [b"[A", b"[D", b"[H", b"[Z", b"[I", b"[1;5C", b"[5~", b"[<0;1;1M"])
def test_the_rest_of_a_key_whose_escape_was_taken_for_the_key_is_no_letter(key: bytes) -> None:
    for parts in ((b"\x1b", key), (b"\x1b", key[:1], key[1:])):
        pieces = scanned(*parts, silences=True)
        assert all(
            isinstance(piece, Control) or piece in (Character("\x1b"), Character("[")) for piece in pieces
        )
        assert isinstance(pieces[-1], Control)


def test_a_paste_is_one_piece_with_all_that_is_in_it() -> None:
    text = "one\rtwo\x1b[31m\x03 three\x1b"
    assert scanned(b"\x1b[200~" + text.encode() + b"\x1b[201~j") == [Pasted(text), Character("j")]


def test_a_paste_without_an_end_is_given_after_a_silence_and_keys_are_keys_again() -> None:
    assert scanned(b"\x1b[200~half of", b"j", silences=True) == [Pasted("half of"), Character("j")]
    assert scanned(b"\x1b[200~half of\x1b", b"j", silences=True) == [
        Pasted("half of"),
        Character("\x1b"),
        Character("j"),
    ]


def test_a_paste_that_stalls_goes_on_as_a_paste() -> None:
    parts = (b"\x1b[200~The bank ", b"said that the rate \xe7", b"\x8e\x8b\x1b[201~")
    pieces = scanned(*parts, b"j", silences=True)
    assert pieces[-1] == Character("j")
    assert all(isinstance(piece, Pasted) for piece in pieces[:-1])
    assert (
        "".join(piece.text for piece in pieces[:-1] if isinstance(piece, Pasted))
        == "The bank said that the rate 王"
    )


def test_a_control_character_ends_what_is_no_sequence_and_is_typed() -> None:
    assert scanned(b"\x1b[12\x03") == [Character("\x03")]
    assert scanned(b"\x1b]8;;\x13") == [Character("\x13")]
    assert scanned(b"\x1b]8;;\x1b[A") == [Control("[", "", "A")]


def test_what_a_terminal_tells_is_understood() -> None:
    def told(data: bytes) -> object:
        (piece,) = scanned(data)
        assert isinstance(piece, Control)
        return report_of(piece)

    assert told(b"\x1b[<0;12;7M") == Mouse(0, 11, 6, released=False)
    assert told(b"\x1b[<0;12;7m") == Mouse(0, 11, 6, released=True)
    assert told(b"\x1b[<128;12;7M") is None
    assert told(b"\x1b[<0;0;7M") is None
    assert told(b"\x1b[I") == Focus(True)
    assert told(b"\x1b[O") == Focus(False)
    assert told(b"\x1b[?2026;2$y") == Mode(2026, 2)
    assert told(b"\x1b[>84;0;0c") == Attributes(84, 0)
    assert told(b"\x1b[48;9999;9999;0;0t") is None
    assert scanned(b"\x1b]11;rgb:1/2/3\x07") == [Text("]", "11;rgb:1/2/3")]
