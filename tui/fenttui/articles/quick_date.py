"""Dates that need no reading: from the names of a file and its folders, and from its modification time."""

from __future__ import annotations

import datetime as dt

from fenttui.articles.article import Entry
from fenttui.articles.dates import FIRST_YEAR, LAST_YEAR
from fenttui.articles.name_dates import date_in_name

_UNKNOWN = dt.date(1970, 1, 1)
"""The date of a file without a modification time."""


def preliminary_date(entry: Entry) -> dt.date:
    """Return the date in the entry's name, else its modification date, to sort unread articles by."""
    return name_date(entry) or folder_date(entry) or modified_date(entry)


def name_date(entry: Entry) -> dt.date | None:
    """Return the date in the name of the entry's file, None without one."""
    return date_in_name(entry.path.name)


def folder_date(entry: Entry) -> dt.date | None:
    """Return the date in the names of the folders below the root that the entry is in, None without one."""
    return date_in_name(entry.name) if "/" in entry.name else None


def modified_date(entry: Entry, modified: float | None = None) -> dt.date:
    """Return the day, in UTC, on which the entry's file was modified; 1970-01-01 if it is unknown.

    Args:
        entry: the file.
        modified: its modification time in seconds of the epoch, where the caller knows it.
    """
    try:
        seconds = entry.path.stat().st_mtime if modified is None else modified
        day = dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    except (OSError, OverflowError, ValueError):
        return _UNKNOWN
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else _UNKNOWN
