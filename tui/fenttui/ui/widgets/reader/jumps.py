"""Jumps: from the caret to the next mention, note or match, and back to the previous location."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from fenttui.kinds import ACTOR_KINDS, FIGURE_KINDS

if TYPE_CHECKING:
    from fenttui.extract.mention import Mention
    from fenttui.ui.session.position import Position
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


@dataclass(frozen=True)
class Location:
    """An offset of an article to come back to."""

    article_id: str
    offset: int
    screen: str | None = None
    """The table over the text that the jump began in; None for the text itself."""
    position: Position | None = field(default=None, compare=False)
    """The words at the offset, by which it is found when the text has changed; None if they are not known."""

    @property
    def where(self) -> int | Position:
        """Where to put the caret."""
        return self.offset if self.position is None else self.position


class Trail:
    """Where jumps began, as vim's list of jumps has them; and the marks set with letters."""

    def __init__(self) -> None:
        self._locations: list[Location] = []
        self._at = 0
        """The index of the current location in the list; its length if no jump was taken back."""
        self.marks: dict[str, Location] = {}
        """Location by letter."""
        self.before_jump: Location | None = None
        """Where the last jump began."""
        self.annotated: Location | None = None
        """Where a note was last written."""

    def leave(self, here: Location) -> None:
        """Remember where a jump begins; a location that was known already moves to the end of the list."""
        self.before_jump = here
        self._append(here)
        self._at = len(self._locations)

    def back(self, count: int = 1, here: Location | None = None) -> Location | None:
        """Go `count` jumps back, or as far as there are; None where there is none.

        Args:
            count: How many jumps are taken back.
            here: The current location, so that `forward` comes back to it.
        """
        if self._at == len(self._locations) and here is not None:
            self._append(here)
            self._at = len(self._locations) - 1
        if self._at == 0:
            return None
        self._at = max(0, self._at - count)
        return self._locations[self._at]

    def forward(self, count: int = 1) -> Location | None:
        """Go `count` jumps forward again, or as far as some were taken back; None where none was."""
        if self._at >= len(self._locations) - 1:
            return None
        self._at = min(len(self._locations) - 1, self._at + count)
        return self._locations[self._at]

    def swap(self, here: Location) -> Location | None:
        """Return where the last jump began, which is `here` from now on; None before the first jump."""
        target = self.before_jump
        if target is not None:
            self.leave(here)
        return target

    def _append(self, location: Location) -> None:
        kept = [each for each in self._locations if each != location]
        self._locations = [*kept[-_LONGEST_TRAIL + 1 :], location]
