"""The figures of a text: times first, then amounts, each token once."""

from __future__ import annotations

import datetime as dt

from fenttui.extract.amounts import Figure, amount_at, money_at
from fenttui.extract.changes import with_changes
from fenttui.extract.mention import Mention
from fenttui.extract.shares import share_at
from fenttui.extract.times.clock import on_their_days
from fenttui.extract.times.reader import START_WORDS, time_at
from fenttui.extract.times.reading import Reading
from fenttui.extract.tokens import Tokens
from fenttui.extract.units import currency_before


def find_figures(tokens: Tokens, date: dt.date | None) -> list[Mention]:
    """The amounts and times of a text, in order; `date` is the day that relative times are counted from."""
    return [
        Mention(
            tokens.starts[figure.first],
            tokens.ends[figure.end - 1],
            figure.kind,
            amount=figure.amount,
            time=figure.time,
        )
        for figure in with_changes(tokens, on_their_days(tokens, _found(tokens, date)))
    ]


def _found(tokens: Tokens, date: dt.date | None) -> list[Figure]:
    found: list[Figure] = []
    reading = Reading(tokens, date)
    index, size = 0, len(tokens)
    words, lowers = tokens.words, tokens.lowers
    while index < size:
        lower = lowers[index]
        figure: Figure | None = None
        if words[index : index + 2][-1] == "$" or currency_before(words[index]) is not None:
            figure = money_at(tokens, index)
        elif lower in START_WORDS or lower[0].isdecimal():
            figure = share_at(tokens, index) or time_at(reading, index) or amount_at(tokens, index)
        if figure is None:
            index += 1
            continue
        found.append(figure)
        index = figure.end
    return found
