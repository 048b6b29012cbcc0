from __future__ import annotations

import datetime as dt

from fenttui.analysis.dossier_names import entries_with_names, rows_with_names
from fenttui.analysis.figure_rows import FigureRow
from fenttui.analysis.intervals import Interval
from fenttui.analysis.things import Thing
from fenttui.analysis.timeline import TimelineEntry

DAY = dt.date(2025, 3, 13)
NAMES = {"Silva": "Ana Silva"}


def test_a_figure_has_the_dossiers_names_in_its_actor_and_in_what_it_measures() -> None:
    thing = Thing("percent", ("share",), ("Peru", "Silva"))
    row = FigureRow(
        "a", DAY, 0, 1, "5", "percent", 5, "percent", "exact", None, None, "Silva's share", thing,
        "Silva", None, "",
    )  # fmt: skip
    (now,) = rows_with_names([row], NAMES)
    assert now.actor == "Ana Silva"
    assert now.thing == Thing("percent", ("share",), ("Ana Silva", "Peru"))


def test_an_entry_names_an_actor_once_that_its_sentence_names_in_two_ways() -> None:
    entry = TimelineEntry(
        Interval(DAY, DAY, "day"), "a", DAY, 0, 1, "", "", ("Silva", "Peru", "Ana Silva"), ()
    )
    assert entries_with_names([entry], NAMES)[0].actors == ("Ana Silva", "Peru")


def test_without_other_names_all_stays() -> None:
    entry = TimelineEntry(Interval(DAY, DAY, "day"), "a", DAY, 0, 1, "", "", ("Silva",), ())
    assert entries_with_names([entry], {}) == [entry]
