"""Lengths of time that an order word leads: the last two weeks, the past few years, coming months."""

from __future__ import annotations

from fenttui.extract.mention import Measure
from fenttui.extract.numbers.numerals import numeral_at
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times import timex
from fenttui.extract.times.context import Context
from fenttui.extract.times.figure import TimeFigure, date_or_time
from fenttui.extract.times.lengths import PLURALS, VAGUE, duration, unit_name

SPANS = word_set("last past previous preceding next coming upcoming following first recent latest")
"""The order words that may lead one."""
PERIOD_KINDS = word_set("fiscal calendar full whole academic school financial")
"""What may stand between an order word and a unit."""


def span(context: Context, index: int, position: int) -> TimeFigure | None:
    """Return the last two weeks, the past few years, the first nine months: a length of time."""
    tokens = context.tokens
    numeral = numeral_at(tokens, position)
    end = numeral.end if numeral else position
    if numeral is None:
        end += tokens.lower(end) == "couple"
        end += tokens.lower(end) in VAGUE or tokens.lower(end) == "of"
    end += tokens.lower(end) in PERIOD_KINDS
    unit = PLURALS.get(tokens.lower(end))
    lower = tokens.lowers[index]
    if unit is None or (numeral is not None and numeral.many):
        return None
    if numeral is None:
        if end == position and lower in ("coming", "upcoming", "following", "recent"):
            return date_or_time(index, end + 1, timex.PAST if lower == "recent" else timex.FUTURE)
        if end == position and lower == "first" and unit[0] in ("MIN", "S", "Q", "NI", "WE"):
            return None
        if end == position and lower not in ("past", "last", "next", "first"):
            return None
        count = 2 if "couple" in tokens.lowers[position:end] else None
        return TimeFigure(index, end + 1, "duration", duration(count, unit[0]))
    measure = Measure(numeral.value, unit_name(tokens.lowers[end]))
    return TimeFigure(index, end + 1, "duration", duration(numeral.value, unit[0]), measure=measure)
