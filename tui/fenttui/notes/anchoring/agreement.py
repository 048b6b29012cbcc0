"""How much two short texts agree, as the surroundings of a passage then and now."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

_TELLING = 16
"""A common run of so many characters beside the passage is agreement enough: what is beyond may be new."""
_RUN = 0.9
"""The agreement of surroundings that have only such a run in common."""
_LITTLE = 12
"""A side that was shorter than this says less: at the start of a text there is little before a passage."""


def agreement_before(prefix: str, text: str, start: int) -> float:
    """Return how much the end of `text[:start]` agrees with `prefix`, from 0 to 1."""
    before = text[max(0, start - len(prefix)) : start]
    return 1.0 if before == prefix else _agreement(prefix[::-1], before[::-1])


def agreement_after(suffix: str, text: str, end: int) -> float:
    """Return how much the start of `text[end:]` agrees with `suffix`, from 0 to 1."""
    after = text[end : end + len(suffix)]
    return 1.0 if after == suffix else _agreement(suffix, after)


def weight(side: str) -> float:
    """Return how much the agreement of a prefix or a suffix says, from 0 to 1."""
    return min(1.0, len(side) / _LITTLE)


@cache
def _similarity() -> Callable[[str, str], float]:
    # ~15 ms, and not for texts that are as they were.
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    return Levenshtein.normalized_similarity


def _agreement(then: str, now: str) -> float:
    telling = min(_TELLING, len(then))
    run = min(_common_start(then, now), telling)
    return max(_RUN * run / telling, _similarity()(then, now))


def _common_start(one: str, other: str) -> int:
    """Return the length of the common start of two short strings."""
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))
