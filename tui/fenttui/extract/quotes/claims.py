"""Which words of a sentence are quotes: those beside cues first, then the rest."""

from __future__ import annotations

from collections.abc import Sequence

from fenttui.extract.quotes.claim import Claim
from fenttui.extract.quotes.cues import Cue
from fenttui.extract.quotes.direct import beside_cues, fragments, standing_alone
from fenttui.extract.quotes.passages import Passage
from fenttui.extract.quotes.reported import reported


def claims(passage: Passage, cues: Sequence[Cue]) -> list[Claim]:
    """The quotes of a sentence in order, none overlapping another."""
    direct = beside_cues(passage, cues)
    found = list(direct.values())
    found += reported(passage, cues, direct)
    found += standing_alone(passage, found)
    found += fragments(passage, cues, found)
    return _apart(found)


def _apart(found: list[Claim]) -> list[Claim]:
    apart: list[Claim] = []
    for claim in sorted(found, key=lambda each: (each.first, -each.end)):
        if not apart or claim.first >= apart[-1].end:
            apart.append(claim)
    return apart
