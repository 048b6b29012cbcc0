"""What key a piece is: the encodings of VT220, xterm, rxvt, the Linux console, modifyOtherKeys and CSI u.

Sources: xterm's control sequences (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html) and the keyboard
protocol of kitty (https://sw.kovidgoyal.net/kitty/keyboard-protocol/). Names are Textual's.
"""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.keymap.key_names import character_name, with_modifiers
from fenttui.ui.terminal.pieces import Character, Control

_LETTERS = {
    "A": "up", "B": "down", "C": "right", "D": "left", "E": "kp_begin", "F": "end", "H": "home",
    "P": "f1", "Q": "f2", "R": "f3", "S": "f4",
}  # fmt: skip
"""The key of a final letter, after CSI or SS3."""

_NUMBERS = {
    1: "home", 2: "insert", 3: "delete", 4: "end", 5: "pageup", 6: "pagedown", 7: "home", 8: "end",
    **{11 + n: f"f{1 + n}" for n in range(5)}, **{17 + n: f"f{6 + n}" for n in range(5)},
    23: "f11", 24: "f12", 25: "f13", 26: "f14", 28: "f15", 29: "f16",
    **{31 + n: f"f{17 + n}" for n in range(4)}, 57427: "kp_begin",
}  # fmt: skip
"""The key of a number before `~`."""

_CODES = {
    9: "tab", 13: "enter", 27: "escape", 32: "space", 127: "backspace",
    57361: "print_screen", 57362: "pause", 57363: "menu",
    **{57376 + n: f"f{13 + n}" for n in range(23)},
    57414: "enter", 57417: "left", 57418: "right", 57419: "up", 57420: "down", 57421: "pageup",
    57422: "pagedown", 57423: "home", 57424: "end", 57425: "insert", 57426: "delete",
}  # fmt: skip
"""The keys of CSI u that are named; those of the keypad that type a character are in `_KEYPAD`."""

_KEYPAD = {57399 + n: sign for n, sign in enumerate("0123456789./*-+")} | {57415: "=", 57416: ","}
_PRIVATE = range(57344, 63744)
"""Codes of CSI u that stand for no character: what is not named above is a modifier, a lock or of media."""

_SHIFTED = {"M": "enter", "X": "=", "I": "tab", " ": " ", **{chr(ord("j") + n): sign for n, sign in
            enumerate("*+,-./0123456789")}}  # fmt: skip
"""The keys of the keypad after SS3."""

_RXVT_ARROWS = {"a": "up", "b": "down", "c": "right", "d": "left"}
_RXVT_MODIFIERS = {"$": ["shift"], "^": ["ctrl"], "@": ["ctrl", "shift"]}
_LINUX = {"A": "f1", "B": "f2", "C": "f3", "D": "f4", "E": "f5"}

_CONTROLS = {0: "space", 8: "backspace", 9: "tab", 13: "enter", 27: "escape", 127: "backspace"}
_TYPES = {"enter": "\r", "tab": "\t", "space": " ", "backspace": "\x7f", "escape": "\x1b"}
"""What a named key types without a modifier."""

_BITS = ((1, "shift"), (2, "alt"), (4, "ctrl"), (8, "super"), (16, "hyper"), (32, "meta"))
_PRESSED = (0, 1, 2)
"""The event of a key that is pressed or held; 3 is that it was let go."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key that was pressed."""

    name: str
    """Textual's name, with the modifiers."""
    character: str | None = None
    """What it types; None with a modifier other than shift."""


def key_of_character(piece: Character) -> Key:
    """The key that sends a character."""
    code = ord(piece.text)
    modifiers = ["alt"] if piece.alt else []
    if code < 0x20 and code not in _CONTROLS:
        return _named([*modifiers, "ctrl"], character_name(chr(code + 0x40).lower()))
    if code == 0:
        modifiers.append("ctrl")
    if name := _CONTROLS.get(code):
        # ESC and tab is shift+tab on the Linux console, where alt+tab never gets to a program.
        return _named(["shift"] if piece.alt and name == "tab" else modifiers, name)
    return _typed(modifiers, piece.text)


def keys_of_control(piece: Control) -> tuple[Key, ...]:
    """Return the keys of a control sequence; none if it is not a key but a reply of the terminal."""
    numbers = _numbers(piece.parameters)
    final = piece.final
    if piece.introducer == "O":
        return _after_single_shift(numbers, final)
    if piece.parameters == "[":
        return (Key(_LINUX[final]),) if final in _LINUX else ()
    if numbers is None:
        return ()
    if final == "u":
        return _from_codes(numbers)
    if final == "~":
        return _from_number(numbers)
    if final == "Z" and not piece.parameters:
        return (Key("shift+tab"),)
    if final in _RXVT_ARROWS and not piece.parameters:
        return (_named(["shift"], _RXVT_ARROWS[final]),)
    if final in _RXVT_MODIFIERS and len(numbers) == 1 and (name := _NUMBERS.get(numbers[0][0])):
        return (_named(_RXVT_MODIFIERS[final], name),)
    if final == "R" and len(numbers) > 1:
        # Where the cursor is, for whoever asked; F3 with a modifier has the same form.
        return ()
    if final in _LETTERS:
        return _with_modifier(numbers, _LETTERS[final], 1)
    return ()


def _numbers(parameters: str) -> list[list[int]] | None:
    """The parameters with their subfields; None where they are no numbers, such as after a private sign."""
    fields = []
    for field in parameters.split(";"):
        subfields = field.split(":")
        if len(subfields) > 16 or not all(_is_number(each) for each in subfields):
            return None
        fields.append([int(each or 0) for each in subfields])
    return fields


def _is_number(written: str) -> bool:
    return not written or (written.isascii() and written.isdigit() and len(written) <= 7)


def _after_single_shift(numbers: list[list[int]] | None, final: str) -> tuple[Key, ...]:
    if numbers is None:
        return ()
    modifiers = _modifiers(numbers[-1][0])
    if final in _LETTERS:
        return (_named(modifiers, _LETTERS[final]),)
    if final in _RXVT_ARROWS:
        return (_named(["ctrl"], _RXVT_ARROWS[final]),)
    sign = _SHIFTED.get(final)
    if sign is None:
        return ()
    return (_named(modifiers, sign) if len(sign) > 1 else _typed(modifiers, sign),)


def _with_modifier(numbers: list[list[int]], name: str, first: int) -> tuple[Key, ...]:
    """A named key of the form `CSI first ; modifier`, `CSI modifier` or `CSI`."""
    if len(numbers) > 2 or (len(numbers) == 2 and numbers[0][0] not in (0, first)):
        return ()
    held = numbers[-1] if len(numbers) == 2 or numbers[0][0] != first else [0]
    return (_named(_modifiers(held[0]), name),) if _is_pressed(held) else ()


def _from_number(numbers: list[list[int]]) -> tuple[Key, ...]:
    """A key of the form `CSI number ; modifier ~`, or of modifyOtherKeys, `CSI 27 ; modifier ; code ~`."""
    if numbers[0] == [27] and len(numbers) == 3:
        return _from_code(numbers[2][0], _modifiers(numbers[1][0]))
    if numbers == [[0]]:
        return (Key("shift+tab"),)
    name = _NUMBERS.get(numbers[0][0])
    if name is None or len(numbers) > 2:
        return ()
    held = numbers[1] if len(numbers) > 1 else [0]
    return (_named(_modifiers(held[0]), name),) if _is_pressed(held) else ()


def _from_codes(numbers: list[list[int]]) -> tuple[Key, ...]:
    """A key of the form `CSI code : shifted : base ; modifier : event ; text u`."""
    held = numbers[1] if len(numbers) > 1 else [0]
    if len(numbers) > 3 or not _is_pressed(held):
        return ()
    codes, modifiers = numbers[0], _modifiers(held[0])
    text = numbers[2] if len(numbers) > 2 else []
    if any(map(_is_printable, text)) and set(modifiers) <= {"shift", "alt"}:
        # Alt has then chosen the character, as the option key of a Mac does.
        return tuple(_typed([], chr(code)) for code in text if _is_printable(code))
    if "shift" in modifiers and len(codes) > 1 and _is_printable(codes[1]):
        modifiers.remove("shift")
        return _from_code(codes[1], modifiers)
    return _from_code(codes[0], modifiers)


def _from_code(code: int, modifiers: list[str]) -> tuple[Key, ...]:
    if name := _CODES.get(code) or (_CONTROLS.get(code) if code != 0 else None):
        return (_named(modifiers, name),)
    if sign := _KEYPAD.get(code):
        return (_typed(modifiers, sign),)
    if 0 < code < 0x20:
        return (key_of_character(Character(chr(code), "alt" in modifiers)),)
    return (_typed(modifiers, chr(code)),) if _is_printable(code) else ()


def _is_printable(code: int) -> bool:
    return 0x20 <= code <= 0x10FFFF and code not in _PRIVATE and chr(code).isprintable()


def _is_pressed(held: list[int]) -> bool:
    return len(held) < 2 or held[1] in _PRESSED


def _modifiers(number: int) -> list[str]:
    """The modifiers of a parameter, which is one more than their bits; locks are left out."""
    return [name for bit, name in _BITS if max(0, number - 1) & bit]


def _typed(modifiers: list[str], character: str) -> Key:
    """A key that types a character, unless a modifier keeps it from that."""
    if not set(modifiers) - {"shift"}:
        if modifiers and character.islower() and len(character.upper()) == 1:
            character = character.upper()
        return Key(character_name(character), character)
    if modifiers == ["ctrl"] and character in ("[", "m"):
        # What these have sent from the first terminals on.
        return _named([], "escape" if character == "[" else "enter")
    if modifiers == ["ctrl"] and character == "@":
        character = " "
    return Key(with_modifiers(modifiers, character_name(character)))


def _named(modifiers: list[str], name: str) -> Key:
    if modifiers == ["shift"] and name in ("space", "backspace"):
        # Shift is often still held; where keys come as plain characters these are the same.
        modifiers = []
    return Key(with_modifiers(modifiers, name), None if modifiers else _TYPES.get(name))
