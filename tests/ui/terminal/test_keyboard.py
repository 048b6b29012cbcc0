from __future__ import annotations

import string

import pytest
from textual.keys import _character_to_key

from fenttui.keymap.key_names import character_name, key_name
from fenttui.keymap.sequence import parse_sequence
from fenttui.ui.terminal.keyboard import Key, key_of_character, keys_of_control
from fenttui.ui.terminal.pieces import Character, Control
from fenttui.ui.terminal.scanner import Scanner


def keys_of(data: str | bytes) -> list[Key]:
    scanner, keys = Scanner(), list[Key]()
    pieces = scanner.feed(data if isinstance(data, bytes) else data.encode())
    while scanner.wait is not None:
        pieces += scanner.silence()
    for piece in pieces:
        if isinstance(piece, Character):
            keys.append(key_of_character(piece))
        elif isinstance(piece, Control):
            keys += keys_of_control(piece)
    return keys


def name_of(data: str | bytes) -> str:
    (key,) = keys_of(data)
    return key_name(key.name, key.character)


@pytest.mark.parametrize("letter", "adegjsuwxz")
def test_ctrl_and_a_letter_are_one_key_in_every_encoding(letter: str) -> None:
    code = ord(letter)
    for data in (
        chr(code & 0x1F),
        f"\x1b[{code};5u",
        f"\x1b[27;5;{code}~",
        f"\x1b[{code};69u",
        f"\x1b[{code};133:1u",
    ):
        assert keys_of(data) == [Key(f"ctrl+{letter}")]


@pytest.mark.parametrize("letter", "adegjsuwxz.;é")
def test_alt_and_a_character_are_one_key_in_every_encoding_and_type_nothing(letter: str) -> None:
    code = ord(letter)
    for data in (f"\x1b{letter}", f"\x1b[{code};3u", f"\x1b[27;3;{code}~", f"\x1b[{code}::{code};3:2u"):
        assert name_of(data) == f"alt+{letter}"
        assert keys_of(data)[0].character is None


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("\x1bD", "alt+shift+d"),
        ("\x1b[100;4u", "alt+shift+d"),
        ("\x1b[27;4;68~", "alt+shift+d"),
        ("\x1b[27;6;68~", "ctrl+shift+d"),
        ("\x1b[100;7u", "alt+ctrl+d"),
        ("\x1b\x04", "alt+ctrl+d"),
        ("\x1b[100;9u", "super+d"),
        ("\x1b[100;13u", "ctrl+super+d"),
        ("\x1b[100;33u", "meta+d"),
        ("\x1b[27;5;13~", "ctrl+enter"),
        ("\x1b[13;2u", "shift+enter"),
        ("\x1b\r", "alt+enter"),
        ("\x1b\x7f", "alt+backspace"),
        ("\x1b[27u", "escape"),
        ("\x1b[91;5u", "escape"),
        ("\x1b[109;5u", "enter"),
        ("\x1b[105;5u", "ctrl+i"),
        ("\t", "tab"),
        ("\x00", "ctrl+space"),
        ("\x1b[32;5u", "ctrl+space"),
        ("\x1d", "ctrl+]"),
        ("\x1f", "ctrl+_"),
        ("\x1c", "ctrl+\\"),
        ("\x1b[Z", "shift+tab"),
        ("\x1b[9;2u", "shift+tab"),
        ("\x1b[27;2;9~", "shift+tab"),
    ],
)
def test_a_modifier_is_part_of_the_key(data: str, name: str) -> None:
    assert name_of(data) == name


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("\x1b[A", "up"),
        ("\x1bOA", "up"),
        ("\x1b[1;2A", "shift+up"),
        ("\x1b[1;3A", "alt+up"),
        ("\x1b[1;5D", "ctrl+left"),
        ("\x1b[1;5:2D", "ctrl+left"),
        ("\x1b[a", "shift+up"),
        ("\x1bOd", "ctrl+left"),
        ("\x1bOb", "ctrl+down"),
        ("\x1b[57419u", "up"),
        ("\x1b[5~", "pageup"),
        ("\x1b[6;5~", "ctrl+pagedown"),
        ("\x1b[3$", "shift+delete"),
        ("\x1b[3^", "ctrl+delete"),
        ("\x1b[7@", "ctrl+shift+home"),
        ("\x1bOP", "f1"),
        ("\x1b[11~", "f1"),
        ("\x1b[[A", "f1"),
        ("\x1b[P", "f1"),
        ("\x1b[1;2P", "shift+f1"),
        ("\x1b[15~", "f5"),
        ("\x1b[24~", "f12"),
        ("\x1bOM", "enter"),
        ("\x1b[57414u", "enter"),
        ("\x1b[1~", "home"),
        ("\x1b[8~", "end"),
        ("\x1bOF", "end"),
    ],
)
def test_the_named_keys_of_every_terminal_are_known(data: str, name: str) -> None:
    assert name_of(data) == name
    assert keys_of(data)[0].name == name


@pytest.mark.parametrize(
    ("data", "character"),
    [
        ("a", "a"),
        ("王", "王"),
        (" ", " "),
        ("\x1b[97;1;97u", "a"),
        ("\x1b[97;2;65u", "A"),
        ("\x1b[97;2u", "A"),
        ("\x1b[97:65;2u", "A"),
        ("\x1b[27;2;65~", "A"),
        ("\x1b[49:33;2;33u", "!"),
        ("\x1b[108;3;322u", "ł"),
        ("\x1b[1103;1;1103u", "я"),
        ("\x1b[97;65;65u", "A"),
        ("\x1b[57404;129;53u", "5"),
        ("\x1b[57404;1u", "5"),
        ("\x1bOu", "5"),
        ("\x1b[32;2u", " "),
        ("\x1b[27;2;32~", " "),
    ],
)
def test_what_types_a_character_types_it_in_every_encoding(data: str, character: str) -> None:
    assert [key.character for key in keys_of(data)] == [character]


@pytest.mark.parametrize(
    "data",
    [
        "\x1b[57358u",
        "\x1b[57441;2u",
        "\x1b[57448;5u",
        "\x1b[97;1:3u",
        "\x1b[1;1:3A",
        "\x1b[5;1:3~",
        "\x1b[1114112u",
        "\x1b[55296;1;55296u",
        "\x1b[1;2;3;4u",
        "\x1b[27;5;1114112~",
        "\x1b[2;5A",
        "\x1b[9999999u",
        "\x1b[99999999999u",
        "\x1b[:::::::::::::::::::u",
        "\x1b[0u",
    ],
)
def test_modifiers_alone_keys_let_go_and_codes_that_do_not_exist_are_no_keys(data: str) -> None:
    assert keys_of(data) == []


def test_a_text_with_control_characters_types_none_of_them() -> None:
    assert keys_of("\x1b[97;1;27:97:13u") == [Key("a", "a")]


@pytest.mark.parametrize("character", [*string.printable[:95], "é", "王", "§", "–", "�"])
def test_characters_have_textuals_names(character: str) -> None:
    assert character_name(character) == _character_to_key(character)


@pytest.mark.parametrize("character", [each for each in string.printable[:94] if not each.isalnum()])
def test_a_key_as_the_configuration_writes_it_is_the_key_that_comes(character: str) -> None:
    assert parse_sequence(f"alt+{character}" if character != "+" else "alt+=")[0] == name_of(
        f"\x1b[{ord(character if character != '+' else '=')};3u"
    )


@pytest.mark.parametrize(
    ("written", "data"),
    [
        ("alt+j", "\x1bj"),
        ("alt+J", "\x1bJ"),
        ("shift+alt+j", "\x1bJ"),
        ("shift+ctrl+left", "\x1b[1;6D"),
        ("ctrl+]", "\x1d"),
        ("ctrl+[", "\x1b"),
        ("ctrl+M", "\r"),
        ("ctrl+D", "\x04"),
        ("shift+a", "A"),
        ("ctrl+@", "\x00"),
        ("alt+space", "\x1b "),
        ("shift+tab", "\x1b[Z"),
    ],
)
def test_every_way_to_write_a_key_works(written: str, data: str) -> None:
    assert parse_sequence(written) == (name_of(data),)
