"""Text objects, as vim's `iw` and `ap`: what is selected around the caret."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fenttui.graphemes import cluster_end, cluster_start, whole_clusters
from fenttui.ui.widgets.reader.passages import paragraph_run, paragraph_span, sentence_run
from fenttui.ui.widgets.reader.quotations import quotations
from fenttui.ui.widgets.reader.words import Run, run_at

if TYPE_CHECKING:
    from fenttui.ui.widgets.reader.page import Page

RunAt = Callable[["Page", int], Run]
Ends = tuple[int, int]
"""The two ends of a selection, as offsets of characters: where it began, and the caret."""


@dataclass(frozen=True)
class RunObject:
    """One of the objects that follow each other with something blank between them."""

    run_at: RunAt
    around: bool
    """Whether the blank after the object is selected with it; where there is none, the one before."""
    over_blank_lines: bool = False
    """Whether what is blank may hold a blank line."""

    def span(self, page: Page, caret: int, count: int) -> Ends:
        """Return the span of `count` objects from the one at the caret."""
        first = self.run_at(page, caret)
        if not self.around:
            return first.start, self._after(page, first.start, count)
        end = self._after(page, first.start, count)
        last = self.run_at(page, end - 1)
        if first.blank or last.blank or first.start == 0:
            return first.start, end
        before = self.run_at(page, first.start - 1)
        return (before.start if self._takes(page, before) else first.start), end

    def _after(self, page: Page, at: int, count: int) -> int:
        """The end of `count` objects from `at` on."""
        size = len(page.text)
        for left in range(count, 0, -1):
            if at >= size:
                break
            run = self.run_at(page, at)
            at = run.end
            if not self.around or at >= size:
                continue
            follows = self.run_at(page, at)
            if run.blank or (follows.blank and (left > 1 or self._takes(page, follows))):
                at = follows.end
        return at

    def _before(self, page: Page, at: int, count: int) -> int:
        """The start of `count` objects back from `at`."""
        for left in range(count, 0, -1):
            if at <= 0:
                break
            run = self.run_at(page, at - 1)
            at = run.start
            if not self.around or at <= 0:
                continue
            comes = self.run_at(page, at - 1)
            if run.blank or (comes.blank and (left > 1 or self._takes(page, comes))):
                at = comes.start
        return at

    def extended(self, page: Page, anchor: int, caret: int, count: int) -> Ends | None:
        """Return the ends of a selection with `count` more objects, None where there is none."""
        text = page.text
        if caret >= anchor:
            start = cluster_end(text, caret)
            end = self._after(page, start, count)
            return (anchor, cluster_start(text, end - 1)) if end > start else None
        start = cluster_start(text, self._before(page, caret, count))
        return (anchor, start) if start < caret else None

    def select(self, page: Page, anchor: int, caret: int, count: int) -> Ends | None:
        """Return the ends of the selection after this object is asked for."""
        if not page.text:
            return None
        if anchor != caret:
            return self.extended(page, anchor, caret, count)
        # A run may begin or end inside of a letter, where a mark follows a space.
        start, end = whole_clusters(page.text, *self.span(page, caret, count))
        return start, cluster_start(page.text, end - 1)

    def _takes(self, page: Page, run: Run) -> bool:
        return run.blank and (self.over_blank_lines or page.text.count("\n", run.start, run.end) < 2)


@dataclass(frozen=True)
class QuotationObject:
    """What stands in quotation marks; where the caret stands in none, the next of the paragraph."""

    single: bool
    around: bool
    """Whether the marks are selected too, and the white space after them, else before them."""

    def select(self, page: Page, anchor: int, caret: int, count: int) -> Ends | None:
        """Return the ends of the selection after this object is asked for.

        A selection grows to the next quotation around it, first from within its marks to the marks; so does
        one with a count of 2.
        """
        text = page.text
        low, high = min(anchor, caret), cluster_end(text, max(anchor, caret))
        start, end = paragraph_span(page, caret)
        known = quotations(text, start, end, self.single)
        for quotation in known:
            if not quotation.start <= low <= high <= quotation.end:
                continue
            inner = quotation.inner
            span = self._around(text, start, end, quotation[:2]) if self.around else inner
            if not self.around and (count > 1 or (anchor != caret and (low, high) == inner)):
                span = quotation[:2]
            if span[0] < span[1] and (anchor == caret or span[0] < low or high < span[1]):
                return span[0], cluster_start(text, span[1] - 1)
        if anchor != caret:
            return None
        after = min((each for each in known if each.start > caret), default=None)
        if after is None or after.inner[0] >= after.inner[1]:
            return None
        span = self._around(text, start, end, after[:2]) if self.around else after.inner
        return span[0], cluster_start(text, span[1] - 1)

    def _around(self, text: str, start: int, end: int, span: Ends) -> Ends:
        first, after = span
        stop = after
        while stop < end and text[stop].isspace():
            stop += 1
        if stop > after:
            return first, stop
        while first > start and text[first - 1].isspace():
            first -= 1
        return first, after


def _word_run(page: Page, offset: int) -> Run:
    return run_at(page.text, offset)


def _big_word_run(page: Page, offset: int) -> Run:
    return run_at(page.text, offset, big=True)


TEXT_OBJECTS: Mapping[str, RunObject | QuotationObject] = {
    "inner_word": RunObject(_word_run, around=False),
    "around_word": RunObject(_word_run, around=True),
    "inner_big_word": RunObject(_big_word_run, around=False),
    "around_big_word": RunObject(_big_word_run, around=True),
    "inner_sentence": RunObject(sentence_run, around=False),
    "around_sentence": RunObject(sentence_run, around=True),
    "inner_paragraph": RunObject(paragraph_run, around=False, over_blank_lines=True),
    "around_paragraph": RunObject(paragraph_run, around=True, over_blank_lines=True),
    "inner_quotation": QuotationObject(single=False, around=False),
    "around_quotation": QuotationObject(single=False, around=True),
    "inner_single_quotation": QuotationObject(single=True, around=False),
    "around_single_quotation": QuotationObject(single=True, around=True),
}
"""The objects by action, for iw aw iW aW is as ip ap, and for i and a with either quotation mark."""
