"""Every occurrence of one actor: the name in the middle, its surroundings on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.worker import get_current_worker

from fenttui.analysis.occurrences import Occurrence, occurrence
from fenttui.problem import ProblemError
from fenttui.ui.commands import contexts
from fenttui.ui.record_filter import RecordFilter
from fenttui.ui.screens.table_screen import TableScreen
from fenttui.ui.widgets.table.columns import Column
from fenttui.ui.widgets.table.record_table import RecordTable

if TYPE_CHECKING:
    from fenttui.analysis.tally import Location
    from fenttui.ui.screens.table_screen import Services

_CONTEXT = 120
"""Code points shown on each side: half of a wide terminal."""
_AT_ONCE = 25
"""Articles read between two showings."""


class MentionsScreen(TableScreen[Occurrence]):
    """The mentions of one actor; enter shows one where it stands."""

    CONTEXT: ClassVar = contexts.MENTIONS
    NAME: ClassVar = "Mentions"
    HINT: ClassVar = "enter goes there · / filter · s split · escape goes back · o order"

    def __init__(self, services: Services, actor: str) -> None:
        table = RecordTable(
            services.looks,
            _COLUMNS,
            lambda row: (row.article_id, row.start),
            sort="date",
            tie=lambda row: (row.article_id, row.start),
            id="mentions",
        )
        fields = {"article": lambda row, value: value in row.title.casefold()}
        super().__init__(services, table, RecordFilter(_text, fields))
        self._actor = actor

    @property
    def title_text(self) -> str:
        """The actor, and what is shown of it."""
        return f"{self._actor} · {super().title_text}"

    def on_mount(self) -> None:
        """Read the contexts."""
        super().on_mount()
        self._read()

    def corrected(self) -> None:
        """The actor may have fewer mentions, or none."""
        self._read()

    def _read(self) -> None:
        self.run_worker(self._read_contexts, group="reading", thread=True, exclusive=True)

    def _read_contexts(self) -> None:
        """In a thread: cut the contexts out of the articles, newest first."""
        worker = get_current_worker()
        view = self.app.call_from_thread(lambda: self.session.dossier_pass.progress(False).view)
        locations = view.locations(self._actor)[::-1]
        found: list[Occurrence] = []
        for number, (article_id, members) in enumerate(groupby(locations, key=lambda each: each.article)):
            found += self._contexts(article_id, list(members))
            if worker.is_cancelled:
                return
            if number % _AT_ONCE == 0:
                self.app.call_from_thread(self.show, list(found))
        self.app.call_from_thread(self.show, found)

    def _contexts(self, article_id: str, locations: Sequence[Location]) -> Iterator[Occurrence]:
        try:
            article = self.session.library.read(article_id)
        except (ProblemError, KeyError):
            # Gone since it was read.
            return
        for location in locations:
            yield occurrence(article, location.span, _CONTEXT)

    # Keys

    def open_record(self, record: Occurrence) -> None:
        """Show the mention in its article."""
        self.go_to(record.article_id, record.start)

    def undo(self, count: int) -> None:
        """Undo the last corrections of actors."""
        self.services.corrections.undo(self, count)

    def redo(self, count: int) -> None:
        """Make the last undone corrections again."""
        self.services.corrections.redo(self, count)

    def split(self) -> None:
        """Make what the current mention says another actor."""
        if (row := self.table.current_record) is None:
            self.say(self.table.empty)
        else:
            self.services.corrections.split_off(self, self._actor, " ".join(row.text.split()))


def _context(row: Occurrence, width: int) -> Sequence[tuple[str, str]]:
    room = max(0, (width - cell_len(row.text)) // 2)
    before = row.before[-room:] if room else ""
    while cell_len(before) > room:
        before = before[1:]
    return (" " * (room - cell_len(before)) + before, ""), (row.text, "occurrences--named"), (row.after, "")


def _text(row: Occurrence) -> str:
    return f"{row.title}\n{row.before}{row.text}{row.after}"


_COLUMNS: tuple[Column[Occurrence], ...] = (
    Column("date", "date", lambda row, _: row.date.isoformat(), 10, drop=2,
           sort_key=lambda row: row.date, descending=True),
    Column("article", "article", lambda row, _: row.title, 30, 18, drop=4,
           sort_key=lambda row: row.title.casefold()),
    Column("named", "named", lambda row, _: row.text, 16, 12, drop=5,
           sort_key=lambda row: row.text.casefold()),
    Column("context", "in context", _context, 60, 44, grow=1),
)  # fmt: skip
