"""A text as passages are searched in it: folded, with an index of its grams, made once for all its notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from fenttui.folding import Folded, fold
from fenttui.notes.annotation import Anchor, Target

GRAM = 6
"""The length of a gram, in characters."""
_STEP = 4
"""The distance of the indexed grams: of GRAM + _STEP - 1 characters that are unchanged, one gram is found."""
COMMON = 6
"""A gram that stands at more places says nothing about which one is meant."""


@dataclass(frozen=True, eq=False)
class FoldedText:
    """A text that is folded; case and accents stay."""

    folded: Folded
    anchors: dict[Target, Anchor] = field(default_factory=dict, repr=False)
    """Where targets were found in it: they are asked for at each save."""

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    @cached_property
    def grams(self) -> Mapping[str, Sequence[int]]:
        """Where in the folded text each indexed gram begins, also those at more than `COMMON` places."""
        text, places = self.text, defaultdict[str, list[int]](list)
        for at in range(0, len(text) - GRAM + 1, _STEP):
            places[text[at : at + GRAM]].append(at)
        return places


@lru_cache(maxsize=4)
def folded_text(text: str) -> FoldedText:
    """Return a text folded; the last few are kept, so that the notes on a text share it."""
    return FoldedText(fold(text, case=True, accents=True))
