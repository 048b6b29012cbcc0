"""The lines about an article at its start: datelines, bylines, "Published 2 April 2025"."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from fenttui.articles.dates import DATE, MONTH, parse_date

_FIRST_LINES = 12
_LONGEST_LINE = 160
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?[.,]{0,2}\s)?"
_TIME = (
    r"(?:[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?:\s?[ap]\.?m\b\.?)?|[0-9]{1,2}\s?[ap]\.?m\b\.?)"
    r"(?:\s?\(?(?:[A-Z]{2,5}(?:[+-][0-9:]{1,5})?)\)?)?"
)
_LABEL = (
    r"(?P<label>(?:(?:first|originally|last)\s)?(?:published|posted|issued|created|updated|modified|date)"
    r"(?:\s(?:on|at))?\s?:?\s?)"
)
_AT_TIME = rf"(?:,?\s(?:at\s)?{_TIME})?"
_SEPARATOR = re.compile(r"\s?[|·•]\s?|\s[–—-]\s")
_SMALL_WORDS = frozenset(("and", "of", "in", "for", "the", "at", "de", "la", "van", "von", "der"))


@cache
def _date_line() -> re.Pattern[str]:
    """Return the pattern of a date alone: "Published Wednesday, 2 April 2025 at 10:14 GMT"."""
    # ~2 ms to compile, as the next two: not at import.
    return re.compile(
        rf"{_LABEL}?(?:{_TIME},?\s)?{_WEEKDAY}(?P<date>{DATE}){_AT_TIME}\.?", re.ASCII | re.IGNORECASE
    )


@cache
def _byline() -> re.Pattern[str]:
    """Return the pattern of a writer and a date: "By Ann Lee, 2 April 2025"."""
    return re.compile(
        rf"by\s[^0-9.!?:;]{{2,80}}?,?\s{_LABEL}?{_WEEKDAY}(?P<date>{DATE}){_AT_TIME}", re.IGNORECASE
    )


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
    parts = [part for part in _SEPARATOR.split(line) if part]
    return any(_date_line().fullmatch(part) or _byline().fullmatch(part) for part in parts) or _is_byline(
        line
    )


def without_dateline(text: str) -> str:
    """Return `text` without "BEIJING, April 2 (Xinhua) -- " at its start."""
    match = _agency_line().match(text)
    return text[match.end() :] if match and _is_agency_line(match) else text


def _first_lines(text: str) -> list[str]:
    """Return the first lines that are not blank, their white space made single."""
    lines = (" ".join(line[: 2 * _LONGEST_LINE].split()) for line in text[:4096].split("\n"))
    return [line for line in lines if line][:_FIRST_LINES]


def _dates_of(line: str) -> list[tuple[dt.date, bool]]:
    """Return the dates that `line` gives the article, each with whether it is that of an update."""
    agency = _agency_line().match(line)
    if agency and agency["date"] and (date := parse_date(agency["date"])):
        return [(date, False)]
    if len(line) > _LONGEST_LINE:
        return []
    if found := _labelled_run(line):
        return found
    for part in _SEPARATOR.split(line):
        match = _date_line().fullmatch(part) or _byline().fullmatch(part)
        if match and (date := parse_date(match["date"])):
            found.append((date, _is_update(match["label"])))
    return found


def _labelled_run(line: str) -> list[tuple[dt.date, bool]]:
    """Return the dates of "Published 2 April 2025 Updated 3 April 2025".

    Labels and dates with nothing between.
    """
    found: list[tuple[dt.date, bool]] = []
    at = 0
    while match := _date_line().match(line, at):
        if not match["label"]:
            return []
        if date := parse_date(match["date"]):
            found.append((date, _is_update(match["label"])))
        at = match.end()
        while at < len(line) and line[at] in " ,;|-–—()":
            at += 1
    return found if at == len(line) else []


def _is_update(label: str | None) -> bool:
    return label is not None and ("updat" in label.lower() or "modif" in label.lower())


def _is_agency_line(match: re.Match[str]) -> bool:
    """Return whether an agency or a date is before the dash: "NATO - " alone begins a text."""
    return match["agency"] is not None or "," in match[0]


def _is_byline(line: str) -> bool:
    """Return whether `line` is "By" and names, "By Ann Lee and Jan de Vries in Beijing"."""
    words = line.split()
    if len(words) < 2 or len(line) > 100 or words[0].lower() != "by" or line[-1] in ".!?:":
        return False
    return all(word[0].isupper() or word.lower().strip(",") in _SMALL_WORDS for word in words[1:])
