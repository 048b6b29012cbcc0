"""Calendar dates with the name of a month: March 13, 2025; 13 March; March last year; on the 18th."""

from __future__ import annotations

import datetime as dt

from fenttui.extract.text.calendar_names import (
    after_day,
    after_name,
    day_at,
    month_of,
    ordinal_at,
    year_at,
)
from fenttui.extract.text.gazetteer import function_words
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times import timex
from fenttui.extract.times.context import Context
from fenttui.extract.times.day_lists import ListedDay, days_from, listed_day, year_after
from fenttui.extract.times.figure import TimeFigure, date_or_time
from fenttui.extract.times.spelled_years import spelled_year_at
from fenttui.extract.times.timex import Sense

_PLACED = word_set(
    "in since until till by of for from to and mid early late last next this during through before after"
    " around between or - – ( , every each"
)
"""What makes "May" and "March" months, and "Dec" one without its day."""
RANGE = ("to", "through", "until", "till", "-", "–", "and")
STEPS = {"last": -1, "this": 0, "next": 1, "previous": -1, "coming": 1, "current": 0}
_BEFORE_DAY = ("on", "by", "until", "from", "since", "before", "after", "till")
_SURE = 90
"""Days within which the nearest day is meant, in every tense."""


def day_alone(context: Context, index: int) -> TimeFigure | None:
    """Return a day without its month, "on the 18th", of the last month stated, else of the article's."""
    tokens = context.tokens
    day, end = day_at(tokens, index), after_day(tokens, index)
    if day is None or end != index + 2 or tokens.lower(index - 1) != "the":
        return None
    if tokens.lower(index - 2) not in _BEFORE_DAY or (
        tokens.lower(end).isalpha() and tokens.lower(end) not in function_words()
    ):
        return None
    if tokens.lower(end) in ("-", "of") or context.date is None:
        return None
    anchor = context.anchor(index) or ""
    month = anchor[:7] if timex.granule_of(anchor[:7]) == "month" else context.date.isoformat()[:7]
    found = timex.full_date(int(month[:4]), int(month[5:]), day)
    return date_or_time(index, end, found.isoformat() if found else None)


def month_first(context: Context, index: int) -> TimeFigure | None:
    """Return a month, with the day and the year after it: March 13, 2025; March 2025; March.

    March last year.
    """
    tokens = context.tokens
    number = month_of(tokens, index)
    if number is None:
        return None
    position = after_name(tokens, index)
    short = len(tokens.words[index]) < 5
    the = tokens.lower(position) == "the"
    day = day_at(tokens, position + the)
    if day is not None and (not the or after_day(tokens, position + 1) == position + 3):
        position += the
        if the:
            return listed(context, index, ListedDay(day, number, None, position + 2))
        positions, last = days_from(tokens, position)
        year, stop = year_after(tokens, last)
        return listed(
            context,
            index,
            ListedDay(day, number, year, stop if len(positions) == 1 else after_day(tokens, position)),
        )
    spelled = ordinal_at(tokens, position + the)
    if spelled is not None and spelled[0] <= 31 and tokens.lower(spelled[1]) not in ("quarter", "-"):
        year, stop = year_after(tokens, spelled[1])
        if year is None and (said := spelled_year_at(tokens, stop + (tokens.lower(stop) == ","))) is not None:
            year, stop = said
        return listed(context, index, ListedDay(spelled[0], number, year, stop))
    return _whole_month(context, index, position, number, short=short)


def _whole_month(
    context: Context, index: int, position: int, number: int, *, short: bool
) -> TimeFigure | None:
    tokens = context.tokens
    linked = position + (tokens.lower(position) in (",", "of", "in"))
    year = year_at(tokens, linked)
    if year is None:
        spelled = spelled_year_at(tokens, linked)
        if spelled is not None and tokens.lower(position) != "in":
            return date_or_time(index, spelled[1], f"{spelled[0]:04}-{number:02}")
    if year is not None and tokens.lower(position) != "in":
        return TimeFigure(index, linked + 1, "date", f"{year:04}-{number:02}")
    step = STEPS.get(tokens.lower(linked))
    if step is not None and tokens.lower(linked + 1) == "year" and tokens.lower(position) != "in":
        value = timex.shifted(context.date, step, "year")
        return date_or_time(index, linked + 2, f"{value if value.isdecimal() else 'XXXX'}-{number:02}")
    before = tokens.lower(index - 1)
    if short and tokens.lowers[index] not in ("june", "july") and before not in _PLACED:
        return None
    if (
        tokens.lowers[index] in ("march", "april", "may")
        and before not in _PLACED
        and (tokens.opens[index] or tokens.lowers[index] != "april" or tokens.capital[index - 1])
    ):
        return None
    if (year := _year_of_range(tokens, position, number)) is not None:
        return date_or_time(index, position, f"{year:04}-{number:02}")
    if (begun := _range_start(context, index)) is not None:
        return date_or_time(index, position, timex.month(begun, number, "future"))
    sense = context.sense(index, index + 1)
    return date_or_time(index, position, timex.month(context.date, number, sense))


def _year_of_range(tokens: Tokens, end: int, number: int) -> int | None:
    """Return the year of a month that a range begins with, where its end gives one: May to June 2024."""
    if tokens.lower(end) not in RANGE:
        return None
    later = month_of(tokens, end + 1)
    if later is None:
        return None
    position = after_name(tokens, end + 1)
    if day_at(tokens, position) is not None:
        position = after_day(tokens, position)
    year, _ = year_after(tokens, position)
    return None if year is None else year - (number > later)


def _range_start(context: Context, index: int) -> dt.date | None:
    """Return the first day of what a range begins with, where the month at token `index` ends one."""
    if context.latest is None or context.latest_end != index - 1:
        return None
    link, before = context.tokens.lower(index - 1), context.tokens.lower(context.latest_first - 1)
    ranged = link in ("-", "–", "through") or before == ("between" if link == "and" else "from")
    return timex.first_day(context.latest) if ranged and link in RANGE else None


def listed(context: Context, first: int, day: ListedDay) -> TimeFigure | None:
    """Return the date of a day of the month, in the stated year, else on the side that verbs show."""
    if day.year is not None:
        return date_or_time(first, day.end, _exact(day.year, day))
    if (year := _year_of_range(context.tokens, day.end, day.month)) is not None:
        return date_or_time(first, day.end, _exact(year, day))
    begun = _range_start(context, first)
    if begun is not None and context.latest is not None and timex.granule_of(context.latest) == "day":
        return date_or_time(first, day.end, timex.day_of_month(begun, day.month, day.day, "future"))
    sense: Sense = "past" if context.tokens.lower(first - 1) == "ended" else context.sense(first, day.end)
    value = timex.day_of_month(context.date, day.month, day.day, _likely(context, day, sense))
    return date_or_time(first, day.end, value or f"XXXX-{day.month:02}-XX")


def _exact(year: int, day: ListedDay) -> str:
    """Return the date; its day stays open where the calendar has no such day."""
    found = timex.full_date(year, day.month, day.day)
    return found.isoformat() if found else f"{year:04}-{day.month:02}-XX"


def _likely(context: Context, day: ListedDay, sense: Sense) -> Sense:
    """Return the stated side, unless the nearest day is near: words around it may refer to other things."""
    if sense is None or context.date is None:
        return sense
    near = timex.day_of_month(context.date, day.month, day.day, None)
    if near is None or "X" in near:
        return None
    distance = abs((dt.date.fromisoformat(near) - context.date).days)
    return None if distance < _SURE else sense


def day_first(context: Context, index: int) -> TimeFigure | None:
    """Return a day before its month: 13 March 2025, 13th of March, the thirteenth of March."""
    tokens = context.tokens
    if (day_of_list := listed_day(tokens, index)) is not None:
        return listed(context, index, day_of_list)
    found = ordinal_at(tokens, index)
    day, position = found if found is not None else (day_at(tokens, index), after_day(tokens, index))
    if day is None or day > 31 or (tokens.joined(index) and tokens.words[index - 1] not in "(\"“'‘-–—"):
        return None
    position += tokens.lower(position) == "day" and found is not None
    position += tokens.lower(position) == "of"
    number = month_of(tokens, position)
    if number is None:
        return None
    year, stop = year_after(tokens, after_name(tokens, position))
    return listed(context, index, ListedDay(day, number, year, stop if year is not None else position + 1))
