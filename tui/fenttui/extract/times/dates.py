"""Calendar dates, weekdays and years in the text."""

from __future__ import annotations

import datetime as dt

from fenttui.extract.amounts import Figure
from fenttui.extract.times import timex
from fenttui.extract.times.calendar_names import after_day, day_at, month_of, weekday_of, year_at
from fenttui.extract.times.day_lists import ListedDay, days_from, listed_day, year_after
from fenttui.extract.tokens import Tokens
from fenttui.extract.wordlists import word_set

_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_FUTURE = word_set(
    "will shall plans planned scheduled due expected set upcoming next until by tomorrow deadline hopes"
    " intends starting begins"
)
_REACH_BACK = 14
_YEAR_BEFORE = word_set(
    "in since of from by until till to and during before after early late mid year around between"
    " through ( – — / ' ’ about circa as back ended ending started on per at"
)
"""What makes a number of four digits a year although a word follows it."""
_YEAR_AFTER = word_set("when and to as the with that for by after he")
_AMOUNT_AFTER = ("percent", "per", "million")


def part_of_day(tokens: Tokens, index: int) -> tuple[int, str]:
    """The token after "morning" and its TIMEX3 suffix; `index` and "" where none stands."""
    part = _PARTS.get(tokens.lower(index), "")
    return (index + 1, part) if part else (index, "")


def future_sense(tokens: Tokens, index: int) -> bool:
    """Whether the clause before token `index` speaks of what is to come; news else speaks of the past."""
    for place in range(index - 1, max(index - _REACH_BACK, -1), -1):
        word = tokens.lowers[place]
        if word in (".", ";", "!", "?") or word[0] == "\n":
            return False
        if word in _FUTURE:
            return True
    return False


def absolute_date(tokens: Tokens, index: int, date: dt.date | None) -> Figure | None:
    """A date that starts at token `index`: March 13, 2025; 13 March; Tuesday; the 1990s; 2025."""
    word = tokens.words[index]
    if word[0].isdecimal():
        return _numeric(tokens, index, date)
    day = weekday_of(tokens, index)
    if day is not None:
        return _weekday(tokens, index, date, day)
    number = month_of(tokens, index)
    return _month(tokens, index, date, number) if number else None


def _weekday(tokens: Tokens, index: int, date: dt.date | None, day: int) -> Figure | None:
    lower = tokens.lowers[index]
    if lower in ("mon", "sat", "sun", "wed", "fri", "thu", "tue") and tokens.lower(index + 1) not in (
        ",",
        ".",
    ):
        return None
    following = index + 1 + (tokens.lower(index + 1) == "." and len(lower) < 6)
    following += tokens.lower(following) == ","
    number = month_of(tokens, following)
    inner = _month(tokens, following, date, number) if number else None
    if inner is None and tokens.lower(following).isdecimal():
        inner = _numeric(tokens, following, date)
    if inner is not None and inner.time is not None and len(inner.time) == len("2025-04-01"):
        return Figure(index, inner.end, "date", time=inner.time)
    if len(lower) < 6:
        return None
    end, part = part_of_day(tokens, index + 1)
    if lower.endswith("days"):
        return Figure(index, end, "set", time=f"XXXX-WXX-{day + 1}")
    value = timex.weekday(date, day, future=future_sense(tokens, index))
    return Figure(index, end, "time" if part else "date", time=value + part if date else value)


def _month(tokens: Tokens, index: int, date: dt.date | None, number: int) -> Figure | None:
    """Month first: March 13, 2025; March 2025; March."""
    place = index + 1
    short = len(tokens.words[index]) < 5
    if short and tokens.lower(place) == ".":
        place += 1
    day = day_at(tokens, place)
    if day is not None:
        places, last = days_from(tokens, place)
        year, stop = year_after(tokens, last)
        end = stop if len(places) == 1 else after_day(tokens, place)
        return _listed(index, ListedDay(day, number, year, end), date)
    place += tokens.lower(place) in (",", "of")
    year = year_at(tokens, place)
    if year is not None:
        return Figure(index, place + 1, "date", time=f"{year:04}-{number:02}")
    if short and tokens.lowers[index] not in ("may", "june", "july"):
        return None
    if tokens.lowers[index] in ("may", "march") and (
        tokens.opens[index]
        or tokens.lower(index - 1)
        not in ("in", "since", "until", "by", "of", "for", "from", "to", "and", "mid", "-")
    ):
        return None
    value = timex.month(date, number, future=future_sense(tokens, index))
    return Figure(index, index + 1, "date", time=value)


def _listed(first: int, told: ListedDay, date: dt.date | None) -> Figure | None:
    """The date of a day of the month, in the year that the text tells, else in the nearest."""
    if told.year is None:
        value = timex.day_of_month(date, told.month, told.day)
    else:
        found = timex.full_date(told.year, told.month, told.day)
        value = found.isoformat() if found else None
    return Figure(first, told.end, "date", time=value) if value else None


def _numeric(tokens: Tokens, index: int, date: dt.date | None) -> Figure | None:
    word = tokens.words[index]
    if "-" in word:
        parts = [int(part) for part in word.split("-")]
        found = timex.full_date(parts[0], parts[1], parts[2])
        return Figure(index, index + 1, "date", time=found.isoformat()) if found else None
    if word.count("/") == 2:
        parts = [int(part) for part in word.split("/")]
        first, second, last = parts
        found = timex.full_date(last, first, second) or timex.full_date(last, second, first)
        return Figure(index, index + 1, "date", time=found.isoformat()) if found else None
    if (listed := listed_day(tokens, index)) is not None:
        return _listed(index, listed, date)
    day = day_at(tokens, index)
    if day is not None and not tokens.joined(index):
        place = after_day(tokens, index)
        place += tokens.lower(place) == "of"
        number = month_of(tokens, place)
        if number:
            return _day_first(tokens, index, place, date, day, number)
    year = year_at(tokens, index)
    return _plain_year(tokens, index, year) if year is not None else None


def _day_first(
    tokens: Tokens, index: int, place: int, date: dt.date | None, day: int, number: int
) -> Figure | None:
    end = place + 1
    end += tokens.lower(end) == "." and len(tokens.words[place]) < 5
    year, stop = year_after(tokens, end)
    return _listed(index, ListedDay(day, number, year, stop if year is not None else place + 1), date)


def _plain_year(tokens: Tokens, index: int, year: int) -> Figure | None:
    """A year by itself, or a decade: in 2025, the 1990s."""
    end = index + 1
    if tokens.joined(end) and tokens.lower(end) in ("s", "'s", "’s"):
        return Figure(index, end + 1, "date", time=f"{year // 10}") if year % 10 == 0 else None
    if tokens.joined(index) and tokens.words[index - 1] not in ("(", "-", "–", "—", "/", '"', "“", "'", "‘"):
        return None
    following, before = tokens.lower(end), tokens.lower(index - 1)
    if (tokens.joined(end) and following in ("%", "$", "°", "/", "@", "x")) or following in _AMOUNT_AFTER:
        return None
    plain = not following.isalpha() or before in _YEAR_BEFORE or following in _YEAR_AFTER
    named = index == 0 or tokens.capital[index - 1] or (before == "the" and not following.endswith("s"))
    return Figure(index, end, "date", time=f"{year:04}") if plain or named else None
