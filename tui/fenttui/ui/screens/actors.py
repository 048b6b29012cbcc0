"""The actors of the dossier: who is named how often, since when, and with whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.worker import get_current_worker

from fenttui.analysis.over_time import over_time, sparkline
from fenttui.analysis.tally import ActorRow, ActorTally
from fenttui.ui.record_filter import RecordFilter
from fenttui.ui.screens.scanned_table import ScannedTable
from fenttui.ui.widgets.table.columns import Column
from fenttui.ui.widgets.table.record_table import RecordTable

if TYPE_CHECKING:
    from fenttui.articles.article import Article
    from fenttui.extract.coreference.corrections import Corrections
    from fenttui.extract.mention import ActorKind, Mention
    from fenttui.ui.key_sequence import Call
    from fenttui.ui.screens.reading import ReadingScreen

_SHORT_KINDS = {"person": "pers", "organization": "org", "place": "place", "group": "group"}


class ActorsScreen(ScannedTable[ActorRow]):
    """Every actor, one a row."""

    PLACE: ClassVar = "actors"
    NAME: ClassVar = "Actors"
    NOTHING: ClassVar = "No actor is named in this dossier."
    HINT: ClassVar = "? keys · enter lists its places · / filter · space marks · m merge · o order"

    def __init__(self, desk: ReadingScreen) -> None:
        self._tally = ActorTally()
        self._found: Corrections | None = None
        self._span = (dt.date.min, dt.date.max)
        table = RecordTable(
            desk.looks,
            self._columns(),
            lambda row: row.actor,
            sort="count",
            tie=lambda row: (-row.count, row.actor),
            id="actors",
        )
        by_kind = {"kind": lambda row, value: row.kind.startswith(value)}
        super().__init__(desk, table, RecordFilter(_all_names, by_kind))

    def _columns(self) -> list[Column[ActorRow]]:
        return [
            Column("kind", "kind", lambda row, _: _SHORT_KINDS[row.kind], 5, drop=3, look=_look,
                   sort_key=lambda row: row.kind),
            Column("name", "name", lambda row, _: row.actor, 26, 24, grow=2, look=_look,
                   sort_key=lambda row: row.actor.casefold()),
            Column("count", "count", lambda row, _: f"{row.count:,}", 7, align="right", drop=1,
                   sort_key=lambda row: row.count, descending=True),
            Column("articles", "articles", lambda row, _: f"{row.articles:,}", 9, align="right", drop=5,
                   sort_key=lambda row: row.articles, descending=True),
            Column("first", "first", lambda row, _: row.first.isoformat(), 10, drop=6,
                   sort_key=lambda row: row.first),
            Column("last", "last", lambda row, _: row.last.isoformat(), 10, drop=4,
                   sort_key=lambda row: row.last, descending=True),
            Column("when", "when", self._over_time, 16, 8, drop=2, look=lambda row: "table--bars"),
            Column("with", "named with", _company, 30, 16, grow=3, drop=7),
        ]  # fmt: skip

    def _over_time(self, row: ActorRow, width: int) -> str:
        return sparkline(over_time(row.dates, *self._span, width))

    # Reading

    def begin(self) -> None:
        """Forget all articles."""
        corrections = self.desk.session.corrections
        self._found = corrections.to_find
        self._tally = ActorTally(corrections)

    def take(self, article: Article, mentions: Sequence[Mention]) -> None:
        """Count an article's actors."""
        self._tally.add(article, mentions)

    def records(self, complete: bool) -> Sequence[ActorRow]:
        """The actors as they are counted so far."""
        self._span = self._tally.span or self._span
        return self._tally.rows(named_with=complete)

    def corrected(self) -> None:
        """Show the actors as they are now; only aliases need the articles again."""
        corrections = self.desk.session.corrections
        if corrections.to_find != self._found:
            super().corrected()
            return
        self._tally.correct(corrections)
        self.run_worker(self._show_corrected, group="correcting", thread=True, exclusive=True)

    def _show_corrected(self) -> None:
        """In a thread: count again."""
        worker, records = get_current_worker(), self._tally.rows()
        if not worker.is_cancelled:
            self.app.call_from_thread(self.show, records)

    # Keys

    def open_record(self, record: ActorRow) -> None:
        """List the places of an actor."""
        # ~5 ms
        from fenttui.ui.screens.mentions import MentionsScreen

        self.app.push_screen(MentionsScreen(self.desk, record.actor, self._tally))

    def perform_own(self, call: Call) -> None:
        """Do a command of the place `actors`."""
        correcting, row = self.desk.correcting, self.table.current_record
        match call.command.action:
            case "undo":
                correcting.undo(self, call.count or 1)
            case "redo":
                correcting.redo(self, call.count or 1)
            case _ if row is None:
                self.say("no actor is shown")
            case "mark":
                self._mark()
            case "merge":
                self._merge(row)
            case "split":
                correcting.split(self, row.actor, row.aliases)
            case "rename":
                correcting.rename(self, row.actor, self._renamed)
            case "kind":
                correcting.change_kind(self, row.actor)
            case "ignore":
                correcting.ignore(self, row.actor)

    def _mark(self) -> None:
        self.table.toggle_mark()
        count = len(self.table.view.marked)
        self.table.move("down", None)
        merges = "m merges it with the current one" if count == 1 else "m merges them"
        self.say(f"{count} marked; {merges}" if count else "no marks")

    def _merge(self, row: ActorRow) -> None:
        """Merge the marked actors; the current one with the only marked one, or with one asked for."""
        marked = sorted(self.table.view.marked_records(), key=lambda each: (-each.count, each.actor))
        names = [each.actor for each in marked]
        if len(names) == 1 or row.actor in names:
            names = [row.actor, *(name for name in names if name != row.actor)]
        if len(names) > 1:
            self.desk.correcting.merge(self, names, self._kinds(), self._renamed)
        else:
            self.desk.correcting.merge_into_other(self, row.actor, self._kinds(), self._renamed)

    def _kinds(self) -> dict[str, ActorKind]:
        most_named = sorted(self.table.view.records, key=lambda row: (-row.count, row.actor))
        return {row.actor: row.kind for row in most_named}

    def _renamed(self, name: str) -> None:
        """Stay at an actor that is now called otherwise."""
        self.table.clear_marks()
        self.wanted = name


def _look(row: ActorRow) -> str:
    return f"reader--{row.kind}"


def _company(row: ActorRow, width: int) -> str:
    return ", ".join(name for name, _ in row.named_with)


def _all_names(row: ActorRow) -> str:
    return "\n".join((row.actor, *row.aliases))
