"""Grapheme clusters: what a person takes for one character, though it may be several code points.

The clusters are those of Unicode's annex 29, cut by the library `regex`. Most text needs no library: between
two characters that never join, as letters of most alphabets are, there is always a boundary.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_FARTHEST = 1024
"""How far back a cluster may begin, in code points; a longer one is cut at it."""

_JOINING_CATEGORIES = frozenset(("Mn", "Me", "Mc", "Cf", "Cn", "Cs"))
_JOINING = frozenset(
    [
        "\r",
        *map(chr, range(0x1F3FB, 0x1F400)),  # skin tones
        *map(chr, range(0x1F1E6, 0x1F200)),  # the halves of flags
        *map(chr, range(0x1100, 0x1200)),  # parts of Hangul syllables
        *map(chr, range(0xA960, 0xA980)),
        *map(chr, range(0xD7B0, 0xD800)),
        *"\u0e33\u0eb3\uff9e\uff9f",
        *"\u0d4e\u1cf5\u1cf6\U000111c2\U000111c3\U0001193f\U00011941\U00011a3a\U00011d46\U00011f02",
        *map(chr, range(0x11A84, 0x11A8A)),
    ]
)


@cache
def _joins(character: str) -> bool:
    """Return whether `character` may belong to one cluster with a neighbor."""
    if character < "\u0300":
        return character == "\r"
    return character in _JOINING or unicodedata.category(character) in _JOINING_CATEGORIES


@cache
def _cluster() -> regex.Pattern[str]:
    import regex  # noqa: PLC0415 - 20 ms: only for a text with characters that join

    return regex.compile(r"\X")


def _surely_parted(text: str, offset: int) -> bool:
    return not (_joins(text[offset - 1]) or _joins(text[offset]))


def cluster_at(text: str, offset: int) -> tuple[int, int]:
    """Return the span of the cluster that holds `offset`; an empty one at or beyond the end of the text."""
    size = len(text)
    if not 0 <= offset < size:
        return (0, 0) if offset < 0 else (size, size)
    around = text[max(0, offset - 1) : offset + 2]
    if max(around) < "\u0300" and "\r" not in around:
        # As below, without its calls: the letters of most texts.
        return offset, offset + 1
    first = offset == 0 or _surely_parted(text, offset)
    last = offset + 1 == size or _surely_parted(text, offset + 1)
    if first and last:
        return offset, offset + 1
    start = offset
    while start > 0 and offset - start < _FARTHEST and not _surely_parted(text, start):
        start -= 1
    for match in _cluster().finditer(text, start):
        if match.end() > offset:
            return match.span()
    return offset, offset + 1


def cluster_start(text: str, offset: int) -> int:
    """Return the first offset of the cluster that holds `offset`, which is limited to the text."""
    if text.isascii() and "\r" not in text[max(0, offset - 1) : offset]:
        return max(0, min(offset, len(text)))
    return cluster_at(text, offset)[0]


def cluster_starts(text: str, offsets: Iterable[int]) -> list[int]:
    """Return the first offsets of the clusters that hold `offsets`, in order, each once."""
    size = len(text)
    starts = set()
    for offset in offsets:
        # As `_surely_parted`, without a call for each of a book's sentences.
        inside = 0 < offset < size
        parted = not (_joins(text[offset - 1]) or _joins(text[offset])) if inside else offset == 0
        starts.add(offset if parted else cluster_start(text, offset))
    return sorted(starts)


def cluster_end(text: str, offset: int) -> int:
    """Return the offset after the cluster that holds `offset`."""
    return cluster_at(text, offset)[1]


def whole_clusters(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the smallest span of whole clusters that holds `text[start:end]`."""
    first = cluster_start(text, start)
    return first, cluster_at(text, end - 1)[1] if end > start else first


def move_clusters(text: str, offset: int, count: int) -> int:
    """Return the start of the cluster `count` after that at `offset`, or before it for a negative count."""
    if text.isascii() and "\r" not in text:
        return max(0, min(offset + count, len(text)))
    for _ in range(min(abs(count), len(text))):
        if count > 0:
            offset = cluster_end(text, offset)
        else:
            offset = cluster_start(text, max(0, cluster_start(text, offset) - 1))
    return offset


def count_clusters(text: str) -> int:
    """Return how many clusters `text` has."""
    if not any(map(_joins, set(text))):
        return len(text)
    return sum(1 for _ in _cluster().finditer(text))
