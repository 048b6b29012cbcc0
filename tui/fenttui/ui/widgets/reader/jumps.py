"""Jumps: from the caret to the next mention, note or match, and back to where one came from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from fenttui.kinds import ACTOR_KINDS, FIGURE_KINDS

if TYPE_CHECKING:
    from fenttui.extract.mention import Mention
    from fenttui.ui.widgets.reader.layout import Layout
    from fenttui.ui.widgets.reader.spans import Span, Spans

T = TypeVar("T")

_LONGEST_TRAIL = 100


def jump(
    spans: Spans[T],
    layout: Layout,
    caret: int,
    count: int,
    wanted: Callable[[T], bool] = lambda item: True,
    wraps: bool = False,
) -> tuple[Span[T] | None, bool]:
    """The `count`-th wanted span after the caret, before it for a negative count; closed folds are passed.

    Returns:
        The span, the last one there is where there are fewer, None where there is none; and whether the end
        of the text was passed (only with `wraps`).
    """
    step = spans.after if count > 0 else spans.before
    found: Span[T] | None = None
    at, left, wrapped = caret, abs(count), False
    while left:
        span = step(at)
        if span is None:
            if not wraps or wrapped or not len(spans):
                break
            wrapped, at = True, (-1 if count > 0 else len(layout.text) + 1)
            continue
        at = span.start
        if wanted(span.item) and layout.fold_at(span.start) is None:
            found, left = span, left - 1
    return found, wrapped


def is_actor(mention: Mention) -> bool:
    """For `]a`."""
    return mention.kind in ACTOR_KINDS


def is_figure(mention: Mention) -> bool:
    """For `]f`."""
    return mention.kind in FIGURE_KINDS


class Trail:
    """Where jumps began, for `ctrl+o`; and the marks set with letters. Both hold (article id, offset)."""

    def __init__(self) -> None:
        self._places: list[tuple[str, int]] = []
        self.marks: dict[str, tuple[str, int]] = {}
        """Place by letter."""

    def leave(self, article_id: str, offset: int) -> None:
        """Remember where a jump begins."""
        place = (article_id, offset)
        if not self._places or self._places[-1] != place:
            self._places = [*self._places[-_LONGEST_TRAIL:], place]

    def back(self, count: int = 1) -> tuple[str, int] | None:
        """The place `count` jumps ago, forgetting those after it; None where there is none."""
        place = None
        for _ in range(min(count, len(self._places))):
            place = self._places.pop()
        return place
