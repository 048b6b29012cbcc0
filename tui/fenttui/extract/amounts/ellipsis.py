"""Numbers whose unit stands only at an earlier one: "killed 20 people and wounded 35"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from fenttui.extract.amounts.counted_nouns import may_be_noun
from fenttui.extract.amounts.currencies import currencies, owner_of
from fenttui.extract.amounts.figure import AmountFigure, Figure
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

_CUES = word_set("to with from than versus vs against")
"""What stands right before a number that is compared with an earlier amount."""
_APART = word_set("( top the aged age no on")
"""What stands right before a number that counts something else than an earlier one."""
_REACH = 40
"""Tokens back to the earlier number."""
_STOPS = frozenset(".;!?")


def with_units(tokens: Tokens, figures: Sequence[Figure]) -> list[Figure]:
    """Return `figures` with the units that the sentence leaves out and the country of each currency."""
    return _with_owners(tokens, _filled(tokens, figures))


def _filled(tokens: Tokens, figures: Sequence[Figure]) -> list[Figure]:
    filled: list[Figure] = []
    last: AmountFigure | None = None
    for figure in figures:
        if isinstance(figure, AmountFigure):
            measure = figure.measure
            if measure.unit is None and last is not None and _compares(tokens, last, figure):
                figure = replace(figure, kind=last.kind, measure=replace(measure, unit=last.measure.unit))
            if _may_lend(figure):
                last = figure
        filled.append(figure)
    return filled


def _may_lend(figure: AmountFigure) -> bool:
    """Return whether a later bare number may take the unit: not of "rose 5 % to 1,300"."""
    unit = figure.measure.unit
    shared = unit is None or unit == "count" or unit.partition(" ")[0] == "share"
    return figure.kind in ("count", "quantity", "money") and not shared


def _compares(tokens: Tokens, last: AmountFigure, figure: AmountFigure) -> bool:
    if figure.first - last.end > _REACH or any(
        tokens.words[at] in _STOPS and tokens.opens[at + 1] for at in range(last.end, figure.first)
    ):
        return False
    cue = tokens.lower(figure.first - 1)
    if cue in ("about", "around", "just", "only", "nearly", "some", "over"):
        cue = tokens.lower(figure.first - 2)
    if last.kind == "count":
        return cue not in _APART and not may_be_noun(tokens.lower(figure.end))
    if cue not in _CUES:
        return False
    if cue in ("to", "from"):
        return last.measure.unit == "point" or figure.first - last.end <= 2
    return True


def _with_owners(tokens: Tokens, figures: list[Figure]) -> list[Figure]:
    """Return `figures` in which a shared currency name is that of the country named most."""
    owners = currencies().owners
    if not any(_money_name(figure).partition(" ")[0] in owners for figure in figures):
        return figures
    counts = Counter(tokens.lowers)
    codes: dict[str, str] = {}
    found: list[Figure] = []
    for figure in figures:
        name, space, rest = _money_name(figure).partition(" ")
        if name in owners and isinstance(figure, AmountFigure):
            if name not in codes:
                codes[name] = owner_of(name, counts)
            figure = replace(figure, measure=replace(figure.measure, unit=f"{codes[name]}{space}{rest}"))
        found.append(figure)
    return found


def _money_name(figure: Figure) -> str:
    if isinstance(figure, AmountFigure) and figure.kind == "money":
        return figure.measure.unit or ""
    return ""
