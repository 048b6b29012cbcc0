"""Times told by an order word: last year, this Tuesday, the next day, the past two weeks."""

from __future__ import annotations

from fenttui.extract.amounts.figure import Figure
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times import timex
from fenttui.extract.times.calendar_names import PARTS, after_name, month_of, part_of_day, weekday_of
from fenttui.extract.times.dates import month_first
from fenttui.extract.times.holidays import HOLIDAY_WORDS, holiday_at
from fenttui.extract.times.lengths import UNITS, duration
from fenttui.extract.times.quarters import before_quarter, latest_quarter, with_quarter
from fenttui.extract.times.reading import Reading, told
from fenttui.extract.times.spans import PERIOD_KINDS, SPANS, span
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
"""They count from the date told last, not from the article's."""
_WITHIN = word_set("in over during for within through throughout of after")
_DATED = word_set("of by until on from")


def ordered(reading: Reading, index: int) -> Figure | None:
    """What follows last, this, next and their like."""
    tokens = reading.tokens
    lower, place = tokens.lowers[index], index + 1
    step, strict = ORDER[lower], lower not in ("this", "same", "that", "current", "latest")
    if lower in ("prior", "previous") and tokens.lower(place) == "-" and tokens.lower(place + 1) == "year":
        end = place + 2 + (tokens.lower(place + 2) in ("quarter", "period"))
        return told(index, end, before_quarter(reading, index, 1))
    if lower == "this" and tokens.lower(place) in ("past", "last", "coming", "next"):
        step, strict, place = ORDER[tokens.lower(place)], False, place + 1
    place += tokens.lower(place) in PERIOD_KINDS
    word = tokens.lower(place)
    if lower == "first":
        return span(reading, index, place)
    if word in PARTS:
        return _part(reading, index, place, lower, step)
    if word in UNITS:
        return _unit(reading, index, place, lower, step)
    if lower in ("these", "those"):
        return _these_days(reading, index)
    if lower in ("same", "that", "current", "latest", "recent"):
        return span(reading, index, place) if lower in ("recent", "latest") else None
    sense: Sense = "past" if step < 0 else "future" if step > 0 else None
    if (day := weekday_of(tokens, place)) is not None:
        return _weekday(reading, index, place, lower, day, sense, strict)
    if number := month_of(tokens, place):
        return _month(reading, index, place, number, sense, strict)
    strict = strict and step != 0
    if word in SEASONS:
        side = sense or reading.sense(index, place)
        return told(index, place + 1, timex.season(reading.date, SEASONS[word], side, strict=strict))
    if word in HOLIDAY_WORDS:
        side = sense or reading.sense(index, place)
        if holiday := holiday_at(reading, place, side, strict=strict):
            return Figure(index, holiday.end, holiday.kind, time=holiday.time)
    return span(reading, index, place) if lower in SPANS else None


def _part(reading: Reading, index: int, place: int, lower: str, step: int) -> Figure | None:
    """This morning, last night; that night, the next morning: on the day told last, or the one after it."""
    part = PARTS[reading.tokens.lowers[place]]
    if lower == "this" or (lower == "last" and part == "TNI" and reading.tokens.lower(index - 1) != "the"):
        return on_day(index, place + 1, timex.shifted(reading.date, step, "day"), part)
    if lower not in ("that", "same", "next", "following", "previous"):
        return None
    anchor = reading.anchor(index)
    day = timex.moved(anchor, step, "day") if anchor is not None else None
    return on_day(index, place + 1, day, part) if day is not None else None


def _these_days(reading: Reading, index: int) -> Figure | None:
    """These days, in those days."""
    tokens = reading.tokens
    if tokens.lower(index + 1) != "days" or tokens.lower(index + 2) in ("of", "when", "after", "before", "-"):
        return None
    return told(index, index + 2, timex.PRESENT if tokens.lowers[index] == "these" else timex.PAST)


def _weekday(
    reading: Reading, index: int, place: int, lower: str, day: int, sense: Sense, strict: bool
) -> Figure | None:
    date = reading.date
    if lower in _TOLD_BEFORE and (anchor := reading.anchor(index)) is not None:
        date = timex.first_day(anchor) or date
    future = sense == "future" or (sense is None and reading.sense(index, place + 1) != "past")
    following = place + 1 + (reading.tokens.lower(place + 1) == ",")
    dated = month_first(reading, following)
    if dated is not None and dated.time is not None and timex.granule_of(dated.time) == "day":
        return told(index, dated.end, dated.time)
    end, part = part_of_day(reading.tokens, place + 1)
    return on_day(index, end, timex.weekday(date, day, future=future, strict=strict), part)


def _month(
    reading: Reading, index: int, place: int, number: int, sense: Sense, strict: bool
) -> Figure | None:
    dated = month_first(reading, place)
    if dated is not None and dated.time is not None and timex.granule_of(dated.time) == "day":
        return told(index, dated.end, dated.time)
    date, end = reading.date, after_name(reading.tokens, place)
    if sense is None and date is not None:
        # "This March" is the article's year's.
        return told(index, end, f"{date.year:04}-{number:02}")
    return told(index, end, timex.month(date, number, sense, strict=strict))


def _unit(reading: Reading, index: int, place: int, lower: str, step: int) -> Figure | None:
    """Last week, the past year, the following day."""
    tokens, end = reading.tokens, place + 1
    word = tokens.lowers[place]
    code, granule = UNITS[word]
    if tokens.lower(end) == "-" and tokens.joined(end):
        return None
    definite = tokens.lower(index - 1) == "the"
    if granule is None or lower == "first" or word in ("second", "min", "sec"):
        return Figure(index, end, "duration", time=duration(1, code)) if definite and step else None
    if lower in _TOLD_BEFORE or (definite and lower == "next" and word == "day"):
        return _from_told(reading, index, end, granule, step, lower)
    if word == "weekend":
        future = step > 0 or (step == 0 and reading.sense(index, end) != "past")
        nearest = timex.weekend(reading.date, future=future)
        return told(index, end, timex.shifted(reading.date, step, "weekend") if step else nearest)
    if definite and step and lower not in ("current", "latest") and _is_length(reading, index, lower, word):
        return Figure(index, end, "duration", time=duration(1, code))
    if lower == "past":
        return Figure(index, end, "duration", time=duration(1, code))
    if lower == "latest":
        over = timex.shifted(reading.date, 0 if word == "week" else -1, granule)
        return told(index, end, latest_quarter(reading) if word == "quarter" else over)
    if word == "day":
        return None
    figure = told(index, end, timex.shifted(reading.date, step, granule))
    return with_quarter(reading, figure) if figure is not None and word == "year" else figure


def _is_length(reading: Reading, index: int, lower: str, word: str) -> bool:
    """Whether "the last year" is twelve months rather than a year of the calendar."""
    before = reading.tokens.lower(index - 2)
    if lower in ("last", "past"):
        return word != "century" and (lower == "past" or before not in _DATED)
    return lower in ("next", "coming") and before in _WITHIN and before not in _DATED


def _from_told(
    reading: Reading, index: int, end: int, granule: Granule, step: int, lower: str
) -> Figure | None:
    """The previous month, the following day, that week: counted from the date told last."""
    anchor = reading.anchor(index)
    if anchor is None:
        if lower in ("same", "that"):
            return None
        return told(index, end, timex.shifted(reading.date, step, granule))
    if granule == "year" and anchor[:4].isdecimal():
        anchor = anchor[:4]
    value = timex.moved(anchor, step, granule)
    if value is None and lower in ("same", "that"):
        return None
    return told(index, end, value or timex.shifted(reading.date, step, granule))
