"""Places in context, one below the other, under the articles they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.message import Message

from fenttui.ui.widgets.item_list import ItemList, Row

if TYPE_CHECKING:
    from fenttui.ui.concordance import NamedPlace
    from fenttui.ui.widgets.looks import Looks


class PlacesList(ItemList):
    """Lists places as they are found; tells which one was chosen."""

    HEIGHT = 1
    """The rows of one place."""

    class Chosen(Message):
        """A place is to be shown."""

        def __init__(self, place: NamedPlace) -> None:
            super().__init__()
            self.place = place

    def __init__(self, looks: Looks, *, id: str = "card-places") -> None:
        super().__init__(looks, id=id)
        self.places: list[NamedPlace] = []
        """The places listed so far."""
        self._headings: list[str] = []

    def add(self, places: list[NamedPlace]) -> None:
        """List more places, which follow those listed."""
        rows = list(self.rows)
        for place in places:
            if not self._headings or self._headings[-1] != place.heading:
                rows.append(Row(-1, len(self._headings)))
                self._headings.append(place.heading)
            rows += [Row(len(self.places), part) for part in range(self.HEIGHT)]
            self.places.append(place)
        self.styles.height = max(1, min(len(rows), 24))
        self.set_rows(rows, self.current)

    def stand_at(self, offset: int) -> None:
        """Make the place at an offset of the first article current."""
        self.move_to(next((at for at, place in enumerate(self.places) if place.offset == offset), 0))

    def choose_current(self) -> None:
        """Ask for the current place."""
        if self.places:
            self.post_message(self.Chosen(self.places[self.current]))

    def on_chosen(self, index: int) -> None:
        """Show what was clicked."""
        self.choose_current()

    def paint_row(self, row: Row, width: int, style: Style) -> list[Segment]:
        """An article's date and title, or one place with what is named in the middle third."""
        if row.item < 0:
            look = style + self._looks["list--heading"]
            return [Segment(set_cell_size(self._headings[row.part], width - 1), look)]
        place = self.places[row.item]
        room = max(0, width // 2 - cell_len(place.named) // 2 - 1)
        before = place.before
        while cell_len(before) > room:
            before = before[1:]
        named = style + self._looks["places--named"]
        return [
            Segment(" " * (room - cell_len(before)) + before, style),
            Segment(place.named, named),
            Segment(place.after, style),
        ]
