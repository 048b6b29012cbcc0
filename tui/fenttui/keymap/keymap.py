"""What the keys mean in a context: its own commands first, then those of the contexts below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from fenttui.keymap.command import Command, Context
from fenttui.keymap.line_command import LineCommand
from fenttui.keymap.sequence import KeySequence, is_sequence, parse_sequence


@dataclass(frozen=True)
class Keymap:
    """The commands that are active in one context by their key sequences."""

    commands: Mapping[KeySequence, Command] = field(default_factory=dict)
    prefixes: frozenset[KeySequence] = frozenset()
    """Beginnings of sequences: after one of these, more keys are awaited."""


@dataclass(frozen=True)
class Registry:
    """All commands, with the keys in force."""

    contexts: Sequence[Context[Any]]
    own_keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The user's `[keys]`: a command's name to the sequences that call it instead of its own."""
    line_commands: Sequence[LineCommand] = ()
    """The commands of the command line that no key calls."""

    @property
    def commands(self) -> list[Command]:
        """All commands; unknown names and bad sequences among the user's keys change nothing."""
        return [self._with_keys(command) for context in self.contexts for command in context.commands]

    def context(self, name: str) -> Context[Any]:
        """Return the context of that name."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> Mapping[str, Context[Any]]:
        return {context.name: context for context in self.contexts}

    def active_in(self, context: Context[Any]) -> list[Command]:
        """Return the commands whose keys are active in a context, its own first."""
        return [self._with_keys(command) for layer in layers(context) for command in layer.commands]

    def keymap(self, context: Context[Any]) -> Keymap:
        """Return what the keys mean in a context."""
        table: dict[KeySequence, Command] = {}
        for layer in reversed(list(layers(context))):
            for first in layer.replaces:
                table = {keys: command for keys, command in table.items() if keys[0] != first}
            for command in map(self._with_keys, layer.commands):
                for written in command.keys:
                    table[parse_sequence(written)] = command
        prefixes = frozenset(keys[:size] for keys in table for size in range(1, len(keys)))
        return Keymap(table, prefixes)

    def _with_keys(self, command: Command) -> Command:
        own = tuple(key for key in self.own_keys.get(command.name, ()) if is_sequence(key))
        return replace(command, keys=own) if own else command


def layers(context: Context[Any]) -> Iterator[Context[Any]]:
    """Yield a context and all those below it, each once, the nearest first."""
    seen: list[Context[Any]] = []
    waiting = [context]
    while waiting:
        layer = waiting.pop(0)
        if not any(layer is each for each in seen):
            seen.append(layer)
            waiting += layer.below
    yield from seen
