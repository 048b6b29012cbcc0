"""Motions by their actions: where the caret goes. Each is a function of the page, the caret and a count."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from fenttui.graphemes import move_clusters
from fenttui.ui.widgets.reader.lines import line_end, line_start, line_text_start
from fenttui.ui.widgets.reader.page import Page
from fenttui.ui.widgets.reader.passages import (
    paragraph_back,
    paragraph_forward,
    sentence_back,
    sentence_forward,
)
from fenttui.ui.widgets.reader.words import word_back, word_end, word_end_back, word_forward

Motion = Callable[[Page, int, int], int]


def left(page: Page, caret: int, count: int) -> int:
    """Return the offset `count` characters before the caret."""
    return max(0, move_clusters(page.text, caret, -count))


def right(page: Page, caret: int, count: int) -> int:
    """Return the offset `count` characters after the caret."""
    return min(page.last, move_clusters(page.text, caret, count))


MOTIONS: Mapping[str, Motion] = {
    "left": left,
    "right": right,
    "word_forward": word_forward,
    "word_end": word_end,
    "word_back": word_back,
    "word_end_back": word_end_back,
    "big_word_forward": partial(word_forward, big=True),
    "big_word_end": partial(word_end, big=True),
    "big_word_back": partial(word_back, big=True),
    "big_word_end_back": partial(word_end_back, big=True),
    "line_start": line_start,
    "line_text_start": line_text_start,
    "line_end": line_end,
    "sentence_forward": sentence_forward,
    "sentence_back": sentence_back,
    "paragraph_forward": paragraph_forward,
    "paragraph_back": paragraph_back,
}
"""The motions by action; those over screen lines belong to the view, which knows its height."""


def settle(page: Page, offset: int, origin: int) -> int:
    """Return `offset` moved out of a closed fold, in the direction of travel from `origin`."""
    offset = max(0, min(offset, page.last))
    fold = page.layout.fold_at(offset)
    if fold is None or not fold.start <= offset < fold.end:
        return offset
    if origin != fold.start or offset <= origin:
        return fold.start
    beyond = re.compile(r"\S").search(page.text, fold.end)
    return beyond.start() if beyond else fold.start
