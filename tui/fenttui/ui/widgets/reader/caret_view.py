"""The caret in the text: moved by keys and by the mouse, alone or with a selection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events

from fenttui.graphemes import cluster_start
from fenttui.ui.session.position import Position, offset_in, position_at
from fenttui.ui.widgets.reader.lines import Where, first_text, screen_line
from fenttui.ui.widgets.reader.motion import MOTIONS, settle
from fenttui.ui.widgets.reader.painting import GUTTER
from fenttui.ui.widgets.reader.text_view import CONTEXT_LINES, Here, TextView

if TYPE_CHECKING:
    from fenttui.articles.article import Article
    from fenttui.ui.widgets.looks import Looks
    from fenttui.ui.widgets.reader.character_search import CharacterSearch
    from fenttui.ui.widgets.reader.selection import TextSize


class CaretView(TextView):
    """A text that one moves about in; knows nothing of commands and of the other panes."""

    _goal: int | None = None
    """The column that moves by lines keep to; None for the caret's own."""
    character_search: CharacterSearch | None = None
    """The character that was looked for last."""

    def __init__(
        self,
        looks: Looks,
        caret_moved: Callable[[Here], None],
        *,
        measure: int = 76,
        tab_width: int = 8,
        highlight: Sequence[str] = (),
    ) -> None:
        super().__init__(looks, caret_moved, measure=measure, tab_width=tab_width, highlight=highlight)
        self._last_selections: dict[str, tuple[Position, Position, bool]] = {}
        """By article: where the last selection began, where the caret was, whether it took whole lines."""

    def show_article(self, article: Article, caret: int = 0) -> None:
        """Show `article` with the caret at an offset."""
        self._goal = None
        self._keep_selection()
        super().show_article(article, caret)

    # Motions

    def move(self, action: str, count: int | None) -> None:
        """Do a motion of the key table by its action."""
        self._catch_up()
        lines = self.page.layout.lines
        height = self._height
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
                target = MOTIONS[action](self.page, self.caret, count or 1)
                self.move_to(settle(self.page, target, self.caret))
                if action == "line_end":
                    self._goal = 1_000_000

    def move_lines(self, count: int, by_page: bool = False) -> None:
        """Move the caret by screen lines, keeping its column; `by_page` scrolls as far."""
        layout = self.page.layout
        goal = self._goal if self._goal is not None else layout.column(self.caret)
        line = max(0, min(layout.line_at(self.caret) + count, len(layout.lines) - 1))
        if by_page:
            self.scroll_to(y=self.scroll_offset.y + count, animate=False, immediate=True)
        self.move_to(layout.offset_at(line, goal))
        self._goal = goal

    def move_to(self, offset: int) -> None:
        """Put the caret at an offset of the text and show it."""
        before = self._lines_marked()
        self.caret = cluster_start(self.page.text, max(0, min(offset, self.page.last)))
        self._goal = None
        self._reveal()
        first, last = self._lines_marked()
        first, last = min(first, before[0]), max(last, before[1])
        if self.selection_anchor is None:
            for line in {before[0], self.page.layout.line_at(self.caret)}:
                self.refresh_lines(line)
        else:
            self.refresh_lines(first, last - first + 1)
        self._tell()

    def is_settled_at(self, offset: int) -> bool:
        """Return whether the caret stands where one that is put at `offset` comes to stand."""
        return self.caret in (offset, settle(self.page, offset, 0))

    def find_character(self, search: CharacterSearch, count: int = 1) -> bool:
        """Go to a character of the paragraph, and remember it for `find_again`; whether there is one."""
        self.character_search = search
        return self._find(search, count, repeated=False)

    def find_again(self, count: int = 1, reverse: bool = False) -> bool:
        """Go to the character that was looked for last, `reverse` in the other direction."""
        search = self.character_search
        if search is None:
            return False
        return self._find(search.reversed() if reverse else search, count, repeated=True)

    def _find(self, search: CharacterSearch, count: int, repeated: bool) -> bool:
        from fenttui.ui.widgets.reader.character_search import find_character  # noqa: PLC0415 - 3 ms: not at start

        self._catch_up()
        target = find_character(self.page, self.caret, search, count, repeated)
        if target is not None:
            self.move_to(settle(self.page, target, self.caret))
        return target is not None

    # The view

    def move_to_screen_line(self, where: Where, count: int = 1) -> None:
        """Go to the first text of a line at the top, in the middle or at the bottom of the view."""
        first, last = self._reachable()
        self.move_to(first_text(self.page, screen_line(first, last, where, count)))

    def place_line(self, where: Where, line: int | None = None) -> None:
        """Scroll so that the caret's line is at the top, in the middle or at the bottom of the view.

        Some lines of context stay above and below it. `line` counts from 1; the caret goes there first.
        """
        self._catch_up()
        lines = self.page.layout.lines
        if line is not None:
            self.move_to(first_text(self.page, max(0, min(line, len(lines)) - 1)))
        index = self.page.layout.line_at(self.caret)
        height, context = self._height, self._context_lines
        above = {"top": context, "middle": (height - 1) // 2, "bottom": height - 1 - context}[where]
        self.scroll_to(y=index - above, animate=False, immediate=True)

    def scroll_view(self, count: int) -> None:
        """Scroll by lines, up for a negative count; the caret stays in the text as long as it is in view."""
        self.scroll_to(y=self.scroll_offset.y + count, animate=False, immediate=True)
        line = self.page.layout.line_at(self.caret)
        first, last = self._reachable()
        if not first <= line <= last:
            self.move_lines(max(first, min(line, last)) - line)

    def _reachable(self) -> tuple[int, int]:
        """The first and the last line where the caret can stand while the view stays."""
        top, height, size = self.scroll_offset.y, self._height, len(self.page.layout.lines)
        first = top + self._context_lines if top > 0 else 0
        last = size - 1 if top + height >= size else top + height - 1 - self._context_lines
        return min(first, last), last

    # The selection

    def start_selection(self, lines: bool = False) -> None:
        """Begin to select at the caret."""
        self.selection_anchor = self.caret
        self.selects_lines = lines
        self._repaint()
        self._tell()

    def select_object(self, action: str, count: int = 1) -> bool:
        """Select a text object at the caret, or extend the selection by it; whether there is one."""
        from fenttui.ui.widgets.reader.text_objects import TEXT_OBJECTS  # noqa: PLC0415 - 3 ms: not at start

        self._catch_up()
        anchor = self.caret if self.selection_anchor is None else self.selection_anchor
        ends = TEXT_OBJECTS[action].select(self.page, anchor, self.caret, count)
        if ends is not None:
            self._select(*ends, lines=False)
        return ends is not None

    def swap_ends(self) -> None:
        """Go to the other end of the selection."""
        if self.selection_anchor is not None:
            self._select(self.caret, self.selection_anchor, self.selects_lines)

    def select_again(self) -> bool:
        """Select what was selected last in this article; whether anything was."""
        last = self._last_selections.get(self.article.id) if self.article is not None else None
        if last is None:
            return False
        self._keep_selection()
        anchor, caret, lines = last
        self._select(offset_in(self.page.text, anchor), offset_in(self.page.text, caret), lines)
        return True

    @property
    def selection_size(self) -> TextSize | None:
        """How much is selected; None outside of visual mode."""
        span = self.selected()
        if span is None:
            return None
        from fenttui.ui.widgets.reader.selection import size_of  # noqa: PLC0415 - 1 ms: not at start

        line_at = self.page.layout.line_at
        lines = line_at(max(span[0], span[1] - 1)) - line_at(span[0]) + 1
        return size_of(self.page.text[slice(*span)], lines if self.selects_lines else None)

    def _select(self, anchor: int, caret: int, lines: bool) -> None:
        self.selection_anchor, self.selects_lines = min(anchor, self.page.last), lines
        self.move_to(caret)
        self._repaint()

    def _keep_selection(self) -> None:
        if self.article is not None and self.selection_anchor is not None:
            text = self.article.text
            ends = position_at(text, self.selection_anchor), position_at(text, self.caret)
            self._last_selections[self.article.id] = (*ends, self.selects_lines)

    def end_selection(self) -> None:
        """Leave visual mode."""
        self._keep_selection()
        self.selection_anchor = None
        self._repaint()
        self._tell()

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the caret under the mouse; dragging from there selects."""
        if event.button == 1 and (offset := self._offset_under(event)) is not None:
            self._keep_selection()
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
        return self.page.layout.offset_at(under.y + self.scroll_offset.y, under.x - self._margin - GUTTER)

    # The view follows

    def _catch_up(self) -> None:
        """Bring the caret into the part of the text that the mouse has scrolled to."""
        layout = self.page.layout
        top, height = self.scroll_offset.y, self._height
        line = layout.line_at(self.caret)
        if not top <= line < top + height:
            # Inside of the lines that are kept around the caret, so that the view stays where it was put.
            first, last = top + CONTEXT_LINES, top + height - 1 - CONTEXT_LINES
            line = first if line < top else max(first, last)
            self.move_to(layout.lines[max(0, min(line, len(layout.lines) - 1))].start)

    def _lines_marked(self) -> tuple[int, int]:
        span = self.selected() or (self.caret, self.caret)
        layout = self.page.layout
        return layout.line_at(span[0]), layout.line_at(max(span[0], span[1]))
