"""Which way a value went that the text tells twice: from 10% to 20%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fenttui.extract.amounts import Figure
from fenttui.extract.mention import Amount, Change
from fenttui.extract.tokens import Tokens
from fenttui.extract.wordlists import word_set

_MOVES = word_set("went go goes going gone moved moves changed changes revised swung shifted")
_NEAR = 3
"""How many figures later the second value may stand: from 10% in 2019 to 20%."""
_REACH = 8
"""Tokens between the two values."""
_STOPS = frozenset(".;:!?()")


def with_changes(tokens: Tokens, figures: Sequence[Figure]) -> list[Figure]:
    """`figures` with the same change at both ends of a change, which the values themselves tell."""
    changed = list(figures)
    for place, before in enumerate(figures):
        if before.amount is None or tokens.lower(before.first - 1) != "from":
            continue
        for further, after in _ends(tokens, figures, place):
            change = _between(tokens, before, before.amount, after)
            if change is not None and after.amount is not None:
                changed[place] = replace(before, amount=replace(before.amount, change=change))
                changed[further] = replace(after, amount=replace(after.amount, change=change))
    return changed


def _ends(tokens: Tokens, figures: Sequence[Figure], place: int) -> Iterator[tuple[int, Figure]]:
    """The figure, if there is one, that "to" makes the other end of the figure at `place`."""
    start = figures[place]
    for further in range(place + 1, min(place + 1 + _NEAR, len(figures))):
        other = figures[further]
        between = tokens.lowers[start.end : other.first]
        if len(between) > _REACH or not _STOPS.isdisjoint(between):
            return
        if other.kind == start.kind and between[-1:] == ["to"]:
            yield further, other
            return


def _between(tokens: Tokens, start: Figure, low: Amount, end: Figure) -> Change | None:
    high = end.amount
    if high is None or high.unit != low.unit or isinstance(low.value, tuple) or isinstance(high.value, tuple):
        return None
    if low.value == high.value or not (high.change or tokens.lower(start.first - 2) in _MOVES):
        return None
    return "up" if low.value < high.value else "down"
