"""Motions: where the caret goes. Each is a function of the page, the caret and a count, after vim's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from fenttui.articles.sentences import sentence_spans

if TYPE_CHECKING:
    from fenttui.ui.widgets.reader.layout import Layout

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*|[^\w\s]+")
_LOOK_BACK = 512
"""How far back a word may begin; only a text without white space is cut at it."""


@dataclass(frozen=True)
class Page:
    """What a motion moves over: a text, laid out."""

    layout: Layout

    @property
    def text(self) -> str:
        """The article's text."""
        return self.layout.text

    @property
    def last(self) -> int:
        """The last offset that the caret can stand on."""
        return max(0, len(self.text) - 1)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The spans of the sentences; found when a motion first asks."""
        return sentence_spans(self.text)

    @cached_property
    def sentence_starts(self) -> list[int]:
        """The first offset of each sentence."""
        return [start for start, _ in self.sentences]

    @cached_property
    def paragraph_starts(self) -> list[int]:
        """The first offset of each paragraph."""
        starts = [match.end() for match in re.finditer(r"\n[ \t]*\n", self.text)]
        return [0, *(start for start in starts if start <= self.last)]


Motion = Callable[[Page, int, int], int]


def _left(page: Page, caret: int, count: int) -> int:
    return max(0, caret - count)


def _right(page: Page, caret: int, count: int) -> int:
    return min(page.last, caret + count)


def _word_forward(page: Page, caret: int, count: int) -> int:
    for _ in range(count):
        here = _WORD.match(page.text, caret) or _word_around(page, caret)
        match = _WORD.search(page.text, here.end() if here else caret + 1)
        if match is None:
            return page.last
        caret = match.start()
    return caret


def _word_end(page: Page, caret: int, count: int) -> int:
    for _ in range(count):
        match = _WORD.search(page.text, caret + 1)
        around = _word_around(page, caret + 1)
        if around is not None:
            match = around
        if match is None:
            return page.last
        caret = match.end() - 1
    return caret


def _word_back(page: Page, caret: int, count: int) -> int:
    for _ in range(count):
        match = _last_word_before(page, caret)
        if match is None:
            return 0
        caret = match.start()
    return caret


def _word_around(page: Page, offset: int) -> re.Match[str] | None:
    """The word that holds `offset`."""
    match = _last_word_before(page, offset + 1)
    return match if match is not None and match.end() > offset else None


def _last_word_before(page: Page, offset: int) -> re.Match[str] | None:
    """The last word that starts before `offset`."""
    far = offset
    while far > 0:
        far = max(0, far - _LOOK_BACK)
        while far > 0 and far > offset - 4 * _LOOK_BACK and not page.text[far].isspace():
            far -= 1
        found = None
        for match in _WORD.finditer(page.text, far):
            if match.start() >= offset:
                break
            found = match
        if found is not None:
            return found
    return None


def _line_start(page: Page, caret: int, count: int) -> int:
    return page.layout.lines[page.layout.line_at(caret)].start


def _line_end(page: Page, caret: int, count: int) -> int:
    line = page.layout.lines[page.layout.line_at(caret)]
    return line.start if line.fold else max(line.start, line.end - 1)


def _forward_in(starts: list[int], page: Page, caret: int, count: int) -> int:
    index = bisect_right(starts, caret) + count - 1
    return starts[index] if index < len(starts) else page.last


def _back_in(starts: list[int], caret: int, count: int) -> int:
    index = bisect_left(starts, caret) - count
    return starts[index] if starts and index >= 0 else 0


def _sentence_forward(page: Page, caret: int, count: int) -> int:
    return _forward_in(page.sentence_starts, page, caret, count)


def _sentence_back(page: Page, caret: int, count: int) -> int:
    return _back_in(page.sentence_starts, caret, count)


def _paragraph_forward(page: Page, caret: int, count: int) -> int:
    return _forward_in(page.paragraph_starts, page, caret, count)


def _paragraph_back(page: Page, caret: int, count: int) -> int:
    return _back_in(page.paragraph_starts, caret, count)


MOTIONS: Mapping[str, Motion] = {
    "left": _left,
    "right": _right,
    "word_forward": _word_forward,
    "word_end": _word_end,
    "word_back": _word_back,
    "line_start": _line_start,
    "line_end": _line_end,
    "sentence_forward": _sentence_forward,
    "sentence_back": _sentence_back,
    "paragraph_forward": _paragraph_forward,
    "paragraph_back": _paragraph_back,
}
"""The motions by action; those over screen lines belong to the view, which knows its height."""


def settle(page: Page, offset: int, origin: int) -> int:
    """`offset` moved out of a closed fold, in the direction of travel from `origin`."""
    offset = max(0, min(offset, page.last))
    fold = page.layout.fold_at(offset)
    if fold is None or not fold.start <= offset < fold.end:
        return offset
    if origin != fold.start or offset <= origin:
        return fold.start
    beyond = re.compile(r"\S").search(page.text, fold.end)
    return beyond.start() if beyond else fold.start


def word_span(page: Page, caret: int) -> tuple[int, int]:
    """The word at the caret, else the character there."""
    match = _word_around(page, caret)
    return match.span() if match else (caret, min(caret + 1, len(page.text)))


def sentence_span(page: Page, caret: int) -> tuple[int, int]:
    """The sentence at the caret; between two, the one before."""
    index = bisect_right(page.sentence_starts, caret) - 1
    if not page.sentences:
        return 0, len(page.text)
    return page.sentences[max(0, index)]


def paragraph_span(page: Page, caret: int) -> tuple[int, int]:
    """The paragraph at the caret, without the blank line after it."""
    index = max(0, bisect_right(page.paragraph_starts, caret) - 1)
    start = page.paragraph_starts[index]
    after = page.paragraph_starts[index + 1 : index + 2]
    return start, start + len(page.text[start : after[0] if after else len(page.text)].rstrip())
