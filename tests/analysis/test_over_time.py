from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from fenttui.analysis.over_time import over_time, sparkline

FIRST = dt.date(2025, 1, 1)


def test_columns_are_equal_parts_of_the_time() -> None:
    dates = [
        (FIRST, 1),
        (FIRST + dt.timedelta(4), 2),
        (FIRST + dt.timedelta(5), 4),
        (FIRST + dt.timedelta(9), 8),
    ]
    assert over_time(dates, FIRST, FIRST + dt.timedelta(9), 2) == (3, 12)


def test_one_day_is_the_first_column() -> None:
    assert over_time([(FIRST, 5)], FIRST, FIRST, 3) == (5, 0, 0)


@given(
    st.lists(st.tuples(st.dates(), st.integers(1, 9)), max_size=8), st.dates(), st.dates(), st.integers(1, 40)
)
def test_nothing_between_the_dates_is_lost(
    dates: list[tuple[dt.date, int]], one: dt.date, other: dt.date, columns: int
) -> None:
    first, last = min(one, other), max(one, other)
    counts = over_time(dates, first, last, columns)
    assert len(counts) == columns
    assert sum(counts) == sum(count for date, count in dates if first <= date <= last)


def test_the_largest_is_the_highest_bar_and_nothing_a_dot() -> None:
    assert sparkline((0, 1, 4, 8)) == "·▁▄█"
    assert sparkline((0, 0)) == "··"
    assert sparkline(()) == ""


@given(st.lists(st.integers(0, 10**6), max_size=30))
def test_a_larger_count_has_no_lower_bar(counts: list[int]) -> None:
    bars = "·▁▂▃▄▅▆▇█"
    shown = [bars.index(bar) for bar in sparkline(counts)]
    by_count = [bar for _, bar in sorted(zip(counts, shown, strict=True))]
    assert by_count == sorted(shown)
