"""Calendar arithmetic for times that are counted from a day, as TIMEX3 values.

The values follow TimeML 1.2.1: `2025-04-01`, `2025-W14`, `2025-03`, `2025-Q1`, `2025-H2`, `2025-SU`, `202`
for a decade, `20` for a century, `PAST_REF`, `PRESENT_REF` and `FUTURE_REF` for what is not exact,
X for what is not known. A winter has the year that it starts in.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Literal

Granule = Literal["day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century"]
Sense = Literal["past", "future"] | None
"""Which side of the article's date the text means; None where it is not clear."""

PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"
_REFERENCES = (PAST, PRESENT, FUTURE)
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_LEAP_CYCLE = 8
"""Years between two that have a 29 February, at most."""

_SHAPES: tuple[tuple[Granule, re.Pattern[str]], ...] = (
    ("day", re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")),
    ("month", re.compile(r"\d{4}-\d\d")),
    ("quarter", re.compile(r"\d{4}-Q\d")),
    ("year", re.compile(r"\d{4}")),
    ("week", re.compile(r"\d{4}-W\d\d")),
    ("weekend", re.compile(r"\d{4}-W\d\d-WE")),
    ("half", re.compile(r"\d{4}-H\d")),
    ("season", re.compile(r"\d{4}-(?:SP|SU|FA|WI)")),
    ("decade", re.compile(r"\d{3}")),
    ("century", re.compile(r"\d\d")),
)


def granule_of(value: str) -> Granule | None:
    """Return the size of a resolved date or time; None for every other value."""
    return next((granule for granule, shape in _SHAPES if shape.fullmatch(value)), None)


def first_day(value: str) -> dt.date | None:
    """Return the first day of a resolved value; None where there is none."""
    granule = granule_of(value)
    try:
        if granule == "day":
            return dt.date.fromisoformat(value[:10])
        if granule in ("week", "weekend"):
            return dt.date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
        if granule is None or granule in ("decade", "century"):
            return None
        part = value[5:]
        month = 1
        if granule == "month":
            month = int(part)
        elif granule == "quarter":
            month = 3 * int(part[1]) - 2
        elif granule == "half":
            month = 6 * int(part[1]) - 5
        elif granule == "season":
            month = _SEASON_STARTS[part]
        return dt.date(int(value[:4]), month, 1)
    except ValueError:
        return None


def shifted(date: dt.date | None, count: int, granule: Granule) -> str:
    """Return the day, week, month or year that lies `count` of them after `date`, before it where negative.

    Without a date, and where the calendar ends, only past, present or future is known.
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
    # ~5 ms to import: only where a text counts a time from its own date.
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415

    if granule == "day":
        return (date + relativedelta(days=count)).isoformat()
    if granule in ("week", "weekend"):
        year, week, _ = (date + relativedelta(weeks=count)).isocalendar()
        return f"{year:04}-W{week:02}{'-WE' if granule == 'weekend' else ''}"
    if granule == "quarter":
        moved = date + relativedelta(months=3 * count)
        return f"{moved.year:04}-Q{(moved.month + 2) // 3}"
    if granule == "half":
        moved = date + relativedelta(months=6 * count)
        return f"{moved.year:04}-H{(moved.month + 5) // 6}"
    moved = date + relativedelta(months=count)
    return f"{moved.year:04}-{moved.month:02}"


def moved(value: str, count: int, unit: Granule) -> str | None:
    """Return the time that lies `count` units after a resolved value; None if it cannot be determined.

    It is as exact as the unit, and a quarter's year stays a quarter: a year before `1989-Q3` is `1988-Q3`.
    """
    granule = granule_of(value)
    if granule in ("quarter", "half") and unit == "year":
        year = int(value[:4]) + count
        return f"{year:04}{value[4:]}" if 1 <= year <= 9999 else None
    order: tuple[Granule | None, ...] = ("day", "week", "month", "quarter", "year")
    if granule not in order or unit not in order or order.index(granule) > order.index(unit):
        return None
    day = first_day(value)
    return None if day is None else shifted(day, count, unit)


def weekday(date: dt.date | None, day: int, *, future: bool, strict: bool = False) -> str:
    """Return the nearest weekday `day` (Monday is 0), the article's day included unless `strict`."""
    if date is None:
        return f"XXXX-WXX-{day + 1}"
    distance = (day - date.weekday()) % 7 if future else -((date.weekday() - day) % 7)
    if strict and distance == 0:
        distance = 7 if future else -7
    try:
        return (date + dt.timedelta(days=distance)).isoformat()
    except OverflowError:
        return _REFERENCES[2 if future else 0]


def weekend(date: dt.date | None, *, future: bool) -> str:
    """Return the last weekend that has begun, or the next that has not ended."""
    if date is None:
        return FUTURE if future else PAST
    step = -1 if date.weekday() < 5 and not future else 0
    return shifted(date, step, "weekend")


def month(date: dt.date | None, number: int, sense: Sense, *, strict: bool = False) -> str:
    """Return the month `number` on the given side of `date`, its own month included unless `strict`.

    Without a side it is the nearest.
    """
    if date is None:
        return f"XXXX-{number:02}"
    if sense is None:
        sense = "future" if (number - date.month) % 12 < 5 else "past"
    year = date.year
    if sense == "future":
        year += number < date.month or (strict and number == date.month)
    else:
        year -= number > date.month or (strict and number == date.month)
    return f"{year:04}-{number:02}" if 1 <= year <= 9999 else _side(sense)


def quarter(date: dt.date | None, number: int, sense: Sense) -> str:
    """Return the quarter `number`: the last that has begun, or the nearest if the future is meant."""
    if date is None:
        return f"XXXX-Q{number}"
    own = (date.month + 2) // 3
    # What is expected of a quarter that is just over are its figures, so that nearness outweighs the future.
    year = date.year - (number > own)
    if sense == "future" and (own - number) % 4 > 1:
        year = date.year + (number < own)
    return f"{year:04}-Q{number}" if 1 <= year <= 9999 else _side(sense)


def season(date: dt.date | None, code: str, sense: Sense, *, strict: bool = False) -> str:
    """Return the season on the stated side of `date`, the one that `date` is in included unless `strict`."""
    if date is None:
        return f"XXXX-{code}"
    start = _SEASON_STARTS[code]
    own = date.year - (code == "WI" and date.month < 3)
    begun = date.month >= start or own < date.year
    over = date.month >= start + 3 and code != "WI"
    inside = begun and not over
    year = own
    if strict and inside:
        year += 1 if sense == "future" else -1
    elif sense == "future":
        year += over
    elif sense == "past":
        year -= not begun
    return f"{year:04}-{code}" if 1 <= year <= 9999 else _side(sense)


def _side(sense: Sense) -> str:
    return FUTURE if sense == "future" else PAST


def day_of_month(date: dt.date | None, number: int, day: int, sense: Sense) -> str | None:
    """Return the day of a month on the given side of `date`, else the nearest.

    None where no year has it.
    """
    if full_date(2000, number, day) is None:
        return None
    if date is None:
        return f"XXXX-{number:02}-{day:02}"
    return nearest(date, lambda year: full_date(year, number, day), sense) or f"XXXX-{number:02}-{day:02}"


def nearest(date: dt.date, in_year: Callable[[int], dt.date | None], sense: Sense) -> str | None:
    """Return the yearly day nearest to `date` on the stated side."""
    reach = 1 if in_year(date.year) is not None else _LEAP_CYCLE
    days: Iterable[dt.date | None] = map(in_year, range(date.year - reach, date.year + reach + 1))
    found = [
        day
        for day in days
        if day is not None and (sense is None or (day >= date if sense == "future" else day <= date))
    ]
    # News is mostly about the past: without a side, a day to come must be much nearer.
    return min(found, key=lambda day: max((day - date) * 2, date - day)).isoformat() if found else None


def full_date(year: int, number: int, day: int) -> dt.date | None:
    """Return the date, or None where the calendar has no such day."""
    try:
        return dt.date(year, number, day)
    except ValueError:
        return None


def step_day(date: dt.date, count: int) -> dt.date:
    """Return the day so many days after `date`, `date` itself where the calendar ends."""
    try:
        return date + dt.timedelta(days=count)
    except OverflowError:
        return date
