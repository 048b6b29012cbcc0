"""The days that a TIMEX3 value means: 2025-03 is the 1st to the 31st of March."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal, NamedTuple

Granularity = Literal[
    "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century"
]


class Interval(NamedTuple):
    """Some days, one after the other."""

    first: dt.date
    last: dt.date
    granularity: Granularity
    """How exactly the text gives it."""


_VALUE = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-W(?P<week>\d\d)(?P<weekend>-WE)?(?:-(?P<weekday>[1-7]))?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI)"
    r"|-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?)?"
    r"|(?P<decade>\d{3})|(?P<century>\d\d)",
    re.DOTALL,
)
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first month of each, as the weather's seasons of the north have it."""

_SEASONS = {3: "spring", 6: "summer", 9: "fall", 12: "winter"}


def interval(value: str) -> Interval | None:
    """Return the days of a TIMEX3 value; None for one that is not resolved, for a duration and for a set."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    part = {
        name: int(written) for name, written in match.groupdict().items() if written and written.isdecimal()
    }
    try:
        if "decade" in part:
            return _years(part["decade"] * 10, 10, "decade")
        if "century" in part:
            return _years(part["century"] * 100, 100, "century")
        year = part["year"]
        if "week" in part:
            return _of_week(year, part["week"], part.get("weekday"), match["weekend"] is not None)
        if "quarter" in part:
            return _months(year, part["quarter"] * 3 - 2, 3, "quarter")
        if "half" in part:
            return _months(year, part["half"] * 6 - 5, 6, "half")
        if match["season"]:
            return _months(year, _SEASON_STARTS[match["season"]], 3, "season")
        if "day" in part:
            day = dt.date(year, part["month"], part["day"])
            return Interval(day, day, "day")
        if "month" in part:
            return _months(year, part["month"], 1, "month")
        return _years(year, 1, "year")
    except (ValueError, OverflowError):
        # A day that the calendar does not have, or a year out of its bounds.
        return None


def when_text(when: Interval) -> str:
    """Return the days in a few characters: 2025-04-02, 2025-W14, 2025-03, 2025-Q1, 1990s."""
    first = when.first
    year, month = f"{first.year:04}", f"{first.year:04}-{first.month:02}"
    match when.granularity:
        case "day":
            return first.isoformat()
        case "weekend" | "week":
            iso = first.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}{' end' if when.granularity == 'weekend' else ''}"
        case "month":
            return month
        case "quarter":
            return f"{year}-Q{(first.month + 2) // 3}"
        case "half":
            return f"{year}-H{(first.month + 5) // 6}"
        case "season":
            return f"{year} {_SEASONS[first.month]}"
        case "year":
            return year
        case "decade":
            return f"{when.last.year // 10 * 10:04}s"
        case "century":
            return f"{when.last.year // 100 * 100:04}s"


def _years(first: int, count: int, granularity: Granularity) -> Interval:
    return Interval(dt.date(max(first, 1), 1, 1), dt.date(first + count - 1, 12, 31), granularity)


def _months(year: int, first: int, count: int, granularity: Granularity) -> Interval:
    begin = dt.date(year, first, 1)
    after = first + count - 1
    if (year, after) == (9999, 12):
        return Interval(begin, dt.date.max, granularity)
    end = dt.date(year + after // 12, after % 12 + 1, 1) - dt.timedelta(days=1)
    return Interval(begin, end, granularity)


def _of_week(year: int, week: int, weekday: int | None, weekend: bool) -> Interval:
    if weekday:
        day = dt.date.fromisocalendar(year, week, weekday)
        return Interval(day, day, "day")
    last = dt.date.fromisocalendar(year, week, 7)
    first = dt.date.fromisocalendar(year, week, 6 if weekend else 1)
    return Interval(first, last, "weekend" if weekend else "week")
