"""What the articles of a dossier say together, as far as they are indexed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from fenttui.analysis.dossier_names import entries_with_names, rows_with_names
from fenttui.analysis.figure_rows import FigureRow
from fenttui.analysis.indexed_article import PackedRows, Rows
from fenttui.analysis.tally import ActorRow, ActorTally, Location
from fenttui.analysis.timeline import TimelineEntry, in_order
from fenttui.extract.coreference.corrections import Corrections


class DossierView:
    """The tables of the articles that were indexed when it was made; it can be read from any thread.

    Actors have the dossier's names where it is `joined`, else those that they have in each article: a table
    that is still filling would else see them change with every article.
    """

    def __init__(
        self, rows: Sequence[Rows | PackedRows], tally: ActorTally, corrections: Corrections
    ) -> None:
        self._rows = rows
        self._tally = tally
        self.corrections = corrections
        """The corrections in force."""

    @property
    def span(self) -> tuple[dt.date, dt.date] | None:
        """The dates of the earliest and of the latest article; None without any."""
        return self._tally.span

    @property
    def dates(self) -> list[dt.date]:
        """The date of each article."""
        return self._tally.dates

    def actors(self, *, named_with: bool = True) -> list[ActorRow]:
        """Return one row for each actor, the most mentioned first; see `ActorTally.rows`."""
        return self._tally.rows(named_with=named_with)

    def ignored(self) -> list[ActorRow]:
        """Return one row for each ignored actor that is named; see `ActorTally.ignored`."""
        return self._tally.ignored()

    def locations(self, actor: str) -> list[Location]:
        """Return where an actor is named, the earliest article first."""
        return self._tally.locations(actor)

    def articles_naming(self, actor: str) -> set[str]:
        """Return the ids of the articles that have mentions of an actor; its name is that in the articles."""
        return self._tally.articles_naming(actor)

    def figures(self, *, joined: bool = True) -> list[FigureRow]:
        """Return one row for each figure, in the order of the articles' ids and of their texts."""
        rows = (row for each in self._rows for row in each.unpacked().figures)
        return rows_with_names(rows, self._names(joined))

    def timeline(self, *, joined: bool = True) -> list[TimelineEntry]:
        """Return the timeline in the order of time; the same date with the same sentence occurs once."""
        entries = (entry for each in self._rows for entry in each.unpacked().entries)
        return in_order(entries_with_names(entries, self._names(joined)))

    def _names(self, joined: bool) -> Mapping[str, str]:
        return self._tally.joined() if joined else {}
