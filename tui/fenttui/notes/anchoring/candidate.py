"""A place where a passage may be, and how well its words and its surroundings agree with the note's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from fenttui.folding import fold
from fenttui.notes.anchoring.agreement import agreement_after, agreement_before, weight
from fenttui.notes.anchoring.target import CONTEXT
from fenttui.notes.annotation import Target

SHORT = 20
"""Passages of fewer characters need surroundings that agree more, and may have one error."""
_SENTENCE_END = re.compile("[.!?:;…。！？][\"'\\])]*\\s*$|\\n\\s*$")
_TAIL = 8
_SEPARATOR = "\x00"


@dataclass(frozen=True)
class Passage:
    """What is searched for: a target, folded as the text is."""

    exact: str
    prefix: str
    suffix: str

    @cached_property
    def whole(self) -> str:
        """The passage with its surroundings."""
        return self.prefix + self.exact + self.suffix

    @property
    def is_short(self) -> bool:
        """Whether its words alone say too little."""
        return len(self.exact) < SHORT


@dataclass(frozen=True)
class Candidate:
    """A range of the folded text, and how it agrees with the passage, from 0 to 1."""

    start: int
    end: int
    words: float
    """How much its words agree: 1.0 where they are the same."""
    surroundings: float
    """How much the text on both sides agrees; 1.0 where no surroundings are known."""
    better_side: float
    """How much the side agrees that agrees better; 1.0 where no surroundings are known."""
    other_sentence: bool
    """Whether surroundings that do not agree are other sentences: who speaks is told in the passage's own."""


def fold_passage(target: Target) -> Passage:
    """Return a target folded."""
    parts = [target.prefix[-CONTEXT:], target.exact, target.suffix[:CONTEXT]]
    # Folded together, which is one call.
    folded = fold(_SEPARATOR.join(parts), case=True, accents=True).text.split(_SEPARATOR)
    if len(folded) != len(parts):
        folded = [fold(part, case=True, accents=True).text for part in parts]
    prefix, exact, suffix = folded
    return Passage(exact, prefix, suffix)


def candidate(text: str, start: int, end: int, passage: Passage, words: float) -> Candidate:
    """Return `text[start:end]` as a candidate whose words agree as much as `words` says."""
    sides: list[tuple[float, float]] = []
    # At the start of a text, and at its end, little text is all there is.
    cut = True
    if passage.prefix:
        agreement = agreement_before(passage.prefix, text, start)
        sides.append((agreement, 1.0 if start == len(passage.prefix) else weight(passage.prefix)))
        cut &= agreement == 1.0 or (_ends_sentence(passage.prefix) and _ends_sentence(text[:start][-_TAIL:]))
    if passage.suffix:
        agreement = agreement_after(passage.suffix, text, end)
        at_end = end + len(passage.suffix) == len(text)
        sides.append((agreement, 1.0 if at_end else weight(passage.suffix)))
        cut &= agreement == 1.0 or (_ends_sentence(passage.exact) and _ends_sentence(text[start:end]))
    if not sides:
        return Candidate(start, end, words, 1.0, 1.0, True)
    total = sum(each for _, each in sides)
    mean = sum(agreement * each for agreement, each in sides) / total
    most = max(each for _, each in sides)
    return Candidate(start, end, words, mean, max(agreement * each for agreement, each in sides) / most, cut)


def _ends_sentence(text: str) -> bool:
    return bool(_SENTENCE_END.search(text))
