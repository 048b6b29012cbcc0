"""The sidebar: dated articles under headings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.message import Message

from fenttui.ui.session.list_order import ArticleItem, heading
from fenttui.ui.widgets.item_list import ItemList, Row
from fenttui.ui.widgets.reader.wrap import cells_of, wrap

if TYPE_CHECKING:
    from fenttui.settings.types import Order
    from fenttui.ui.widgets.looks import Looks

_TITLE_ROWS = 2
_INDENT = 5
"""Cells before a title: the mark, the day of the month, a space."""


class Sidebar(ItemList):
    """Lists articles; reports which one was chosen."""

    BORDER_TITLE = "Articles"

    class Chosen(Message):
        """An article is to be opened."""

        def __init__(self, article_id: str) -> None:
            super().__init__()
            self.article_id = article_id

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, id="articles")
        self.items: Sequence[ArticleItem] = ()
        """The articles listed, in order."""
        self.open_id: str | None = None
        """The article that the reader shows."""
        self.filtered_to = ""
        """The filter in force, for the text of an empty list."""
        self._headings: list[str] = []
        self._order: Order = "newest"

    def show(self, items: Sequence[ArticleItem], order: Order, total: int) -> None:
        """List `items`, already sorted; the current article stays current where it is still listed."""
        current_id = self.current_id() or self.open_id
        self.items, self._order = items, order
        self._headings = []
        rows: list[Row] = []
        current, last = 0, ""
        for index, item in enumerate(items):
            title = heading(item, order)
            if title != last:
                rows.append(Row(-1, len(self._headings)))
                self._headings.append(title)
                last = title
            if item.id == current_id:
                current = index
            rows.append(Row(index, 0))
            rows.append(Row(index, 1))
        shown = f"{len(items):,}" if len(items) == total else f"{len(items):,} of {total:,}"
        self.border_title = f"Articles {shown}"
        self.set_rows(rows, current)

    def current_id(self) -> str | None:
        """The id of the current article."""
        return self.items[self.current].id if self.current < len(self.items) else None

    def set_open(self, article_id: str) -> None:
        """Mark the article that the reader shows, and make it current."""
        self.open_id = article_id
        index = next((at for at, item in enumerate(self.items) if item.id == article_id), None)
        if index is not None:
            self.move_to(index)
        self.refresh()

    def choose_current(self) -> None:
        """Ask for the current article."""
        if (article_id := self.current_id()) is not None:
            self.post_message(self.Chosen(article_id))

    def on_chosen(self, index: int) -> None:
        """Open what was clicked."""
        self.choose_current()

    def empty_text(self) -> str:
        """Say why nothing is listed."""
        if self.filtered_to:
            return f"No article matches {self.filtered_to}. Escape shows all."
        return "No articles here."

    def paint_row(self, row: Row, width: int, style: Style) -> list[Segment]:
        """A heading, or one of the rows of an article: the day and the title over two rows."""
        if row.item < 0:
            look = style + self._looks["list--heading"]
            return [Segment(" " + self._headings[row.part], look)]
        item = self.items[row.item]
        rows = _title_rows(item.title, max(8, width - _INDENT - 1))
        title_style = style
        if item.id == self.open_id:
            title_style += self._looks["sidebar--open"]
        elif not item.read:
            title_style += self._looks["sidebar--unread"]
        if item.broken:
            title_style = style + self._looks["sidebar--broken"]
        if row.part == 0:
            mark = "!" if item.broken else ">" if item.id == self.open_id else " " if item.read else "•"
            day = f"{'~' if item.inferred else ''}{item.date.day}"
            date_style = style + self._looks["sidebar--date"]
            return [
                Segment(mark, title_style),
                Segment(f"{day:>3} ", date_style),
                Segment(rows[0], title_style),
            ]
        if not item.notes:
            return [Segment(" " * _INDENT, style), Segment(rows[1], title_style)]
        count = f"[{item.notes}]"
        room = max(1, width - _INDENT - len(count) - 2)
        title = rows[1]
        if cells_of(title) > room:
            title = set_cell_size(title, room - 1).rstrip(" ,;:…") + "…"
        look = style + self._looks["sidebar--notes"]
        return [
            Segment(" " * _INDENT, style),
            Segment(set_cell_size(title, room) + " ", title_style),
            Segment(count, look),
        ]


def _title_rows(title: str, width: int) -> tuple[str, str]:
    """The title over two rows of at most `width` cells, shortened with an ellipsis."""
    spans = list(wrap(title, 0, len(title), width))
    first = title[spans[0][0] : spans[0][1]]
    if len(spans) == 1:
        return first, ""
    second = title[spans[1][0] : spans[1][1]]
    if len(spans) > _TITLE_ROWS:
        while second and cells_of(second) > width - 1:
            second = second[:-1]
        second = second.rstrip(" ,;:") + "…"
    return first, second
