"""Numbers over time: articles, an actor's mentions, a figure's values."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal

from fenttui.analysis.figure_rows import FigureRow
from fenttui.extract.mention import Number, Value

_EXACT = Context(prec=60, traps=[])
"""Numbers of any size, without an error where one is too large."""


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers by date, to be plotted."""

    title: str
    """What they are: "articles", "mentions of China"."""
    unit: str
    """What is counted or measured: `article`, `mention`, `percent`."""
    points: tuple[tuple[dt.date, Number], ...]
    """By date. Counts of one day are one point; values are a point each."""
    counts: bool
    """Whether numbers of several days add up."""


def articles_over_time(dates: Iterable[dt.date]) -> Series:
    """Return how many articles each day has, from the date of each."""
    return Series("articles", "article", _counted((date, 1) for date in dates), True)


def mentions_over_time(actor: str, counts: Iterable[tuple[dt.date, int]]) -> Series:
    """Return how often an actor is named each day, from articles' dates and the mentions in each."""
    return Series(f"mentions of {actor}", "mention", _counted(counts), True)


def values_over_time(title: str, rows: Iterable[FigureRow]) -> Series:
    """Return the values of figures in the unit that most of them have, by the dates of their articles.

    A value that the text says was there before is at the same time as the new one. A range is its middle;
    ties of units go to the first by the alphabet.
    """
    amounts = [row for row in rows if row.value is not None and row.time is None]
    units = Counter(row.unit or row.kind for row in amounts)
    unit = min(units, key=lambda each: (-units[each], each), default="")
    points = []
    for row in sorted(amounts, key=lambda row: (row.date, row.article, row.start)):
        if (row.unit or row.kind) == unit:
            values = [value for value in (row.before, row.value) if value is not None]
            points += [(row.date, middle(value)) for value in values]
    return Series(title, unit, tuple(dict.fromkeys(points)), False)


def middle(value: Value) -> Number:
    """Return the number of a value, the middle of a range."""
    if not isinstance(value, tuple):
        return value
    low, high = (Decimal(end) for end in value)
    return _EXACT.divide(_EXACT.add(low, high), Decimal(2))


def _counted(counts: Iterable[tuple[dt.date, int]]) -> tuple[tuple[dt.date, int], ...]:
    total: Counter[dt.date] = Counter()
    for date, count in counts:
        total[date] += count
    return tuple(sorted(total.items()))
