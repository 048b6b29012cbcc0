"""Changes that the text states with both values: from 10 % in May to 20 %."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fenttui.extract.amounts.figure import Figure
from fenttui.extract.mention import Change, Measure
from fenttui.extract.numbers.bounds import led_by
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

_MOVES = word_set("went go goes going gone moved moves changed changes change revised swung shifted")
_NEAR = 3
"""How many figures later the second value may stand: from 10% in 2019 to 20%."""
_REACH = 10
"""Tokens between the two values."""
_STOPS = frozenset(".;:!?()")


def with_changes(tokens: Tokens, figures: Sequence[Figure]) -> list[Figure]:
    """Return `figures` in which a value after a change has the value before it.

    Both values have the direction and the thing measured.
    """
    changed = list(figures)
    for position, start in enumerate(figures):
        if start.measure is None:
            continue
        cue = tokens.lower(led_by(tokens, start.first))
        if cue == "from":
            for further, end in _ends(tokens, figures, position):
                _join(tokens, changed, position, further, start, end)
        elif cue == "to" and position + 1 < len(figures):
            end = figures[position + 1]
            if tokens.lower(led_by(tokens, end.first)) == "from" and end.first - start.end <= _REACH // 2:
                _join(tokens, changed, position + 1, position, end, start)
    return changed


def _ends(tokens: Tokens, figures: Sequence[Figure], position: int) -> Iterator[tuple[int, Figure]]:
    """Yield the figure, if there is one, that "to" makes the other end of the figure at `position`."""
    start = figures[position]
    for further in range(position + 1, min(position + 1 + _NEAR, len(figures))):
        other = figures[further]
        between = tokens.lowers[start.end : other.first]
        if len(between) > _REACH or not _STOPS.isdisjoint(between):
            return
        if other.kind == start.kind and tokens.lower(led_by(tokens, other.first)) == "to":
            yield further, other
            return


def _join(tokens: Tokens, changed: list[Figure], before: int, after: int, start: Figure, end: Figure) -> None:
    low, high = start.measure, end.measure
    if low is None or high is None:
        return
    change = _between(tokens, start, low, high)
    if change is not None:
        low_of, high_of = low.of or high.of, high.of or low.of
        changed[before] = replace(start, measure=replace(low, change=change, of=low_of))
        changed[after] = replace(end, measure=replace(high, change=change, before=low.value, of=high_of))


def _between(tokens: Tokens, start: Figure, low: Measure, high: Measure) -> Change | None:
    if high.unit != low.unit or isinstance(low.value, tuple) or isinstance(high.value, tuple):
        return None
    if low.value == high.value or not (high.change or low.change or tokens.lower(start.first - 2) in _MOVES):
        return None
    return "up" if low.value < high.value else "down"
