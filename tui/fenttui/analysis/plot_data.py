"""What the plots of a timeline are drawn from: articles, actors and figures over time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fenttui.analysis.dossier_view import DossierView
from fenttui.analysis.figure_rows import FigureRow
from fenttui.analysis.series import Series, articles_over_time, mentions_over_time, values_over_time
from fenttui.analysis.things import Thing
from fenttui.analysis.timeline import TimelineEntry


@dataclass(frozen=True, slots=True)
class PlotData:
    """What is known over time."""

    articles: Series
    actors: Mapping[str, tuple[tuple[dt.date, int], ...]]
    """By actor: each date with its mentions."""
    things: Mapping[tuple[str, str], Thing]
    """By article and what it says: what a figure measures."""
    figures: Mapping[Thing, Sequence[FigureRow]]
    """The figures on one thing."""

    def of_actor(self, entry: TimelineEntry) -> Series | None:
        """Return the mentions of the first actor of an entry; None where it names none."""
        actor = next((each for each in entry.actors if each in self.actors), None)
        return mentions_over_time(actor, self.actors[actor]) if actor else None

    def of_figure(self, entry: TimelineEntry) -> Series | None:
        """Return the values of the first figure of an entry that says what it measures; None without one."""
        things = (self.things.get((entry.article, said)) for said in entry.figures)
        thing = next(filter(None, things), None)
        return values_over_time(str(thing), self.figures[thing]) if thing else None


NO_PLOT_DATA = PlotData(articles_over_time(()), {}, {}, {})


def plot_data(view: DossierView, *, joined: bool = True) -> PlotData:
    """Return what the plots are drawn from; actors have names as in `DossierView.timeline`."""
    figures: dict[Thing, list[FigureRow]] = defaultdict(list)
    things: dict[tuple[str, str], Thing] = {}
    for row in view.figures(joined=joined):
        if row.thing is not None:
            figures[row.thing].append(row)
            things.setdefault((row.article, " ".join(row.text.split())), row.thing)
    actors = {row.actor: row.dates for row in view.actors(named_with=False)}
    return PlotData(articles_over_time(view.dates), actors, things, figures)
