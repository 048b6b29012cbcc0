from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from fenttui.analysis.disagreements import disagreements
from fenttui.analysis.figure_rows import FigureRow
from fenttui.analysis.things import Thing
from fenttui.extract.mention import Bound, Value

DUTIES = Thing("percent", ("duty",), ("Chile",))
BLANK = FigureRow(
    "a", dt.date(2025, 3, 1), 0, 1, "", "percent", 20, "percent", "exact", None, None,
    "duties on Chilean copper", DUTIES, "Chile", None, "",
)  # fmt: skip


def row(article: str, value: Value, bound: Bound = "exact", **other: Any) -> FigureRow:
    date = dt.date(2025, 3, ord(article[0]) - ord("a") + 1)
    return replace(BLANK, article=article, value=value, bound=bound, date=date, **other)


def test_figures_on_one_thing_that_differ_between_articles_stand_together_by_date() -> None:
    later, earlier = row("b", 20), row("a", 10)
    (found,) = disagreements([later, earlier])
    assert found.thing == DUTIES
    assert found.rows == (earlier, later)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (row("a", 20), row("b", 20)),
        (row("a", 20), row("b", Decimal("20.0"))),
        (row("a", 20), row("b", 15, "over")),
        (row("a", 20), row("b", 25, "under")),
        (row("a", 20), row("b", 21, "about")),
        (row("a", 20), row("b", (15, 25))),
        (row("a", 107_543), row("b", 108_000)),
        (row("a", Decimal("4.5")), row("b", Decimal("4.49"))),
    ],
)
def test_figures_that_can_both_be_true_agree(one: FigureRow, other: FigureRow) -> None:
    assert disagreements([one, other]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (row("a", 20), row("b", 18)),
        (row("a", 20), row("b", 25, "over")),
        (row("a", 20), row("b", 15, "under")),
        (row("a", 20), row("b", 30, "about")),
        (row("a", 20), row("b", (25, 30))),
        (row("a", 107_543), row("b", 112_000)),
        (row("a", 10**5000), row("b", 10**5000 + 10**4990)),
        (row("a", Decimal("1E+999999")), row("b", 5)),
    ],
)
def test_figures_that_cannot_both_be_true_disagree(one: FigureRow, other: FigureRow) -> None:
    assert [found.rows for found in disagreements([one, other])] == [(one, other)]
    assert [found.rows for found in disagreements([other, one])] == [(one, other)]


def test_one_article_may_give_a_thing_several_values() -> None:
    assert disagreements([row("a", 20), row("a", 10), row("b", 20, thing=None)]) == []


def test_an_article_that_contradicts_only_itself_does_not_hide_that_two_differ() -> None:
    rows = [row("a", 50), row("a", 1), row("b", 20)]
    assert [found.rows for found in disagreements(rows)] == [tuple(rows)]


def test_a_figure_that_says_what_it_was_before_stands_there_alone() -> None:
    raised = row("a", 20, before=10)
    assert [found.rows for found in disagreements([raised])] == [(raised,)]
    assert disagreements([row("a", 20, before=20)]) == []


@pytest.mark.parametrize(
    "thing",
    [
        None,
        Thing("USD", ("duty",), ("Chile",)),
        Thing("percent", ("duty",), ("Peru",)),
        Thing("percent", ("duty", "steel"), ("Chile",)),
    ],
)
def test_figures_on_different_things_are_not_compared(thing: Thing | None) -> None:
    assert disagreements([row("a", 20), row("b", 10, thing=thing)]) == []


def test_the_order_of_rows_does_not_change_what_is_found() -> None:
    rows = [row("c", 5), row("a", 20), row("b", 10)]
    assert disagreements(rows) == disagreements(rows[::-1])
