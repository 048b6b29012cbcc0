from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from fenttui.analysis.figure_rows import FigureRow
from fenttui.analysis.series import articles_over_time, mentions_over_time, values_over_time

FIRST, SECOND = dt.date(2025, 3, 13), dt.date(2025, 4, 2)
ROW = FigureRow(
    "a", FIRST, 0, 1, "", "percent", 20, "percent", "exact", None, None, None, None, None, None, ""
)  # fmt: skip


def test_articles_are_counted_by_day() -> None:
    assert articles_over_time([SECOND, FIRST, SECOND]).points == ((FIRST, 1), (SECOND, 2))


def test_mentions_of_a_day_add_up() -> None:
    found = mentions_over_time("Chile", [(SECOND, 3), (FIRST, 1), (SECOND, 4)])
    assert (found.title, found.points) == ("mentions of Chile", ((FIRST, 1), (SECOND, 7)))


def test_values_are_of_the_unit_that_most_have_and_what_was_before_comes_first() -> None:
    rows = [
        replace(ROW, article="b", date=SECOND, value=(10, 15)),
        replace(ROW, value=20, before=10),
        replace(ROW, unit="USD", kind="money", value=7),
        replace(ROW, value=None, time="2025"),
    ]
    found = values_over_time("duties", rows)
    assert (found.title, found.unit, found.counts) == ("duties", "percent", False)
    assert found.points == ((FIRST, 10), (FIRST, 20), (SECOND, Decimal("12.5")))


def test_without_figures_there_are_no_values() -> None:
    assert values_over_time("duties", []).points == ()
