"""Dates and times in digits alone: 2025-03-13, 2025-03-13T10:30, 13.3.2025, 12/31/2024, 2024-03."""

from __future__ import annotations

import re

from fenttui.extract.text.calendar_names import day_at, month_of, year_at
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.times import timex
from fenttui.extract.times.context import Context
from fenttui.extract.times.figure import TimeFigure

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_CLOCK = re.compile(r"\d\d:\d\d(?::\d\d)?")
_UNKNOWN = "XXXX-XX-XX"


def numeric_date(context: Context, index: int) -> TimeFigure | None:
    """Return a date in digits; where day and month may be either they stay open: 03/04/2025 is 2025-XX-XX."""
    tokens = context.tokens
    word = tokens.words[index]
    if _ISO_DAY.fullmatch(word):
        return _iso_day(tokens, index, word)
    if _SLASHED.fullmatch(word):
        first, second, year = (int(part) for part in word.split("/"))
        return _either(index, index + 1, first, second, year)
    if tokens.joined(index):
        return None
    return _parted(tokens, index) or _iso_month(tokens, index) or _with_month_name(tokens, index)


def _iso_day(tokens: Tokens, index: int, word: str) -> TimeFigure | None:
    year, month, day = (int(part) for part in word.split("-"))
    found = timex.full_date(year, month, day)
    if found is None:
        return None
    position = index + 1
    # ISO 8601 joins date and time of day by a T, or in RFC 3339 by a space.
    position += tokens.lower(position) == "t" and tokens.joined(position)
    clock = tokens.lower(position)
    parts = [int(part) for part in clock.split(":")] if _CLOCK.fullmatch(clock) else [24]
    if parts[0] > 23 or max(parts[1:]) > 59:
        return TimeFigure(index, index + 1, "date", found.isoformat())
    end = position + 1
    end += tokens.lower(end) == "z" and tokens.joined(end)
    return TimeFigure(index, end, "time", f"{found.isoformat()}T{':'.join(f'{part:02}' for part in parts)}")


def _iso_month(tokens: Tokens, index: int) -> TimeFigure | None:
    word, month = tokens.words[index], tokens.lower(index + 2)
    if tokens.lower(index + 1) != "-" or not tokens.joined(index + 1) or not tokens.joined(index + 2):
        return None
    if len(word) != 4 or not (word.isdecimal() and month.isdecimal()) or len(month) != 2:
        return None
    if word[:2] not in ("19", "20") or not 1 <= int(month) <= 12 or tokens.lower(index + 3) in ("-", "–"):
        return None
    return TimeFigure(index, index + 3, "date", f"{int(word):04}-{int(month):02}")


def _with_month_name(tokens: Tokens, index: int) -> TimeFigure | None:
    """Return a date with a month's name between signs: 5-Aug-2016, 5/Aug/2016."""
    day, sign, month, year = (
        day_at(tokens, index),
        tokens.lower(index + 1),
        month_of(tokens, index + 2),
        year_at(tokens, index + 4),
    )
    if (
        day is None
        or month is None
        or year is None
        or sign not in ("-", "/")
        or tokens.lower(index + 3) != sign
    ):
        return None
    found = timex.full_date(year, month, day)
    return TimeFigure(index, index + 5, "date", found.isoformat()) if found else None


def _parted(tokens: Tokens, index: int) -> TimeFigure | None:
    """Return a date of three numbers with one sign between: 13.3.2025, 3-13-2025, 2025/03/13."""
    parts, end, sign = _numbers(tokens, index)
    if len(parts) != 3 or any(len(part) > 4 for part in parts):
        return None
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4 and sign in "/.-":
        found = timex.full_date(first, second, third)
        return TimeFigure(index, end, "date", found.isoformat()) if found else None
    if len(parts[0]) > 2 or len(parts[1]) > 2 or not (1 <= first <= 31 and 1 <= second <= 31):
        return None
    if len(parts[2]) == 4:
        if sign == ".":
            # With full stops the day comes first, in every country that writes dates so.
            found = timex.full_date(third, second, first)
            return TimeFigure(index, end, "date", found.isoformat()) if found else None
        return _either(index, end, first, second, third)
    if len(parts[2]) == 2 and sign == "/" and min(first, second) <= 12:
        return TimeFigure(index, end, "date", _UNKNOWN)
    return None


def _numbers(tokens: Tokens, index: int) -> tuple[list[str], int, str]:
    """Return up to four numbers that one sign joins from token `index`, the token after, and the sign."""
    parts = tokens.words[index].split(".")
    sign, end = ("." if len(parts) > 1 else tokens.lower(index + 1)), index + 1
    if sign not in ("/", ".", "-"):
        return parts, end, ""
    while (
        len(parts) < 4
        and tokens.lower(end) == sign
        and tokens.joined(end)
        and tokens.joined(end + 1)
        and tokens.words[end + 1].replace(".", "", sign == ".").isdecimal()
    ):
        parts += tokens.words[end + 1].split(".")
        end += 2
    if tokens.joined(end) and tokens.words[end] in ("/", "-", "%"):
        return [], end, sign
    return (parts if all(part.isdecimal() for part in parts) else []), end, sign


def _either(index: int, end: int, first: int, second: int, year: int) -> TimeFigure | None:
    day_month, month_day = timex.full_date(year, second, first), timex.full_date(year, first, second)
    found = day_month or month_day
    if found is None:
        return None
    if day_month is not None and month_day is not None and first != second:
        return TimeFigure(index, end, "date", f"{year:04}-XX-XX")
    return TimeFigure(index, end, "date", found.isoformat())
