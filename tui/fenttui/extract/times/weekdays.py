"""Weekdays, and the days told from the article's own: Tuesday; Friday night; Mondays; today; tonight."""

from __future__ import annotations

import datetime as dt

from fenttui.extract.amounts.figure import Figure
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times import timex
from fenttui.extract.times.calendar_names import (
    PARTS_OFTEN,
    WEEKDAYS_OFTEN,
    after_day,
    after_name,
    day_at,
    is_name,
    month_of,
    part_of_day,
    weekday_of,
)
from fenttui.extract.times.dates import STEPS, day_first, month_first
from fenttui.extract.times.numeric import numeric_date
from fenttui.extract.times.reading import Reading, told

TODAY = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "overnight": -1}
_SHORT_DAYS = word_set("mon sat sun wed fri thu tue")
_RANGE = ("to", "through", "until", "till", "-", "–")
_REACH = 5
"""Words that may stand between both ends of a range."""
_NEAR_MONTHS = (0, -1, 1, -2, 2)


def today(reading: Reading, index: int) -> Figure:
    """Today, yesterday morning, tomorrow night, tonight, overnight."""
    tokens = reading.tokens
    lower = tokens.lowers[index]
    day = timex.shifted(reading.date, TODAY[lower], "day")
    end, part = part_of_day(tokens, index + 1)
    if lower in ("tonight", "overnight"):
        end, part = index + 1, "TNI"
    return on_day(index, end, day, part)


def on_day(first: int, end: int, day: str, part: str) -> Figure:
    """A day with its part; the part alone says nothing of a day that is not known."""
    if part and "_" not in day:
        return Figure(first, end, "time", time=day + part)
    return Figure(first, end, "time" if part else "date", time=day)


def weekday(reading: Reading, index: int) -> Figure | None:
    """A weekday, with the date or the part of the day after it: Tuesday, March 25; Friday night; Mondays."""
    tokens = reading.tokens
    lower = tokens.lowers[index]
    if not is_name(tokens, index):
        return None
    if lower in WEEKDAYS_OFTEN:
        return Figure(index, index + 1, "set", time=f"XXXX-WXX-{WEEKDAYS_OFTEN[lower] + 1}")
    day = weekday_of(tokens, index)
    if day is not None and tokens.lower(index - 1) == "(" and reading.latest_end == index - 1:
        return told(index, index + 1, _day_told(reading))
    if day is not None and (of_month := _day_of_month(reading, index, day)) is not None:
        return of_month
    if day is None or (lower in _SHORT_DAYS and tokens.lower(index + 1) not in (",", ".", "-", "(")):
        return None
    following = after_name(tokens, index)
    following += tokens.lower(following) in (",", "the")
    inner = month_first(reading, following) or day_first(reading, following)
    if inner is None and tokens.lower(following)[:1].isdecimal():
        inner = numeric_date(reading, following)
    if inner is not None and inner.time is not None and timex.granule_of(inner.time) == "day":
        return Figure(index, inner.end, "date", time=inner.time)
    if len(lower) < 6:
        return None
    end = index + 1
    if tokens.lower(end) in PARTS_OFTEN:
        return Figure(index, end + 1, "set", time=f"XXXX-WXX-{day + 1}{PARTS_OFTEN[tokens.lowers[end]]}")
    if (of_week := _of_week(reading, index, day)) is not None:
        return of_week
    end, part = part_of_day(tokens, end)
    if (begun := _range_start(reading, index)) is not None:
        return on_day(index, end, timex.weekday(begun, day, future=True), part)
    future = reading.sense(index, end) == "future"
    return on_day(index, end, timex.weekday(reading.date, day, future=future), part)


def _range_start(reading: Reading, index: int) -> dt.date | None:
    """The day that a range begins with, where the weekday at token `index` ends it: Monday to Friday."""
    begun, link = _day_told(reading), reading.tokens.lower(index - 1)
    if begun is None or index - reading.latest_end > _REACH or link not in _RANGE:
        return None
    if link in ("to", "until", "till") and reading.tokens.lower(reading.latest_first - 1) != "from":
        return None
    return dt.date.fromisoformat(begun)


def _day_told(reading: Reading) -> str | None:
    """The day told last, where it is one: "March 13 (Thursday)" is one day, said twice."""
    latest = reading.latest
    return latest if latest is not None and timex.granule_of(latest) == "day" else None


def _day_of_month(reading: Reading, index: int, day: int) -> Figure | None:
    """Friday the 26th, Tue 13th: the nearest such day of a month that is this weekday."""
    tokens = reading.tokens
    place = index + 1 + (tokens.lower(index + 1) == "the")
    number, end = day_at(tokens, place), after_day(tokens, place)
    if number is None or end != place + 2 or reading.date is None or month_of(tokens, end) is not None:
        return None
    months = [timex.shifted(reading.date, step, "month") for step in _NEAR_MONTHS]
    found = [
        date
        for month in months
        if month[:4].isdecimal()
        and (date := timex.full_date(int(month[:4]), int(month[5:]), number)) is not None
        and date.weekday() == day
    ]
    return told(index, end, found[0].isoformat()) if found else None


def _of_week(reading: Reading, index: int, day: int) -> Figure | None:
    """Tuesday of last week, Friday last week."""
    tokens = reading.tokens
    place = index + 1 + (tokens.lower(index + 1) == "of")
    step = STEPS.get(tokens.lower(place))
    if step is None or tokens.lower(place + 1) != "week" or reading.date is None:
        return None
    monday = timex.step_day(reading.date, 7 * step - reading.date.weekday())
    return told(index, place + 2, timex.step_day(monday, day).isoformat())
