"""A figure while it is being read: tokens instead of code points."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field

from fenttui.extract.mention import Amount, FigureMention, Measure
from fenttui.kinds import AmountKind, FigureKind


@dataclass(frozen=True, slots=True)
class Figure(ABC):
    """Tokens that state an amount or a time."""

    first: int
    end: int
    """The token after the last."""
    kind: FigureKind
    measure: Measure | None = field(default=None, kw_only=True)

    @abstractmethod
    def mention(self, start: int, end: int) -> FigureMention:
        """Return the figure as the mention of a span of the text."""


@dataclass(frozen=True, slots=True)
class AmountFigure(Figure):
    """Tokens that state an amount."""

    kind: AmountKind
    measure: Measure
    noun: int | None = None
    """For a count: the first token of what is counted."""

    def mention(self, start: int, end: int) -> Amount:
        """Return the amount as the mention of a span of the text."""
        return Amount(start, end, self.kind, self.measure)
