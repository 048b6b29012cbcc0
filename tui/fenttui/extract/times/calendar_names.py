"""Months, weekdays, days of the month and years, as they are written."""

from __future__ import annotations

from fenttui.extract.tokens import Tokens

_MONTH_NAMES = (
    "january jan/february feb/march mar/april apr/may/june jun/july jul/august aug/september sep sept"
    "/october oct/november nov/december dec"
)
_WEEKDAY_NAMES = (
    "monday mon/tuesday tue tues/wednesday wed/thursday thu thur thurs/friday fri/saturday/sunday"
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES.split("/"), 1) for name in names.split()}
_WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES.split("/")) for name in names.split()}
_ORDINALS = ("st", "nd", "rd", "th")

CALENDAR_WORDS = (
    frozenset(_MONTHS) | frozenset(_WEEKDAYS) | frozenset(f"{day}s" for day in _WEEKDAYS if len(day) > 5)
)
"""Words, in lower case, that may start a date."""


def weekday_of(tokens: Tokens, index: int) -> int | None:
    """The number of the weekday named at token `index`, Monday being 0."""
    if index >= len(tokens) or not tokens.capital[index]:
        return None
    word = tokens.words[index]
    return _WEEKDAYS.get(word.lower().removesuffix("s") if len(word) > 6 else word.lower())


def month_of(tokens: Tokens, index: int) -> int | None:
    """The number of the month named at token `index`, January being 1."""
    if not 0 <= index < len(tokens) or not tokens.capital[index]:
        return None
    return _MONTHS.get(tokens.lowers[index])


def day_at(tokens: Tokens, index: int) -> int | None:
    """The day of a month that the number at token `index` may be."""
    word = tokens.lower(index)
    if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    return None if tokens.lower(index + 1) in ("%", "percent", "per", "million", "billion") else int(word)


def after_day(tokens: Tokens, index: int) -> int:
    """The token after the day at token `index` and its ending: 13, 13th."""
    return index + (2 if tokens.lower(index + 1) in _ORDINALS and tokens.joined(index + 1) else 1)


def year_at(tokens: Tokens, index: int) -> int | None:
    """The year that the number of four digits at token `index` may be."""
    word = tokens.lower(index)
    if len(word) != 4 or not word.isdecimal() or word[:2] not in ("17", "18", "19", "20"):
        return None
    return int(word)
