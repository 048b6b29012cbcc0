"""The actors of the dossier: who is named how often, since when, and with whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from fenttui.extract.tally import ActorRow, ActorTally, over_time
from fenttui.ui.record_filter import RecordFilter
from fenttui.ui.screens.scanned_table import ScannedTable
from fenttui.ui.widgets.table.columns import Column
from fenttui.ui.widgets.table.record_table import RecordTable

if TYPE_CHECKING:
    from fenttui.articles.article import Article
    from fenttui.extract.mention import Mention
    from fenttui.ui.commands import Place
    from fenttui.ui.key_sequence import Call
    from fenttui.ui.screens.reading import ReadingScreen

_BARS = "▁▂▃▄▅▆▇█"
_SHORT_KINDS = {"person": "pers", "organization": "org", "place": "place", "group": "group"}


def sparkline(counts: Sequence[int]) -> str:
    """Counts as bars, the largest the highest; nothing is a dot."""
    top = max(counts, default=0)
    return "".join(_BARS[(count * len(_BARS) - 1) // top] if count else "·" for count in counts)


class ActorsScreen(ScannedTable[ActorRow]):
    """Every actor, one a row."""

    PLACE: ClassVar[Place] = "actors"
    NAME = "Actors"
    HINT = "enter lists its places · / filter · o order · space marks · m merge · ? keys"

    def __init__(self, desk: ReadingScreen) -> None:
        self._tally = ActorTally()
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
            Column("kind", "kind", _kind, 12, 5, drop=3, sort_key=lambda row: row.kind, look=_look),
            Column("name", "name", lambda row, _: row.actor, 26, 16, grow=2, look=_look,
                   sort_key=lambda row: row.actor.casefold()),
            Column("count", "count", lambda row, _: f"{row.count:,}", 7, align="right", drop=1,
                   sort_key=lambda row: row.count, descending=True),
            Column("articles", "articles", lambda row, _: f"{row.articles:,}", 9, align="right", drop=5,
                   sort_key=lambda row: row.articles, descending=True),
            Column("first", "first", lambda row, _: row.first.isoformat(), 10, drop=6,
                   sort_key=lambda row: row.first),
            Column("last", "last", lambda row, _: row.last.isoformat(), 10, drop=4,
                   sort_key=lambda row: row.last, descending=True),
            Column("when", "over time", self._over_time, 24, 10, drop=2, look=lambda row: "table--bars"),
            Column("with", "named with", _company, 30, 16, grow=3, drop=7),
        ]  # fmt: skip

    def _over_time(self, row: ActorRow, width: int) -> str:
        return sparkline(over_time(row.dates, *self._span, width))

    # Reading

    def begin(self) -> None:
        """Forget all articles."""
        self._tally = ActorTally(self.desk.session.corrections)

    def take(self, article: Article, mentions: Sequence[Mention]) -> None:
        """Count an article's actors."""
        self._tally.add(article, mentions)

    def records(self, complete: bool) -> Sequence[ActorRow]:
        """The actors as they are counted so far."""
        self._span = self._tally.span or self._span
        return self._tally.rows(named_with=complete)

    # Keys

    def open_record(self, record: ActorRow) -> None:
        """List the places of an actor."""

    def perform_own(self, call: Call) -> None:
        """Do a command of the place `actors`."""
        if call.command.action == "mark":
            self.table.toggle_mark()
            self.table.move("down", None)


def _kind(row: ActorRow, width: int) -> str:
    return row.kind if width >= len("organization") else _SHORT_KINDS[row.kind]


def _look(row: ActorRow) -> str:
    return f"reader--{row.kind}"


def _company(row: ActorRow, width: int) -> str:
    return ", ".join(f"{name} {count}" for name, count in row.named_with)


def _all_names(row: ActorRow) -> str:
    return "\n".join((row.actor, *row.aliases))
