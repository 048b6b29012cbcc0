from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.analysis.series import Series
from fenttui.exports.plot import plot

FIRST = dt.date(2025, 1, 1)


def counts(*points: tuple[dt.date, int]) -> Series:
    return Series("articles", "article", points, True)


def day(number: int) -> dt.date:
    return FIRST + dt.timedelta(days=number)


@pytest.mark.parametrize(
    ("days", "step"),
    [(0, "a day"), (60, "a day"), (300, "a week"), (1500, "a month"), (5000, "a quarter"), (20000, "a year")],
)
def test_a_column_stands_for_as_short_a_time_as_the_width_allows(days: int, step: str) -> None:
    assert plot(counts((FIRST, 1), (day(days), 2)), 80, 8)[0] == f"articles {step}"


def test_years_are_joined_where_there_are_more_than_columns() -> None:
    lines = plot(counts((dt.date.min, 1), (dt.date.max, 2)), 80, 8)
    assert lines[0].startswith("articles in ")
    assert lines[-1].split() == ["0001-01-01", "9999-12-31"]


def test_the_highest_column_reaches_the_top_and_an_empty_time_has_none() -> None:
    lines = plot(counts((FIRST, 4), (day(2), 2)), 40, 7)
    top, bottom = lines[1], lines[4]
    assert top.startswith(" 4│")
    assert bottom.startswith(" 0│")
    width = 37 // 3
    assert top[3] == bottom[3] == "⣿"
    assert bottom[3 + width] == " "
    assert bottom[4 + 2 * width] == "⣿"
    assert len(top) < 3 + width


def test_counts_of_one_week_add_up() -> None:
    lines = plot(counts((day(5), 1), (day(6), 2), (day(7), 3), (day(400), 1)), 80, 8)
    assert lines[1].startswith(" 6│")


def test_large_values_are_told_in_words() -> None:
    series = Series("trade", "USD", ((FIRST, 3 * 10**11), (day(9), 2 * 10**12)), False)
    lines = plot(series, 60, 8)
    assert lines[0] == "trade, USD"
    assert lines[1].startswith("   2 tn│")
    assert lines[5].startswith(" 300 bn│")


@pytest.mark.parametrize("series", [counts(), Series("x", "USD", ((FIRST, 10**400),), False)])
def test_nothing_is_drawn_without_a_point_that_can_be(series: Series) -> None:
    assert plot(series, 80, 8) == []


def test_nothing_is_drawn_in_too_little_width() -> None:
    assert plot(counts((FIRST, 1)), 12, 8) == []


def test_a_title_from_outside_is_data() -> None:
    assert "␛" in plot(Series("mentions of \x1b[31m", "mention", ((FIRST, 1),), True), 60, 6)[0]


POINTS = st.lists(st.tuples(st.dates(), st.integers(-(10**15), 10**15)), min_size=1, max_size=20)


@given(POINTS, st.booleans(), st.integers(1, 150), st.integers(1, 30))
@settings(max_examples=60, deadline=None)
def test_any_series_fits_its_size(
    points: list[tuple[dt.date, int]], counted: bool, width: int, height: int
) -> None:
    told = sorted((date, abs(value) if counted else value) for date, value in points)
    lines = plot(Series("x", "USD", tuple(told), counted), width, height)
    assert len(lines) in (0, max(height, 4))
    assert all(len(line) <= width for line in lines[1:])
