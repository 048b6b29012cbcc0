from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenttui.extract.mention import Number, Value
from fenttui.extract.numbers.exact_text import number_text, value_text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (20, "20"),
        (Decimal("7.50"), "7.50"),
        (Decimal("1.2") * 10**12, "1200000000000"),
        (Decimal("1E+12"), "1000000000000"),
        (Decimal("1E+999"), "1E+999"),
        (-3, "-3"),
    ],
)
def test_a_number_has_all_its_digits(number: Number, text: str) -> None:
    assert number_text(number) == text


def test_a_number_too_long_for_the_interpreter_has_all_its_digits() -> None:
    assert number_text(10**5000) == "1" + "0" * 5000


@pytest.mark.parametrize(
    ("value", "text"), [(1234567, "1,234,567"), ((1000, Decimal("1500.5")), "1,000 to 1,500.5")]
)
def test_thousands_are_parted_where_that_is_asked_for(value: Value, text: str) -> None:
    assert value_text(value, " to ", grouped=True) == text


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_what_is_written_is_the_number(number: Decimal) -> None:
    assert Decimal(number_text(number)) == number
