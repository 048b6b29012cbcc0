"""How the table of all notes shows and filters them: its columns, their order and the query."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from fenttui.notes.note_rows import NoteRow
from fenttui.notes.query import NoteQuery, parse_query, passes
from fenttui.notes.tags import format_tags
from fenttui.ui.record_filter import RecordFilter
from fenttui.ui.widgets.table.columns import Column
from fenttui.visible import visible_line


@dataclass(frozen=True, slots=True)
class NoteFilter(RecordFilter[NoteRow]):
    """The query of `fenttui annotations --where`."""

    def parse(self, written: str) -> tuple[Callable[[NoteRow], bool] | None, str]:
        """Read a query as it is typed."""
        query = parse_query(written)
        unread = "; ".join(query.unread)
        if replace(query, unread=()) == NoteQuery():
            return None, unread
        return lambda row: passes(query, row.article.headline, row.article.id, row.note), unread


def note_order(row: NoteRow) -> tuple[Any, ...]:
    """The order of notes: by date and article, then as in the panel."""
    start, is_orphan = row.note.anchor.start, row.note.anchor.found == "orphan"
    # As in the panel: notes on the whole article first, orphans last.
    place = (is_orphan, start is not None, start or 0)
    return row.article.headline.date, row.article.id, place, row.note.annotation.id


def _line(text: str) -> str:
    return visible_line(" ".join(text.split()))


NOTE_COLUMNS: tuple[Column[NoteRow], ...] = (
    Column(
        "date", "date", lambda row, _: row.article.headline.date.isoformat(), 10, drop=2, sort_key=note_order
    ),
    Column("article", "article", lambda row, _: _line(row.article.headline.title), 24, 12, grow=1, drop=4),
    Column("passage", "passage", lambda row, _: _line(row.passage), 36, 16, grow=2, drop=1),
    Column("note", "note", lambda row, _: _line(row.note.annotation.body), 36, 16, grow=3),
    Column(
        "tags", "tags", lambda row, _: _line(format_tags(row.note.annotation.tags)), 18, 8, grow=1, drop=3
    ),
    Column("author", "author", lambda row, _: _line(row.note.annotation.author), 10, 6, drop=7),
    Column("color", "color", lambda row, _: _line(row.note.annotation.color), 6, drop=6),
    Column("state", "state", lambda row, _: row.state, 8, drop=5),
)

NOTE_FILTER = NoteFilter(lambda row: row.passage, {})
