"""A command of the command line that no key calls: one function with its names and its sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from fenttui.keymap.command import sentence_of
from fenttui.keymap.command_line import Line, LineError

Target = TypeVar("Target")

RunLine = Callable[[Target, Line], None]
Complete = Callable[[Target, str], Sequence[str]]
"""Returns what the text after the name can be completed to, each time all of that text."""


def _nothing(target: object, rest: str) -> Sequence[str]:
    """Return nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class LineCommand:
    """One function that is called by its name."""

    names: tuple[str, ...]
    """Its name, and what it is called for short."""
    usage: str
    """How it is written, for the help: `e[dit][!] [PATH]`."""
    sentence: str
    """What it does, in a few words."""
    run: RunLine[Any]
    """Do it: called with what it is done to, and the line."""
    complete: Complete[Any] = _nothing
    """Completes what follows its name."""
    takes: bool = False
    """Whether anything may follow its name."""
    forced: bool = False
    """Whether a `!` after its name means something."""
    counted: bool = False
    """Whether it takes a number."""

    def call(self, target: object, line: Line) -> None:
        """Do it as a line says.

        Raises:
            LineError: it takes none of that, or it cannot be done.
        """
        name = self.names[0]
        if line.forced and not self.forced:
            raise LineError(f"`{name}` takes no !")
        if line.count is not None and not self.counted:
            raise LineError(f"`{name}` takes no number")
        if line.rest and not self.takes:
            raise LineError(f"`{name}` takes nothing after its name")
        self.run(target, line)


@dataclass
class LineCommands(Generic[Target]):
    """All commands of the command line that no key calls."""

    commands: list[LineCommand] = field(default_factory=list)
    """In the order in which they are written, which is that of the help."""

    def command(
        self,
        *names: str,
        takes: bool = False,
        usage: str = "",
        forced: bool = False,
        counted: bool = False,
        complete: Complete[Target] = _nothing,
    ) -> Callable[[RunLine[Target]], RunLine[Target]]:
        """Make a function a command of the line: its docstring is its sentence.

        Args:
            names: its name, and what it is called for short.
            takes: whether anything may follow its name.
            usage: how it is written, where that is not its name alone.
            forced: whether a `!` after its name means something.
            counted: whether it takes a number.
            complete: completes what follows its name.
        """

        def register(run: RunLine[Target]) -> RunLine[Target]:
            sentence, shown = sentence_of(run), usage or names[0]
            self.commands.append(LineCommand(names, shown, sentence, run, complete, takes, forced, counted))
            return run

        return register
