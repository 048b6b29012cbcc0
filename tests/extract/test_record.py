from __future__ import annotations

import datetime as dt
import json

import pytest

from fenttui.extract import extract
from fenttui.extract.record import mention_record


def records(text: str) -> list[dict[str, object]]:
    found = [mention_record(mention, text) for mention in extract(text, dt.date(2025, 4, 2))]
    again: list[dict[str, object]] = json.loads(json.dumps(found))
    return again


def test_an_actor_has_its_name() -> None:
    assert records("in Beijing") == [
        {"start": 3, "end": 10, "text": "Beijing", "kind": "place", "actor": "China"}
    ]


def test_an_amount_has_value_unit_bound_and_change() -> None:
    assert records("Sales fell more than 12.5%.") == [
        {"start": 21, "end": 26, "text": "12.5%", "kind": "percent", "value": 12.5, "unit": "percent",
         "bound": "over", "change": "down", "before": None, "of": {"start": 0, "end": 5, "text": "Sales"}}
    ]  # fmt: skip


def test_a_range_is_a_pair_and_an_absent_unit_null() -> None:
    assert records("10 to 15 per cent")[0]["value"] == [10, 15]
    assert records("it killed 20.")[0] == {
        "start": 10, "end": 12, "text": "20", "kind": "count", "value": 20, "unit": None, "bound": "exact",
        "change": None, "before": None, "of": None,
    }  # fmt: skip


def test_a_time_has_its_timex_value_alone() -> None:
    assert records("since Tuesday") == [
        {"start": 6, "end": 13, "text": "Tuesday", "kind": "date", "value": "2025-04-01"}
    ]


def test_a_duration_that_reads_as_an_amount_has_a_quantity() -> None:
    assert records("for two weeks") == [
        {"start": 4, "end": 13, "text": "two weeks", "kind": "duration", "value": "P2W",
         "quantity": {"value": 2, "unit": "week"}}
    ]  # fmt: skip


def test_a_whole_decimal_becomes_an_integer() -> None:
    value = records("worth $2.00 now")[0]["value"]
    assert value == 2
    assert isinstance(value, int)


def test_a_change_has_the_value_before_it() -> None:
    record = records("The bank cut its rate from 20 to 10.5 per cent.")[0]
    assert (record["value"], record["before"]) == (10.5, 20)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("worth $123456789012345678901234567890 now", 123456789012345678901234567890),
        ("worth $0.1234567890123456789 now", "0.1234567890123456789"),
        ("worth $0.10 now", 0.1),
        ("worth $10-15 billion now", [10_000_000_000, 15_000_000_000]),
    ],
)
def test_a_value_is_exact(text: str, value: object) -> None:
    assert records(text)[0]["value"] == value
