"""Wrapping: a paragraph into lines of at most so many cells, by code point offsets.

Runs of one-cell characters, which most news is, are cut by counting; anything wider is measured with the same
table that paints it, so that a Chinese name takes the cells that the terminal gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rich.cells import cell_len

from fenttui.graphemes import cluster_end
from fenttui.visible import visible

_ONE_CELL = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u0531-\u058a\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
"""Characters of exactly one cell in every terminal: Latin, Greek, Cyrillic, quotes and dashes, currency."""

_WIDE = "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\U00020000-\U0003fffd"
_NEVER_FIRST = (
    # Marks and variation selectors first, then punctuation.
    "\u3099\u309a\u302a-\u302f\ufe00-\ufe0f\U000e0100-\U000e01ef"
    "\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\u300d\u300f\uff09\u3011\u300b\u3009\u201d\u2019"
)


@cache
def _pieces() -> re.Pattern[str]:
    """Yield what stays on one line: a word, or an ideograph with punctuation that must not begin a line."""
    # 5 ms to compile: only for a text that needs it.
    return re.compile(f"(?P<wide>[{_WIDE}])[{_NEVER_FIRST}]*|[^\\s{_WIDE}]+")


def is_one_cell(text: str) -> bool:
    """Return whether every character of `text` takes exactly one cell."""
    match = _ONE_CELL.match(text)
    return match is not None and match.end() == len(text)


def cells_of(text: str, tab_width: int = 8, at: int = 0) -> int:
    """Return how many cells `text` takes when painted, the first of them in column `at`."""
    if "\t" not in text:
        return len(text) if is_one_cell(text) else cell_len(visible(text))
    column = at
    for part in re.split("(\t)", text):
        column += tab_width - column % tab_width if part == "\t" else cells_of(part)
    return column - at


def wrap(text: str, start: int, end: int, width: int, tab_width: int = 8) -> Iterator[tuple[int, int]]:
    """The lines of `text[start:end]`, which holds no newline, as spans of at most `width` cells.

    White space at which a line is broken belongs to no line. A word longer than a line is cut between
    grapheme clusters, and a cluster wider than a line between its code points.
    """
    if start >= end:
        yield start, end
        return
    piece = text[start:end]
    if is_one_cell(piece):
        for a, b in _wrap_one_cell(piece, width):
            yield start + a, start + b
    else:
        for a, b in _wrap_measured(piece, width, tab_width):
            yield start + a, start + b


def _wrap_one_cell(piece: str, width: int) -> Iterator[tuple[int, int]]:
    at, size = 0, len(piece)
    while size - at > width:
        cut = piece.rfind(" ", at + 1, at + width + 1)
        if cut < 0 or not piece[at:cut].strip():
            yield at, at + width
            at += width
        else:
            yield at, at + len(piece[at:cut].rstrip(" "))
            at = cut
        while at < size and piece[at] == " ":
            at += 1
    if at < size:
        yield at, at + len(piece[at:].rstrip(" ")) if piece[at:].strip(" ") else size


def _wrap_measured(piece: str, width: int, tab_width: int) -> Iterator[tuple[int, int]]:
    line, line_end, column = 0, 0, 0
    for match in _pieces().finditer(piece):
        a, b = match.span()
        gap = cells_of(piece[line_end:a], tab_width, column)
        size = 2 if match.end("wide") == b else cells_of(piece[a:b])
        if column + gap + size <= width:
            line_end, column = b, column + gap + size
            continue
        if line_end > line:
            yield line, line_end
            line, gap = a, 0
        if gap + size <= width:
            line_end, column = b, gap + size
            continue
        column = gap if gap < width else 0
        if not column:
            line = a
        at = a
        while at < b:
            after = cluster_end(piece, at)
            cells = cells_of(piece[at:after])
            if cells > width:
                after, cells = at + 1, cells_of(piece[at])
            if column + cells > width and at > line:
                yield line, at
                line, column = at, 0
            column += cells
            at = after
        line_end = b
    yield line, line_end or len(piece)
