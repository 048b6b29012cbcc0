"""Layout: an article's text as screen lines, and the way from an offset to a line and column and back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fenttui.ui.widgets.reader.wrap import cells_of, is_one_cell, wrap

if TYPE_CHECKING:
    from fenttui.articles.article import Fold

_BREAK = re.compile(r"\n[ \t]*\n")
_SHORTEST_HARD_WRAP = 40
_LONGEST_HARD_WRAP = 110


@dataclass(frozen=True, slots=True)
class Line:
    """One screen line: `text[start:end]`; a fold shows a sign instead of its text."""

    start: int
    end: int
    fold: Fold | None = None


@dataclass(frozen=True)
class Layout:
    """The lines of a text at one width."""

    text: str
    width: int
    """The measure, in cells."""
    lines: Sequence[Line]
    """Never empty; starts never decrease."""
    tab_width: int = 8
    starts: Sequence[int] = field(default=(), repr=False)
    """The first offset of each line."""

    def line_at(self, offset: int) -> int:
        """The index of the line that shows `offset`, or the white space just after it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def column(self, offset: int) -> int:
        """The cell at which `offset` is painted on its line."""
        line = self.lines[self.line_at(offset)]
        if line.fold is not None:
            return 0
        return cells_of(self.text[line.start : min(offset, line.end)], self.tab_width)

    def offset_at(self, index: int, column: int) -> int:
        """The offset painted at cell `column` of line `index`; the line's last one for a column beyond it."""
        line = self.lines[max(0, min(index, len(self.lines) - 1))]
        if line.fold is not None or line.end <= line.start:
            return line.start
        shown = self.text[line.start : line.end]
        if is_one_cell(shown):
            return line.start + max(0, min(column, len(shown) - 1))
        # Beginnings of the line are measured, not characters: joined emoji take fewer cells than their parts.
        at = bisect_right(
            range(len(shown)), column, key=lambda last: cells_of(shown[: last + 1], self.tab_width)
        )
        return line.start + min(at, len(shown) - 1)

    def fold_at(self, offset: int) -> Fold | None:
        """The closed fold that hides `offset`."""
        return self.lines[self.line_at(offset)].fold


def lay_out(
    text: str, width: int, folds: Sequence[Fold] = (), opened: Collection[Fold] = (), tab_width: int = 8
) -> Layout:
    """`text` in lines of at most `width` cells, closed folds as one line each.

    Args:
        text: The article's text, paragraphs split by one blank line.
        width: The measure in cells; at least 1.
        folds: Spans that are folded, in order.
        opened: Those of them that are shown whole.
        tab_width: The distance of tab stops in cells.
    """
    lines: list[Line] = []
    at = 0
    for fold in folds:
        if fold in opened or fold.start < at or fold.end <= fold.start:
            continue
        _lay_out_span(text, at, fold.start, width, tab_width, lines)
        lines.append(Line(fold.start, fold.end, fold))
        at = fold.end
    _lay_out_span(text, at, len(text), width, tab_width, lines)
    lines = lines or [Line(0, 0)]
    return Layout(text, width, lines, tab_width, [line.start for line in lines])


def _lay_out_span(text: str, start: int, end: int, width: int, tab_width: int, into: list[Line]) -> None:
    """Add the lines of `text[start:end]`; a blank line parts paragraphs, and the span from what is above."""
    while start < end:
        gap = _BREAK.search(text, start, end)
        stop = gap.start() if gap else end
        if stop > start or not gap:
            _lay_out_paragraph(text, start, stop, width, tab_width, into)
        if not gap:
            return
        into.append(Line(gap.start(), gap.start()))
        start = gap.end()


def _lay_out_paragraph(text: str, start: int, end: int, width: int, tab_width: int, into: list[Line]) -> None:
    paragraph = text[start:end]
    if "\n" in paragraph and is_hard_wrapped(paragraph):
        flowing = paragraph.replace("\n", " ")
        into.extend(Line(start + a, start + b) for a, b in wrap(flowing, 0, len(flowing), width, tab_width))
        return
    at = start
    for row in paragraph.split("\n"):
        into.extend(Line(a, b) for a, b in wrap(text, at, at + len(row), width, tab_width))
        at += len(row) + 1


def is_hard_wrapped(paragraph: str) -> bool:
    """Return whether the newlines in `paragraph` come from wrapping at a fixed width, so that it may reflow.

    A table, list, poem or address has short or uneven rows and keeps them.
    """
    *rows, _last = paragraph.split("\n")
    return all(
        _SHORTEST_HARD_WRAP <= len(row) <= _LONGEST_HARD_WRAP and row[:1] not in "|-*+>#\t " for row in rows
    )
