from __future__ import annotations

import datetime as dt

import pytest

from fenttui.extract import extract
from fenttui.extract.mention import Time
from tests.support.time_examples import DATE, TIME_SECTIONS, TimeExample

EXAMPLES = [example for examples in TIME_SECTIONS.values() for example in examples]


def times(text: str, date: dt.date | None = DATE) -> list[tuple[str, str, str | None]]:
    return [(text[m.start : m.end], m.kind, m.value) for m in extract(text, date) if isinstance(m, Time)]


def values(text: str, date: dt.date | None = DATE) -> list[str | None]:
    return [value for _, _, value in times(text, date)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text)
def test_every_example_is_found_with_its_value(example: TimeExample) -> None:
    assert (example.said, example.kind, example.value) in times(example.text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He said on Friday that it was over.", "2025-03-28"),
        ("It will be over on Friday.", "2025-04-04"),
        ("They are to meet on Friday.", "2025-04-04"),
        ("They plan to meet on Friday.", "2025-04-04"),
        ("On Friday the court will hear him.", "2025-04-04"),
        ("The two will meet, he told reporters on Friday.", "2025-03-28"),
        ("He fell ill. It is on Friday.", "2025-03-28"),
        ("It must be ready by Friday.", "2025-04-04"),
        ("It had been ready by Friday.", "2025-03-28"),
        ("The offer was extended until Friday.", "2025-04-04"),
        ("The offer was extended. The water stood there until Friday.", "2025-03-28"),
        ("The loss was due to its strike of October.", "2024-10"),
        ("It will be built in October.", "2025-10"),
        ("The work will be finished by June.", "2025-06"),
    ],
)
def test_the_verbs_around_a_time_tell_its_side(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from March to May 2024", ["2024-03", "2024-05"]),
        ("from November to February 2024", ["2023-11", "2024-02"]),
        ("between December 2024 and February", ["2024-12", "2025-02"]),
        ("from 2019 to 2022", ["2019", "2022"]),
        ("in 1990-95", ["1990", "1995"]),
        ("from Monday to Friday", ["2025-03-31", "2025-04-04"]),
        ("from yesterday through Sunday", ["2025-04-01", "2025-04-06"]),
        ("on 9-10 April", ["2025-04-09", "2025-04-10"]),
        ("from March 28 to April 3, 2024", ["2024-03-28", "2024-04-03"]),
        ("on Monday from 9:30 to 11 a.m.", ["2025-03-31", "2025-03-31T09:30", "2025-03-31T11:00"]),
        ("on Monday from 11 to 1 p.m.", ["2025-03-31", "2025-03-31T11:00", "2025-03-31T13:00"]),
    ],
)
def test_both_ends_of_a_range_have_their_dates(text: str, found: list[str]) -> None:
    assert values(f"The shop was shut {text}.") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It starts at 4:00 pm today.", ["2025-04-02T16:00"]),
        ("It starts tonight at 9pm.", ["2025-04-02TNI", "2025-04-02T21:00"]),
        ("On Tuesday at 5 p.m. it rained.", ["2025-04-01", "2025-04-01T17:00"]),
        ("It rained at noon on April 16.", ["2025-04-16T12:00", "2025-04-16"]),
        ("It rained on Tuesday. It starts at 4:00 pm.", ["2025-04-01", "T16:00"]),
        ("It rained on Tuesday at 5 p.m. Then at 6 p.m. it ended.",
         ["2025-04-01", "2025-04-01T17:00", "T18:00"]),
        ("It rained yesterday 8:15 a.m. in Rome.", ["2025-04-01T08:15"]),
    ],
)  # fmt: skip
def test_a_time_of_day_is_on_the_day_that_its_sentence_tells(text: str, found: list[str]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On April 16 and 17 it rained.", [("April 16", "2025-04-16"), ("17", "2025-04-17")]),
        ("On April 16, 17 and 18 it rained.",
         [("April 16", "2025-04-16"), ("17", "2025-04-17"), ("18", "2025-04-18")]),
        ("On April 16-17 it rained.", [("April 16", "2025-04-16"), ("17", "2025-04-17")]),
        ("On 16 and 17 April 2024 it rained.", [("16", "2024-04-16"), ("17 April 2024", "2024-04-17")]),
        ("Between April 16 and 17, 2024, it rained.",
         [("April 16", "2024-04-16"), ("17, 2024", "2024-04-17")]),
        ("On April 16, 20 people left.", [("April 16", "2025-04-16")]),
        ("On April 16 and 17 people left.", [("April 16", "2025-04-16")]),
    ],
)  # fmt: skip
def test_days_share_the_month_that_one_of_them_names(text: str, found: list[tuple[str, str]]) -> None:
    assert [(said, value) for said, _, value in times(text)] == found


def test_what_a_quarter_is_compared_with_is_not_what_the_text_goes_on_to_speak_of() -> None:
    text = "Profit for the third quarter fell from a year earlier. Sales fell from a year earlier, too."
    assert values(text) == ["2024-Q3", "2023-Q3", "2023-Q3"]


@pytest.mark.parametrize(
    ("date", "value"),
    [
        (dt.date(2024, 2, 1), "2024-02-10"),
        (dt.date(1985, 2, 1), "1985-02-20"),
        (dt.date(2034, 2, 1), "2034-02-19"),
        (dt.date(1850, 2, 1), "XXXX-XX-XX"),
    ],
)
def test_the_lunar_new_year_is_told_where_its_table_reaches(date: dt.date, value: str) -> None:
    assert values("They will meet after the Lunar New Year.", date) == [value]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("It took over a week.", "over"),
        ("It took more than a year.", "over"),
        ("It took nearly three hours.", "about"),
        ("It took up to ten days.", "under"),
        ("It took a week.", "exact"),
        ("It rained over the past two weeks.", "exact"),
    ],
)
def test_a_duration_carries_the_bound_that_the_text_says(text: str, bound: str) -> None:
    [mention] = extract(text, DATE)
    assert isinstance(mention, Time)
    assert mention.quantity is not None
    assert (mention.kind, mention.quantity.bound) == ("duration", bound)


def test_a_duration_reads_as_an_amount_too() -> None:
    [mention] = extract("He waited over two weeks.")
    assert isinstance(mention, Time)
    assert mention.quantity is not None
    assert (mention.quantity.value, mention.quantity.unit, mention.quantity.bound) == (2, "week", "over")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Tuesday", "XXXX-WXX-2"),
        ("in September", "XXXX-09"),
        ("on March 13", "XXXX-03-13"),
        ("last month", "PAST_REF"),
        ("next month", "FUTURE_REF"),
        ("yesterday", "PAST_REF"),
        ("in the third quarter", "XXXX-Q3"),
        ("on Christmas Day", "XXXX-12-25"),
        ("on Good Friday", "XXXX-XX-XX"),
        ("last summer", "XXXX-SU"),
    ],
)
def test_without_an_articles_date_a_relative_time_stays_open(text: str, value: str) -> None:
    assert values(text, None) == [value]


@pytest.mark.parametrize("date", [dt.date.min, dt.date.max])
def test_a_time_outside_the_calendar_is_only_past_or_future(date: dt.date) -> None:
    text = "900 years ago, yesterday, tomorrow, last month, next month, last week, 99999999 days ago"
    found = set(values(text, date))
    assert found & {"PAST_REF", "FUTURE_REF"}
    assert None not in found


@pytest.mark.parametrize(
    "text",
    [
        "You may march there.",
        "a second look",
        "She said it in one day's light 31/31/2024",
        "He read John 3:16 aloud.",
        "They won 3:2 after 2000 miles.",
        "The Daily Star and the Weekly Standard were sold.",
        "Prices will fall to the spring's end.",
        "It weighed 1995 kg and cost $1995.",
        "the last chance, the next step, the past master",
        "too soon, as soon as it can",
        "Model 2024-0815-77 and 1.2.3.4",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(text: str) -> None:
    assert [said for said, kind, _ in times(text) if kind in ("date", "time", "set")] == []
