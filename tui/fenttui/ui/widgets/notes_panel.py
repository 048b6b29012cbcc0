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
    from fenttui.notes.annotation import Anchored
    from fenttui.problem import Problem

_QUOTE_ROWS = 2
_TAB = 4
"""The distance of tab stops in a note, in cells: the pane is narrow."""


class NotesPanel(ItemList):
    """Lists notes; asks for what is to be done with them by messages."""

    BORDER_TITLE = "Annotations"

    class Chosen(Message):
        """The passage of a note is to be shown."""

        def __init__(self, note_id: str) -> None:
            super().__init__()
            self.note_id = note_id

    class Moved(Message):
        """Another note is current."""

        def __init__(self, note_id: str) -> None:
            super().__init__()
            self.note_id = note_id

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, id="annotations")
        self.notes: Sequence[Anchored] = ()
        """The notes listed, in text order."""
        self._texts: list[list[tuple[str, str]]] = []
        self._above: list[tuple[str, str]] = []
        """The lines above the notes, as (look, text): why they are read-only, and which drafts are kept."""
        self._unreadable: Problem | None = None
        self._drafts: Sequence[str] = ()
        self._apart: Sequence[Problem] = ()

    def show(
        self,
        notes: Sequence[Anchored],
        unreadable: Problem | None = None,
        unsaved: bool = False,
        drafts: Sequence[str] = (),
        apart: Sequence[Problem] = (),
    ) -> None:
        """List `notes`; the current one stays current.

        Args:
            notes: The notes, in text order.
            unreadable: Why the notes on the disk are not among them, and are not written.
            unsaved: Whether some are in memory alone.
            drafts: What is said about each draft that is kept on the article.
            apart: What is said of other files that may hold notes of the article.
        """
        current_id = self.current_id()
        self.notes, self._unreadable, self._drafts, self._apart = notes, unreadable, drafts, apart
        count = f" {len(notes)}" if notes else ""
        state = f"{', read-only' if unreadable else ''}{', not saved' if unsaved else ''}"
        kept = ", draft kept" if drafts else ""
        self.border_title = f"Annotations{count}{state}{kept}"
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

    def ids_from_current(self, count: int) -> list[str]:
        """The ids of the current note and those after it, `count` where there are so many."""
        return [note.annotation.id for note in self.notes[self.current : self.current + count]]

    def choose_current(self) -> None:
        """Ask for the passage of the current note."""
        if (note_id := self.current_id()) is not None:
            self.post_message(self.Chosen(note_id))

    def on_current_changed(self) -> None:
        """Report which note is current now."""
        if (note_id := self.current_id()) is not None:
            self.post_message(self.Moved(note_id))

    def on_chosen(self, index: int) -> None:
        """Show the passage of what was clicked."""
        self.choose_current()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the notes for the new width."""
        self._lay_out(self.current_id())

    def empty_text(self) -> str:
        """Say how the first note is made, or why none is shown."""
        if self._unreadable is not None:
            return _read_only(self._unreadable)
        return "No notes here yet: a annotates the sentence at the caret, v selects first."

    def paint_row(self, row: Row, width: int, style: Style) -> list[Segment]:
        """One row of a note: its color, then quotation, body or tags."""
        if row.item < 0:
            if not row.part:
                return [Segment("", style)]
            look, text = self._above[row.part - 1]
            return [Segment(f" {text}", style + self._looks[f"notes--{look}"])]
        note = self.notes[row.item].annotation
        look, text = self._texts[row.item][row.part]
        color = note.color if note.color in COLORS else "yellow"
        sign = style + self._looks[f"sign--{color}"]
        if look:
            style += self._looks[f"notes--{look}"]
        return [Segment(f"{NOTE_SIGN} ", sign), Segment(text, style)]

    def _lay_out(self, current_id: str | None) -> None:
        width = max(8, self.size.width - 3)
        doubled = {note.annotation.conflicts_with for note in self.notes}
        several = len({note.annotation.author for note in self.notes}) > 1
        self._texts = [_rows_of(note, width, note.annotation.id in doubled, several) for note in self.notes]
        said = [("orphan", _read_only(self._unreadable))] if self._unreadable and self.notes else []
        said += [("orphan", f"{visible_line(each.path.name)}: {each.message}") for each in self._apart]
        said += [("draft", visible_line(draft)) for draft in self._drafts]
        self._above = [(look, line) for look, text in said for line in (*_wrapped(text, width), "")]
        rows = [Row(-1, number) for number in range(1, len(self._above) + 1)]
        for index, texts in enumerate(self._texts):
            rows.extend(Row(index, part) for part in range(len(texts)))
            rows.append(Row(-1, 0))
        ids = [note.annotation.id for note in self.notes]
        # Where the current note is gone, the one after it is current.
        self.set_rows(rows, ids.index(current_id) if current_id in ids else self.current)


def _read_only(problem: Problem) -> str:
    """Return why notes are not read or written, where that is, and what to do."""
    line = f"line {problem.line} of " if problem.line is not None else ""
    where = f"{line}{visible_line(problem.path.name)}"
    what = problem.message.partition("; ")[0]
    return (
        f"This article's notes are read-only: {where}: {what}. Fix it and press R; "
        "notes made until then stay in memory and as drafts."
    )


def _rows_of(note: Anchored, width: int, is_doubled: bool, with_author: bool) -> list[tuple[str, str]]:
    """The rows of a note as (look, text); `is_doubled` where another version of it is kept."""
    from fenttui.notes.conflicts import is_conflict  # noqa: PLC0415 - not at start
    from fenttui.notes.state import describe_doubt  # noqa: PLC0415 - not at start

    rows: list[tuple[str, str]] = []
    if note.annotation.target is None:
        rows.append(("quote", "on the whole article"))
    else:
        orphan = note.anchor.found == "orphan"
        # Of a passage that is gone this is all that is left.
        most = None if orphan else _QUOTE_ROWS
        rows += [("quote", line) for line in _quotation(note.annotation.target.exact, width, most)]
        if doubt := describe_doubt(note):
            todo = (
                "select it and press ga, or gn for words like it"
                if orphan
                else "g= accepts, gn shows another place"
            )
            rows += [("orphan", line) for line in _wrapped(f"{doubt}: {todo}", width)]
    if is_doubled or is_conflict(note.annotation):
        what = (
            "one of two versions" if is_doubled or note.annotation.conflicts_with else "deleted and changed"
        )
        rows += [
            ("orphan", line) for line in _wrapped(f"{what}: gt keeps this, go the other, gb both", width)
        ]
    body = visible(note.annotation.body).strip().expandtabs(_TAB)
    for paragraph in body.split("\n") if body else ():
        rows += [("", line) for line in _wrapped(paragraph, width)]
    if with_author:
        author = visible_line(note.annotation.author) or "an unknown author"
        rows += [("tags", line) for line in _wrapped(f"by {author}", width)]
    if note.annotation.tags:
        tags = " ".join(f"#{visible_line(tag)}" for tag in note.annotation.tags)
        rows += [("tags", line) for line in _wrapped(tags, width)]
    return rows


def _quotation(text: str, width: int, most: int | None) -> list[str]:
    """A passage in at most so many rows, with an ellipsis where it is longer."""
    line = " ".join(visible_line(text.replace("\n", " ").replace("\t", " ")).split())
    rows = _wrapped(line, width)
    if most is not None and len(rows) > most:
        rows[most - 1 :] = [rows[most - 1][: width - 1].rstrip() + "…"]
    return rows


def _wrapped(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]
