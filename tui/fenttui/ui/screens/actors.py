"""The actors of the dossier: who is named how often, since when, and with whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from fenttui.analysis.over_time import over_time, sparkline
from fenttui.analysis.tally import ActorRow
from fenttui.ui.commands import contexts
from fenttui.ui.record_filter import RecordFilter
from fenttui.ui.screens.dossier_table import DossierTable
from fenttui.ui.widgets.table.columns import Column
from fenttui.ui.widgets.table.record_table import RecordTable
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.analysis.dossier_view import DossierView
    from fenttui.kinds import ActorKind
    from fenttui.ui.screens.table_screen import Services

_SHORT_KINDS: dict[ActorKind, str] = {
    "person": "pers",
    "organization": "org",
    "place": "place",
    "group": "group",
}


class ActorsScreen(DossierTable[ActorRow]):
    """Every actor, one a row."""

    CONTEXT: ClassVar = contexts.ACTORS
    NAME: ClassVar = "Actors"
    NOTHING: ClassVar = "No actor is named in this dossier."
    NEEDS_ROWS: ClassVar = False
    HINT: ClassVar = "enter lists its mentions · / filter · space marks · m merge · o order"

    def __init__(self, services: Services) -> None:
        self._span = (dt.date.min, dt.date.max)
        self._with_ignored = False
        self._before_step: frozenset[str] | None = None
        table = RecordTable(
            services.looks,
            self._columns(),
            lambda row: row.actor,
            sort="count",
            tie=lambda row: (-row.count, row.actor),
            id="actors",
        )
        by_kind = {"kind": lambda row, value: row.kind.startswith(value)}
        super().__init__(services, table, RecordFilter(_all_names, by_kind))

    def _columns(self) -> list[Column[ActorRow]]:
        return [
            Column("kind", "kind", lambda row, _: _SHORT_KINDS[row.kind], 5, drop=3, look=_look,
                   sort_key=lambda row: row.kind),
            Column("name", "name", _name, 26, 24, grow=2, look=_look,
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

    def records(self, view: DossierView, complete: bool) -> Sequence[ActorRow]:
        """Return the actors as they are counted so far, the ignored ones too where they are shown."""
        ignored = view.ignored() if self._with_ignored else []
        return [*view.actors(named_with=complete), *ignored]

    def follow(self, view: DossierView) -> None:
        """Let the bars reach over the time of all articles read."""
        self._span = view.span or self._span

    def show(self, records: Sequence[ActorRow]) -> None:
        """Show other records; an actor that undo or redo has brought back becomes current."""
        if self._before_step is not None and records:
            came_back = next((row.actor for row in records if row.actor not in self._before_step), None)
            self.wanted = self.wanted if came_back is None else came_back
            self._before_step = None
        super().show(records)

    # Ignored actors

    @property
    def title_text(self) -> str:
        """What stands above the table."""
        return f"{super().title_text}{' · with the ignored' if self._with_ignored else ''}"

    def show_ignored(self) -> None:
        """Show the ignored actors too, or no longer."""
        self._with_ignored = not self._with_ignored
        self.refresh_records()
        self.say("ignored actors are shown" if self._with_ignored else "ignored actors are hidden")

    def restore_current(self) -> None:
        """Take back that the current actor is ignored."""
        row = self.table.current_record
        if row is None:
            self.say("no actor is shown")
        elif not row.ignored:
            self.say(f"{visible_line(row.actor)} is not ignored")
        else:
            self.services.corrections.restore(self, row.actor)

    # Keys

    def open_record(self, record: ActorRow) -> None:
        """List the occurrences of an actor."""
        # ~5 ms
        from fenttui.ui.screens.mentions import MentionsScreen  # noqa: PLC0415

        self.app.push_screen(MentionsScreen(self.services, record.actor))

    def undo(self, count: int) -> None:
        """Undo the last corrections of actors; keys then act on an actor that came back."""
        self._before_step = frozenset(row.actor for row in self.table.view.records)
        self.services.corrections.undo(self, count)

    def redo(self, count: int) -> None:
        """Make the last undone corrections again; keys then act on an actor that came back."""
        self._before_step = frozenset(row.actor for row in self.table.view.records)
        self.services.corrections.redo(self, count)

    def mark(self) -> None:
        """Mark the current actor, or take its mark away."""
        if self._current is None:
            return
        self.table.toggle_mark()
        count = len(self.table.view.marked)
        self.table.move("down", None)
        merges = "m merges it with the current one" if count == 1 else "m merges them"
        self.say(f"{count} marked; {merges}" if count else "no marks")

    def merge(self) -> None:
        """Merge the marked actors; the current one with the only marked one, or with one asked for."""
        if (row := self._current) is None:
            return
        marked = sorted(self.table.view.marked_records(), key=lambda each: (-each.count, each.actor))
        names = [each.actor for each in marked]
        if len(names) == 1 or row.actor in names:
            names = [row.actor, *(name for name in names if name != row.actor)]
        if len(names) > 1:
            self.services.corrections.merge(self, names, self._kinds(), self._renamed)
        else:
            self.services.corrections.merge_into_other(self, row.actor, self._kinds(), self._renamed)

    def split(self) -> None:
        """Make one of the current actor's names another actor."""
        if (row := self._current) is not None:
            self.services.corrections.split(self, row.actor, row.aliases)

    def rename(self) -> None:
        """Ask for the current actor's name."""
        if (row := self._current) is not None:
            self.services.corrections.rename(self, row.actor, self._renamed)

    def change_kind(self) -> None:
        """Ask for the current actor's kind."""
        if (row := self._current) is not None:
            self.services.corrections.change_kind(self, row.actor)

    def ignore(self) -> None:
        """Ignore the current actor."""
        if (row := self._current) is not None:
            self.services.corrections.ignore(self, row.actor)

    @property
    def _current(self) -> ActorRow | None:
        """The current actor; where there is none that can be corrected, it is said."""
        row = self.table.current_record
        if row is None:
            self.say("no actor is shown")
        elif row.ignored:
            self.say(f"{visible_line(row.actor)} is ignored; R restores it first")
            return None
        return row

    def _kinds(self) -> dict[str, ActorKind]:
        most_named = sorted(self.table.view.records, key=lambda row: (-row.count, row.actor))
        return {row.actor: row.kind for row in most_named if not row.ignored}

    def _renamed(self, name: str) -> None:
        """Stay at an actor that is now called otherwise."""
        self.table.clear_marks()
        self.wanted = name


def _look(row: ActorRow) -> str:
    return "list--quiet" if row.ignored else f"reader--{row.kind}"


def _name(row: ActorRow, width: int) -> str:
    return f"{row.actor} (ignored)" if row.ignored else row.actor


def _company(row: ActorRow, width: int) -> str:
    return ", ".join(name for name, _ in row.named_with)


def _all_names(row: ActorRow) -> str:
    return "\n".join((row.actor, *row.aliases))
