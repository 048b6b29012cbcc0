from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from fenttui.storage.values import same_value

UTC = dt.datetime(2025, 4, 3, 9, tzinfo=dt.UTC)
BERLIN = UTC.astimezone(dt.timezone(dt.timedelta(hours=2)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1, "b": [2, {"c": "d"}]}, {"b": [2, {"c": "d"}], "a": 1}),
        (("x", "y"), ["x", "y"]),
        (Decimal("nan"), Decimal("nan")),
        ({"x": [Decimal("nan")]}, {"x": [Decimal("nan")]}),
        (Decimal("1.50"), Decimal("1.50")),
        (UTC, dt.datetime(2025, 4, 3, 9, tzinfo=dt.UTC)),
        (dt.date(2025, 4, 3), dt.date(2025, 4, 3)),
        (None, None),
    ],
)
def test_values_that_are_written_alike_are_the_same(one: object, other: object) -> None:
    assert same_value(one, other)
    assert same_value(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (0, False),
        (1, Decimal("1")),
        (Decimal("1.0"), Decimal("1.00")),
        (Decimal("0.0"), Decimal("-0.0")),
        (Decimal("nan"), Decimal("inf")),
        ("1", 1),
        ([1], [True]),
        ({"a": 1}, {"a": 1, "b": None}),
        ([1, 2], [2, 1]),
        ([1], [1, 1]),
        ([], {}),
        (UTC, BERLIN),
        (UTC, UTC.replace(tzinfo=None)),
        (dt.date(2025, 4, 3), dt.datetime(2025, 4, 3)),
        (None, ""),
    ],
)
def test_values_that_are_written_differently_are_not_the_same(one: object, other: object) -> None:
    assert not same_value(one, other)
    assert not same_value(other, one)
