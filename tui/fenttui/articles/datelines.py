"""The lines about an article at its start: datelines, bylines, "Published 2 April 2025"."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from fenttui.articles.dateline_words import AGO, AT_TIME, LABEL, TIME, WEEKDAY, any_date
from fenttui.articles.dates import DATE, MONTH, make_date, parse_date
from fenttui.articles.month_names import plain_digits

_FIRST_LINES = 12
_LONGEST_LINE = 160
_SEPARATOR = re.compile(r"\s?[|·•]\s?|\s[–—-]\s")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_MAY_DATE = re.compile(r"[0-9]{4}| ago\b")
_SMALL_WORDS = frozenset(("and", "of", "in", "for", "the", "at", "de", "la", "van", "von", "der"))


@cache
def _date_line() -> re.Pattern[str]:
    """Return the pattern of a date alone: "Published Wednesday, 2 April 2025 at 10:14 GMT"."""
    # ~5 ms to compile, as the next two: not at import.
    return re.compile(rf"{LABEL}?(?:{TIME},?\s)?{WEEKDAY}(?P<date>{any_date()}){AT_TIME}\.?", re.IGNORECASE)


@cache
def _byline() -> re.Pattern[str]:
    """Return the pattern of a writer and a date: "By Ann Lee, 2 April 2025"."""
    names = r"(?:by|par|von|por|di|door)\s[^0-9.!?:;]{2,80}?,?\s"
    return re.compile(rf"{names}{LABEL}?{WEEKDAY}(?P<date>{any_date()}){AT_TIME}", re.IGNORECASE)


@cache
def _ago() -> re.Pattern[str]:
    return re.compile(rf"{LABEL}{AGO}", re.IGNORECASE)


@cache
def _agency_line() -> re.Pattern[str]:
    """Return the pattern of location, date and agency before the text.

    "BEIJING, April 2, 2025 (Xinhua) -- ".
    """
    return re.compile(
        r"(?P<location>[A-Z][A-Z'’./ -]{2,40}(?:, [A-Z][A-Za-z. ]{1,20})?)"
        rf"(?:, (?P<date>(?i:{DATE}))|, (?i:{MONTH}) [0-9]{{1,2}})?"
        r"(?:,? \((?P<agency>[A-Z][A-Za-z /&.]{1,30})\))? ?(?:[–—]|--?)\s",
        re.ASCII,
    )


def date_in_datelines(text: str) -> dt.date | None:
    """Return the date in the first lines of an article's `text`; None without one that is complete and clear.

    A line that is a date, or has one between bars ("Reuters | 2 April 2025"), after "Published", after the
    writer's name, or after the location ("BEIJING, April 2, 2025 (Xinhua) -- "). One after "Updated" counts
    where there is no other. A date in prose is part of the story, not the article's own.
    """
    updated: dt.date | None = None
    for line in _first_lines(text):
        for found, is_update in _dates_of(line):
            if not is_update:
                return found
            updated = updated or found
    return updated


def is_dateline(line: str) -> bool:
    """Return whether `line` says only when or by whom the article was written."""
    line = " ".join(line.split())
    if len(line) > _LONGEST_LINE or not line:
        return False
    parts = (line, *_SEPARATOR.split(line)) if _MAY_DATE.search(line) else ()
    return any(part and _run(part) is not None for part in parts) or _is_byline(line)


def without_dateline(text: str) -> str:
    """Return `text` without "BEIJING, April 2 (Xinhua) -- " at its start."""
    match = _agency_line().match(text)
    return text[match.end() :] if match and _is_agency_line(match) else text


def _first_lines(text: str) -> list[str]:
    """Return the first lines that are not blank, their white space made single."""
    lines = (" ".join(line[: 2 * _LONGEST_LINE].split()) for line in plain_digits(text[:4096]).split("\n"))
    return [line for line in lines if line][:_FIRST_LINES]


def _dates_of(line: str) -> list[tuple[dt.date, bool]]:
    """Return the dates that `line` gives the article, each with whether it is that of an update."""
    agency = _agency_line().match(line)
    if agency and agency["date"] and (date := parse_date(agency["date"])):
        return [(date, False)]
    # Most lines are prose, and the patterns are long.
    if len(line) > _LONGEST_LINE or not _MAY_DATE.search(line):
        return []
    if found := _run(line):
        return found
    return [each for part in _SEPARATOR.split(line) for each in _run(part) or ()]


def _run(line: str) -> list[tuple[dt.date, bool]] | None:
    """Return the dates of a line that has nothing else, each but the first with its label; else None.

    "Published 2 April 2025 Updated 3 April 2025", "By Ann Lee, 2 April 2025 Updated 2 hours ago".
    """
    found: list[tuple[dt.date, bool]] = []
    at = 0
    while at < len(line):
        if ago := _ago().match(line, at):
            at = ago.end()
        else:
            match = _date_line().match(line, at) or (None if at else _byline().match(line))
            if match is None or (at and not match["label"] and not match["update"]):
                return None
            if date := _date_of(match):
                found.append((date, match["update"] is not None))
            at = match.end()
        while at < len(line) and line[at] in " ,;|-–—()":
            at += 1
    return found


def _date_of(match: re.Match[str]) -> dt.date | None:
    """Return the date of a line; a doubtful one is of a day and a month where its language writes them so."""
    date = parse_date(match["date"])
    if date is None and (match["foreign"] or match["abroad"] or match[0].lower().endswith("uhr")):
        numbers = _DAY_FIRST.fullmatch(match["date"])
        date = make_date(int(numbers[3]), int(numbers[2]), int(numbers[1])) if numbers else None
    return date


def _is_agency_line(match: re.Match[str]) -> bool:
    """Return whether an agency or a date is before the dash: "NATO - " alone begins a text."""
    return match["agency"] is not None or "," in match[0]


def _is_byline(line: str) -> bool:
    """Return whether `line` is "By" and names, "By Ann Lee and Jan de Vries in Beijing"."""
    words = line.split()
    if len(words) < 2 or len(line) > 100 or words[0].lower() != "by" or line[-1] in ".!?:":
        return False
    return all(word[0].isupper() or word.lower().strip(",") in _SMALL_WORDS for word in words[1:])
