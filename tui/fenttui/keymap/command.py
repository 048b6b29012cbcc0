"""A command: one function with its keys, its name, its count and its sentence, written in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from inspect import getdoc
from typing import Any, Generic, TypeVar

Target = TypeVar("Target")


@dataclass(frozen=True, slots=True)
class Call:
    """A command that the keys typed so far have called."""

    command: Command
    count: int | None = None
    """The number typed before it, None where none was."""
    char: str = ""
    """The character typed after it, for a command that takes one."""

    @property
    def times(self) -> int:
        """How often it is to be done: the count, 1 without one."""
        return self.count or 1


Run = Callable[[Target, Call], None]


@dataclass(frozen=True, slots=True)
class Command:
    """One function that a key calls."""

    name: str
    """Its name in `[keys]` of config.toml and on the command line: `reader.next_actor`, `undo`."""
    keys: tuple[str, ...]
    """The sequences that call it, as `parse_sequence` reads them."""
    context: str
    """The name of the context in which its keys are active."""
    group: str
    """The heading that it stands under in the help."""
    sentence: str
    """What it does, in a few words, for the help and the palette."""
    run: Run[Any]
    """Do it: called with the target of its context, and the call."""
    takes_char: bool = False
    """Whether the next character typed belongs to it: the name of a mark, the character to find."""
    counted: bool = False
    """Whether a number typed before it repeats it."""
    common: bool = False
    """Whether the palette shows it before the rest."""


@dataclass
class Context(Generic[Target]):
    """Where keys are active: a pane, a table, a mode. Its commands are functions of one target."""

    name: str
    """Its name, which begins the names of its commands unless it is `general`."""
    title: str
    """What the help calls it: `the text`."""
    item: str = ""
    """What one of its items is called in the sentences of shared motions."""
    below: tuple[Context[Any], ...] = ()
    """The contexts whose keys are active here too; of two with the same key, the first named wins."""
    replaces: frozenset[str] = frozenset()
    """The first keys that mean something else here than in the contexts below."""
    general: bool = False
    """Whether the names of its commands stand alone."""
    commands: list[Command] = field(default_factory=list)
    """Its own commands, in the order in which they are written."""

    def command(
        self,
        *keys: str,
        group: str = "",
        name: str = "",
        takes_char: bool = False,
        counted: bool = False,
        common: bool = False,
    ) -> Callable[[Run[Target]], Run[Target]]:
        """Make a function a command of this context: its docstring is its sentence, its name the command's.

        Args:
            keys: the sequences that call it.
            group: its heading in the help; the context's title where none is given.
            name: its name, where that is not the function's.
            takes_char: whether the next character typed belongs to it.
            counted: whether a number typed before it repeats it.
            common: whether the palette shows it before the rest.
        """

        def register(run: Run[Target]) -> Run[Target]:
            own = name or run.__name__
            sentence = sentence_of(run, self.item)
            full = own if self.general else f"{self.name}.{own}"
            heading = group or self.title.capitalize()
            self.commands.append(
                Command(full, keys, self.name, heading, sentence, run, takes_char, counted, common)
            )
            return run

        return register


def sentence_of(run: Callable[..., None], item: str = "") -> str:
    """Return what a function does as the help says it: its docstring's first line, begun in lower case.

    Raises:
        TypeError: it has no docstring.
    """
    sentence = (getdoc(run) or "").partition("\n")[0].rstrip(".").format(item=item)
    if not sentence:
        raise TypeError(f"the command {run.__name__} has no sentence")
    return sentence[0].lower() + sentence[1:]
