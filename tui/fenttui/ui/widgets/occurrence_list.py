"""Occurrences in context, one below the other, under the articles that they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.message import Message

from fenttui.ui.widgets.item_list import ItemList, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fenttui.analysis.occurrences import Occurrence
    from fenttui.ui.widgets.looks import Looks


class OccurrenceList(ItemList):
    """Lists occurrences as they are found; reports which one was chosen."""

    HEIGHT = 1
    """The rows of one occurrence."""

    class Chosen(Message):
        """An occurrence is to be shown."""

        def __init__(self, occurrence: Occurrence) -> None:
            super().__init__()
            self.occurrence = occurrence

    def __init__(self, looks: Looks, *, id: str = "card-occurrences") -> None:
        super().__init__(looks, id=id)
        self.occurrences: list[Occurrence] = []
        """The occurrences listed so far."""
        self._headings: list[str] = []

    def add(self, occurrences: Sequence[Occurrence]) -> None:
        """List more occurrences, which follow those listed."""
        rows = list(self.rows)
        for occurrence in occurrences:
            if not self._headings or self._headings[-1] != occurrence.heading:
                rows.append(Row(-1, len(self._headings)))
                self._headings.append(occurrence.heading)
            rows += [Row(len(self.occurrences), part) for part in range(self.HEIGHT)]
            self.occurrences.append(occurrence)
        self.styles.height = max(1, min(len(rows), 24))
        self.set_rows(rows, self.current)

    def stand_at(self, offset: int) -> None:
        """Make the occurrence at an offset of the first article current."""
        self.move_to(next((at for at, each in enumerate(self.occurrences) if each.start == offset), 0))

    def choose_current(self) -> None:
        """Ask for the current occurrence."""
        if self.occurrences:
            self.post_message(self.Chosen(self.occurrences[self.current]))

    def on_chosen(self, index: int) -> None:
        """Show what was clicked."""
        self.choose_current()

    def paint_row(self, row: Row, width: int, style: Style) -> list[Segment]:
        """An article's date and title, or one occurrence with the mention in the middle third."""
        if row.item < 0:
            look = style + self._looks["list--heading"]
            return [Segment(set_cell_size(self._headings[row.part], width - 1), look)]
        occurrence = self.occurrences[row.item]
        room = max(0, width // 2 - cell_len(occurrence.text) // 2 - 1)
        before = occurrence.before
        while cell_len(before) > room:
            before = before[1:]
        named = style + self._looks["occurrences--named"]
        return [
            Segment(" " * (room - cell_len(before)) + before, style),
            Segment(occurrence.text, named),
            Segment(occurrence.after, style),
        ]
