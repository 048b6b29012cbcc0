"""What is wrong with the user's keys: unknown commands, keys that do not exist, clashes; a sentence each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from fenttui.keymap.command import Command, Context
from fenttui.keymap.keymap import Registry, layers
from fenttui.keymap.sequence import KeySequence, parse_sequence


def key_problems(registry: Registry, own: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return what is wrong with `[keys]`, one sentence each."""
    known = sorted(command.name for command in registry.commands)
    problems = []
    for name, keys in own.items():
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"; did you mean `{near[0]}`?" if near else "; `fenttui` lists all in its help (key ?)."
            problems.append(f"[keys] names an unknown action `{name}`{hint}")
        for key in keys:
            try:
                problems += (f"[keys] `{name}`: {problem}" for problem in _unreachable(parse_sequence(key)))
            except ValueError as error:
                problems.append(f"[keys] `{name}`: {error}; write it as `]a`, `ctrl+d` or `space`.")
    in_force = Registry(registry.contexts, own)
    clashes = (clash for context in registry.contexts for clash in _clashes(in_force, context))
    return problems + list(dict.fromkeys(clashes))


def _unreachable(keys: KeySequence) -> Iterator[str]:
    """Yield why a sequence calls nothing however it is typed."""
    if keys[0] in "123456789":
        yield f"`{keys[0]}` begins a count; let its keys begin with another."
    if len(keys) > 1 and "escape" in keys:
        yield "`escape` forgets the keys typed before it; leave it out."


def _clashes(registry: Registry, context: Context[Any]) -> Iterator[str]:
    """Yield the sequences that two commands of one context share, and those that hide a longer one."""
    seen: dict[KeySequence, Command] = {}
    replaced: set[str] = set()
    for layer in layers(context):
        own = {command.name for command in layer.commands}
        for command in (each for each in registry.active_in(layer) if each.name in own):
            for written in command.keys:
                keys = parse_sequence(written)
                if keys[0] in replaced:
                    continue
                other = seen.setdefault(keys, command)
                if other is not command and other.name != command.name:
                    yield (
                        f"[keys] `{written}` calls both `{other.name}` and `{command.name}`; "
                        "give one of them another key."
                    )
        replaced |= layer.replaces
    for keys, command in seen.items():
        for size in range(1, len(keys)):
            shorter = seen.get(keys[:size])
            if shorter is not None:
                yield (
                    f"[keys] `{''.join(keys[:size])}` of `{shorter.name}` hides "
                    f"`{''.join(keys)}` of `{command.name}`; give one of them another key."
                )
