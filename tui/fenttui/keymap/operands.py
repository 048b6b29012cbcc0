"""The operand of an unbound vim operator is ignored with it.

After `:help operator`, `:help text-objects` and `:help registers` of vim.
"""

from __future__ import annotations

from fenttui.keymap.sequence import KeySequence

_NAMING = frozenset((*"fFtTm'`@rizZg[]", "ctrl+w"))
"""Keys after which one more is typed: a character, a mark, a register, an object, the rest of a name."""
_OPERATORS = frozenset("c<>=!")
"""Keys after which a motion is typed, or an object."""
_REGISTER_OPERATORS = _OPERATORS | frozenset("dy")
"""The same after a register is named; alone, `d` and `y` are commands of the program."""
_LONG_OPERATORS = frozenset((*(("g", key) for key in "uU~?qw@"), ("z", "f")))
_LONG_NAMING = frozenset(("g", key) for key in "'`r")
_MOTIONS_OF_TWO = frozenset("iafFtTgz[]'`")
"""First keys of motions and objects that have two."""


def awaits_operand(keys: KeySequence, operators: frozenset[str] = _OPERATORS) -> bool:
    """Return whether vim would await more keys after these."""
    first, rest = keys[0], keys[1:]
    if first == '"':
        done = _without_count(rest[1:])
        return not done or awaits_operand(done, _REGISTER_OPERATORS)
    if first in operators:
        return _awaits_motion(rest)
    if keys[:2] in _LONG_OPERATORS:
        return _awaits_motion(keys[2:])
    if keys[:2] in _LONG_NAMING:
        return len(keys) == 2
    return first in _NAMING and not rest


def _awaits_motion(keys: KeySequence) -> bool:
    motion = _without_count(keys)
    return not motion or (len(motion) == 1 and motion[0] in _MOTIONS_OF_TWO)


def _without_count(keys: KeySequence) -> KeySequence:
    """Return the keys after the number that they begin with."""
    at = 0
    while at < len(keys) and keys[at] in ("123456789" if at == 0 else "0123456789"):
        at += 1
    return keys[at:]
