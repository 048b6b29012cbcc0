"""Which words of a sentence are quotes: those beside cues first, then the rest."""

from __future__ import annotations

from collections.abc import Sequence

from fenttui.extract.quotes.claim import Claim
from fenttui.extract.quotes.cues import Cue
from fenttui.extract.quotes.direct import beside_cues, fragments, standing_alone
from fenttui.extract.quotes.passages import Passage
from fenttui.extract.quotes.reported import reported


def claims(passage: Passage, cues: Sequence[Cue]) -> list[Claim]:
    """Return the quotes of a sentence in order, none overlapping another."""
    if not passage.quotations:
        return _apart(reported(passage, cues, {}))
    direct = beside_cues(passage, cues)
    found = _apart([*direct.values(), *reported(passage, cues, direct)])
    free = _free(passage, found)
    if free:
        found = _apart([*found, *standing_alone(passage, free), *fragments(passage, cues, free)])
    return found


def _free(passage: Passage, found: Sequence[Claim]) -> list[int]:
    """Return the tokens that are quotations and in no quote."""
    free = []
    position = 0
    for at in passage.quotations:
        while position < len(found) and found[position].end <= at:
            position += 1
        if position == len(found) or at < found[position].first:
            free.append(at)
    return free


def _apart(found: list[Claim]) -> list[Claim]:
    if len(found) < 2:
        return found
    apart: list[Claim] = []
    for claim in sorted(found, key=lambda each: (each.first, -each.end)):
        if not apart or claim.first >= apart[-1].end:
            apart.append(claim)
    return apart
