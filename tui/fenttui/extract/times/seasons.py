"""Seasons: the summer of 2024, winter 2025, in the spring."""

from __future__ import annotations

from fenttui.extract.text.calendar_names import year_at
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times import timex
from fenttui.extract.times.context import Context
from fenttui.extract.times.figure import TimeFigure, date_or_time
from fenttui.extract.times.spelled_years import spelled_year
from fenttui.extract.times.timex import SEASONS
from fenttui.extract.times.years import short_year

_PLACED = word_set("in over during by since until through throughout of for late early mid")
_STEPS = {"last": -1, "this": 0, "next": 1}


def season(context: Context, index: int) -> TimeFigure | None:
    """Return a season with its year.

    Without a year it is one only where it can be nothing else, on the side that verbs show.
    """
    tokens = context.tokens
    code = SEASONS[tokens.lowers[index]]
    position = index + 1 + (tokens.lower(index + 1) == "of")
    if (year := year_at(tokens, position)) is not None:
        return TimeFigure(index, position + 1, "date", f"{year:04}-{code}")
    spelled = None
    if tokens.lower(position) in ("nineteen", "eighteen", "two"):
        spelled = spelled_year(context, position)
    elif tokens.lower(position) in ("'", "’"):
        spelled = short_year(context, position)
    if spelled is not None and len(spelled.value) == 4:
        return TimeFigure(index, spelled.end, "date", f"{spelled.value}-{code}")
    step = _STEPS.get(tokens.lower(position))
    if step is not None and tokens.lower(position + 1) == "year" and context.date is not None:
        return date_or_time(index, position + 2, f"{timex.shifted(context.date, step, 'year')}-{code}")
    the = tokens.lower(index - 1) == "the"
    before = tokens.lower(index - 2) if the else tokens.lower(index - 1)
    if tokens.lower(index + 1) in ("of", "-") or before not in _PLACED or (tokens.capital[index] and not the):
        return None
    if tokens.lowers[index] in ("fall", "spring") and not the and before != "in":
        return None
    if tokens.lowers[index] == "fall" and tokens.lower(index + 1) in ("in", "from", "to"):
        return None
    return date_or_time(index, index + 1, timex.season(context.date, code, context.sense(index, index + 1)))
