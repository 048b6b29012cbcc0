"""Names of keys: as Textual has them (`alt+full_stop`), and as config.toml and the keymap do (`alt+.`).

A modifier is part of the name, so that a key with one is never taken for the bare key. Imports no textual:
`fenttui check` reads the keymap, too.
"""

from __future__ import annotations

import string
import unicodedata

_SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Where Textual's name of a character is not the one of Unicode."""


def character_name(character: str) -> str:
    """Return Textual's name of the key that types `character`: itself for a letter or a digit."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, "")
    if not name:
        return "tab" if character == "\t" else character
    name = name.lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name)


_CHARACTERS = {character_name(character): character for character in string.punctuation}

_SAME_AS = {"[": "escape", "m": "enter", "M": "enter", "@": "ctrl+space"}
"""What ctrl and a character have sent from the first terminals on."""


def key_name(key: str, character: str | None) -> str:
    """Return the name by which the keymap knows a key.

    Args:
        key: Textual's name of it, with its modifiers.
        character: What the key types, None where it types nothing.

    Returns:
        The character of a printable key that has no modifier but shift; else its modifiers in alphabetical
        order and its name: `alt+.`, `ctrl+shift+left`, `enter`. The space bar is `space`.
    """
    *modifiers, last = key.split("+")
    if character == " " and not modifiers:
        return "space"
    if character and character.isprintable() and set(modifiers) <= {"shift"}:
        return character
    return with_modifiers(modifiers, _CHARACTERS.get(last, last))


def with_modifiers(modifiers: list[str], last: str) -> str:
    """Return a key's name with its modifiers in one order, without repeats.

    Alt with a capital letter is alt and shift. Ctrl is written with either: `ctrl+D` is `ctrl+d`. Where
    terminals send the same for another key it is that: `shift+a` is `A`, `ctrl+[` is `escape`.
    """
    held = set(modifiers)
    if held == {"ctrl"} and last in _SAME_AS:
        return _SAME_AS[last]
    if held == {"shift"} and len(last) == 1 and len(last.upper()) == 1:
        return last.upper()
    if len(last) == 1 and held:
        if last.isupper() and "ctrl" not in held:
            held.add("shift")
        last = last.lower()
    return "+".join((*sorted(held), last))
