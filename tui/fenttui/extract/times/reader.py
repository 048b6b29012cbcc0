"""Dates, times of day, durations and sets, with their TIMEX3 values."""

from __future__ import annotations

import datetime as dt

from fenttui.extract.amounts import Figure
from fenttui.extract.mention import Amount
from fenttui.extract.numerals import NUMBER_WORDS, numeral_at
from fenttui.extract.times import timex
from fenttui.extract.times.calendar_names import month_of, weekday_of
from fenttui.extract.times.clock import clock_time
from fenttui.extract.times.dates import absolute_date, part_of_day
from fenttui.extract.times.durations import PLURALS, UNITS, VAGUE, length_at, unit_name
from fenttui.extract.tokens import Tokens
from fenttui.extract.wordlists import word_set

_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_ORDER = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}
_SPANS = word_set("last past previous next coming first recent")
_TODAY = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
_SETS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "annual": "P1Y",
    "hourly": "PT1H",
}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_SHADES = word_set("earlier later early late")

TIME_WORDS = (
    frozenset(_ORDER)
    | frozenset(_TODAY)
    | frozenset(_SETS)
    | frozenset(_QUARTERS)
    | _SHADES
    | VAGUE
    | frozenset(_SEASONS)
    | word_set("a an per every each half noon midnight several few mid")
    | NUMBER_WORDS
)
"""Words, in lower case, that may start a time without being a month or a weekday."""


def time_at(tokens: Tokens, index: int, date: dt.date | None) -> Figure | None:
    """The time that starts at token `index`, told from the article's `date`."""
    lower = tokens.lowers[index]
    if lower in _SHADES:
        if tokens.lower(index + 1) in ("this", "last", "next") or (
            lower in ("early", "late")
            and (month_of(tokens, index + 1) or weekday_of(tokens, index + 1) is not None)
        ):
            inner = time_at(tokens, index + 1, date)
            if inner is not None and inner.kind == "date":
                return Figure(index, inner.end, "date", time=inner.time)
        return None
    if lower in _TODAY:
        return _today(tokens, index, date, lower)
    if lower in _ORDER and (found := _ordered(tokens, index, date, lower)) is not None:
        return found
    if lower in _QUARTERS and tokens.lower(index + 1) == "quarter":
        return _quarter(tokens, index, date, lower)
    if lower in ("every", "each", "per") or lower in _SETS:
        return _set(tokens, index, lower)
    return (
        clock_time(tokens, index)
        or absolute_date(tokens, index, date)
        or _season(tokens, index, lower)
        or length_at(tokens, index, date, lower)
    )


def _today(tokens: Tokens, index: int, date: dt.date | None, lower: str) -> Figure:
    value = timex.shifted(date, _TODAY[lower], "day")
    end, part = part_of_day(tokens, index + 1)
    if lower == "tonight":
        end, part = index + 1, "TNI"
    return Figure(index, end, "time" if part else "date", time=value + part if date else value)


def _ordered(tokens: Tokens, index: int, date: dt.date | None, lower: str) -> Figure | None:
    """What follows last, this and next: a unit or some, a weekday, a month, a season, a part of the day."""
    step, following = _ORDER[lower], index + 1
    word = tokens.lower(following)
    definite = tokens.lower(index - 1) == "the"
    if word in UNITS:
        code, granule = UNITS[word]
        if lower == "past" or (
            definite and lower == "last" and word != "century" and not _dated(tokens, index)
        ):
            return Figure(index, following + 1, "duration", time=timex.duration("1", code))
        if word == "night":
            value = timex.shifted(date, step, "day")
            return Figure(index, following + 1, "time", time=f"{value}TNI" if date else value)
        if granule is None:
            return None
        return Figure(index, following + 1, "date", time=timex.shifted(date, step, granule))
    if (day := weekday_of(tokens, following)) is not None:
        value = timex.weekday(date, day, future=step >= 0, strict=step != 0)
        end, part = part_of_day(tokens, following + 1)
        return Figure(index, end, "time" if part else "date", time=value + part if date else value)
    if number := month_of(tokens, following):
        future = step > 0 or (step == 0 and date is not None and number >= date.month)
        value = timex.month(date, number, future=future, strict=step != 0)
        return Figure(index, following + 1, "date", time=value)
    if word in _SEASONS:
        year = timex.shifted(date, step, "year")
        value = f"{year}-{_SEASONS[word]}" if date else year
        return Figure(index, following + 1, "date", time=value)
    end, part = part_of_day(tokens, following)
    if part and lower == "this":
        value = timex.shifted(date, 0, "day")
        return Figure(index, end, "time", time=value + part if date else value)
    if lower in _SPANS:
        return _span(tokens, index, following)
    return None


def _dated(tokens: Tokens, index: int) -> bool:
    return tokens.lower(index - 2) in ("of", "by", "until")


def _span(tokens: Tokens, index: int, following: int) -> Figure | None:
    """The last two weeks, the past few years: a length of time."""
    numeral = numeral_at(tokens, following)
    end = numeral.end if numeral else following + (tokens.lower(following) in VAGUE)
    unit = PLURALS.get(tokens.lower(end))
    if unit is None or (numeral is not None and numeral.many):
        return None
    if numeral is None:
        return Figure(index, end + 1, "duration", time=timex.duration("X", unit[0]))
    amount = Amount(numeral.value, unit_name(tokens.lowers[end]))
    return Figure(index, end + 1, "duration", amount, timex.duration(str(numeral.value), unit[0]))


def _quarter(tokens: Tokens, index: int, date: dt.date | None, lower: str) -> Figure | None:
    end = index + 2
    if tokens.lower(end) == "of" and _is_year(tokens, end + 1):
        return Figure(index, end + 2, "date", time=f"{tokens.words[end + 1]}-Q{_QUARTERS[lower]}")
    if _is_year(tokens, end):
        return Figure(index, end + 1, "date", time=f"{tokens.words[end]}-Q{_QUARTERS[lower]}")
    if tokens.lower(end) == "of":
        return None
    year = f"{date.year:04}" if date else "XXXX"
    return Figure(index, end, "date", time=f"{year}-Q{_QUARTERS[lower]}")


def _is_year(tokens: Tokens, index: int) -> bool:
    word = tokens.lower(index)
    return len(word) == 4 and word.isdecimal() and word[:2] in ("18", "19", "20")


def _set(tokens: Tokens, index: int, lower: str) -> Figure | None:
    if lower in _SETS:
        return Figure(index, index + 1, "set", time=_SETS[lower])
    word = tokens.lower(index + 1)
    if word in UNITS:
        return Figure(index, index + 2, "set", time=timex.duration("1", UNITS[word][0]))
    if lower == "per":
        return None
    day = weekday_of(tokens, index + 1)
    if day is not None:
        return Figure(index, index + 2, "set", time=f"XXXX-WXX-{day + 1}")
    numeral = numeral_at(tokens, index + 1)
    if numeral is not None and tokens.lower(numeral.end) in PLURALS:
        value = timex.duration(str(numeral.value), PLURALS[tokens.lower(numeral.end)][0])
        return Figure(index, numeral.end + 1, "set", time=value)
    return None


def _season(tokens: Tokens, index: int, lower: str) -> Figure | None:
    if lower not in _SEASONS:
        return None
    place = index + 1 + (tokens.lower(index + 1) == "of")
    if not _is_year(tokens, place):
        return None
    return Figure(index, place + 1, "date", time=f"{tokens.words[place]}-{_SEASONS[lower]}")
