"""Screen lines: the motions along one, and to those at the top, middle and bottom of the view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from fenttui.graphemes import cluster_start

if TYPE_CHECKING:
    from fenttui.ui.widgets.reader.page import Page

Where = Literal["top", "middle", "bottom"]


def line_start(page: Page, caret: int, count: int) -> int:
    """Return the first offset of the caret's line."""
    return page.layout.lines[page.layout.line_at(caret)].start


def line_text_start(page: Page, caret: int, count: int) -> int:
    """Return the first offset of the caret's line that is not white space, else its last."""
    return first_text(page, page.layout.line_at(caret))


def line_end(page: Page, caret: int, count: int) -> int:
    """Return the last offset of the caret's line, or of the line `count` - 1 below, as in vim."""
    index = min(page.layout.line_at(caret) + count - 1, len(page.layout.lines) - 1)
    line = page.layout.lines[index]
    last = line.start if line.fold else max(line.start, cluster_start(page.text, line.end - 1))
    return min(last, page.last)


def first_text(page: Page, index: int) -> int:
    """Return the first offset of line `index` that is not white space, else its last."""
    line = page.layout.lines[index]
    if line.fold is not None or line.end <= line.start:
        return line.start
    shown = page.text[line.start : line.end]
    blank = len(shown) - len(shown.lstrip())
    return cluster_start(page.text, line.start + min(blank, len(shown) - 1))


def screen_line(first: int, last: int, where: Where, count: int) -> int:
    """Return the index of a line of the view, for vim's `H`, `M` and `L`.

    Args:
        first: The index of the first line that the caret can stand on without scrolling.
        last: That of the last.
        where: From where `count` counts; the middle has no count.
        count: 1 for the first line of `where`.
    """
    if where == "middle":
        return (first + last) // 2
    return min(first + count - 1, last) if where == "top" else max(last - count + 1, first)
