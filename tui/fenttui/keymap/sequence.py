"""Key sequences as config.toml writes them: `]a` is two keys, `ctrl+d` and `space` are one."""

from __future__ import annotations

from fenttui.keymap.key_names import with_modifiers

KeySequence = tuple[str, ...]
"""The keys of one sequence, in order."""

_NAMED = frozenset(
    (
        *("space", "enter", "tab", "backspace", "escape", "up", "down", "left", "right", "home", "end"),
        *("pageup", "pagedown", "insert", "delete", *(f"f{n}" for n in range(1, 13))),
    )
)
_MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")


def parse_sequence(written: str) -> KeySequence:
    """Return the keys of a sequence as config.toml writes it.

    Raises:
        ValueError: it is empty or names a key that does not exist.
    """
    keys: list[str] = []
    for part in written.split():
        name = part.lower()
        modifiers, plus, last = name.rpartition("+")
        given = modifiers.split("+") if plus else []
        if not part.isprintable():
            raise ValueError(f"there is no key {part!r}")
        if len(part) == 1:
            keys.append(part)
        elif name in _NAMED:
            keys.append(name)
        elif last and given and all(each in _MODIFIERS for each in given):
            if given == ["shift"] and len(last) == 1 and last.upper() == last:
                # A terminal sends the character that is typed with shift; which one depends on the keyboard.
                raise ValueError(f'there is no key "{part}"; write the character that it types')
            if len(last) > 1 and last not in _NAMED:
                raise ValueError(f'there is no key "{part}"')
            keys.append(with_modifiers(given, part[-1] if len(last) == 1 else last))
        else:
            keys.extend(part)
    if not keys:
        raise ValueError("a key is missing")
    return tuple(keys)


def is_sequence(written: str) -> bool:
    """Return whether a sequence can be read."""
    try:
        return bool(parse_sequence(written))
    except ValueError:
        return False


def show_sequence(written: str) -> str:
    """Return a sequence as the help shows it: `^d` for `ctrl+d`."""
    return written.replace("ctrl+", "^") if written.startswith("ctrl+") else written
