"""Months, weekdays, days of the month, years, parts of the day and units of time, as they are written."""

from __future__ import annotations

from fenttui.extract.text.tokens import Tokens

_MONTH_NAMES = (
    "january jan/february feb/march mar/april apr/may/june jun/july jul/august aug/september sep sept"
    "/october oct/november nov/december dec"
)
_WEEKDAY_NAMES = (
    "monday mon/tuesday tue tues/wednesday wed/thursday thu thur thurs/friday fri/saturday sat/sunday sun"
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES.split("/"), 1) for name in names.split()}
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES.split("/")) for name in names.split()}
WEEKDAYS_OFTEN = {f"{name}s": number for name, number in WEEKDAYS.items() if name.endswith("day")}
"""Mondays, Tuesdays: every one of them."""

PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
PARTS_OFTEN = {f"{name}s": code for name, code in PARTS.items()}

TIME_UNITS = (
    "second", "minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "quarter", "year",
    "decade", "century", "millennium", "yr", "min", "hr", "sec",
)  # fmt: skip
UNIT_OF_PLURAL = {f"{unit}s": unit for unit in TIME_UNITS} | {
    "centuries": "century",
    "millennia": "millennium",
}

_WHOLE = ("march", "april", "may", "june", "july")
_ENDINGS = ("st", "nd", "rd", "th")


def numbered(words: str, first: int = 1) -> dict[str, int]:
    """Return the number of each of `words`, counted from `first`."""
    return {word: number for number, word in enumerate(words.split(), first)}


_ORDINALS = numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
) | {"thirtieth": 30}
_YEAR_STARTS = ("16", "17", "18", "19", "20")


_ONLY_NAMES = frozenset(
    name for name in (*MONTHS, *WEEKDAYS, *WEEKDAYS_OFTEN) if len(name) > 5 and name not in ("august",)
)
"""Names that are no other word, so that they need no capital letter."""


def is_name(tokens: Tokens, index: int) -> bool:
    """Return whether token `index` is written as a calendar name: with a capital, where it needs one."""
    return tokens.capital[index] or tokens.lowers[index] in _ONLY_NAMES


def after_name(tokens: Tokens, index: int) -> int:
    """Return the token after the name at token `index` and the full stop that shortens it: Dec., Tues."""
    short = len(tokens.words[index]) < 6 and tokens.lowers[index] not in _WHOLE
    return index + 1 + (short and tokens.lower(index + 1) == ".")


def weekday_of(tokens: Tokens, index: int) -> int | None:
    """Return the number of the weekday named at token `index`, Monday being 0."""
    if not 0 <= index < len(tokens) or not is_name(tokens, index):
        return None
    return WEEKDAYS.get(tokens.lowers[index])


def month_of(tokens: Tokens, index: int) -> int | None:
    """Return the number of the month named at token `index`, January being 1."""
    if not 0 <= index < len(tokens) or not is_name(tokens, index):
        return None
    return MONTHS.get(tokens.lowers[index])


def day_at(tokens: Tokens, index: int) -> int | None:
    """Return the day of a month that the number at token `index` may be."""
    word = tokens.lower(index)
    if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    return None if tokens.lower(index + 1) in ("%", "percent", "per", "million", "billion") else int(word)


def after_day(tokens: Tokens, index: int) -> int:
    """Return the token after the day at token `index` and its ending: 13, 13th."""
    return index + (2 if tokens.lower(index + 1) in _ENDINGS and tokens.joined(index + 1) else 1)


def ordinal_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Return the number of an ordinal below 100 and the token after it: first, twenty-first, 21st."""
    word = tokens.lower(index)
    if word.isdecimal() and len(word) < 3:
        end = after_day(tokens, index)
        return (int(word), end) if end == index + 2 else None
    if word in ("twenty", "thirty") and tokens.lower(index + 1) == "-":
        last = _ORDINALS.get(tokens.lower(index + 2), 10)
        return ((20 if word == "twenty" else 30) + last, index + 3) if last < 10 else None
    number = _ORDINALS.get(word)
    return (number, index + 1) if number is not None else None


def year_at(tokens: Tokens, index: int) -> int | None:
    """Return the year that the number of four digits at token `index` may be."""
    word = tokens.lower(index)
    return int(word) if len(word) == 4 and word.isdecimal() and word[:2] in _YEAR_STARTS else None


def part_of_day(tokens: Tokens, index: int) -> tuple[int, str]:
    """Return the token after "morning" and its TIMEX3 suffix; `index` and "" where none stands."""
    part = PARTS.get(tokens.lower(index), "")
    return (index + 1, part) if part else (index, "")
