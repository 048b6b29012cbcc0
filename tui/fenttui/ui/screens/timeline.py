"""The timeline: what the dossier says happened when, its articles among it, and a plot over time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from textual import on
from textual.app import ComposeResult
from textual.worker import get_current_worker

from fenttui.analysis.intervals import when_text
from fenttui.analysis.plot_data import NO_PLOT_DATA, PlotData, plot_data
from fenttui.analysis.timeline import TimelineEntry, time_order
from fenttui.ui.commands import contexts
from fenttui.ui.record_filter import RecordFilter
from fenttui.ui.screens.dossier_table import DossierTable
from fenttui.ui.widgets.plot_pane import PlotPane
from fenttui.ui.widgets.table.columns import Column, Parts, around
from fenttui.ui.widgets.table.record_table import RecordTable

if TYPE_CHECKING:
    from fenttui.analysis.dossier_view import DossierView
    from fenttui.ui.screens.table_screen import Services

Subject = Literal["nothing", "articles", "actor", "figure"]
"""What the plot shows; an actor and a figure are those of the current entry."""

_SUBJECTS: tuple[Subject, ...] = get_args(Subject)


class TimelineScreen(DossierTable[TimelineEntry]):
    """The dates in the articles, one a row; enter opens the passage."""

    CONTEXT: ClassVar = contexts.TIMELINE
    NAME: ClassVar = "Timeline"
    HINT: ClassVar = "enter goes there · / filter · p plots over time · o order"

    def __init__(self, services: Services) -> None:
        self._view: DossierView | None = None
        """The view that the entries are made from."""
        self._plotted: PlotData | None = NO_PLOT_DATA
        """What is plotted; None until it is made from other entries, once somebody wants a plot."""
        self._subject: Subject = "nothing"
        table = RecordTable(services.looks, _COLUMNS, _key, sort="when", tie=time_order, id="timeline")
        super().__init__(services, table, _FILTER)
        self._plot = PlotPane(services.looks)

    def compose(self) -> ComposeResult:
        """The table, the plot and a line."""
        table, status = super().compose()
        yield table
        yield self._plot
        yield status

    # Reading

    def records(self, view: DossierView, complete: bool) -> Sequence[TimelineEntry]:
        """Return the entries read so far; their actors have the dossier's names when all are known."""
        return view.timeline(joined=complete)

    def follow(self, view: DossierView) -> None:
        """Plot these articles from now on."""
        self._view, self._plotted = view, None

    def show(self, records: Sequence[TimelineEntry]) -> None:
        """Show other entries, and the plot as it is now."""
        super().show(records)
        self._draw()

    # Keys

    def open_record(self, record: TimelineEntry) -> None:
        """Show the date in its article."""
        self.go_to(record.article, record.start)

    def plot_next(self) -> None:
        """Plot the next subject."""
        self._subject = _SUBJECTS[(_SUBJECTS.index(self._subject) + 1) % len(_SUBJECTS)]
        self._draw()
        self.say(_SAID[self._subject])

    @on(RecordTable.Moved)
    def _moved_on(self) -> None:
        self._draw()

    def _draw(self) -> None:
        """Plot the subject for the current entry."""
        known, entry = self._plotted, self.table.current_record
        if self._subject == "nothing":
            self._plot.hide()
        elif known is None:
            self.run_worker(self._make_plot_data, group="plot", thread=True, exclusive=True)
        elif self._subject == "articles":
            self._plot.show(known.articles, "no articles")
        elif self._subject == "actor":
            series = known.of_actor(entry) if entry else None
            self._plot.show(series, "no actor in this sentence; go to another")
        else:
            series = known.of_figure(entry) if entry else None
            self._plot.show(series, "no figure in this sentence that says what it measures; go to another")

    def _make_plot_data(self) -> None:
        """In a thread: make what is plotted from the articles read so far."""
        worker, view = get_current_worker(), self._view
        if view is not None:
            data = plot_data(view)
            if not worker.is_cancelled:
                self.app.call_from_thread(self._plot_from, view, data)

    def _plot_from(self, view: DossierView, data: PlotData) -> None:
        if view is self._view:
            self._plotted = data
            self._draw()


_SAID: dict[Subject, str] = {
    "nothing": "no plot",
    "articles": "articles over time; p for the actor of the current row",
    "actor": "mentions of the first actor of the current row; p for its figure",
    "figure": "values of the figure of the current row; p for no plot",
}


def _key(entry: TimelineEntry) -> tuple[str, int, int]:
    return entry.article, entry.start, entry.end


def _sentence(entry: TimelineEntry, width: int) -> Parts:
    if entry.is_article:
        return ("article ", "list--heading"), (entry.sentence, "sidebar--unread")
    return around(entry.sentence, entry.text, "reader--date", width)


_COLUMNS: tuple[Column[TimelineEntry], ...] = (
    Column("when", "when", lambda entry, _: when_text(entry.when), 11, sort_key=time_order,
           look=lambda entry: "list--heading" if entry.is_article else "reader--date"),
    Column("sentence", "what is said", _sentence, 60, 30, grow=3),
    Column("actors", "actors", lambda entry, _: ", ".join(entry.actors), 26, 14, grow=1, drop=1),
    Column("figures", "figures", lambda entry, _: ", ".join(entry.figures), 18, 10, grow=1, drop=3),
    Column("told", "told on", lambda entry, _: entry.date.isoformat(), 10, drop=2,
           sort_key=lambda entry: entry.date, descending=True),
)  # fmt: skip

_FILTER: RecordFilter[TimelineEntry] = RecordFilter(
    lambda entry: f"{entry.sentence}\n{entry.text}\n{' '.join(entry.figures)}",
    {
        "actor": lambda entry, value: any(value in actor.casefold() for actor in entry.actors),
        # As text, so that the list narrows while a date is being typed.
        "after": lambda entry, value: entry.when.last.isoformat() >= value,
        "before": lambda entry, value: entry.when.first.isoformat() < value,
    },
)
