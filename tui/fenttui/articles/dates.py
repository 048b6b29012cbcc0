"""Dates as news and file names write them. A date that can be read in two ways is not taken."""

from __future__ import annotations

import datetime as dt
import re

from fenttui.articles.month_names import parse_named, plain_digits

FIRST_YEAR, LAST_YEAR = 1800, 2100
"""Other years are numbers, not dates."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The months as they are shortest."""
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
"""The name of a month, to be matched without regard to case."""
_ZONE = r"(?:Z|(?:UTC|GMT)?\s?[+-][0-9]{1,2}(?::?[0-9]{2})?|UTC|GMT)"
_CLOCK = rf"(?:[T ][0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}}(?:[.,][0-9]+)?)?(?:\s?{_ZONE}|\s\({_ZONE}\))?)?"

_YEAR_FIRST = r"[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}"
DAY_MONTH = rf"[0-9]{{1,2}}(?:st|nd|rd|th)?[\s-](?:of\s)?{MONTH},?[\s-][0-9]{{4}}"
MONTH_DAY = rf"{MONTH}[\s-][0-9]{{1,2}}(?:st|nd|rd|th)?,?[\s-][0-9]{{4}}"
_YEAR_LAST = r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}"
_WIDE = r"[0-9]{4}\s?年\s?[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日"
_YEAR_FIRST_LOOSE = r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
DATE = rf"(?:{_YEAR_FIRST_LOOSE}{_CLOCK}|{DAY_MONTH}|{MONTH_DAY}|{_YEAR_LAST}|{_WIDE})"
"""A whole date, day, month and year, to be matched without regard to case and given to `parse_date`."""

_ISO = re.compile(rf"{_YEAR_FIRST}{_CLOCK}", re.ASCII | re.IGNORECASE)
_COMPACT = re.compile(r"[0-9]{8}")
_NAMED = re.compile(rf"{DAY_MONTH}|{MONTH_DAY}", re.ASCII | re.IGNORECASE)
_MONTH_IN = re.compile(MONTH, re.IGNORECASE)
_NUMERIC = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_CHINESE = re.compile(_WIDE)
_NUMBERS = re.compile(r"[0-9]+")

_LONGEST = 64
"""In characters: no date is longer, and dateutil takes its time over a long text."""


def make_date(year: int, month: int, day: int) -> dt.date | None:
    """Return the date, None where the calendar has no such day or the year is out of range."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def parse_date(text: str) -> dt.date | None:
    """Return the one date that `text` as a whole is; None if it is none, incomplete or ambiguous.

    A time of day and a time zone are ignored: the date is the one that is written.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    text = plain_digits(text)
    if _ISO.fullmatch(text) or _CHINESE.fullmatch(text):
        year, month, day = map(int, _NUMBERS.findall(text)[:3])
        return make_date(year, month, day)
    if _COMPACT.fullmatch(text):
        return make_date(int(text[:4]), int(text[4:6]), int(text[6:]))
    if _NAMED.fullmatch(text):
        return date_of_named(text)
    if numeric := _NUMERIC.fullmatch(text):
        return day_and_month(int(numeric[1]), int(numeric[3]), int(numeric[4]))
    if named := parse_named(text):
        return make_date(*named)
    return _by_dateutil(text)


def day_and_month(first: int, second: int, year: int) -> dt.date | None:
    """Return the date written without a month's name; None where both orders of day and month give one."""
    readings = {make_date(year, second, first), make_date(year, first, second)} - {None}
    return readings.pop() if len(readings) == 1 else None


def date_of_named(text: str) -> dt.date | None:
    """Return the date of a text that names its month."""
    month = _MONTH_IN.search(text)
    day, year = (int(number) for number in _NUMBERS.findall(text))
    return make_date(year, MONTHS.index(month[0][:3].lower()) + 1, day) if month else None


def _by_dateutil(text: str) -> dt.date | None:
    """Return the date that dateutil finds in `text`, if it does not depend on dateutil's defaults."""
    years = re.findall(r"(?<![0-9])[0-9]{4}(?![0-9])", text)
    if not years or not text.isprintable():
        return None
    # ~15 ms to import: only for a date that no pattern knows.
    from dateutil import parser  # noqa: PLC0415

    readings: set[dt.date] = set()
    for default in (dt.datetime(2000, 1, 1), dt.datetime(2001, 2, 2)):
        for day_first in (False, True):
            try:
                found = parser.parse(text, default=default, dayfirst=day_first, ignoretz=True)
            except (ValueError, OverflowError, TypeError, ArithmeticError):
                return None
            readings.add(found.date())
    if len(readings) != 1:
        return None
    date = readings.pop()
    return make_date(date.year, date.month, date.day) if str(date.year) in years else None
