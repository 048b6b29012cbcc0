"""Days, weeks, quarters and years that the text takes as known: the quarter, the weekend, the day before."""

from __future__ import annotations

from fenttui.extract.text.calendar_names import PARTS, month_of, year_at
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times import timex
from fenttui.extract.times.context import Context
from fenttui.extract.times.dates import day_first, month_first
from fenttui.extract.times.figure import TimeFigure, date_or_time
from fenttui.extract.times.lengths import UNITS, duration
from fenttui.extract.times.quarters import latest_quarter, with_quarter, year_earlier
from fenttui.extract.times.spelled_years import spelled_year
from fenttui.extract.times.timex import Granule
from fenttui.extract.times.weekdays import on_day, weekday

_IN = word_set("in for of during by over throughout through until before within since after")
_PARTLY = word_set("early late earlier later mid")
_BEFORE_PART = ("in", "during", "by", "until", "of")
_BESIDE = {"before": -1, "earlier": -1, "after": 1, "later": 1}
_AFTER_QUARTER = (",", ".", ";", "'s", "’s", "and", "to", "from", "compared", "versus", "ended", "ending")


def known_period(context: Context, index: int) -> TimeFigure | None:
    """Return a calendar unit after "the": the quarter, the weekend, the year ended June 30, the year 2000."""
    tokens = context.tokens
    word, end = tokens.lowers[index], index + 1
    if tokens.lower(end) == "-" and tokens.joined(end):
        return _hyphenated(context, index)
    if (
        word == "year"
        and tokens.lower(index - 1) in ("the", "fiscal", "calendar", "of")
        and (year := _named_year(context, index)) is not None
    ):
        return year
    the = index - 1 - (tokens.lower(index - 1) in ("fiscal", "calendar"))
    if tokens.lower(the) != "the":
        return _year_end(context, index) if word == "year" else None
    granule = UNITS[word][1]
    if granule is None:
        return None
    if word in ("year", "month", "week") and _is_ended(tokens, end):
        return TimeFigure(index, end, "duration", duration(1, UNITS[word][0]))
    if word in ("week", "weekend") and tokens.lower(end) == "of":
        return _week_of(context, index, granule)
    if word == "day" and (day := _day(context, index)) is not None:
        return day
    if word in ("day", "week", "month", "year") and tokens.lower(end) in _BESIDE:
        return _beside(context, index, granule)
    if word == "day":
        return None
    before = tokens.lower(the - 1)
    placed = before in _IN or before in ("end", "earlier", "later")
    if word == "quarter":
        # Twenty-five cents, and a district of a town, are no quarters of a year.
        about = placed or context.quarter or tokens.lower(end) in _AFTER_QUARTER
        return date_or_time(index, end, latest_quarter(context)) if about else None
    if word == "weekend":
        future = before in ("for", "into") or tokens.lower(the - 2) == "ahead"
        future = future or context.sense(index, end) == "future"
        return date_or_time(index, end, timex.weekend(context.date, future=future))
    owns = tokens.lower(end) in ("'s", "’s")
    if word in ("week", "month", "year") and (placed or owns):
        follows = tokens.lower(end) in ("of", "when", "after", "before") or tokens.lower(end).isdecimal()
        return None if follows else date_or_time(index, end, timex.shifted(context.date, 0, granule))
    return None


def _named_year(context: Context, index: int) -> TimeFigure | None:
    """Return the year 2000, the year two thousand, fiscal year 2025."""
    tokens, position = context.tokens, index + 1
    if (year := year_at(tokens, position)) is not None:
        return with_quarter(context, TimeFigure(index, position + 1, "date", f"{year:04}"))
    if tokens.lower(position) in ("two", "nineteen", "eighteen", "twenty"):
        spelled = spelled_year(context, position)
        return TimeFigure(index, spelled.end, "date", spelled.value) if spelled is not None else None
    return None


def _hyphenated(context: Context, index: int) -> TimeFigure | None:
    if context.tokens.lowers[index] != "year":
        return None
    return year_earlier(context, index) or _year_end(context, index)


def _year_end(context: Context, index: int) -> TimeFigure | None:
    """Return "year-end": the last day of the article's year, or of the year before after past verbs."""
    tokens = context.tokens
    position = index + 1 + (tokens.lower(index + 1) == "-")
    if tokens.lower(position) != "end" or tokens.lower(position + 1) == "of":
        return None
    if context.date is None:
        return date_or_time(index, position + 1, "XXXX-12-31")
    past = tokens.lower(index - 1) == "since" or context.sense(index, position + 1) == "past"
    year = context.date.year - (past and context.date.month < 11)
    return date_or_time(index, position + 1, f"{year:04}-12-31") if year else None


def _is_ended(tokens: Tokens, end: int) -> bool:
    """Return whether the last day follows, so that it need not be a calendar unit: the year ended June 30."""
    to = tokens.lower(end) in ("to", "through") and month_of(tokens, end + 1) is not None
    return to or tokens.lower(end) in ("ended", "ending")


def _day_at(context: Context, index: int) -> TimeFigure | None:
    """Return the day of the calendar that starts at token `index`."""
    if index >= len(context.tokens):
        return None
    found = month_first(context, index) or day_first(context, index) or weekday(context, index)
    if found is None or found.kind != "date" or timex.granule_of(found.value) != "day":
        return None
    return found


def _week_of(context: Context, index: int, unit: Granule) -> TimeFigure | None:
    """Return the week of April 7, the weekend of June 7."""
    inner = _day_at(context, index + 2)
    if inner is None:
        return None
    return date_or_time(index, inner.end, timex.shifted(timex.first_day(inner.value), 0, unit))


def _day(context: Context, index: int) -> TimeFigure | None:
    """Return the day before yesterday, later in the day."""
    tokens, end = context.tokens, index + 1
    word, after = tokens.lower(end), tokens.lower(end + 1)
    if word in ("before", "after") and after == ("yesterday" if word == "before" else "tomorrow"):
        return date_or_time(index, end + 2, timex.shifted(context.date, -2 if word == "before" else 2, "day"))
    if tokens.lower(index - 2) != "in" or tokens.lower(index - 3) not in _PARTLY:
        return None
    anchor = context.anchor(index)
    known = anchor is not None and timex.granule_of(anchor) == "day"
    return date_or_time(index, end, anchor if known else timex.shifted(context.date, 0, "day"))


def _beside(context: Context, index: int, unit: Granule) -> TimeFigure | None:
    """Return the day before, the year after: relative to the last date.

    None before an object, as the vote.
    """
    tokens, end = context.tokens, index + 1
    anchor = context.anchor(index)
    if anchor is None or tokens.lower(end + 1).isalpha():
        return None
    return date_or_time(index, end + 1, timex.moved(anchor, _BESIDE[tokens.lowers[end]], unit))


def part_of_known_day(context: Context, index: int) -> TimeFigure | None:
    """Return a part of the last day stated, else of the article's: in the morning, by mid afternoon."""
    tokens = context.tokens
    the = tokens.lower(index - 1) == "the"
    if tokens.lower(index + 1) == "of":
        inner = _day_at(context, index + 2)
        if inner is None:
            return None
        return on_day(index, inner.end, inner.value, PARTS[tokens.lowers[index]])
    before = tokens.lower(index - 2) if the else tokens.lower(index - 1)
    if before not in (_BEFORE_PART if the else _PARTLY):
        return None
    if tokens.lower(index + 1) == "-":
        return None
    anchor = context.anchor(index)
    day = anchor if anchor is not None and timex.granule_of(anchor) == "day" else None
    if day is None and the:
        return None
    return on_day(index, index + 1, day or timex.shifted(context.date, 0, "day"), PARTS[tokens.lowers[index]])
