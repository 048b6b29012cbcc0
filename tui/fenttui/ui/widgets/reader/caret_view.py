"""The caret in the text: moved by keys and by the mouse, alone or with a selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from fenttui.ui.widgets.reader.motion import MOTIONS, settle
from fenttui.ui.widgets.reader.painting import GUTTER
from fenttui.ui.widgets.reader.text_view import CONTEXT_LINES, TextView

if TYPE_CHECKING:
    from fenttui.articles.article import Article


class CaretView(TextView):
    """A text that one moves about in; knows nothing of commands and of the other panes."""

    _goal: int | None = None
    """The column that moves by lines keep to; None for the caret's own."""

    def show_article(self, article: Article, caret: int = 0) -> None:
        """Show `article` with the caret at an offset."""
        self._goal = None
        super().show_article(article, caret)

    # Motions

    def move(self, action: str, count: int | None) -> None:
        """Do a motion of the key table by its action."""
        self._catch_up()
        lines = self._page.layout.lines
        height = max(1, self.size.height)
        match action:
            case "up" | "down" | "half_page_up" | "half_page_down" | "page_up" | "page_down":
                step = {"": 1, "half_page": max(1, height // 2), "page": max(1, height - 2)}[
                    action.removesuffix("up").removesuffix("down").rstrip("_")
                ]
                self.move_lines((count or 1) * (step if action.endswith("down") else -step), step > 1)
            case "top" | "bottom":
                line = (count or (1 if action == "top" else len(lines))) - 1
                self.move_to(lines[max(0, min(line, len(lines) - 1))].start)
            case "percent":
                line = len(lines) * min(100, count or 0) // 100
                self.move_to(lines[min(line, len(lines) - 1)].start)
            case _:
                target = MOTIONS[action](self._page, self.caret, count or 1)
                self.move_to(settle(self._page, target, self.caret))
                if action == "line_end":
                    self._goal = 1_000_000

    def move_lines(self, count: int, by_page: bool = False) -> None:
        """Move the caret by screen lines, keeping its column; `by_page` scrolls as far."""
        layout = self._page.layout
        goal = self._goal if self._goal is not None else layout.column(self.caret)
        line = max(0, min(layout.line_at(self.caret) + count, len(layout.lines) - 1))
        if by_page:
            self.scroll_to(y=self.scroll_offset.y + count, animate=False, immediate=True)
        self.move_to(layout.offset_at(line, goal))
        self._goal = goal

    def move_to(self, offset: int) -> None:
        """Put the caret at an offset of the text and show it."""
        before = self._lines_marked()
        self.caret = max(0, min(offset, self._page.last))
        self._goal = None
        self._reveal()
        first, last = self._lines_marked()
        first, last = min(first, before[0]), max(last, before[1])
        if self.selection_anchor is None:
            for line in {before[0], self._page.layout.line_at(self.caret)}:
                self.refresh_lines(line)
        else:
            self.refresh_lines(first, last - first + 1)
        self._tell()

    # The selection

    def start_selection(self, lines: bool = False) -> None:
        """Begin to select at the caret."""
        self.selection_anchor = self.caret
        self.selects_lines = lines
        self._repaint()
        self._tell()

    def select_span(self, start: int, end: int) -> None:
        """Select `text[start:end]`, the caret on its last character."""
        self.selection_anchor, self.selects_lines = start, False
        self.move_to(max(start, end - 1))
        self._repaint()

    def end_selection(self) -> None:
        """Leave visual mode."""
        self.selection_anchor = None
        self._repaint()
        self._tell()

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the caret under the mouse; dragging from there selects."""
        if event.button == 1 and (offset := self._offset_under(event)) is not None:
            self.selection_anchor = None
            self.move_to(offset)
            self._repaint()
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select while the button is held."""
        if event.button == 1 and (offset := self._offset_under(event)) is not None and offset != self.caret:
            if self.selection_anchor is None:
                self.start_selection()
            self.move_to(offset)

    def on_mouse_up(self) -> None:
        """The drag is over."""
        self.release_mouse()

    def _offset_under(self, event: events.MouseEvent) -> int | None:
        if self.article is None:
            return None
        under = event.get_content_offset_capture(self)
        return self._page.layout.offset_at(under.y + self.scroll_offset.y, under.x - self._margin - GUTTER)

    # The view follows

    def _catch_up(self) -> None:
        """Bring the caret into the part of the text that the mouse has scrolled to."""
        layout = self._page.layout
        top, height = self.scroll_offset.y, max(1, self.size.height)
        line = layout.line_at(self.caret)
        if not top <= line < top + height:
            # Inside of the lines that are kept around the caret, so that the view stays where it was put.
            first, last = top + CONTEXT_LINES, top + height - 1 - CONTEXT_LINES
            line = first if line < top else max(first, last)
            self.move_to(layout.lines[max(0, min(line, len(layout.lines) - 1))].start)

    def _lines_marked(self) -> tuple[int, int]:
        span = self.selected() or (self.caret, self.caret)
        layout = self._page.layout
        return layout.line_at(span[0]), layout.line_at(max(span[0], span[1]))
