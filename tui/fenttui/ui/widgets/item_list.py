"""A list whose items take several rows, painted only where they are visible: the base of both side panes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

if TYPE_CHECKING:
    from fenttui.ui.widgets.looks import Looks


def index_at(percent: int | None, count: int) -> int:
    """Return the index of the item at a percentage of a list, that in the middle for None."""
    return -(-count * min(50 if percent is None else percent, 100) // 100) - 1


class Row(NamedTuple):
    """One row of the pane."""

    item: int
    """The index of the item it belongs to; -1 for a heading."""
    part: int
    """Which of the item's rows this is; for a heading, its number."""


class ItemList(ScrollView, can_focus=True):
    """Rows of items with one current item. A subclass paints rows and says what choosing an item means."""

    def __init__(self, looks: Looks, *, id: str) -> None:
        super().__init__(id=id)
        self._looks = looks
        self.rows: Sequence[Row] = ()
        """The rows, in order."""
        self.current = 0
        """The index of the item that keys act on."""
        self._first_rows: list[int] = []
        self._empty_lines: tuple[int, list[str]] | None = None
        """The lines of the text of an empty pane, wrapped for a width; None until they are painted."""

    # What a subclass gives

    def paint_row(self, row: Row, width: int, style: Style) -> list[Segment]:
        """The segments of one row, at most `width` cells."""
        raise NotImplementedError

    def on_chosen(self, index: int) -> None:
        """The current item was clicked."""

    def on_current_changed(self) -> None:
        """Another item is current."""

    def empty_text(self) -> str:
        """Return the text of a pane without items; called again after `set_rows`."""
        return ""

    # Items and the current one

    def set_rows(self, rows: Sequence[Row], current: int) -> None:
        """Show other rows, with item `current` current and in view."""
        self.rows = rows
        self._empty_lines = None
        self._first_rows = [at for at, row in enumerate(rows) if row.item >= 0 and row.part == 0]
        self.virtual_size = Size(self.size.width, len(rows))
        self.current = max(0, min(current, len(self._first_rows) - 1))
        self.reveal_current()
        self.refresh()

    @property
    def item_count(self) -> int:
        """How many items there are."""
        return len(self._first_rows)

    def move(self, action: str, count: int | None) -> None:
        """Do a motion of the key table by its action.

        One step, without a count, goes through an item taller than the pane before it goes to the next.
        """
        match action:
            case "down" | "up":
                sign = 1 if action == "down" else -1
                if count is not None or not self._scroll_inside(sign):
                    self.move_to(self.current + sign * (count or 1))
            case "page_down" | "page_up" | "half_page_down" | "half_page_up":
                rows = self.size.height // 2 if action.startswith("half") else self.size.height - 1
                rows = max(1, rows) * (count or 1)
                self._move_rows(rows if action.endswith("down") else -rows)
            case "top":
                self.move_to((count or 1) - 1)
            case "bottom":
                self.move_to((count or self.item_count) - 1)
            case "percent":
                self.move_to(index_at(count, self.item_count))

    def move_to(self, index: int) -> None:
        """Make another item current and show it, one taller than the pane from its first row."""
        if self._make_current(index) and self._is_tall(self.current):
            self.scroll_to(y=self._first_rows[self.current], animate=False, immediate=True)
        self.reveal_current()

    def reveal_current(self) -> None:
        """Scroll so that the current item is in view, its heading too where there is room."""
        if not self._first_rows:
            return
        first, last = self._rows_of(self.current)
        height = max(1, self.size.height)
        top = self.scroll_offset.y
        if self._is_tall(self.current):
            self.scroll_to(y=max(first, min(top, last - height + 1)), animate=False, immediate=True)
            return
        if first and self.rows[first - 1].item < 0:
            first -= 1
        if first < top:
            self.scroll_to(y=first, animate=False, immediate=True)
        elif last >= top + height:
            self.scroll_to(y=min(first, last - height + 1), animate=False, immediate=True)

    def _make_current(self, index: int) -> bool:
        """Let keys act on an item; whether it is another one."""
        index = max(0, min(index, self.item_count - 1))
        if index == self.current:
            return False
        before, self.current = self.current, index
        self._refresh_item(before)
        self._refresh_item(index)
        self.on_current_changed()
        return True

    def _scroll_inside(self, sign: int) -> bool:
        """Scroll half a pane within an item taller than the pane; false where its end is in view."""
        if not self._is_tall(self.current) or not self.size.height:
            # Shown a moment ago, the pane may not have its size yet.
            return False
        first, last = self._rows_of(self.current)
        height = max(1, self.size.height)
        top = self.scroll_offset.y
        wanted = max(first, min(top + sign * max(1, height // 2), last - height + 1))
        if (wanted - top) * sign <= 0:
            return False
        self.scroll_to(y=wanted, animate=False, immediate=True)
        return True

    def _move_rows(self, rows: int) -> None:
        """Scroll by rows; current is then the item as many rows away."""
        if not self._first_rows:
            return
        top = self.scroll_offset.y
        wanted = max(top, self._first_rows[self.current]) + rows
        index = max(0, bisect_right(self._first_rows, wanted) - 1)
        if index == self.current and not self._is_tall(index):
            # In a pane lower than an item, or at the ends.
            index += 1 if rows > 0 else -1
        self.scroll_to(y=top + rows, animate=False, immediate=True)
        self._choose_in_view(index)

    def _choose_in_view(self, index: int) -> None:
        """Make an item current; with a part of it in view nothing scrolls, so that no row is passed over."""
        self._make_current(index)
        first, last = self._rows_of(self.current)
        if last < self.scroll_offset.y or first >= self.scroll_offset.y + self.size.height:
            self.reveal_current()

    def _is_tall(self, index: int) -> bool:
        """Return whether an item has more rows than the pane."""
        return index < self.item_count and self._height_of(index) > max(1, self.size.height)

    def _rows_of(self, index: int) -> tuple[int, int]:
        """The first and the last row of an item."""
        first = self._first_rows[index]
        return first, first + self._height_of(index) - 1

    def _height_of(self, index: int) -> int:
        first = self._first_rows[index]
        after = self._first_rows[index + 1] if index + 1 < len(self._first_rows) else len(self.rows)
        return sum(1 for row in self.rows[first:after] if row.item == index)

    def _refresh_item(self, index: int) -> None:
        if index < len(self._first_rows):
            top = self._first_rows[index] - self.scroll_offset.y
            self.refresh(Region(0, top, self.size.width, self._height_of(index)))

    # Painting and the mouse

    def render_line(self, y: int) -> Strip:
        """One row of the pane."""
        at = y + self.scroll_offset.y
        width = self.size.width
        style = self.rich_style
        if not self.rows:
            return self._paint_empty(y, width, style)
        if at >= len(self.rows):
            return Strip.blank(width, style)
        row = self.rows[at]
        if row.item >= 0 and row.item == self.current:
            name = "list--current" if self.has_focus else "list--lit"
            style += self._looks[name]
        return Strip(self.paint_row(row, width, style)).adjust_cell_length(width, style)

    def _paint_empty(self, y: int, width: int, style: Style) -> Strip:
        if self._empty_lines is None or self._empty_lines[0] != width:
            self._empty_lines = width, self._wrap_empty(width)
        lines = self._empty_lines[1]
        first = 1 if self.size.height > len(lines) else 0
        if not first <= y < first + len(lines):
            return Strip.blank(width, style)
        quiet = style + self._looks["list--quiet"]
        return Strip([Segment(" " + lines[y - first], quiet)]).adjust_cell_length(width, style)

    def _wrap_empty(self, width: int) -> list[str]:
        from fenttui.ui.widgets.reader.wrap import wrap  # noqa: PLC0415 - not at start

        text = self.empty_text()
        return [text[start:end] for start, end in wrap(text, 0, len(text), max(1, width - 2))]

    def on_resize(self, event: events.Resize) -> None:
        """Keep the current item in view."""
        self.virtual_size = Size(self.size.width, len(self.rows))
        self.reveal_current()

    def on_focus(self) -> None:
        """Show the current item as the one keys act on."""
        self._refresh_item(self.current)

    def on_blur(self) -> None:
        """Show the current item as the one to come back to."""
        self._refresh_item(self.current)

    def on_click(self, event: events.Click) -> None:
        """Choose the item under the mouse."""
        under = event.get_content_offset(self)
        if under is None:
            return
        at = under.y + self.scroll_offset.y
        if at < len(self.rows) and self.rows[at].item >= 0:
            self._choose_in_view(self.rows[at].item)
            self.on_chosen(self.current)
