"""The annotations panel: the open article's notes in text order, the one at the caret lit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message

from fenttui.ui.widgets.item_list import ItemList, Row
from fenttui.ui.widgets.looks import COLORS, Looks
from fenttui.ui.widgets.reader.painting import NOTE_SIGN
from fenttui.ui.widgets.reader.wrap import wrap
from fenttui.visible import visible, visible_line

if TYPE_CHECKING:
    from fenttui.annotations.annotation import Anchored

_QUOTE_ROWS = 2
_BODY_ROWS = 6


class NotesPanel(ItemList):
    """Lists notes; asks for what is to be done with them by messages."""

    BORDER_TITLE = "Annotations"

    class Chosen(Message):
        """The passage of a note is to be shown."""

        def __init__(self, note_id: str) -> None:
            super().__init__()
            self.note_id = note_id

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, id="annotations")
        self.notes: Sequence[Anchored] = ()
        """The notes listed, in text order."""
        self._texts: list[list[tuple[str, str]]] = []

    def show(self, notes: Sequence[Anchored]) -> None:
        """List `notes`; the current one stays current."""
        current_id = self.current_id()
        self.notes = notes
        self.border_title = f"Annotations {len(notes)}" if notes else "Annotations"
        self._lay_out(current_id)

    def light(self, note_id: str | None) -> None:
        """Make the note at the reader's caret current."""
        if note_id is None or note_id == self.current_id():
            return
        index = next((at for at, note in enumerate(self.notes) if note.annotation.id == note_id), None)
        if index is not None:
            self.move_to(index)

    def current_id(self) -> str | None:
        """The id of the current note."""
        return self.notes[self.current].annotation.id if self.current < len(self.notes) else None

    def choose_current(self) -> None:
        """Ask for the passage of the current note."""
        if (note_id := self.current_id()) is not None:
            self.post_message(self.Chosen(note_id))

    def on_chosen(self, index: int) -> None:
        """Show the passage of what was clicked."""
        self.choose_current()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the notes for the new width."""
        self._lay_out(self.current_id())

    def empty_text(self) -> str:
        """Say how the first note is made."""
        return "No notes on this article yet. In the text, a annotates the sentence; v selects first."

    def paint_row(self, row: Row, width: int, style: Style) -> list[Segment]:
        """One row of a note: its color, then quotation, body or tags."""
        if row.item < 0:
            return [Segment("", style)]
        note = self.notes[row.item].annotation
        look, text = self._texts[row.item][row.part]
        color = note.color if note.color in COLORS else "yellow"
        sign = style + self._looks[f"sign--{color}"]
        if look:
            style += self._looks[f"notes--{look}"]
        return [Segment(f"{NOTE_SIGN} ", sign), Segment(text, style)]

    def _lay_out(self, current_id: str | None) -> None:
        width = max(8, self.size.width - 3)
        self._texts = [_rows_of(note, width) for note in self.notes]
        rows: list[Row] = []
        for index, texts in enumerate(self._texts):
            rows.extend(Row(index, part) for part in range(len(texts)))
            rows.append(Row(-1, 0))
        ids = [note.annotation.id for note in self.notes]
        self.set_rows(rows, ids.index(current_id) if current_id in ids else 0)


def _rows_of(note: Anchored, width: int) -> list[tuple[str, str]]:
    """The rows of a note as (look, text)."""
    rows: list[tuple[str, str]] = []
    if note.annotation.target is None:
        rows.append(("quote", "on the whole article"))
    else:
        quote = " ".join(visible_line(note.annotation.target.exact.replace("\n", " ")).split())
        rows += [("quote", line) for line in _wrapped(quote, width, _QUOTE_ROWS)]
        if note.anchor.found == "orphan":
            rows.append(("orphan", "no longer found in the text"))
    for paragraph in visible(note.annotation.body).strip().split("\n"):
        if paragraph.strip() and len(rows) < _QUOTE_ROWS + _BODY_ROWS:
            rows += [("", line) for line in _wrapped(paragraph, width, _BODY_ROWS)]
    if note.annotation.tags:
        tags = " ".join(f"#{visible_line(tag)}" for tag in note.annotation.tags)
        rows += [("tags", line) for line in _wrapped(tags, width, _QUOTE_ROWS)]
    return rows


def _wrapped(text: str, width: int, most: int) -> list[str]:
    lines = [text[start:end] for start, end in wrap(text, 0, len(text), width)]
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1][: width - 1].rstrip() + "…"]
    return lines
