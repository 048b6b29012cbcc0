from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fenttui.extract.figures import find_figures
from fenttui.extract.mention import Amount, Measure
from fenttui.extract.text.gazetteer import rows
from fenttui.extract.text.tokens import tokenize
from tests.support.amount_examples import NO_AMOUNTS, SECTIONS, Example

EXAMPLES = [example for examples in SECTIONS.values() for example in examples]


def amounts(text: str) -> list[Amount]:
    """The amounts before actors are put among them, which take the words of a name out of a count."""
    return [mention for mention in find_figures(tokenize(text), None) if isinstance(mention, Amount)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.what}: {example.text}")
def test_an_amount_is_read_for_what_it_says(example: Example) -> None:
    [mention] = amounts(example.text)
    measure = mention.measure
    assert example.text[mention.start : mention.end] == example.said
    assert mention.kind == example.kind
    assert replace(measure, of=None) == example.measure
    assert (measure.of and example.text[slice(*measure.of)]) == example.of


@pytest.mark.parametrize("text", NO_AMOUNTS.values(), ids=NO_AMOUNTS)
def test_a_number_that_counts_nothing_is_no_amount(text: str) -> None:
    assert amounts(text) == []


def values(text: str) -> list[tuple[object, str | None]]:
    return [(m.measure.value, m.measure.unit) for m in amounts(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It costs $5, $10 or $20.", [(5, "USD"), (10, "USD"), (20, "USD")]),
        ("It takes eight or nine euros.", [(8, "EUR"), (9, "EUR")]),
        ("It stole 300 cars, compared with 63 before.", [(300, "car"), (63, "car")]),
        ("It killed 20 people and wounded 35.", [(20, "person"), (35, "person")]),
        ("It killed 20 people near the top 10.", [(20, "person"), (10, None)]),
        ("He dropped from 208 pounds to 193.", [(208, "pound"), (193, "pound")]),
        ("The index rose 64 points to 4,577.10.", [(64, "point"), (Decimal("4577.10"), "point")]),
        ("It makes three lenses, three campuses and three houses.",
         [(3, "lens"), (3, "campus"), (3, "house")]),
        ("two Swiss officials and 20 Republicans", [(2, "official"), (20, "Republican")]),
        ("It measures 1.5 cm (0.6 inches).", [(Decimal("1.5"), "centimetre"), (Decimal("0.6"), "inch")]),
        ("It makes 450 Nm at 300 nm.", [(450, "newton metre"), (300, "nanometre")]),
        ("It sells at 108.79 JPY and ¥300.", [(Decimal("108.79"), "JPY"), (300, "JPY")]),
        ("Of 46 least developed countries, 33 agreed.", [(46, "country"), (33, "country")]),
        ("He fired two of the 14 managers.", [(2, "manager"), (14, "manager")]),
        ("At the age of 11 she sang.", [(11, "year of age")]),
        ("Wong Kwok-hung, 43, agreed.", [(43, "year of age")]),
        ("It spent half its revenue and a quarter of a million euros.",
         [(Decimal("0.5"), "share of revenue"), (250_000, "EUR")]),
        ("Aged 25 to 54, they were 7 months old.", [((25, 54), "year of age"), (7, "month of age")]),
    ],
)  # fmt: skip
def test_every_amount_of_a_sentence_is_read(text: str, found: list[tuple[object, str | None]]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It cost 300 rupees in Lahore, Pakistan.", "PKR"),
        ("It cost 300 rupees in Mumbai, India.", "INR"),
        ("It cost 300 rupees.", "INR"),
        ("In Pakistan it cost 300 Indian rupees.", "INR"),
        ("It cost 300 francs in Rwanda.", "RWF"),
        ("It cost 300 dollars in Canada.", "USD"),
    ],
)
def test_a_name_that_countries_share_is_that_of_the_country_named_most(text: str, unit: str) -> None:
    assert values(text) == [(300, unit)]


def test_every_currency_of_today_is_told_by_its_code_and_by_its_name() -> None:
    today = [(code, name) for code, name, _, where in rows("currencies") if where]
    assert len(today) > 150
    for code, name in today:
        assert values(f"It cost {code} 3,000 there.") == [(3_000, code)]
        assert values(f"It cost 3,000 {code} there.") == [(3_000, code)]
        spoken = name.replace("&", "and")
        if len(spoken.split()) <= 4 and "-" not in name and "." not in name:
            assert values(f"It cost 3,000 {spoken}s there.") == [(3_000, code)]


@pytest.mark.parametrize("text", ["ALL 3,000 people left.", "They saw the TOP 500.", "TRY 3 of them."])
def test_a_code_that_is_a_word_needs_the_form_of_a_sum(text: str) -> None:
    assert all(unit not in ("ALL", "TOP", "TRY") for _, unit in values(text))


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
    [mention] = amounts(text)
    assert mention.measure.change == change


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tariffs rose from 10% to 20%.", [(20, "up", 10)]),
        ("Tariffs fell from 20% in May to 10%.", [(20, "down", None), (10, "down", 20)]),
        ("Tariffs went from 10% in May to 20%.", [(10, "up", None), (20, "up", 10)]),
        ("Tariffs rose to 20% from 10%.", [(20, "up", 10), (10, "up", None)]),
        ("Tariffs rose to 20% from the previous 10%.", [(20, "up", 10), (10, "up", None)]),
        ("Costs fell from just over $9 to nearly $7.", [(9, "down", None), (7, "down", 9)]),
        ("Tariffs rose from the existing 10% to 20%.", [(20, "up", 10)]),
        ("Tariffs range from 10% to 20%.", [((10, 20), None, None)]),
        ("Growth slowed to 3% from 4%.", [(3, "down", 4), (4, "down", None)]),
        ("They met from 9 to 5.", [(9, None, None), (5, None, None)]),
    ],
)
def test_a_change_tells_the_value_before_it(
    text: str, found: list[tuple[object, str | None, object]]
) -> None:
    told = [m.measure for m in amounts(text)]
    assert [(measure.value, measure.change, measure.before) for measure in told] == found


def test_both_values_of_a_change_measure_one_thing() -> None:
    text = "Peru raised duties on copper to 20% from the previous 10%."
    spans = [m.measure.of for m in amounts(text)]
    assert [text[slice(*of)] for of in spans if of is not None] == ["duties on copper"] * 2


def test_a_decimal_keeps_every_digit() -> None:
    digits = "3.14159265358979323846264338327950288"
    assert values(f"It says {digits} times.") == [(Decimal(digits), "count")]


def test_a_bound_is_told_of_both_ends_of_a_range() -> None:
    [mention] = amounts("It holds some 10 to 15 per cent.")
    assert mention.measure == Measure((10, 15), "percent", "about")
