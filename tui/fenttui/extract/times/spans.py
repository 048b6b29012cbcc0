"""Lengths of time that an order word leads: the last two weeks, the past few years, coming months."""

from __future__ import annotations

from fenttui.extract.amounts.figure import Figure
from fenttui.extract.mention import Amount
from fenttui.extract.numbers.numerals import numeral_at
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times import timex
from fenttui.extract.times.lengths import PLURALS, VAGUE, duration, unit_name
from fenttui.extract.times.reading import Reading, told

SPANS = word_set("last past previous preceding next coming upcoming following first recent latest")
"""The order words that may lead one."""
PERIOD_KINDS = word_set("fiscal calendar full whole academic school financial")
"""What may stand between an order word and a unit."""


def span(reading: Reading, index: int, place: int) -> Figure | None:
    """The last two weeks, the past few years, the first nine months: a length of time."""
    tokens = reading.tokens
    numeral = numeral_at(tokens, place)
    end = numeral.end if numeral else place
    if numeral is None:
        end += tokens.lower(end) == "couple"
        end += tokens.lower(end) in VAGUE or tokens.lower(end) == "of"
    end += tokens.lower(end) in PERIOD_KINDS
    unit = PLURALS.get(tokens.lower(end))
    lower = tokens.lowers[index]
    if unit is None or (numeral is not None and numeral.many):
        return None
    if numeral is None:
        if end == place and lower in ("coming", "upcoming", "following", "recent"):
            return told(index, end + 1, timex.PAST if lower == "recent" else timex.FUTURE)
        if end == place and lower == "first" and unit[0] in ("MIN", "S", "Q", "NI", "WE"):
            return None
        if end == place and lower not in ("past", "last", "next", "first"):
            return None
        count = 2 if "couple" in tokens.lowers[place:end] else None
        return Figure(index, end + 1, "duration", time=duration(count, unit[0]))
    amount = Amount(numeral.value, unit_name(tokens.lowers[end]))
    return Figure(index, end + 1, "duration", amount, duration(numeral.value, unit[0]))
