"""Figures on the same thing that do not agree: what one article says is 20 per cent, and another 10."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal

from fenttui.analysis.figure_rows import FigureRow
from fenttui.analysis.things import Thing
from fenttui.extract.mention import Bound, Number, Value

_EXACT = Context(prec=60, traps=[])
"""Numbers of any size, without an error where one is too large."""
_INFINITE = Decimal("Infinity")
_ABOUT = Decimal("0.1")
"""How far "about" reaches, as a part of the value."""
_ROUNDED = Decimal("0.49")
"""How far rounding reaches, as a part of the last digit given."""
_Reach = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures on one thing, not all of which can be true at once."""

    thing: Thing
    """What they measure."""
    rows: tuple[FigureRow, ...]
    """By the dates of their articles, then in the order given."""


def disagreements(rows: Iterable[FigureRow]) -> list[Disagreement]:
    """Return the things on which figures of articles differ, or of which a figure says what it was before.

    Figures are on one thing where the words that say what is measured are the same, number and order aside,
    with the same actors among them and the same unit; a figure without them is not compared. Ranges that
    meet, "more than 20" and 25, "about 20" and 21, 107,543 and 108,000 agree. By unit, then by thing.
    """
    groups: dict[Thing, list[FigureRow]] = defaultdict(list)
    for row in rows:
        if row.thing is not None and row.value is not None and row.time is None:
            groups[row.thing].append(row)
    found = []
    for thing, members in groups.items():
        if any(_changed(row) for row in members) or _differ(members):
            members.sort(key=lambda row: row.date)
            found.append(Disagreement(thing, tuple(members)))
    return sorted(found, key=lambda each: each.thing)


def _changed(row: FigureRow) -> bool:
    return row.before is not None and row.value is not None and row.before != row.value


def _differ(rows: Sequence[FigureRow]) -> bool:
    """Return whether two figures of different articles cannot both be true.

    Intervals of a line meet pairwise where the largest low end does not exceed the smallest high end; of
    each, the two that belong to different articles decide.
    """
    lowest: dict[str, Decimal] = {}
    highest: dict[str, Decimal] = {}
    for row in rows:
        if row.value is not None:
            low, high = reach(row.value, row.bound or "exact")
            lowest[row.article] = max(low, lowest.get(row.article, low))
            highest[row.article] = min(high, highest.get(row.article, high))
    lows = sorted(lowest.items(), key=lambda item: item[1])[-2:]
    highs = sorted(highest.items(), key=lambda item: item[1])[:2]
    return any(low > high for article, low in lows for other, high in highs if article != other)


def reach(value: Value, bound: Bound) -> _Reach:
    """Return the least and the greatest number that a figure may mean."""
    ends = value if isinstance(value, tuple) else (value, value)
    low, high = (Decimal(end) for end in ends)
    slack = _EXACT.multiply(abs(_EXACT.add(high, low)) / 2, _ABOUT) if bound == "about" else Decimal(0)
    low = _EXACT.subtract(low, max(slack, _rounding(ends[0])))
    high = _EXACT.add(high, max(slack, _rounding(ends[1])))
    return (-_INFINITE if bound == "under" else low), (_INFINITE if bound == "over" else high)


def _rounding(number: Number) -> Decimal:
    """Return half of the last digit stated; 0 for a value of one digit, which may be meant exactly."""
    written = _EXACT.normalize(Decimal(number)).as_tuple()
    if len(written.digits) < 2 or not isinstance(written.exponent, int):
        return Decimal(0)
    return _EXACT.multiply(_ROUNDED, Decimal((0, (1,), written.exponent)))
