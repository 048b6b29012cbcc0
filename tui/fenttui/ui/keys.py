"""Keys: sequences as config.toml writes them, what they call in each place, and what is wrong with them.

Imports no textual: `fenttui check` reads it, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from fenttui.ui.commands import COMMANDS, PLACES, Command, Place, full_name, heard_in
from fenttui.ui.key_names import with_modifiers

_NAMED = frozenset(
    (
        *("space", "enter", "tab", "backspace", "escape", "up", "down", "left", "right", "home", "end"),
        *("pageup", "pagedown", "insert", "delete", *(f"f{n}" for n in range(1, 13))),
    )
)

_MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")


def parse_sequence(written: str) -> tuple[str, ...]:
    """The keys of a sequence as config.toml writes it: `]a` is two keys, `ctrl+d` and `space` are one.

    Raises:
        ValueError: when it is empty or names a key that does not exist.
    """
    keys: list[str] = []
    for part in written.split():
        name = part.lower()
        modifiers, plus, last = name.rpartition("+")
        if len(part) == 1:
            keys.append(part)
        elif name in _NAMED:
            keys.append(name)
        elif plus and last and all(mod in _MODIFIERS for mod in modifiers.split("+")):
            if len(last) > 1 and last not in _NAMED:
                raise ValueError(f'there is no key "{part}"')
            keys.append(with_modifiers(modifiers.split("+"), part[-1] if len(last) == 1 else last))
        else:
            keys.extend(part)
    if not keys:
        raise ValueError("a key is missing")
    return tuple(keys)


def show_sequence(written: str) -> str:
    """A sequence as help shows it."""
    return written.replace("ctrl+", "^") if written.startswith("ctrl+") else written


@dataclass(frozen=True)
class Keymap:
    """The commands of one place by their key sequences."""

    commands: Mapping[tuple[str, ...], Command] = field(default_factory=dict)
    prefixes: frozenset[tuple[str, ...]] = frozenset()
    """Beginnings of sequences: after one of these, more keys are awaited."""


def effective_commands(own: Mapping[str, tuple[str, ...]]) -> tuple[Command, ...]:
    """The table with the user's own keys in place; unknown names and bad sequences leave it as it was."""
    names = {name: tuple(key for key in keys if _is_sequence(key)) for name, keys in own.items()}
    return tuple(
        replace(command, keys=names[full_name(command)]) if names.get(full_name(command)) else command
        for command in COMMANDS
    )


def _is_sequence(written: str) -> bool:
    try:
        return bool(parse_sequence(written))
    except ValueError:
        return False


def keymap(commands: tuple[Command, ...], place: Place) -> Keymap:
    """What the keys mean while `place` has the focus; a pane's own commands win over the general ones."""
    table: dict[tuple[str, ...], Command] = {}
    for command in reversed(heard_in(commands, place)):
        for written in command.keys:
            table[parse_sequence(written)] = command
    prefixes = frozenset(keys[:size] for keys in table for size in range(1, len(keys)))
    return Keymap(table, prefixes)


def key_problems(own: Mapping[str, tuple[str, ...]]) -> list[str]:
    """What is wrong with `[keys]`: unknown actions, keys that do not exist, clashes; one sentence each."""
    known = {full_name(command): command for command in COMMANDS}
    problems = []
    for name, keys in own.items():
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"; did you mean `{near[0]}`?" if near else "; `fenttui` lists all in its help (key ?)."
            problems.append(f"[keys] names an unknown action `{name}`{hint}")
        for key in keys:
            try:
                parse_sequence(key)
            except ValueError as error:
                problems.append(f"[keys] `{name}`: {error}; write it as `]a`, `ctrl+d` or `space`.")
    return problems + list(_clashes(effective_commands(own)))


def _clashes(commands: tuple[Command, ...]) -> Iterator[str]:
    """Sequences that two commands of one place share, and sequences that hide a longer one."""
    for place in PLACES:
        seen: dict[tuple[str, ...], Command] = {}
        for command in heard_in(commands, place):
            for written in command.keys:
                keys = parse_sequence(written)
                other = seen.setdefault(keys, command)
                if other is not command and place in (command.place, other.place):
                    yield (
                        f"[keys] `{written}` calls both `{full_name(other)}` and `{full_name(command)}`; "
                        "give one of them another key."
                    )
        for keys, command in seen.items():
            for size in range(1, len(keys)):
                shorter = seen.get(keys[:size])
                if shorter and place in (command.place, shorter.place):
                    yield (
                        f"[keys] `{''.join(keys[:size])}` of `{full_name(shorter)}` hides "
                        f"`{''.join(keys)}` of `{full_name(command)}`; give one of them another key."
                    )
