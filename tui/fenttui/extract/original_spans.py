"""Mentions of a composed text put back to where the original has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fenttui.extract.mention import Amount, Measure, Mention, Quote, Time
from fenttui.extract.text.composed import Composed


def in_original(composed: Composed, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return mentions with the offsets of the text that was composed."""
    return (
        tuple(mentions) if composed.origins is None else tuple(_put_back(composed, each) for each in mentions)
    )


def _put_back(composed: Composed, mention: Mention) -> Mention:
    start, end = composed.origin((mention.start, mention.end))
    if isinstance(mention, Amount):
        return replace(mention, start=start, end=end, measure=_measure(composed, mention.measure))
    if isinstance(mention, Time):
        quantity = _measure(composed, mention.quantity) if mention.quantity else None
        return replace(mention, start=start, end=end, quantity=quantity)
    if isinstance(mention, Quote):
        cue = composed.origin(mention.cue) if mention.cue else None
        return replace(mention, start=start, end=end, cue=cue)
    return replace(mention, start=start, end=end)


def _measure(composed: Composed, measure: Measure) -> Measure:
    return replace(measure, of=composed.origin(measure.of)) if measure.of else measure
