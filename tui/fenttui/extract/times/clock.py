"""Times of day, and the day that each is told for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fenttui.extract.amounts import Figure
from fenttui.extract.gazetteer import function_words
from fenttui.extract.tokens import Tokens
from fenttui.extract.wordlists import word_set

_ZONES = word_set("gmt utc est edt pst pdt cst cdt bst cet ist et pt wat eat sast hkt jst")
_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|WXX-\d)")
_NEAR = 4
"""How many figures before and after a time may hold its day."""
_STOPS = frozenset(".!?…\n")


def clock_time(tokens: Tokens, index: int) -> Figure | None:
    """A time of day on a day that is not told here: 5 p.m., 5.30am, 17:30 GMT, noon, midnight."""
    lower = tokens.lowers[index]
    if lower in ("noon", "midday", "midnight"):
        return Figure(index, index + 1, "time", time=f"T{'00' if lower == 'midnight' else '12'}:00")
    end = index + 1
    half = tokens.lower(end).replace(".", "")
    if half in ("am", "pm") and lower[-3:-2] == ".":
        lower = lower.replace(".", ":")
    parts = lower.split(":")
    if not all(part.isdecimal() and len(part) <= 2 for part in parts) or tokens.joined(index):
        return None
    hour, minute = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    if half in ("am", "pm") and 1 <= hour <= 12 and minute < 60:
        hour = hour % 12 + (12 if half == "pm" else 0)
        end += 1
    elif len(parts) == 1:
        if tokens.lower(end) not in ("o'clock", "o’clock"):
            return None
        end += 1
    if hour > 24 or minute > 59:
        return None
    if tokens.lower(end) in _ZONES:
        end += 1
    return Figure(index, end, "time", time=f"T{hour:02}:{minute:02}")


def on_their_days(tokens: Tokens, figures: Sequence[Figure]) -> list[Figure]:
    """`figures` with every time of day on the nearest day of its sentence; without one it stays open.

    An article tells of more days than its own, so that its date says nothing of "at 4:00 pm".
    """
    return [
        replace(figure, time=f"{_day_of(tokens, figures, place)}{figure.time}")
        if figure.time is not None and figure.time[0] == "T"
        else figure
        for place, figure in enumerate(figures)
    ]


def _day_of(tokens: Tokens, figures: Sequence[Figure], place: int) -> str:
    figure = figures[place]
    found: list[tuple[int, str]] = []
    for other in figures[max(place - _NEAR, 0) : place + _NEAR + 1]:
        day = _DAY.match(other.time or "")
        first, end = min(figure.end, other.end), max(figure.first, other.first)
        if day is not None and not _parted(tokens, first, end):
            found.append((end - first, day[0]))
    return min(found, key=lambda each: each[0])[1] if found else ""


def _parted(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a sentence ends between the tokens; "p.m. Then" ends one as well, "p.m. Tuesday" does not."""
    for index in range(first - 1, end):
        word = tokens.words[index]
        if word[0] in _STOPS and tokens.opens[index + 1]:
            return True
        if word[-1] == "." and tokens.capital[index + 1] and tokens.lowers[index + 1] in function_words():
            return True
    return False
