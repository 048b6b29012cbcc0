"""Where the words of a passage stand as they were, whatever became of spaces, quotation marks and hyphens."""

from __future__ import annotations

from collections.abc import Iterator

from fenttui.notes.anchoring.candidate import Candidate, Passage, candidate

_NEAR = 4
"""Of many places those are looked at where so many characters beside the passage are the same."""
_MOST = 60
"""How many places are compared, the nearest ones first."""


def same_words(text: str, passage: Passage, near: int, first: int) -> list[Candidate]:
    """Return the places of the folded text where the passage's words stand, the nearest first.

    Args:
        text: The folded text.
        passage: What is searched.
        near: Where it was; of hundreds of places only those near it are returned.
        first: The first of them; negative where there is none.
    """
    starts = list(_occurrences(text, passage.exact, first))
    size = len(passage.exact)
    if len(starts) > _MOST:
        before, after = passage.prefix[-_NEAR:], passage.suffix[:_NEAR]
        alike = [
            start
            for start in starts
            if text.endswith(before, 0, start) or text.startswith(after, start + size)
        ]
        starts = alike or starts
    starts.sort(key=lambda start: abs(start - near))
    return [candidate(text, start, start + size, passage, 1.0) for start in starts[:_MOST]]


def whole_places(text: str, passage: Passage, first: int) -> list[int]:
    """Return where the passage stands with all of its surroundings, at most twice; nowhere if it has none.

    `first` is as for `same_words`.
    """
    if first < 0 or passage.whole == passage.exact:
        return []
    place = text.find(passage.whole, max(0, first - len(passage.prefix)))
    if place < 0:
        return []
    second = text.find(passage.whole, place + 1)
    return [at + len(passage.prefix) for at in (place, second) if at >= 0]


def _occurrences(text: str, exact: str, first: int) -> Iterator[int]:
    # Short quotes may overlap themselves; a long one that does must not cost the square of its length.
    step = 1 + len(exact) // 64
    start = first
    while start >= 0:
        yield start
        start = text.find(exact, start + step)
