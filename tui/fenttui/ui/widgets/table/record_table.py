"""A table of frozen records that paints only the rows in view, so that 50,000 scroll as 50 do.

Textual's DataTable keeps a styled cell for every value and lays out every row: seconds for 50,000 records.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from fenttui.ui.widgets.item_list import index_at
from fenttui.ui.widgets.table.columns import GAP, Column, FittedColumn, fit_columns, fit_parts, fit_text
from fenttui.ui.widgets.table.view import TableView

if TYPE_CHECKING:
    from fenttui.ui.widgets.looks import Looks

R = TypeVar("R")

_HEADER = 1
"""Rows of the header, which does not scroll."""
_COPIED_WIDTH = 240
"""Cells that a column may take in a row that is copied."""
_SIGNS = 2
"""Cells before the first column: the sign of a marked record, and a space."""


class RecordTable(ScrollView, Generic[R], can_focus=True):
    """Shows records in columns, one of them current; reports which one was chosen."""

    class Chosen(Message):
        """Enter on a record, or a click on the current one."""

        def __init__(self, record: Any) -> None:
            super().__init__()
            self.record = record

    class Moved(Message):
        """Another record is current."""

    class Sorted(Message):
        """The order changed, by a key or by a click on the header."""

    def __init__(
        self,
        looks: Looks,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        *,
        sort: str,
        tie: Callable[[R], Any],
        id: str,
    ) -> None:
        """A table that has no records yet.

        Args:
            looks: the styles by name.
            columns: from left to right.
            key: what a record is known by when records are shown anew: the current one stays current.
            sort: the name of the column that it is sorted by at first.
            tie: the order of records that are equal there.
            id: the widget's id.
        """
        super().__init__(id=id)
        self._looks = looks
        self._columns = tuple(columns)
        self._fitted: tuple[int, list[FittedColumn[R]]] = (-1, [])
        self._moved = False
        self.view = TableView(columns, key, tie, sort)
        """The records as they are shown; changed through the table, so that it is painted."""
        self.current = 0
        """The index among those shown of the record that keys act on."""
        self.empty = ""
        """What the table says while it shows nothing."""

    # Records

    @property
    def count_text(self) -> str:
        """How many are shown: `340`, or `12 of 340` where a filter hides some."""
        shown, total = len(self.view.shown), self.view.total
        return f"{total:,}" if shown == total else f"{shown:,} of {total:,}"

    @property
    def order_text(self) -> str:
        """What it is sorted by: `count ▼`."""
        return f"{self.view.sort.name} {self._direction}"

    @property
    def current_record(self) -> R | None:
        """The record that keys act on."""
        return self.view.shown[self.current] if self.current < len(self.view.shown) else None

    @property
    def current_text(self) -> str:
        """The cells of the current record, separated by tabs; empty where there is none."""
        record = self.current_record
        if record is None:
            return ""
        cells = (column.cell(record, _COPIED_WIDTH) for column in self._columns)
        return "\t".join(
            (cell if isinstance(cell, str) else "".join(text for text, _ in cell)).strip() for cell in cells
        )

    def show(self, records: Iterable[R], current: Hashable = None) -> None:
        """Show other records, sorted and filtered as before.

        Args:
            records: all records.
            current: the key of the one that becomes current where it is shown; else the current one stays so.
        """
        with self._keeping_current(current):
            self.view.show(records)

    def filter(self, passes: Callable[[R], bool] | None, narrows: bool = False) -> None:
        """Show the records that pass, all for None.

        Args:
            passes: whether a record is shown.
            narrows: whether all that pass now passed before; then only those are looked at.
        """
        with self._keeping_current():
            self.view.filter(passes, narrows)

    def sort_by(self, name: str, descending: bool | None = None) -> None:
        """Sort by a column, in its own direction unless one is given."""
        with self._keeping_current():
            self.view.sort_by(name, descending)
        self.post_message(self.Sorted())

    def cycle_sort(self, step: int = 1) -> None:
        """Sort by the next column that it can be sorted by."""
        with self._keeping_current():
            self.view.cycle_sort(step)
        self.post_message(self.Sorted())

    def reverse_sort(self) -> None:
        """Sort the other way around."""
        self.sort_by(self.view.sort.name, not self.view.descending)

    def toggle_mark(self) -> bool:
        """Mark the current record, or take its mark away; whether it is marked now."""
        record = self.current_record
        if record is None:
            return False
        self._refresh_row(self.current)
        return self.view.toggle_mark(record)

    def clear_marks(self) -> None:
        """Take all marks away."""
        self.view.marked = frozenset()
        self.refresh()

    def go_to(self, key: Hashable) -> bool:
        """Make the record with a key current; whether it is shown."""
        at = self.view.index_of(key)
        if at is not None:
            self.move_to(at)
        return at is not None

    @contextmanager
    def _keeping_current(self, wanted: Hashable = None) -> Iterator[None]:
        """Let the current record stay current, on the row where it is, while others come and go."""
        before, top = self.current_record, self.scroll_offset.y
        on_row = self.current - top
        yield
        self.virtual_size = Size(self.size.width, len(self.view.shown) + _HEADER)
        at = self.view.index_of(wanted) if wanted is not None else None
        # Until the user has moved, the first row stays current, whichever record comes there.
        if at is None and before is not None and self._moved:
            at = self.view.index_of(self.view.key(before))
        self.current = at if at is not None else max(0, min(self.current, len(self.view.shown) - 1))
        if top:
            self.scroll_to(y=max(0, self.current - on_row), animate=False, immediate=True)
        self.reveal_current()
        self.refresh()

    # Motion

    def move(self, action: str, count: int | None) -> None:
        """Do a motion of the key table by its action."""
        height = max(1, self.size.height - _HEADER)
        if action in ("top", "bottom"):
            self.move_to((count or (1 if action == "top" else len(self.view.shown))) - 1)
            return
        if action == "percent":
            self.move_to(index_at(count, len(self.view.shown)))
            return
        by = {"down": 1, "up": 1, "half_page_down": height // 2, "half_page_up": height // 2}
        step = max(1, by.get(action, height - 1)) * (count or 1) * (-1 if action.endswith("up") else 1)
        if "page" in action:
            self.scroll_to(y=self.scroll_offset.y + step, animate=False, immediate=True)
        self.move_to(self.current + step)

    def move_to(self, index: int) -> None:
        """Make another record current and show it."""
        self._moved = bool(self.view.shown)
        before, self.current = self.current, max(0, min(index, len(self.view.shown) - 1))
        if before != self.current:
            self._refresh_row(before)
            self._refresh_row(self.current)
            self.post_message(self.Moved())
        self.reveal_current()

    def reveal_current(self) -> None:
        """Scroll so that the current record is in view."""
        height = max(1, self.size.height - _HEADER)
        top = self.scroll_offset.y
        if self.current < top:
            self.scroll_to(y=self.current, animate=False, immediate=True)
        elif self.current >= top + height:
            self.scroll_to(y=self.current - height + 1, animate=False, immediate=True)

    def choose_current(self) -> None:
        """Report that the current record was chosen."""
        if (record := self.current_record) is not None:
            self.post_message(self.Chosen(record))

    def _refresh_row(self, index: int) -> None:
        self.refresh(Region(0, index - self.scroll_offset.y + _HEADER, self.size.width, 1))

    # Painting and the mouse

    def _columns_now(self) -> list[FittedColumn[R]]:
        width = self.scrollable_content_region.width
        if self._fitted[0] != width:
            self._fitted = (width, fit_columns(self._columns, width - _SIGNS))
        return self._fitted[1]

    @property
    def _direction(self) -> str:
        return "▼" if self.view.descending else "▲"

    def render_line(self, y: int) -> Strip:
        """The header, or one record."""
        width, style = self.size.width, self.rich_style
        if y < _HEADER:
            return Strip(self._paint_header(style)).adjust_cell_length(width, style)
        at = y - _HEADER + self.scroll_offset.y
        if not self.view.shown:
            said = fit_text(self.empty, max(1, width - _SIGNS)) if y == _HEADER + 1 else ""
            quiet = style + self._looks["list--quiet"]
            return Strip([Segment(" " * _SIGNS + said, quiet)]).adjust_cell_length(width, style)
        if at >= len(self.view.shown):
            return Strip.blank(width, style)
        if at == self.current:
            style += self._looks["list--current" if self.has_focus else "list--lit"]
        return Strip(self._paint_record(self.view.shown[at], style)).adjust_cell_length(width, style)

    def _paint_header(self, style: Style) -> list[Segment]:
        plain, lit = style + self._looks["table--header"], style + self._looks["table--sorted"]
        segments = [Segment(" " * _SIGNS, plain)]
        for column, width in self._columns_now():
            if column is self.view.sort:
                title = fit_text(column.title, min(width - 1, cell_len(column.title))) + self._direction
                segments.append(Segment(fit_text(title, width, column.align), lit))
            else:
                segments.append(Segment(fit_text(column.title, width, column.align), plain))
            segments.append(Segment(" " * GAP, plain))
        return segments

    def _paint_record(self, record: R, style: Style) -> list[Segment]:
        sign = "*" if self.view.key(record) in self.view.marked else " "
        segments = [Segment(sign + " " * (_SIGNS - 1), style + self._looks["table--marked"])]
        for column, width in self._columns_now():
            parts = column.cell(record, width)
            look = column.look(record) if column.look is not None else ""
            own = style + self._looks[look] if look else style
            if not isinstance(parts, str):
                segments += [
                    Segment(text, own + self._looks[name] if name else own)
                    for text, name in fit_parts(parts, width)
                ]
            elif column.align == "right" or own is style:
                segments.append(Segment(fit_text(parts, width, column.align), own))
            else:
                # A line under the words must not continue under what follows them.
                shown = fit_text(parts, width)
                words = shown.rstrip(" ")
                segments += [Segment(words, own), Segment(" " * (len(shown) - len(words)), style)]
            segments.append(Segment(" " * GAP, style))
        return segments

    def on_resize(self, event: events.Resize) -> None:
        """Keep the current record in view."""
        self.virtual_size = Size(self.size.width, len(self.view.shown) + _HEADER)
        self.reveal_current()

    def on_focus(self) -> None:
        """Show the current record as the one that keys act on."""
        self._refresh_row(self.current)

    def on_blur(self) -> None:
        """Show the current record as the one to come back to."""
        self._refresh_row(self.current)

    def on_click(self, event: events.Click) -> None:
        """Sort by the column whose header was clicked; make the record current, or choose it where it is."""
        under = event.get_content_offset(self)
        if under is None:
            return
        if under.y < _HEADER:
            self._sort_at(under.x)
            return
        at = under.y - _HEADER + self.scroll_offset.y
        if at == self.current and self.has_focus:
            self.choose_current()
        elif at < len(self.view.shown):
            self.move_to(at)

    def _sort_at(self, x: int) -> None:
        left = _SIGNS
        for column, width in self._columns_now():
            if left <= x < left + width and column.sort_key is not None:
                if column is self.view.sort:
                    self.reverse_sort()
                else:
                    self.sort_by(column.name)
            left += width + GAP
