"""Spans of another engine as names: of whole tokens, trimmed to the name, without overlaps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import index
from typing import SupportsIndex

from fenttui.extract.names.engines.engine import FoundSpan
from fenttui.extract.names.name import Name
from fenttui.extract.text.tokens import Tokens
from fenttui.kinds import ACTOR_KINDS

_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))


class BadSpanError(ValueError):
    """A span outside of the text, or of an unknown kind; its message follows the name of the engine."""


def names_from_spans(spans: Iterable[object], tokens: Tokens) -> list[Name]:
    """Return the names that `spans` mark, in order.

    A span takes in every token that it touches and ends with its paragraph. A leading "the" and a possessive
    at the end are left out. Of spans that overlap the longest stays, of equally long ones the first.

    Args:
        spans: triples of first code point, one past the last, and kind.
        tokens: the text.

    Raises:
        BadSpanError: an offset is outside of the text, or a kind is none of actors.
    """
    found = sorted(_names(spans, tokens), key=lambda name: (-name.size, name.first, _rank(name)))
    taken = bytearray(len(tokens))
    kept = []
    for name in found:
        if taken.find(1, name.first, name.end) < 0:
            taken[name.first : name.end] = b"\1" * name.size
            kept.append(name)
    return sorted(kept, key=lambda name: name.first)


def _names(spans: Iterable[object], tokens: Tokens) -> Iterator[Name]:
    for span in spans:
        start, end, kind = _checked(span, len(tokens.text))
        first, stop = _trimmed(bisect_right(tokens.ends, start), bisect_left(tokens.starts, end), tokens)
        if first < stop:
            yield Name(first, stop, kind)


def _checked(span: object, size: int) -> FoundSpan:
    """Return the span, if it is one of a text of `size` code points and of a known kind."""
    # Offsets may be of any type of whole numbers, as numpy's are.
    match span:
        case (SupportsIndex() as first, SupportsIndex() as stop, kind):
            start, end = index(first), index(stop)
            known = next((each for each in ACTOR_KINDS if each == kind), None)
            if known is None:
                raise BadSpanError(f"gave the kind {kind!r:.40}, which is none of {', '.join(ACTOR_KINDS)}")
            if 0 <= start <= end <= size:
                return start, end, known
    raise BadSpanError(f"gave {span!r:.60}, which is no span of a text of {size:,} code points")


def _trimmed(first: int, end: int, tokens: Tokens) -> tuple[int, int]:
    """Return tokens `first` to `end` without the tokens that are not part of a name."""
    words = tokens.words
    while first < end and words[first][0] == "\n":
        first += 1
    end = next((at for at in range(first, end) if words[at][0] == "\n"), end)
    if end - first > 1 and tokens.lowers[first] == "the":
        first += 1
    if end - first > 1 and words[end - 1] in _POSSESSIVES:
        end -= 1
    return first, end


def _rank(name: Name) -> int:
    return -1 if name.kind is None else ACTOR_KINDS.index(name.kind)
