"""The timeline: what the dossier says happened when, its articles among it, and a plot over time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple, get_args

from textual import on
from textual.app import ComposeResult

from fenttui.analysis.dossier_names import entries_with_names, rows_with_names
from fenttui.analysis.figure_rows import FigureRow, rows_of
from fenttui.analysis.intervals import when_text
from fenttui.analysis.series import Series, articles_over_time, mentions_over_time, values_over_time
from fenttui.analysis.tally import ActorTally
from fenttui.analysis.things import Thing
from fenttui.analysis.timeline import TimelineEntry, entries_of, in_order, place_in_time
from fenttui.extract.coreference.corrections import ruled_mentions
from fenttui.ui.record_filter import RecordFilter
from fenttui.ui.screens.scanned_table import ScannedTable
from fenttui.ui.widgets.plot_pane import PlotPane
from fenttui.ui.widgets.table.columns import Column, Parts, around
from fenttui.ui.widgets.table.record_table import RecordTable

if TYPE_CHECKING:
    from fenttui.articles.article import Article
    from fenttui.extract.mention import Mention
    from fenttui.ui.key_sequence import Call
    from fenttui.ui.screens.reading import ReadingScreen

Subject = Literal["nothing", "articles", "actor", "figure"]
"""What the plot shows; an actor and a figure are those of the current entry."""

_SUBJECTS: tuple[Subject, ...] = get_args(Subject)


class _Plotted(NamedTuple):
    """What the plots are drawn from."""

    articles: Series
    actors: Mapping[str, tuple[tuple[dt.date, int], ...]]
    """By actor: each date with its mentions."""
    things: Mapping[tuple[str, str], Thing]
    """By article and what it says: what a figure measures."""
    figures: Mapping[Thing, Sequence[FigureRow]]
    """The figures on one thing."""


class TimelineScreen(ScannedTable[TimelineEntry]):
    """Every date that the articles tell, one a row; enter shows it where it is told."""

    PLACE: ClassVar = "timeline"
    NAME: ClassVar = "Timeline"
    HINT: ClassVar = "? keys · enter goes there · / filter · p plots over time · o order"

    def __init__(self, desk: ReadingScreen) -> None:
        self._tally = ActorTally()
        self._corrections = desk.session.corrections
        self._entries: list[TimelineEntry] = []
        self._rows: list[FigureRow] = []
        self._plotted = _Plotted(articles_over_time(()), {}, {}, {})
        self._subject: Subject = "nothing"
        table = RecordTable(desk.looks, _COLUMNS, _key, sort="when", tie=place_in_time, id="timeline")
        super().__init__(desk, table, _FILTER)
        self._plot = PlotPane(desk.looks)

    def compose(self) -> ComposeResult:
        """The table, the plot and a line."""
        table, status = super().compose()
        yield table
        yield self._plot
        yield status

    # Reading

    def begin(self) -> None:
        """Forget all articles."""
        self._corrections = self.desk.session.corrections
        self._tally = ActorTally(self._corrections)
        self._entries, self._rows = [], []

    def take(self, article: Article, mentions: Sequence[Mention]) -> None:
        """Take an article's dates, and the figures that can be plotted."""
        self._tally.add(article, mentions)
        ruled = ruled_mentions(article.text, mentions, self._corrections)
        self._entries += entries_of(article, ruled)
        # Without their sentences, which nobody sees here.
        self._rows += (replace(row, sentence="") for row in rows_of(article, ruled) if row.thing is not None)

    def records(self, complete: bool) -> Sequence[TimelineEntry]:
        """The entries taken so far; their actors have the dossier's names when all are known."""
        names = self._tally.joined() if complete else {}
        entries = in_order(entries_with_names(self._entries, names))
        figures: dict[Thing, list[FigureRow]] = defaultdict(list)
        things: dict[tuple[str, str], Thing] = {}
        for row in rows_with_names(self._rows, names):
            if row.thing is not None:
                figures[row.thing].append(row)
                things.setdefault((row.article, " ".join(row.text.split())), row.thing)
        self._plotted = _Plotted(
            articles_over_time(entry.date for entry in entries if entry.is_article),
            {row.actor: row.dates for row in self._tally.rows(named_with=False)},
            things,
            figures,
        )
        return entries

    def show(self, records: Sequence[TimelineEntry]) -> None:
        """Show other entries, and the plot as it is now."""
        super().show(records)
        self._draw()

    # Keys

    def open_record(self, record: TimelineEntry) -> None:
        """Show the date in the reader."""
        self.leave_for(record.article, record.start)

    def perform_own(self, call: Call) -> None:
        """Do the command of the place `timeline`: plot the next subject."""
        self._subject = _SUBJECTS[(_SUBJECTS.index(self._subject) + 1) % len(_SUBJECTS)]
        self._draw()
        self.say(_SAID[self._subject])

    @on(RecordTable.Moved)
    def _moved_on(self) -> None:
        self._draw()

    def _draw(self) -> None:
        """Plot the subject for the current entry."""
        known, entry = self._plotted, self.table.current_record
        match self._subject:
            case "nothing":
                self._plot.hide()
            case "articles":
                self._plot.show(known.articles, "no articles")
            case "actor":
                actor = next((each for each in entry.actors if each in known.actors), None) if entry else None
                series = mentions_over_time(actor, known.actors[actor]) if actor else None
                self._plot.show(series, "no actor in this sentence; go to another")
            case "figure":
                said = entry.figures if entry else ()
                things = (known.things.get((entry.article, each)) for each in said) if entry else ()
                thing = next(filter(None, things), None)
                series = values_over_time(str(thing), known.figures[thing]) if thing else None
                self._plot.show(
                    series, "no figure in this sentence that says what it measures; go to another"
                )


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
    Column("when", "when", lambda entry, _: when_text(entry.when), 11, sort_key=place_in_time,
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
