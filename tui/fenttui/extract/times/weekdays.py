"""Weekdays, and days counted from the article's own: Tuesday; Friday night; Mondays; today; tonight."""

from __future__ import annotations

import datetime as dt

from fenttui.extract.text.calendar_names import (
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
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times import timex
from fenttui.extract.times.context import Context
from fenttui.extract.times.dates import STEPS, day_first, month_first
from fenttui.extract.times.figure import TimeFigure, date_or_time
from fenttui.extract.times.numeric import numeric_date

TODAY = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "overnight": -1}
_SHORT_DAYS = word_set("mon sat sun wed fri thu tue")
_RANGE = ("to", "through", "until", "till", "-", "–")
_REACH = 5
"""Words that may stand between both ends of a range."""
_NEAR_MONTHS = (0, -1, 1, -2, 2)


def today(context: Context, index: int) -> TimeFigure:
    """Return a day counted from the article's: today, yesterday morning, tonight, overnight."""
    tokens = context.tokens
    lower = tokens.lowers[index]
    day = timex.shifted(context.date, TODAY[lower], "day")
    end, part = part_of_day(tokens, index + 1)
    if lower in ("tonight", "overnight"):
        end, part = index + 1, "TNI"
    return on_day(index, end, day, part)


def on_day(first: int, end: int, day: str, part: str) -> TimeFigure:
    """Return a day with its part; the part alone says nothing of a day that is not known."""
    if part and "_" not in day:
        return TimeFigure(first, end, "time", day + part)
    return TimeFigure(first, end, "time" if part else "date", day)


def weekday(context: Context, index: int) -> TimeFigure | None:
    """Return a weekday, with the date or the part of the day after it: Tuesday, March 25; Friday night.

    Mondays.
    """
    tokens = context.tokens
    lower = tokens.lowers[index]
    if not is_name(tokens, index):
        return None
    if lower in WEEKDAYS_OFTEN:
        return TimeFigure(index, index + 1, "set", f"XXXX-WXX-{WEEKDAYS_OFTEN[lower] + 1}")
    day = weekday_of(tokens, index)
    if day is not None and tokens.lower(index - 1) == "(" and context.latest_end == index - 1:
        return date_or_time(index, index + 1, _day_told(context))
    if day is not None and (of_month := _day_of_month(context, index, day)) is not None:
        return of_month
    if day is None or (lower in _SHORT_DAYS and tokens.lower(index + 1) not in (",", ".", "-", "(")):
        return None
    following = after_name(tokens, index)
    following += tokens.lower(following) in (",", "the")
    inner = month_first(context, following) or day_first(context, following)
    if inner is None and tokens.lower(following)[:1].isdecimal():
        inner = numeric_date(context, following)
    if inner is not None and timex.granule_of(inner.value) == "day":
        return TimeFigure(index, inner.end, "date", inner.value)
    if len(lower) < 6:
        return None
    end = index + 1
    if tokens.lower(end) in PARTS_OFTEN:
        return TimeFigure(index, end + 1, "set", f"XXXX-WXX-{day + 1}{PARTS_OFTEN[tokens.lowers[end]]}")
    if (of_week := _of_week(context, index, day)) is not None:
        return of_week
    end, part = part_of_day(tokens, end)
    if (begun := _range_start(context, index)) is not None:
        return on_day(index, end, timex.weekday(begun, day, future=True), part)
    future = context.sense(index, end) == "future"
    return on_day(index, end, timex.weekday(context.date, day, future=future), part)


def _range_start(context: Context, index: int) -> dt.date | None:
    """Return the first day of a range whose last weekday is at token `index`: Monday to Friday."""
    begun, link = _day_told(context), context.tokens.lower(index - 1)
    if begun is None or index - context.latest_end > _REACH or link not in _RANGE:
        return None
    if link in ("to", "until", "till") and context.tokens.lower(context.latest_first - 1) != "from":
        return None
    return dt.date.fromisoformat(begun)


def _day_told(context: Context) -> str | None:
    """Return the last date if it is a day: "March 13 (Thursday)" is one day, said twice."""
    latest = context.latest
    return latest if latest is not None and timex.granule_of(latest) == "day" else None


def _day_of_month(context: Context, index: int, day: int) -> TimeFigure | None:
    """Return the nearest day of a month that is the weekday stated: Friday the 26th, Tue 13th."""
    tokens = context.tokens
    position = index + 1 + (tokens.lower(index + 1) == "the")
    number, end = day_at(tokens, position), after_day(tokens, position)
    if number is None or end != position + 2 or context.date is None or month_of(tokens, end) is not None:
        return None
    months = [timex.shifted(context.date, step, "month") for step in _NEAR_MONTHS]
    found = [
        date
        for month in months
        if month[:4].isdecimal()
        and (date := timex.full_date(int(month[:4]), int(month[5:]), number)) is not None
        and date.weekday() == day
    ]
    return date_or_time(index, end, found[0].isoformat()) if found else None


def _of_week(context: Context, index: int, day: int) -> TimeFigure | None:
    """Return a weekday of a stated week: Tuesday of last week, Friday last week."""
    tokens = context.tokens
    position = index + 1 + (tokens.lower(index + 1) == "of")
    step = STEPS.get(tokens.lower(position))
    if step is None or tokens.lower(position + 1) != "week" or context.date is None:
        return None
    monday = timex.step_day(context.date, 7 * step - context.date.weekday())
    return date_or_time(index, position + 2, timex.step_day(monday, day).isoformat())
