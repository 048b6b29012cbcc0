from __future__ import annotations

from decimal import Decimal

import pytest

from fenttui.extract import extract
from fenttui.extract.mention import Amount


def amounts(text: str) -> list[tuple[str, str, Amount | None]]:
    return [(text[m.start : m.end], m.kind, m.amount) for m in extract(text) if m.amount is not None]


@pytest.mark.parametrize(
    ("text", "said", "kind", "amount"),
    [
        ("about 20 per cent of it", "20 per cent", "percent", Amount(20, "percent", "about")),
        ("it was 15% then", "15%", "percent", Amount(15, "percent")),
        ("it was 12.5 percent then", "12.5 percent", "percent", Amount(Decimal("12.5"), "percent")),
        ("some 10 to 15 per cent of it", "10 to 15 per cent", "percent",
         Amount((10, 15), "percent", "about")),
        ("a range of 10-15% of it", "10-15%", "percent", Amount((10, 15), "percent")),
        ("it rose two percentage points", "two percentage points", "percent",
         Amount(2, "percentage point", change="up")),
        ("worth $1.2 billion then", "$1.2 billion", "money", Amount(1_200_000_000, "USD")),
        ("worth US$5m then", "US$5m", "money", Amount(5_000_000, "USD")),
        ("worth A$300 then", "A$300", "money", Amount(300, "AUD")),
        ("worth €1,250.50 then", "€1,250.50", "money", Amount(Decimal("1250.50"), "EUR")),
        ("worth 300bn yuan then", "300bn yuan", "money", Amount(300_000_000_000, "CNY")),
        ("worth 5 million dollars then", "5 million dollars", "money", Amount(5_000_000, "USD")),
        ("worth 5 Australian dollars then", "5 Australian dollars", "money", Amount(5, "AUD")),
        ("worth $10-15 million then", "$10-15 million", "money", Amount((10_000_000, 15_000_000), "USD")),
        ("worth $1-1.4 billion then", "$1-1.4 billion", "money", Amount((10**9, 14 * 10**8), "USD")),
        ("there were 107,543 deaths", "107,543 deaths", "count", Amount(107_543, "death")),
        ("between two nations", "two nations", "count", Amount(2, "nation")),
        ("twenty-one senior officials left", "twenty-one senior officials", "count", Amount(21, "official")),
        ("dozens of people left", "dozens of people", "count", Amount(12, "person", "over")),
        ("hundreds of thousands of women left", "hundreds of thousands of women", "count",
         Amount(100_000, "woman", "over")),
        ("two Chinese officials left", "two", "count", Amount(2, "official")),
        ("for 3.5 million people", "3.5 million people", "count", Amount(3_500_000, "person")),
        ("at least 20 km away", "20 km", "quantity", Amount(20, "kilometer", "over")),
        ("a 10-kilometre race", "10-kilometre", "quantity", Amount(10, "kilometer")),
        ("up to 5 tonnes of it", "5 tonnes", "quantity", Amount(5, "ton", "under")),
        ("at 40 degrees Celsius", "40 degrees Celsius", "quantity", Amount(40, "degree Celsius")),
        ("over 500 square miles of it", "500 square miles", "quantity", Amount(500, "square mile", "over")),
        ("half a dozen firms left", "half a dozen firms", "count", Amount(6, "firm")),
        ("a half-million people left", "a half-million people", "count", Amount(500_000, "person")),
        ("for two and a half million people", "two and a half million people", "count",
         Amount(2_500_000, "person")),
        ("thousands of people left", "thousands of people", "count", Amount(1000, "person", "over")),
        ("it makes three lenses", "three lenses", "count", Amount(3, "lens")),
        ("it has three campuses", "three campuses", "count", Amount(3, "campus")),
        ("it has three houses", "three houses", "count", Amount(3, "house")),
        ("a ten-percentage-point gap", "ten-percentage-point", "percent", Amount(10, "percentage point")),
        ("a third of it", "a third", "quantity", Amount(Decimal("0.333333"), "share")),
        ("nearly two-thirds of it", "two-thirds", "quantity", Amount(Decimal("0.666667"), "share", "about")),
        ("about 1 in 5 firms closed", "1 in 5", "quantity", Amount(Decimal("0.2"), "share", "about")),
        ("nine out of ten firms closed", "nine out of ten", "quantity", Amount(Decimal("0.9"), "share")),
        ("a 46-year-old man", "46-year-old", "quantity", Amount(46, "year old")),
    ],
)  # fmt: skip
def test_an_amount_is_found_with_value_and_unit(text: str, said: str, kind: str, amount: Amount) -> None:
    assert amounts(text) == [(said, kind, amount)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("up to 15 per cent", "under"),
        ("less than 15 per cent", "under"),
        ("more than 15 per cent", "over"),
        ("at least 15 per cent", "over"),
        ("nearly 15 per cent", "about"),
        ("15 per cent or more", "over"),
        ("for 15 per cent", "exact"),
    ],
)
def test_the_words_before_an_amount_bound_it(text: str, bound: str) -> None:
    [(_, _, amount)] = amounts(text)
    assert amount is not None
    assert amount.bound == bound


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Exports fell by 5 per cent.", "down"),
        ("He increased tariffs on all imports to 5 per cent.", "up"),
        ("It was a 5 per cent increase.", "up"),
        ("It holds 5 per cent.", None),
        ("Prices rose. It holds 5 per cent.", None),
        ("Levies of up to 5 per cent stay.", None),
    ],
)
def test_a_verb_nearby_tells_the_change(text: str, change: str | None) -> None:
    [(_, _, amount)] = amounts(text)
    assert amount is not None
    assert amount.change == change


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Tariffs rose from 10% to 20%.", ["up", "up"]),
        ("Tariffs fell from 20% in May to 10%.", ["down", "down"]),
        ("Tariffs went from 10% to 20%.", ["up", "up"]),
        ("Tariffs range from 10% to 20%.", [None, None]),
    ],
)
def test_a_change_is_told_at_both_of_its_ends(text: str, changes: list[str | None]) -> None:
    assert [amount.change for _, kind, amount in amounts(text) if amount and kind == "percent"] == changes


@pytest.mark.parametrize(
    "text",
    ["in a third country", "in third place", "a third person came",
     "the G20 met", "Covid-19 spread", "a Boeing 777 fell", "call 555-1234-777", "see page 4", "no one knew",
     "one of them", "version 1.2.3.4 of it", "won 3-1 there"],
)  # fmt: skip
def test_a_number_inside_a_name_is_no_amount(text: str) -> None:
    assert amounts(text) == []
