"""Calendar arithmetic for times that are told from the article's date, as TIMEX3 values.

The values follow TimeML 1.2.1: `2025-04-01`, `2025-W14`, `2025-03`, `2025-Q1`, `2025-SU`, `202` for a
decade, `PAST_REF`, `PRESENT_REF` and `FUTURE_REF` for what is not told more exactly, X for what is not known.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

Granule = Literal["day", "weekend", "week", "month", "quarter", "season", "year", "decade", "century"]

_REFERENCES = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


def shifted(date: dt.date | None, count: int, granule: Granule) -> str:
    """The day, week, month or year that lies `count` of them after `date`, before it where negative.

    Without a date, and where the calendar ends, only past, present or future is told.
    """
    vague = _REFERENCES[(count > 0) - (count < 0) + 1]
    if date is None or abs(count) > 9999:
        return vague
    year = date.year + count * {"year": 1, "decade": 10, "century": 100}.get(granule, 0)
    if not 1 <= year <= 9999:
        return vague
    if granule == "year":
        return f"{year:04}"
    if granule == "decade":
        return f"{year // 10:03}"
    if granule == "century":
        return f"{year // 100:02}"
    try:
        return _shifted(date, count, granule)
    except (OverflowError, ValueError):
        return vague


def _shifted(date: dt.date, count: int, granule: Granule) -> str:
    # ~5 ms to import: only where a text tells a time from its own date.
    from dateutil.relativedelta import relativedelta

    if granule == "day":
        return (date + relativedelta(days=count)).isoformat()
    if granule in ("week", "weekend"):
        year, week, _ = (date + relativedelta(weeks=count)).isocalendar()
        return f"{year:04}-W{week:02}{'-WE' if granule == 'weekend' else ''}"
    if granule == "quarter":
        moved = date + relativedelta(months=3 * count)
        return f"{moved.year:04}-Q{(moved.month + 2) // 3}"
    moved = date + relativedelta(months=count)
    return f"{moved.year:04}-{moved.month:02}"


def weekday(date: dt.date | None, day: int, *, future: bool, strict: bool = False) -> str:
    """The date of the nearest weekday `day` (Monday is 0), the article's own day included unless `strict`."""
    if date is None:
        return f"XXXX-WXX-{day + 1}"
    distance = (day - date.weekday()) % 7 if future else -((date.weekday() - day) % 7)
    if strict and distance == 0:
        distance = 7 if future else -7
    try:
        return (date + dt.timedelta(days=distance)).isoformat()
    except OverflowError:
        return _REFERENCES[2 if future else 0]


def month(date: dt.date | None, number: int, *, future: bool, strict: bool = False) -> str:
    """The nearest month `number`, the article's own month included unless `strict`."""
    if date is None:
        return f"XXXX-{number:02}"
    year = date.year
    if future:
        year += number < date.month or (strict and number == date.month)
    else:
        year -= number > date.month or (strict and number == date.month)
    return f"{year:04}-{number:02}"


def day_of_month(date: dt.date | None, number: int, day: int) -> str | None:
    """The day of a month nearest to the article's date; None where the calendar has no such day."""
    if date is None:
        return f"XXXX-{number:02}-{day:02}" if 1 <= day <= 31 else None
    nearest: dt.date | None = None
    for year in (date.year - 1, date.year, date.year + 1):
        found = full_date(year, number, day)
        if found is not None and (nearest is None or abs(found - date) < abs(nearest - date)):
            nearest = found
    return nearest.isoformat() if nearest else None


def full_date(year: int, number: int, day: int) -> dt.date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return dt.date(year, number, day)
    except ValueError:
        return None


def duration(count: str, unit: str) -> str:
    """The TIMEX3 value of a length of time: `P2W`, `PT3H`, `PXM` where the count is not told."""
    return f"{'PT' if unit in ('H', 'MIN', 'S') else 'P'}{count}{'M' if unit == 'MIN' else unit}"
