"""The figures of the dossier: how much and when, whose, and of what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from fenttui.analysis.figure_rows import FigureRow
from fenttui.analysis.series import middle
from fenttui.extract.numbers.exact_text import value_text
from fenttui.ui.commands import contexts
from fenttui.ui.record_filter import RecordFilter
from fenttui.ui.screens.dossier_table import DossierTable
from fenttui.ui.screens.table_screen import TableScreen
from fenttui.ui.widgets.table.columns import Column, Parts, around
from fenttui.ui.widgets.table.record_table import RecordTable

if TYPE_CHECKING:
    from fenttui.analysis.dossier_view import DossierView
    from fenttui.ui.screens.table_screen import Services

_CHANGES = {"up": "↑ up", "down": "↓ down", None: ""}


class FiguresScreen(DossierTable[FigureRow]):
    """Every figure, one a row; enter shows one where it stands."""

    CONTEXT: ClassVar = contexts.FIGURES
    NAME: ClassVar = "Figures"
    HINT: ClassVar = "enter goes there · / filter · d what disagrees · o order"

    def __init__(self, services: Services) -> None:
        super().__init__(services, _table(services, _COLUMNS, "date", "figures"), _FILTER)

    # Reading

    def records(self, view: DossierView, complete: bool) -> Sequence[FigureRow]:
        """Return the figures read so far; their actors have the dossier's names when all are known."""
        return view.figures(joined=complete)

    # Keys

    def open_record(self, record: FigureRow) -> None:
        """Show the figure in its article."""
        self.go_to(record.article, record.start)

    def show_disagreements(self) -> None:
        """Show the figures that disagree."""
        # ~3 ms
        from fenttui.analysis.disagreements import disagreements  # noqa: PLC0415

        found = disagreements(self.table.view.records)
        if not found:
            self.say("no figures on one thing differ between the articles read")
            return
        self.app.push_screen(DisagreementsScreen(self.services, [row for each in found for row in each.rows]))


class DisagreementsScreen(TableScreen[FigureRow]):
    """Figures on one thing that cannot all be true, or that have changed, one below the other."""

    CONTEXT: ClassVar = contexts.DISAGREEMENTS
    NAME: ClassVar = "Disagreeing figures"
    HINT: ClassVar = "enter goes there · / filter · escape goes back"

    def __init__(self, services: Services, rows: Sequence[FigureRow]) -> None:
        super().__init__(services, _table(services, _COMPARED, "thing", "disagreements"), _FILTER)
        self._rows = rows

    def on_mount(self) -> None:
        """Show the figures."""
        super().on_mount()
        self.show(self._rows)

    def open_record(self, record: FigureRow) -> None:
        """Show the figure in its article."""
        self.go_to(record.article, record.start)


def _table(
    services: Services, columns: Sequence[Column[FigureRow]], sort: str, id: str
) -> RecordTable[FigureRow]:
    return RecordTable(services.looks, columns, _key, sort=sort, tie=_order, id=id)


def _key(row: FigureRow) -> tuple[str, int]:
    return row.article, row.start


def _order(row: FigureRow) -> tuple[Any, ...]:
    return row.date, row.article, row.start


def _value(row: FigureRow, width: int) -> str:
    """The value, after what it was before: `10 → 20`; to the day alone where a time of day has no room."""
    if row.time is not None:
        return row.time
    values = [value_text(value, "–", grouped=True) for value in (row.before, row.value) if value is not None]
    return " → ".join(values)


def _by_value(row: FigureRow) -> tuple[bool, Any]:
    # Sorted with the largest first, what has no value comes last.
    return row.value is not None, 0 if row.value is None else middle(row.value)


def _sentence(row: FigureRow, width: int) -> Parts:
    return around(row.sentence, " ".join(row.text.split()), _look(row), width)


def _look(row: FigureRow) -> str:
    return f"reader--{row.kind}"


def _shown_bound(row: FigureRow) -> str:
    return "" if row.bound in (None, "exact") or row.time else str(row.bound)


_DATE: Column[FigureRow] = Column(
    "date", "date", lambda row, _: row.date.isoformat(), 10, drop=3, sort_key=_order
)
_VALUE: Column[FigureRow] = Column(
    "value", "value", _value, 16, 10, align="right", sort_key=_by_value, descending=True, look=_look
)
_UNIT: Column[FigureRow] = Column(
    "unit", "unit", lambda row, _: row.kind if row.time else row.unit or "", 12, 8, drop=2,
    sort_key=lambda row: (row.unit is None, row.unit or row.kind),
)  # fmt: skip
_BOUND: Column[FigureRow] = Column("bound", "bound", lambda row, _: _shown_bound(row), 5, drop=4)
_CHANGE: Column[FigureRow] = Column("change", "change", lambda row, _: _CHANGES[row.change], 6, drop=5)
_OF: Column[FigureRow] = Column("of", "of what", lambda row, _: row.of or "", 24, 12, grow=1, drop=7)
_ACTOR: Column[FigureRow] = Column(
    "actor", "actor", lambda row, _: row.actor or "", 18, 10, grow=1, drop=6,
    sort_key=lambda row: (row.actor is None, (row.actor or "").casefold()),
)  # fmt: skip
_SENTENCE: Column[FigureRow] = Column("sentence", "sentence", _sentence, 40, 23, grow=3, drop=1)

_COLUMNS = (_DATE, _VALUE, _UNIT, _BOUND, _CHANGE, _OF, _ACTOR, _SENTENCE)
_THING: Column[FigureRow] = Column(
    "thing", "of what", lambda row, _: str(row.thing or ""), 24, 16, grow=1, sort_key=lambda row: row.thing
)
_COMPARED = (_THING, _VALUE, _UNIT, _BOUND, _DATE, _ACTOR, _SENTENCE)

_FILTER: RecordFilter[FigureRow] = RecordFilter(
    lambda row: f"{row.sentence}\n{row.of or ''}",
    {
        "unit": lambda row, value: (row.unit or "").casefold().startswith(value),
        "kind": lambda row, value: row.kind.startswith(value),
        "actor": lambda row, value: value in (row.actor or "").casefold(),
    },
)
