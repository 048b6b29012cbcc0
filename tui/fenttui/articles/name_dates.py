"""Dates in the names of files and folders, and in web addresses."""

from __future__ import annotations

import datetime as dt
import re

from fenttui.articles.dates import (
    DAY_MONTH,
    MONTH_DAY,
    MONTHS,
    date_of_named,
    day_and_month,
    make_date,
    parse_date,
)

_IN_NAME = re.compile(
    r"(?<![0-9])(?P<year>[12][0-9]{3})(?P<separator>[-_. /])"
    r"(?P<month>[0-9]{1,2})(?P=separator)(?P<day>[0-9]{1,2})(?![0-9])"
)
_COMPACT_IN_NAME = re.compile(
    r"(?<![0-9A-Za-z])[A-Za-z]*([12][0-9]{7})(?:T?[0-9]{4}(?:[0-9]{2})?Z?)?(?![0-9A-Za-z])"
)
_NAMED_IN_NAME = re.compile(
    rf"(?<![0-9A-Za-z])(?:{DAY_MONTH}|{MONTH_DAY})(?![0-9])", re.ASCII | re.IGNORECASE
)
_NUMERIC_IN_NAME = re.compile(r"(?<![0-9])([0-9]{1,2})([-_. ])([0-9]{1,2})\2([12][0-9]{3})(?![0-9])")
_DIGIT = re.compile("[0-9]")

_IN_ADDRESS = re.compile(
    rf"/(?P<year>(?:19|20)[0-9]{{2}})(?P<separator>[-/_.])(?P<month>[0-9]{{1,2}}|{'|'.join(MONTHS)})(?P=separator)"
    r"(?P<day>[0-9]{1,2})(?![0-9])",
    re.ASCII | re.IGNORECASE,
)
_COMPACT_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?=[/_-]|\Z)"
)
_LATE_IN_ADDRESS = re.compile(
    r"[-_](?P<year>(?:19|20)[0-9]{2})(?P<separator>[-_])(?P<month>[0-9]{2})(?P=separator)(?P<day>[0-9]{2})(?![0-9])"
)


def date_in_name(name: str) -> dt.date | None:
    """Return the first date in the name of a file or of folders, with `/` between them; None without one."""
    if not _DIGIT.search(name):
        return None
    for match in _IN_NAME.finditer(name):
        if date := make_date(int(match["year"]), int(match["month"]), int(match["day"])):
            return date
    for match in _COMPACT_IN_NAME.finditer(name):
        if date := parse_date(match[1]):
            return date
    for match in _NAMED_IN_NAME.finditer(re.sub(r"[_.,\s]+", " ", name)):
        if date := date_of_named(match[0]):
            return date
    for match in _NUMERIC_IN_NAME.finditer(name):
        if date := day_and_month(int(match[1]), int(match[3]), int(match[4])):
            return date
    return None


def date_in_address(url: str) -> dt.date | None:
    """Return the day in the path of a web address, `/2025/apr/02/` or `/2025-04-02-talks`; None without one.

    Digits that are a part of a longer number or word are an identifier.
    """
    path = url.partition("?")[0].partition("#")[0]
    for pattern in (_IN_ADDRESS, _COMPACT_IN_ADDRESS, _LATE_IN_ADDRESS):
        for match in pattern.finditer(path):
            month = match["month"].lower()
            number = MONTHS.index(month) + 1 if month in MONTHS else int(month)
            if date := make_date(int(match["year"]), number, int(match["day"])):
                return date
    return None
