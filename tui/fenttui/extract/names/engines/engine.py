"""The two interfaces: what `extract` calls, and the simpler one that another package offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from fenttui.extract.names.name import Name
from fenttui.extract.text.tokens import Tokens
from fenttui.kinds import ActorKind

Engine: TypeAlias = Callable[[Tokens], list[Name]]
"""Finds the names in a whole text, with their kinds, in order and without overlaps."""

FoundSpan: TypeAlias = tuple[int, int, ActorKind]
"""First code point, one past the last, kind."""

SpanFinder: TypeAlias = Callable[[str], Iterable[FoundSpan]]
"""What an entry point of the group `fenttui.engines` leads to: text to names, in any order; they may overlap.

It is called with one text after the other, on the screen from any thread, and first of all with the empty
one, where it can load what it needs and raise what is wrong.
"""


def own_names(tokens: Tokens) -> list[Name]:
    """Return the names that the program's own recognizer finds."""
    # ~100 ms with numpy and the model: not before the first text is on the screen, and not for other engines.
    from fenttui.extract.names.recognizer.recognizer import recognizer  # noqa: PLC0415

    return recognizer().names(tokens)
