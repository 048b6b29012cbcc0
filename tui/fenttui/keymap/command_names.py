"""Finding a command by its name or the beginning of it, and suggesting what was likely meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from fenttui.keymap.command import Command, Context
from fenttui.keymap.command_line import LineError
from fenttui.keymap.keymap import Registry
from fenttui.keymap.line_command import LineCommand
from fenttui.visible import visible_line

_SHOWN = 6
"""How many names a sentence lists."""
_LONGEST = 40
"""Characters of a wrong name that a sentence repeats."""

Named = Command | LineCommand


@dataclass(frozen=True)
class CommandNames:
    """The names that can be called in one context."""

    registry: Registry
    context: Context[Any]
    """The context whose keys are active; of two names with the same last part, the active one is meant."""
    offered: Sequence[Command]
    """The commands that the screen can do, those active in its other panes too."""
    line_commands: Sequence[LineCommand]
    """Those that no key calls; their names come first."""

    def find(self, written: str) -> Named:
        """Return the command of a name, of the last part of it, or of an unambiguous beginning of it.

        Raises:
            LineError: there is none, or several; the sentence says which are near.
        """
        name = _plain(written)
        for line_command in self.line_commands:
            if name in line_command.names:
                return line_command
        active = self._active
        for commands in (active, self.offered):
            if exact := _called(commands, name):
                if len(exact) > 1:
                    raise _ambiguous(written, [command.name for command in exact])
                return exact[0]
        begun: list[Named] = []
        for line_commands, commands in ((self.line_commands, active), ((), self.offered)):
            begun = [*_begun_line(line_commands, name), *_begun(commands, name)] if name else []
            if len(begun) == 1:
                return begun[0]
            if begun:
                raise _ambiguous(written, [_shown_name(each) for each in begun])
        raise self._unknown(written, name)

    def completed(self, written: str) -> list[str]:
        """Return the names that begin as `written`, then those that hold it, the line's own first."""
        name = _plain(written)
        names = self.names
        if "." in name:
            names = list(dict.fromkeys(command.name for command in (*self._active, *self.offered)))
        begin = [each for each in names if each.startswith(name)]
        return begin + [each for each in names if name in each and each not in begin]

    @property
    def names(self) -> list[str]:
        """Every name that `find` finds, as short as it may be."""
        own = [command.names[0] for command in self.line_commands if command.names[0].isalpha()]
        active = [_last(command) for command in self._active]
        others = {command.name: _last(command) for command in self.offered}
        taken = Counter((*self._own_names, *active, *others.values()))
        rest = [last if taken[last] == 1 else name for name, last in others.items() if last not in active]
        return list(dict.fromkeys((*own, *sorted((*active, *rest)))))

    @property
    def _own_names(self) -> set[str]:
        return {name for command in self.line_commands for name in command.names}

    @property
    def _active(self) -> list[Command]:
        """The active commands, the nearer of two with one last part; names of the line itself hide them."""
        nearest: dict[str, Command] = {}
        for command in self.registry.active_in(self.context):
            nearest.setdefault(_last(command), command)
        own = self._own_names
        return [command for last, command in nearest.items() if last not in own]

    def _unknown(self, written: str, name: str) -> LineError:
        everywhere = self.registry.commands
        elsewhere = _called(everywhere, name) or _begun(everywhere, name)
        titles = dict.fromkeys(self.registry.context(command.context).title for command in elsewhere)
        names = {command.name if "." in name else _last(command) for command in elsewhere}
        if name and len(names) == 1:
            where = " and of ".join(title[0].lower() + title[1:] for title in list(titles)[:_SHOWN])
            return LineError(f"`{names.pop()}` is a command of {where}, not of {self.context.title}")
        near = get_close_matches(name, [*self.names, *(each.name for each in everywhere)], 1)
        hint = f"; did you mean `{near[0]}`?" if near else "; tab lists them, :help says what each does"
        return LineError(f"there is no command `{_short(written)}`{hint}")


def _plain(written: str) -> str:
    return written.casefold().replace("-", "_")


def _short(written: str) -> str:
    shown = visible_line(written)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def _last(command: Command) -> str:
    """Return the last part of a command's name, which is all of it for a general one."""
    return command.name.rpartition(".")[2]


def _shown_name(command: Named) -> str:
    return command.names[0] if isinstance(command, LineCommand) else _last(command)


def _called(commands: Iterable[Command], name: str) -> list[Command]:
    """Return the commands of a name: that of the whole name, else those of which it is the last part."""
    found = list({each.name: each for each in commands if name in (each.name, _last(each))}.values())
    return [each for each in found if each.name == name] or found


def _begun(commands: Iterable[Command], name: str) -> list[Command]:
    found = (each for each in commands if each.name.startswith(name) or _last(each).startswith(name))
    return list({each.name: each for each in found}.values())


def _begun_line(commands: Iterable[LineCommand], name: str) -> list[LineCommand]:
    return [each for each in commands if each.names[0].startswith(name)]


def _ambiguous(written: str, names: Sequence[str]) -> LineError:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    listed = ", ".join(sorted(names)[:_SHOWN])
    return LineError(f"`{_short(written)}` may be {listed}{more}; type more of it")
