"""Times with an order word: last year, this Tuesday, the next day, the past two weeks."""

from __future__ import annotations

from fenttui.extract.text.calendar_names import PARTS, after_name, month_of, part_of_day, weekday_of
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times import timex
from fenttui.extract.times.anchored_durations import PERIOD_KINDS, SPANS, span
from fenttui.extract.times.context import Context
from fenttui.extract.times.dates import month_first
from fenttui.extract.times.figure import TimeFigure, date_or_time
from fenttui.extract.times.holidays import HOLIDAY_WORDS, holiday_at
from fenttui.extract.times.lengths import UNITS, duration
from fenttui.extract.times.quarters import before_quarter, latest_quarter, with_quarter
from fenttui.extract.times.timex import SEASONS, Granule, Sense
from fenttui.extract.times.weekdays import on_day

ORDER = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "this": 0,
    "current": 0,
    "latest": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
    "same": 0,
    "that": 0,
    "first": 0,
    "recent": -1,
    "these": 0,
    "those": 0,
}
_TOLD_BEFORE = word_set("previous preceding prior following same that")
"""They count from the last date stated, not from the article's."""
_WITHIN = word_set("in over during for within through throughout of after")
_DATED = word_set("of by until on from")


def ordered(context: Context, index: int) -> TimeFigure | None:
    """Return what follows last, this, next and their like."""
    tokens = context.tokens
    lower, position = tokens.lowers[index], index + 1
    step, strict = ORDER[lower], lower not in ("this", "same", "that", "current", "latest")
    if (
        lower in ("prior", "previous")
        and tokens.lower(position) == "-"
        and tokens.lower(position + 1) == "year"
    ):
        end = position + 2 + (tokens.lower(position + 2) in ("quarter", "period"))
        return date_or_time(index, end, before_quarter(context, index, 1))
    if lower == "this" and tokens.lower(position) in ("past", "last", "coming", "next"):
        step, strict, position = ORDER[tokens.lower(position)], False, position + 1
    position += tokens.lower(position) in PERIOD_KINDS
    word = tokens.lower(position)
    if lower == "first":
        return span(context, index, position)
    if word in PARTS:
        return _part(context, index, position, lower, step)
    if word in UNITS:
        return _unit(context, index, position, lower, step)
    if lower in ("these", "those"):
        return _these_days(context, index)
    if lower in ("same", "that", "current", "latest", "recent"):
        return span(context, index, position) if lower in ("recent", "latest") else None
    sense: Sense = "past" if step < 0 else "future" if step > 0 else None
    if (day := weekday_of(tokens, position)) is not None:
        return _weekday(context, index, position, lower, day, sense, strict)
    if number := month_of(tokens, position):
        return _month(context, index, position, number, sense, strict)
    strict = strict and step != 0
    if word in SEASONS:
        side = sense or context.sense(index, position)
        return date_or_time(
            index, position + 1, timex.season(context.date, SEASONS[word], side, strict=strict)
        )
    if word in HOLIDAY_WORDS:
        side = sense or context.sense(index, position)
        if holiday := holiday_at(context, position, side, strict=strict):
            return TimeFigure(index, holiday.end, holiday.kind, holiday.value)
    return span(context, index, position) if lower in SPANS else None


def _part(context: Context, index: int, position: int, lower: str, step: int) -> TimeFigure | None:
    """Return a part of a day after an order word: this morning, last night; that night, the next morning."""
    part = PARTS[context.tokens.lowers[position]]
    if lower == "this" or (lower == "last" and part == "TNI" and context.tokens.lower(index - 1) != "the"):
        return on_day(index, position + 1, timex.shifted(context.date, step, "day"), part)
    if lower not in ("that", "same", "next", "following", "previous"):
        return None
    anchor = context.anchor(index)
    day = timex.moved(anchor, step, "day") if anchor is not None else None
    return on_day(index, position + 1, day, part) if day is not None else None


def _these_days(context: Context, index: int) -> TimeFigure | None:
    """Return the reference of "these days" or "in those days"."""
    tokens = context.tokens
    if tokens.lower(index + 1) != "days" or tokens.lower(index + 2) in ("of", "when", "after", "before", "-"):
        return None
    return date_or_time(index, index + 2, timex.PRESENT if tokens.lowers[index] == "these" else timex.PAST)


def _weekday(
    context: Context, index: int, position: int, lower: str, day: int, sense: Sense, strict: bool
) -> TimeFigure | None:
    date = context.date
    if lower in _TOLD_BEFORE and (anchor := context.anchor(index)) is not None:
        date = timex.first_day(anchor) or date
    future = sense == "future" or (sense is None and context.sense(index, position + 1) != "past")
    following = position + 1 + (context.tokens.lower(position + 1) == ",")
    dated = month_first(context, following)
    if dated is not None and timex.granule_of(dated.value) == "day":
        return date_or_time(index, dated.end, dated.value)
    end, part = part_of_day(context.tokens, position + 1)
    return on_day(index, end, timex.weekday(date, day, future=future, strict=strict), part)


def _month(
    context: Context, index: int, position: int, number: int, sense: Sense, strict: bool
) -> TimeFigure | None:
    dated = month_first(context, position)
    if dated is not None and timex.granule_of(dated.value) == "day":
        return date_or_time(index, dated.end, dated.value)
    date, end = context.date, after_name(context.tokens, position)
    if sense is None and date is not None:
        # "This March" is the article's year's.
        return date_or_time(index, end, f"{date.year:04}-{number:02}")
    return date_or_time(index, end, timex.month(date, number, sense, strict=strict))


def _unit(context: Context, index: int, position: int, lower: str, step: int) -> TimeFigure | None:
    """Return a unit after an order word: last week, the past year, the following day."""
    tokens, end = context.tokens, position + 1
    word = tokens.lowers[position]
    code, granule = UNITS[word]
    if tokens.lower(end) == "-" and tokens.joined(end):
        return None
    definite = tokens.lower(index - 1) == "the"
    if granule is None or lower == "first" or word in ("second", "min", "sec"):
        return TimeFigure(index, end, "duration", duration(1, code)) if definite and step else None
    if lower in _TOLD_BEFORE or (definite and lower == "next" and word == "day"):
        return _from_last_date(context, index, end, granule, step, lower)
    if word == "weekend":
        future = step > 0 or (step == 0 and context.sense(index, end) != "past")
        nearest = timex.weekend(context.date, future=future)
        return date_or_time(index, end, timex.shifted(context.date, step, "weekend") if step else nearest)
    if definite and step and lower not in ("current", "latest") and _is_length(context, index, lower, word):
        return TimeFigure(index, end, "duration", duration(1, code))
    if lower == "past":
        return TimeFigure(index, end, "duration", duration(1, code))
    if lower == "latest":
        over = timex.shifted(context.date, 0 if word == "week" else -1, granule)
        return date_or_time(index, end, latest_quarter(context) if word == "quarter" else over)
    if word == "day":
        return None
    figure = date_or_time(index, end, timex.shifted(context.date, step, granule))
    return with_quarter(context, figure) if figure is not None and word == "year" else figure


def _is_length(context: Context, index: int, lower: str, word: str) -> bool:
    """Return whether "the last year" is twelve months rather than a year of the calendar."""
    before = context.tokens.lower(index - 2)
    if lower in ("last", "past"):
        return word != "century" and (lower == "past" or before not in _DATED)
    return lower in ("next", "coming") and before in _WITHIN and before not in _DATED


def _from_last_date(
    context: Context, index: int, end: int, granule: Granule, step: int, lower: str
) -> TimeFigure | None:
    """Return the previous month, the following day, that week: counted from the last date."""
    anchor = context.anchor(index)
    if anchor is None:
        if lower in ("same", "that"):
            return None
        return date_or_time(index, end, timex.shifted(context.date, step, granule))
    if granule == "year" and anchor[:4].isdecimal():
        anchor = anchor[:4]
    value = timex.moved(anchor, step, granule)
    if value is None and lower in ("same", "that"):
        return None
    return date_or_time(index, end, value or timex.shifted(context.date, step, granule))
