"""Where any of many phrases stands in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from fenttui.extract.mention import Span

_PREFIX = 3
"""The characters that select which phrases may begin at a position."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases to look for."""

    all: frozenset[str]
    starts: re.Pattern[str]
    """Finds the positions where a word begins with a phrase's first character."""
    lengths: Mapping[str, tuple[int, ...]]
    """From a phrase's first characters to the lengths of those that begin so, the longest first."""


@lru_cache(maxsize=8)
def phrases(texts: frozenset[str]) -> Phrases:
    """Return what is needed to look for `texts`; those of white space alone are left out."""
    wanted = frozenset(text for text in texts if text.strip())
    lengths: dict[str, set[int]] = defaultdict(set)
    for text in wanted:
        lengths[text[:_PREFIX]].add(len(text))
    first = "".join(sorted({re.escape(text[0]) for text in wanted}))
    return Phrases(
        wanted,
        re.compile(rf"(?<!\w)[{first}]" if first else "(?!)"),
        {prefix: tuple(sorted(each, reverse=True)) for prefix, each in lengths.items()},
    )


def find_phrases(text: str, wanted: Phrases) -> Iterator[Span]:
    """Yield the spans where a phrase stands as whole words, in order and without overlaps.

    Of two that begin at one position it is the longer. The time grows with the text, and with the different
    lengths of phrases that begin alike, not with the number of phrases.
    """
    position = 0
    while match := wanted.starts.search(text, position):
        start = match.start()
        position = start + 1
        for end in _ends(text, start, wanted):
            if text[start:end] in wanted.all and not _goes_on(text, end):
                yield start, end
                position = end
                break


def _ends(text: str, start: int, wanted: Phrases) -> Iterator[int]:
    """Yield where a phrase that begins at `start` may end, the longest first."""
    for size in range(_PREFIX, 0, -1):
        prefix = text[start : start + size]
        if len(prefix) == size:
            for length in wanted.lengths.get(prefix, ()):
                if start + length <= len(text):
                    yield start + length


def _goes_on(text: str, end: int) -> bool:
    return text[end : end + 1].isalnum() or text[end : end + 1] == "_"
