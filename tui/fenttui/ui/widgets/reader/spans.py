"""Spans of a text by offset: which lie in a range, at an offset, next after it or before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Span(NamedTuple, Generic[T]):
    """A range of a text and what stands for it."""

    start: int
    end: int
    item: T


class Spans(Generic[T]):
    """An immutable set of spans, sorted by start; they may overlap."""

    def __init__(self, spans: Iterable[Span[T]] = ()) -> None:
        self._spans = sorted(spans, key=lambda span: (span.start, span.end))
        self._starts = [span.start for span in self._spans]
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def __len__(self) -> int:
        return len(self._spans)

    def __iter__(self) -> Iterator[Span[T]]:
        return iter(self._spans)

    def overlapping(self, start: int, end: int) -> list[Span[T]]:
        """The spans that share a code point with `[start, end)`, by start."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [span for span in self._spans[first:last] if span.end > start]

    def at(self, offset: int) -> Span[T] | None:
        """The shortest span that holds `offset`."""
        return min(self.overlapping(offset, offset + 1), key=lambda span: span.end - span.start, default=None)

    def after(self, offset: int) -> Span[T] | None:
        """The first span that starts after `offset`."""
        index = bisect_right(self._starts, offset)
        return self._spans[index] if index < len(self._spans) else None

    def before(self, offset: int) -> Span[T] | None:
        """The last span that starts before `offset`."""
        index = bisect_left(self._starts, offset)
        return self._spans[index - 1] if index else None
