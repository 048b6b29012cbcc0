from __future__ import annotations

import datetime as dt

import pytest

from fenttui.extract import extract

DATE = dt.date(2025, 4, 2)


def times(text: str, date: dt.date | None = DATE) -> list[tuple[str, str, str | None]]:
    return [(text[m.start : m.end], m.kind, m.time) for m in extract(text, date) if m.time is not None]


@pytest.mark.parametrize(
    ("text", "said", "kind", "value"),
    [
        ("It was on March 13, 2025, he said.", "March 13, 2025", "date", "2025-03-13"),
        ("It was on 13 March 2025.", "13 March 2025", "date", "2025-03-13"),
        ("It was on the 13th of March.", "13th of March", "date", "2025-03-13"),
        ("It was on Dec. 30.", "Dec. 30", "date", "2024-12-30"),
        ("It was on 2025-03-13.", "2025-03-13", "date", "2025-03-13"),
        ("It was in March 2024.", "March 2024", "date", "2024-03"),
        ("It was in September.", "September", "date", "2024-09"),
        ("It will be in September.", "September", "date", "2025-09"),
        ("It was in 1998.", "1998", "date", "1998"),
        ("It was in the 1990s.", "1990s", "date", "199"),
        ("He spoke on Tuesday.", "Tuesday", "date", "2025-04-01"),
        ("He spoke on Wednesday.", "Wednesday", "date", "2025-04-02"),
        ("He will speak on Tuesday.", "Tuesday", "date", "2025-04-08"),
        ("He spoke on Tuesday evening.", "Tuesday evening", "time", "2025-04-01TEV"),
        ("He spoke on Tuesday, March 25.", "Tuesday, March 25", "date", "2025-03-25"),
        ("He spoke yesterday.", "yesterday", "date", "2025-04-01"),
        ("He speaks today.", "today", "date", "2025-04-02"),
        ("He spoke last month.", "last month", "date", "2025-03"),
        ("He spoke earlier this month.", "earlier this month", "date", "2025-04"),
        ("He spoke last week.", "last week", "date", "2025-W13"),
        ("He speaks next year.", "next year", "date", "2026"),
        ("He spoke a year ago.", "a year ago", "date", "2024"),
        ("He spoke three days ago.", "three days ago", "date", "2025-03-30"),
        ("He spoke in the first quarter of 2024.", "first quarter of 2024", "date", "2024-Q1"),
        ("He spoke over the last year.", "last year", "duration", "P1Y"),
        ("He spoke over the past two weeks.", "past two weeks", "duration", "P2W"),
        ("He spoke for three hours.", "three hours", "duration", "PT3H"),
        ("It is a two-week visit.", "two-week", "duration", "P2W"),
        ("He spoke for several months.", "several months", "duration", "PXM"),
        ("He spoke at 5:30 p.m. there.", "5:30 p.m.", "time", "T17:30"),
        ("He spoke at 5pm there.", "5pm", "time", "T17:00"),
        ("He rose at 5.30am there.", "5.30am", "time", "T05:30"),
        ("He speaks every week.", "every week", "set", "P1W"),
        ("He speaks twice a year.", "twice a year", "set", "P1Y"),
        ("It comes daily.", "daily", "set", "P1D"),
    ],
)
def test_a_time_is_found_with_its_value(text: str, said: str, kind: str, value: str) -> None:
    assert times(text) == [(said, kind, value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It starts at 4:00 pm today.", ["2025-04-02T16:00"]),
        ("It starts tonight at 9pm.", ["2025-04-02TNI", "2025-04-02T21:00"]),
        ("On Tuesday at 5 p.m. it rained.", ["2025-04-01", "2025-04-01T17:00"]),
        ("It rained at noon on April 16.", ["2025-04-16T12:00", "2025-04-16"]),
        ("It rained on Tuesday. It starts at 4:00 pm.", ["2025-04-01", "T16:00"]),
        ("It rained on Tuesday at 5 p.m. Then at 6 p.m. it ended.",
         ["2025-04-01", "2025-04-01T17:00", "T18:00"]),
    ],
)  # fmt: skip
def test_a_time_of_day_is_on_the_day_that_its_sentence_tells(text: str, values: list[str]) -> None:
    assert [value for _, _, value in times(text)] == values


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
    assert mention.amount is not None
    assert (mention.kind, mention.amount.bound) == ("duration", bound)


def test_a_duration_reads_as_an_amount_too() -> None:
    [mention] = extract("He waited over two weeks.")
    assert mention.amount is not None
    assert (mention.amount.value, mention.amount.unit, mention.amount.bound) == (2, "week", "over")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Tuesday", "XXXX-WXX-2"),
        ("in September", "XXXX-09"),
        ("on March 13", "XXXX-03-13"),
        ("last month", "PAST_REF"),
        ("next month", "FUTURE_REF"),
        ("yesterday", "PAST_REF"),
    ],
)
def test_without_an_articles_date_a_relative_time_stays_open(text: str, value: str) -> None:
    assert [found for _, _, found in times(text, None)] == [value]


@pytest.mark.parametrize("date", [dt.date.min, dt.date.max])
def test_a_time_outside_the_calendar_is_only_past_or_future(date: dt.date) -> None:
    text = "900 years ago, yesterday, tomorrow, last month, next month, last week, 99999999 days ago"
    values = {value for _, _, value in times(text, date)}
    assert values & {"PAST_REF", "FUTURE_REF"}
    assert None not in values


@pytest.mark.parametrize(
    "text", ["You may march there.", "a second look", "She said it in one day's light 31/31/2024"]
)
def test_words_that_only_look_like_times_are_left_alone(text: str) -> None:
    assert [kind for _, kind, _ in times(text) if kind == "date"] == []
