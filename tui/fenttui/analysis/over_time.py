"""Counts over time as a row of bars."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

_BARS = "▁▂▃▄▅▆▇█"


def over_time(
    dates: Iterable[tuple[dt.date, int]], first: dt.date, last: dt.date, columns: int
) -> tuple[int, ...]:
    """Return the counts of dates in columns of equal length in days between two dates, for a sparkline.

    Args:
        dates: dates with their counts; those outside are left out.
        first: the first day of the first column.
        last: the last day of the last column, not before `first`.
        columns: how many; at least 1.
    """
    days = (last - first).days + 1
    counts = [0] * columns
    for date, count in dates:
        if first <= date <= last:
            counts[(date - first).days * columns // days] += count
    return tuple(counts)


def sparkline(counts: Sequence[int]) -> str:
    """Return counts as bars, the largest count the highest; 0 is a dot."""
    top = max(counts, default=0)
    return "".join(_BARS[(count * len(_BARS) - 1) // top] if count else "·" for count in counts)
