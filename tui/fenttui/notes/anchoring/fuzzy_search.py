"""Where a passage stands whose words were changed.

Grams that the passage and its surroundings have in common with the text vote for where it is, as the seeds
of BLAST do (Altschul et al., 1990), so that no text is aligned as a whole. There the passage and its
surroundings are aligned together by their edit distance (rapidfuzz), and the ends of the passage are taken
from the alignment.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from fenttui.notes.anchoring.candidate import Candidate, Passage, candidate
from fenttui.notes.anchoring.folded_text import COMMON, GRAM, FoldedText

if TYPE_CHECKING:
    from rapidfuzz.distance import MatchingBlock

LEAST_WORDS = 0.65
"""How much the words of a place must agree; those of a short passage may agree less."""
_BIN = 64
"""The width of a bin of votes, in characters: edits inside of the passage shift its parts by so much."""
_LOOKED_AT = 8
"""How many bins with most votes are compared."""
_TRIED = 3
"""How many places are aligned, at most."""
_FEW = 0.4
"""A place with a smaller part of the votes of the first is not aligned."""
_APART = 6
"""How many bins apart the parts of a passage may be that something was inserted between."""
_PART = 3
"""How many votes a part needs for itself."""
_WORD = 16
"""A longer run of letters is not completed: scripts without spaces have such runs."""
_SLACK = 16
"""How much more text is aligned than the votes ask for, on each side."""
_VOTES = 40
"""How many grams vote, evenly over a passage and its surroundings."""
_RUN = 4
"""A shorter run of characters may be the same by chance."""
_LONG_RUN = 12
"""A run that is as long says where it is by itself; others only beside such a run."""
_JITTER = 24
"""How far, in characters, a run may be shifted against a long one beside it: by words that were changed."""
_MISSING = 24
"""How many characters at an end may be changed where nothing of the surroundings says how far they go."""
_CHANGED = 0.65
"""How much of a passage with its surroundings may be changed, beside what is inserted. In articles that were
republished it was at most 0.6 where the passage was found."""
_ENOUGH = 0.7
"""Where words and surroundings agree so much, no other place is tried."""


def similar_words(text: FoldedText, passage: Passage, near: int) -> Iterator[Candidate]:
    """Yield the likeliest places of a passage by its grams, the likeliest first.

    Args:
        text: The text.
        passage: What is searched.
        near: Where it was: of places with as many votes the nearest come first.
    """
    # ~15 ms, and not for notes whose words stand as they were.
    from rapidfuzz.distance import OSA, Levenshtein  # noqa: PLC0415

    least = 0.0 if passage.is_short else LEAST_WORDS
    # A typing error may be two letters that changed places.
    alike = OSA if passage.is_short else Levenshtein
    size = len(passage.whole)
    for first, last in _windows(text, passage, near):
        window = text.text[first:last]
        most = max(0, len(window) - size) + int(_CHANGED * size)
        # A quarter of the time of an alignment, and most windows of a passage that is gone are like this.
        if Levenshtein.distance(passage.whole, window, score_cutoff=most) > most:
            continue
        span = _aligned(Levenshtein.editops(passage.whole, window).as_matching_blocks(), passage)
        if span is None:
            continue
        start, end = _whole_words(
            text.text, max(0, first + span[0]), min(len(text.text), first + span[1]), passage.exact
        )
        if start >= end:
            continue
        words = alike.normalized_similarity(passage.exact, text.text[start:end], score_cutoff=least)
        if words < least or not words:
            continue
        found = candidate(text.text, start, end, passage, words)
        yield found
        if found.words >= _ENOUGH and found.surroundings >= _ENOUGH:
            return


def _windows(text: FoldedText, passage: Passage, near: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges that have most grams in common with the passage and its surroundings."""
    whole, size, places_of = passage.whole, len(text.text), text.grams.get
    # Odd, for the index has every fourth gram: an even step could miss all of them.
    step = max(1, len(whole) // _VOTES) | 1
    shifts = [
        place - at
        for at in range(0, len(whole) - GRAM + 1, step)
        if (places := places_of(whole[at : at + GRAM])) and len(places) <= COMMON
        for place in places
    ]
    bins = Counter([shift // _BIN for shift in shifts])
    votes_of = bins.get
    most = sorted(bins, key=bins.__getitem__, reverse=True)[:_LOOKED_AT]
    # A place at the border of two bins gets the votes of both.
    likely = [(bins[each] + votes_of(each + 1, 0), -abs(each * _BIN - near), each) for each in most]
    best = sorted(likely, reverse=True)[:_TRIED]
    tried = set[tuple[int, int]]()
    for votes, _, each in best:
        if votes < best[0][0] * _FEW:
            return
        alone = {each, each + 1}
        joined = {other for other in range(each - _APART, each + _APART) if votes_of(other, 0) >= _PART}
        # Alone, and with the parts beside it: what was inserted may part them, or they are another passage's.
        for chosen in (alone, alone | joined) if joined - alone else (alone,):
            parts = [shift for shift in shifts if shift // _BIN in chosen]
            window = max(0, min(parts) - _SLACK), min(size, max(parts) + len(whole) + _SLACK)
            if window not in tried:
                tried.add(window)
                yield window


def _aligned(blocks: Sequence[MatchingBlock], passage: Passage) -> tuple[int, int] | None:
    """Return the range of the window that the passage itself is aligned with; None where nothing of it is.

    Where the first or last words were changed, the range is as long as they were, up to the surroundings.
    """
    first, last = len(passage.prefix), len(passage.prefix) + len(passage.exact)
    trusted = _trusted(blocks, min(_RUN, last - first))
    inside = _without_strays([block for block in trusted if block.a < last and block.a + block.size > first])
    if not inside:
        return None
    head, tail = inside[0], inside[-1]
    before = max((each.b + each.size for each in trusted if each.a + each.size <= first), default=None)
    after = min((each.b for each in trusted if each.a >= last), default=None)
    start, end = first + _shift(head), last + _shift(tail)
    if before is not None:
        start = max(start, before)
    elif head.a - first > _MISSING:
        start = head.b
    if after is not None:
        end = min(end, after)
    elif last - (tail.a + tail.size) > _MISSING:
        end = tail.b + tail.size
    return start, end


def _without_strays(inside: list[MatchingBlock]) -> list[MatchingBlock]:
    """Return blocks without those at the ends that are shorter than what would be inserted beside them."""
    while len(inside) > 1 and _shift(inside[1]) - _shift(inside[0]) > inside[0].size:
        inside = inside[1:]
    while len(inside) > 1 and _shift(inside[-1]) - _shift(inside[-2]) > inside[-1].size:
        inside = inside[:-1]
    return inside


def _trusted(blocks: Sequence[MatchingBlock], least: int) -> list[MatchingBlock]:
    """Return the blocks that are long, or in line with a long one beside them."""
    kept = [block for block in blocks if block.size >= least]
    long = min(_LONG_RUN, max((block.size for block in kept), default=0))
    sure = [block for block in kept if block.size >= long]
    return [
        block
        for block in kept
        if block.size >= long or any(abs(_shift(block) - _shift(each)) <= _JITTER for each in sure)
    ]


def _shift(block: MatchingBlock) -> int:
    return block.b - block.a


def _whole_words(text: str, start: int, end: int, exact: str) -> tuple[int, int]:
    """Return a range without white space at its ends, and with whole words, up to what a word may be."""
    while start < end and text[start].isspace() and not exact[0].isspace():
        start += 1
    while start < end and text[end - 1].isspace() and not exact[-1].isspace():
        end -= 1
    longest = max(0, start - _WORD)
    while start > longest and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    longest = min(len(text), end + _WORD)
    while start < end < longest and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end
