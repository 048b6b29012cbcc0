"""Sentences and paragraphs: the motions over them and their spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from fenttui.ui.widgets.reader.words import Run

if TYPE_CHECKING:
    from fenttui.ui.widgets.reader.page import Page


def sentence_forward(page: Page, caret: int, count: int) -> int:
    """Return the start of the `count`-th sentence after the caret."""
    return _forward_in(page.sentence_starts, page, caret, count)


def sentence_back(page: Page, caret: int, count: int) -> int:
    """Return the start of the `count`-th sentence that begins before the caret."""
    return _back_in(page.sentence_starts, caret, count)


def paragraph_forward(page: Page, caret: int, count: int) -> int:
    """Return the start of the `count`-th paragraph after the caret."""
    return _forward_in(page.paragraph_starts, page, caret, count)


def paragraph_back(page: Page, caret: int, count: int) -> int:
    """Return the start of the `count`-th paragraph that begins before the caret."""
    return _back_in(page.paragraph_starts, caret, count)


def _forward_in(starts: list[int], page: Page, caret: int, count: int) -> int:
    index = bisect_right(starts, caret) + count - 1
    return starts[index] if index < len(starts) else page.last


def _back_in(starts: list[int], caret: int, count: int) -> int:
    index = bisect_left(starts, caret) - count
    return starts[index] if starts and index >= 0 else 0


def sentence_span(page: Page, caret: int) -> tuple[int, int]:
    """Return the span of the sentence at the caret; between two, of the one before."""
    index = bisect_right(page.sentence_starts, caret) - 1
    if not page.sentences:
        return 0, len(page.text)
    return page.sentences[max(0, index)]


def paragraph_span(page: Page, caret: int) -> tuple[int, int]:
    """Return the span of the paragraph at the caret, without the blank line after it."""
    index = max(0, bisect_right(page.paragraph_starts, caret) - 1)
    start = page.paragraph_starts[index]
    after = page.paragraph_starts[index + 1 : index + 2]
    return start, start + len(page.text[start : after[0] if after else len(page.text)].rstrip())


def sentence_run(page: Page, offset: int) -> Run:
    """Return the sentence that holds `offset`, or the white space between two."""
    index = bisect_right(page.sentences, offset, key=lambda span: span[0]) - 1
    start, end = page.sentences[index] if index >= 0 else (0, 0)
    if start <= offset < end:
        return Run(start, end, False)
    after = page.sentences[index + 1 : index + 2]
    return Run(end, after[0][0] if after else len(page.text), True)


def paragraph_run(page: Page, offset: int) -> Run:
    """Return the paragraph that holds `offset`, or the blank lines between two."""
    start, end = paragraph_span(page, offset)
    if start <= offset < end:
        return Run(start, end, False)
    index = bisect_right(page.paragraph_starts, offset)
    after = page.paragraph_starts[index : index + 1]
    return Run(end, after[0] if after else len(page.text), True)
