"""The command line: asked for, completed and explained as it is typed, and done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fenttui.keymap.command_line import LineError, call_of, parse_line
from fenttui.keymap.command_names import CommandNames
from fenttui.keymap.line_command import LineCommand
from fenttui.problem import ProblemError
from fenttui.ui.commands.line import described
from fenttui.ui.commands.targets import LineTarget
from fenttui.ui.host import LineRequest

if TYPE_CHECKING:
    from fenttui.ui.host import KeyedHost
    from fenttui.ui.panes import Panes

_SHOWN = 5
"""The most names shown while the beginning of several is typed."""


class CommandLine:
    """Asks for lines, and remembers them."""

    def __init__(self) -> None:
        self._earlier: list[str] = []

    def ask(self, host: KeyedHost, panes: Panes) -> None:
        """Ask for a line on a screen, and do it there."""
        names = CommandNames(
            host.program.registry, host.context, host.offered, host.program.registry.line_commands
        )
        target = LineTarget(host, panes, names)

        def answered(typed: str) -> None:
            host.say("")
            if typed.strip(" :"):
                self._earlier = [*(each for each in self._earlier if each != typed), typed]
            perform(target, typed)

        host.ask(
            LineRequest(
                ":",
                "",
                answered,
                changed=lambda typed: host.say(_hint(names, typed)),
                left=lambda: host.say(""),
                earlier=self._earlier,
                completed=lambda typed: _completed(target, typed),
            )
        )


def perform(target: LineTarget, typed: str) -> None:
    """Run a line, or report what is wrong with it."""
    line = parse_line(typed)
    if line.is_empty:
        return
    try:
        command = target.names.find(line.name)
        if isinstance(command, LineCommand):
            command.call(target, line)
        else:
            target.host.perform(call_of(command, line))
    except (LineError, ProblemError) as error:
        target.host.say(str(error), error=True)


def _completed(target: LineTarget, typed: str) -> Sequence[str]:
    """Return the lines that `typed` can be completed to."""
    line = parse_line(typed)
    if line.rest_at == line.name_at + len(line.name) and not line.forced:
        before = typed[: line.name_at]
        return [f"{before}{name}" for name in target.names.completed(line.name)]
    try:
        command = target.names.find(line.name)
    except LineError:
        return ()
    if not isinstance(command, LineCommand):
        return ()
    before = typed[: line.rest_at]
    return [f"{before}{rest}" for rest in command.complete(target, typed[line.rest_at :])]


def _hint(names: CommandNames, typed: str) -> str:
    """Return what the command does that is typed so far, or the names that begin so."""
    line = parse_line(typed)
    if not line.name:
        return ""
    try:
        command = names.find(line.name)
        # While the arguments are typed, they get the room.
        if line.rest and isinstance(command, LineCommand):
            return f":{command.usage}"
        return described(command)
    except LineError:
        return "  ".join(names.completed(line.name)[:_SHOWN])
