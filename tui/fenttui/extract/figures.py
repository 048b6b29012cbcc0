"""The figures of a text: times first, then amounts, each token once."""

from __future__ import annotations

import datetime as dt

from fenttui.extract.amounts.ages import age_at
from fenttui.extract.amounts.changes import with_changes
from fenttui.extract.amounts.currencies import currencies
from fenttui.extract.amounts.ellipsis import with_units
from fenttui.extract.amounts.figure import Figure
from fenttui.extract.amounts.labels import chain_end
from fenttui.extract.amounts.measured_things import with_measured
from fenttui.extract.amounts.parsing import amount_at
from fenttui.extract.amounts.shares import share_at
from fenttui.extract.mention import FigureMention
from fenttui.extract.numbers.digits import vulgar_fraction
from fenttui.extract.numbers.words import FOLDS, NUMBER_WORDS, PARTS, SCALES, VAGUE
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.times.clock import on_their_days
from fenttui.extract.times.context import Context
from fenttui.extract.times.parsing import START_WORDS, time_at


def find_figures(tokens: Tokens, date: dt.date | None) -> list[FigureMention]:
    """Return the amounts and times of a text, in order.

    `date` is the day that relative times are counted from.
    """
    return [
        figure.mention(tokens.starts[figure.first], tokens.ends[figure.end - 1])
        for figure in _read(tokens, date)
    ]


def _read(tokens: Tokens, date: dt.date | None) -> list[Figure]:
    found = on_their_days(tokens, _found(tokens, date))
    return with_changes(tokens, with_measured(tokens, with_units(tokens, found)))


def _found(tokens: Tokens, date: dt.date | None) -> list[Figure]:
    found: list[Figure] = []
    context = Context(tokens, date)
    end = 0
    lowers = tokens.lowers
    for index in _starts(tokens):
        if index < end:
            continue
        lower = lowers[index]
        if lower[0].isdecimal() and (past := chain_end(tokens, index)) > index:
            end = past
            continue
        figure = _figure_at(context, index, lower)
        if figure is not None and figure.first >= end:
            found.append(figure)
            end = figure.end
    return found


def _starts(tokens: Tokens) -> list[int]:
    """Return the tokens where a figure may start, in order.

    Each different word is judged once, for most tokens are none of these.
    """
    lowers, words = tokens.lowers, tokens.words
    vocabulary = set(words)
    kinds = set(lowers)
    able = (kinds & _WORDS) | {lower for lower in kinds if not "a" <= lower[0] <= "z" and _is_numeric(lower)}
    positions = [index for index, lower in enumerate(lowers) if lower in able]
    money = vocabulary & currencies().before.keys()
    before = vocabulary & _SIGNS
    if not money and not before:
        return positions
    more = {index for index, word in enumerate(words) if word in money}
    more |= {index - 1 for index, word in enumerate(words) if index and word in before}
    return sorted(more.union(positions))


def _is_numeric(lower: str) -> bool:
    first = lower[0]
    return first.isdecimal() or (first == "." and len(lower) > 1) or vulgar_fraction(lower) is not None


def _figure_at(context: Context, index: int, lower: str) -> Figure | None:
    tokens = context.tokens
    if lower in _NUMBERS or (not "a" <= lower[0] <= "z" and _is_numeric(lower)):
        article = lower in ("a", "an") and tokens.lower(index + 1) not in _AFTER_ARTICLE
        if article and not (tokens.lower(index + 1) in _SIGNS and tokens.joined(index + 1)):
            return time_at(context, index)
        return (
            share_at(tokens, index)
            or age_at(tokens, index)
            or time_at(context, index)
            or amount_at(tokens, index)
        )
    figure: Figure | None = time_at(context, index) if lower in START_WORDS else None
    if figure is None and (lower not in START_WORDS or _is_money(tokens, index)):
        figure = amount_at(tokens, index)
    return figure


def _is_money(tokens: Tokens, index: int) -> bool:
    """Return whether the word at token `index` may be a currency's sign rather than a time: MAR, all."""
    return tokens.words[index] in currencies().before or tokens.lower(index + 1) in _SIGNS


_NUMBERS = NUMBER_WORDS | VAGUE | FOLDS.keys() | {"a", "an", "half", "quarter"}
"""Words that may start a number."""
_WORDS = START_WORDS | _NUMBERS
_AFTER_ARTICLE = SCALES.keys() | PARTS.keys() | VAGUE | {"couple"}
"""Words that make a number of the article before them: a dozen, a third, a few hundred."""
_SIGNS = frozenset("$£¥₵＄/")
"""Signs before which the letters of a currency may stand: US$, S/."""
