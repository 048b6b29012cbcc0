"""The figures of a text: times first, then amounts, each token once."""

from __future__ import annotations

import datetime as dt

from fenttui.extract.amounts.ages import age_at
from fenttui.extract.amounts.changes import with_changes
from fenttui.extract.amounts.ellipsis import with_units
from fenttui.extract.amounts.figure import Figure
from fenttui.extract.amounts.labels import chain_end
from fenttui.extract.amounts.measured import with_measured
from fenttui.extract.amounts.reader import amount_at
from fenttui.extract.amounts.shares import share_at
from fenttui.extract.currencies import currencies
from fenttui.extract.digits import vulgar_fraction
from fenttui.extract.mention import Mention
from fenttui.extract.number_words import FOLDS, VAGUE
from fenttui.extract.times.clock import on_their_days
from fenttui.extract.times.reader import START_WORDS, time_at
from fenttui.extract.times.reading import Reading
from fenttui.extract.tokens import Tokens

_STARTS = START_WORDS | VAGUE | FOLDS.keys() | {"quarter"}


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
        for figure in _read(tokens, date)
    ]


def _read(tokens: Tokens, date: dt.date | None) -> list[Figure]:
    found = on_their_days(tokens, _found(tokens, date))
    return with_measured(tokens, with_changes(tokens, with_units(tokens, found)))


def _found(tokens: Tokens, date: dt.date | None) -> list[Figure]:
    found: list[Figure] = []
    reading = Reading(tokens, date)
    index, end, size = 0, 0, len(tokens)
    words, lowers = tokens.words, tokens.lowers
    signs = currencies().before
    while index < size:
        lower = lowers[index]
        figure: Figure | None = None
        if lower[0].isdecimal() and (past := chain_end(tokens, index)) > index:
            index = past
            continue
        if lower in _STARTS or lower[0].isdecimal() or (lower[0] == "." and len(lower) > 1):
            figure = (
                share_at(tokens, index)
                or age_at(tokens, index)
                or time_at(reading, index)
                or amount_at(tokens, index)
            )
        elif (
            words[index] in signs
            or words[index : index + 2][-1] in _SIGNS
            or vulgar_fraction(lower) is not None
        ):
            figure = amount_at(tokens, index)
        if figure is None or figure.first < end:
            index += 1
            continue
        found.append(figure)
        index = end = figure.end
    return found


_SIGNS = frozenset("$£¥₵＄/")
