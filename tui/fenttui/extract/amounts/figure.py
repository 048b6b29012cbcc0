"""A figure while it is being read: tokens instead of code points."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.extract.mention import Measure
from fenttui.kinds import FigureKind


@dataclass(frozen=True, slots=True)
class Figure:
    """Tokens that say an amount or a time."""

    first: int
    end: int
    kind: FigureKind
    measure: Measure | None = None
    time: str | None = None
    noun: int | None = None
    """For a count: the first token of what is counted."""
