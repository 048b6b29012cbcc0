"""What an actor is quoted with, each quote in two rows with the words that introduce it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style

from fenttui.ui.widgets.item_list import Row
from fenttui.ui.widgets.occurrence_list import OccurrenceList
from fenttui.ui.widgets.reader.wrap import cells_of, wrap

if TYPE_CHECKING:
    from fenttui.ui.widgets.looks import Looks

_INDENT = 2


class QuoteList(OccurrenceList):
    """Lists quotes as occurrences: the text is what is said, its cue follows it."""

    HEIGHT = 2

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, id="card-quotes")

    def empty_text(self) -> str:
        """Return the text of a list without quotes."""
        return "no quote of this actor is known"

    def paint_row(self, row: Row, width: int, style: Style) -> list[Segment]:
        """An article's date and title; the first cells of a quote; or the rest of it, cut, with its cue."""
        if row.item < 0:
            return super().paint_row(row, width, style)
        occurrence = self.occurrences[row.item]
        quiet = style + self._looks["list--quiet"]
        cue = f" ({occurrence.after})" if occurrence.after else ""
        room = max(1, width - _INDENT - 1)
        said = occurrence.text
        lines = list(wrap(said, 0, len(said), room))
        if row.part == 0:
            start, end = lines[0]
            return [Segment(" " * _INDENT + said[start:end], style)]
        if len(lines) == 1:
            return [Segment(" " * _INDENT, style), Segment(cue.strip(), quiet)]
        rest = said[lines[1][0] :]
        left = max(1, room - cells_of(cue))
        if cells_of(rest) > left:
            rest = set_cell_size(rest, left - 1).rstrip() + "…"
        return [Segment(" " * _INDENT + rest, style), Segment(cue, quiet)]
