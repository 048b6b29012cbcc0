"""A time while it is being read: tokens instead of code points."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.extract.amounts.figure import Figure
from fenttui.extract.mention import Time
from fenttui.kinds import TimeKind


@dataclass(frozen=True, slots=True)
class TimeFigure(Figure):
    """Tokens that state a time; a duration that reads as an amount has a `measure`."""

    kind: TimeKind
    value: str
    """The TIMEX3 value."""

    def mention(self, start: int, end: int) -> Time:
        """Return the time as the mention of a span of the text."""
        return Time(start, end, self.kind, self.value, self.measure)


def date_or_time(first: int, end: int, value: str | None) -> TimeFigure | None:
    """Return the date that the tokens state, or the time where `value` has one; None without it."""
    if value is None:
        return None
    return TimeFigure(first, end, "time" if "T" in value and "_" not in value else "date", value)
