"""Whether a note was found where its passage is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from benchmarks.anchoring.tracked import NEW, WORD, Tracked
from fenttui.notes.annotation import Anchor

Fate = Literal["stands", "changed", "partly", "gone"]
"""What became of a passage: all of its words stand together; as many as a fifth of them changed, or are new
between them; more did; at most a fifth of them is left."""

_RIGHT = 0.75
"""How much a note and a passage that changed must have in common, of both together."""
_WRONG = 0.5
"""A note of which less is on its passage is wrong."""
_FIFTH = 0.2


@dataclass(frozen=True)
class Truth:
    """Where a passage is now."""

    fate: Fate
    start: int
    end: int


def truth_of(edited: Tracked, text: str, start: int, end: int) -> Truth:
    """Return what became of `text[start:end]`."""
    at: dict[int, list[int]] = {}
    for index, origin in enumerate(edited.origins):
        if start <= origin < end:
            at.setdefault(origin, []).append(index)
    words = [match.span() for match in WORD.finditer(text, start, end)]
    kept = [all(each in at for each in range(*word)) and _is_whole(edited, at, *word) for word in words]
    if not at or not words or sum(kept) <= _FIFTH * len(words):
        return Truth("gone", 0, 0)
    places = sorted(index for origin, found in at.items() if not text[origin].isspace() for index in found)
    first, last = places[0], places[-1] + 1
    inserted = len(
        [word for word in WORD.finditer(edited.text, first, last) if edited.origins[word.start()] == NEW]
    )
    if all(kept) and not inserted:
        return Truth("stands", first, last)
    changes = max(len(words) - sum(kept), inserted)
    return Truth("changed" if changes <= _FIFTH * len(words) else "partly", first, last)


def judge(truth: Truth, found: Anchor, edited: Tracked) -> Literal["right", "wrong", "orphan", "near"]:
    """Return whether a note is where it belongs; near is neither right nor wrong."""
    if found.start is None or found.end is None:
        return "orphan"
    if truth.fate == "gone":
        return "wrong"
    start, end = _trimmed(edited.text, found.start, found.end)
    first, last = _trimmed(edited.text, truth.start, truth.end)
    if truth.fate == "stands" and (start, end) == (first, last):
        return "right"
    common = max(0, min(end, last) - max(start, first))
    if truth.fate != "stands" and common >= _RIGHT * max(1, max(end, last) - min(start, first)):
        return "right"
    return "wrong" if common < _WRONG * max(1, end - start) else "near"


def _is_whole(edited: Tracked, at: dict[int, list[int]], start: int, end: int) -> bool:
    """Return whether nothing was inserted into a word."""
    inside = range(at[start][0], at[end - 1][-1])
    return all(edited.origins[index] != NEW for index in inside)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end
