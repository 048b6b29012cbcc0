"""Seasons: the summer of 2024, winter 2025, in the spring."""

from __future__ import annotations

from fenttui.extract.amounts.figure import Figure
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times import timex
from fenttui.extract.times.calendar_names import year_at
from fenttui.extract.times.reading import Reading, told
from fenttui.extract.times.spelled_years import spelled_year
from fenttui.extract.times.timex import SEASONS
from fenttui.extract.times.years import short_year

_PLACED = word_set("in over during by since until through throughout of for late early mid")
_STEPS = {"last": -1, "this": 0, "next": 1}


def season(reading: Reading, index: int) -> Figure | None:
    """A season with its year; without one only where it can be nothing else, on the side that verbs tell."""
    tokens = reading.tokens
    code = SEASONS[tokens.lowers[index]]
    place = index + 1 + (tokens.lower(index + 1) == "of")
    if (year := year_at(tokens, place)) is not None:
        return Figure(index, place + 1, "date", time=f"{year:04}-{code}")
    spelled = None
    if tokens.lower(place) in ("nineteen", "eighteen", "two"):
        spelled = spelled_year(reading, place)
    elif tokens.lower(place) in ("'", "’"):
        spelled = short_year(reading, place)
    if spelled is not None and spelled.time is not None and len(spelled.time) == 4:
        return Figure(index, spelled.end, "date", time=f"{spelled.time}-{code}")
    step = _STEPS.get(tokens.lower(place))
    if step is not None and tokens.lower(place + 1) == "year" and reading.date is not None:
        return told(index, place + 2, f"{timex.shifted(reading.date, step, 'year')}-{code}")
    the = tokens.lower(index - 1) == "the"
    before = tokens.lower(index - 2) if the else tokens.lower(index - 1)
    if tokens.lower(index + 1) in ("of", "-") or before not in _PLACED or (tokens.capital[index] and not the):
        return None
    if tokens.lowers[index] in ("fall", "spring") and not the and before != "in":
        return None
    if tokens.lowers[index] == "fall" and tokens.lower(index + 1) in ("in", "from", "to"):
        return None
    return told(index, index + 1, timex.season(reading.date, code, reading.sense(index, index + 1)))
