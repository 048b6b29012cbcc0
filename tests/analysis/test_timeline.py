from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.analysis.findings import Findings
from fenttui.analysis.index import index_of
from fenttui.analysis.intervals import interval
from fenttui.analysis.timeline import TimelineEntry
from fenttui.articles.article import Article, Entry, Headline
from fenttui.extract import extract
from fenttui.extract.coreference.corrections import NO_CORRECTIONS


def read(name: str, date: dt.date, text: str) -> list[Findings]:
    entry = Entry(name, Path(f"{name}.txt"), Path(), name)
    article = Article(entry, Headline(date, "header", f"title of {name}"), text)
    return [Findings(article, extract(text, date))]


def timeline(source: list[Findings]) -> list[TimelineEntry]:
    return index_of(source, NO_CORRECTIONS, {"timeline"}).timeline()


MARCH = dt.date(2025, 3, 13)
APRIL = dt.date(2025, 4, 2)


@pytest.mark.parametrize(
    ("value", "first", "last", "granularity"),
    [
        ("2025-04-01", "2025-04-01", "2025-04-01", "day"),
        ("2025-04-01T09:30", "2025-04-01", "2025-04-01", "day"),
        ("2025-04-01TNI", "2025-04-01", "2025-04-01", "day"),
        ("2025-W14", "2025-03-31", "2025-04-06", "week"),
        ("2025-W14-WE", "2025-04-05", "2025-04-06", "weekend"),
        ("2025-W14-3", "2025-04-02", "2025-04-02", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2025-12", "2025-12-01", "2025-12-31", "month"),
        ("9999-12", "9999-12-01", "9999-12-31", "month"),
        ("2025-Q1", "2025-01-01", "2025-03-31", "quarter"),
        ("2025-H2", "2025-07-01", "2025-12-31", "half"),
        ("2025-SU", "2025-06-01", "2025-08-31", "season"),
        ("2025-WI", "2025-12-01", "2026-02-28", "season"),
        ("2025", "2025-01-01", "2025-12-31", "year"),
        ("199", "1990-01-01", "1999-12-31", "decade"),
        ("19", "1900-01-01", "1999-12-31", "century"),
    ],
)
def test_a_resolved_time_means_some_days(value: str, first: str, last: str, granularity: str) -> None:
    found = interval(value)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat(), found.granularity) == (first, last, granularity)


@pytest.mark.parametrize(
    "value",
    [
        *("PAST_REF", "XXXX-03", "2025-XX-01", "P1W", "PT3H"),
        *("2025-02-30", "2025-13", "2025-W60", "0000", "T09:00", ""),
    ],
)
def test_what_is_not_resolved_means_no_days(value: str) -> None:
    assert interval(value) is None


@given(st.text("0123456789-WQHSPUFATXE:", max_size=14))
@settings(max_examples=300)
def test_any_value_means_days_in_order_or_none(value: str) -> None:
    found = interval(value)
    assert found is None or found.first <= found.last


def test_dates_stand_in_order_with_the_articles_own_among_them() -> None:
    items = [
        *read("later", APRIL, "Ana Silva visited Chile on Tuesday and paid $5 million."),
        *read("earlier", MARCH, "Duties rose last month. They fell in 2019."),
    ]
    told = [(entry.when.first.isoformat(), entry.article, entry.text) for entry in timeline(items)]
    assert told == [
        ("2019-01-01", "earlier", "2019"),
        ("2025-02-01", "earlier", "last month"),
        ("2025-03-13", "earlier", ""),
        ("2025-04-01", "later", "Tuesday"),
        ("2025-04-02", "later", ""),
    ]


def test_an_entry_has_the_actors_and_the_figures_of_its_sentence() -> None:
    text = "Nobody slept. Ana Silva visited\nChile on Tuesday and paid $5 million. Peru waited."
    own, tuesday = sorted(timeline(read("a", APRIL, text)), key=lambda entry: not entry.is_article)
    assert (own.sentence, own.actors, own.figures) == ("title of a", (), ())
    assert tuesday.sentence == "Ana Silva visited Chile on Tuesday and paid $5 million."
    assert tuesday.actors == ("Ana Silva", "Chile")
    assert tuesday.figures == ("$5 million",)
    assert text[tuesday.start : tuesday.end] == "Tuesday"


def test_a_sentence_that_two_articles_share_stands_once_as_the_earlier_has_it() -> None:
    items = [*read("b", APRIL, "It began on 5 March 2025."), *read("a", MARCH, "It began on 5 March 2025.")]
    entries = timeline(items)
    assert [entry.article for entry in entries if not entry.is_article] == ["a"]
    assert sum(entry.is_article for entry in entries) == 2


def test_longer_times_stand_before_the_days_that_begin_them() -> None:
    text = "It rained on 1 January 2025. It was warm in 2025. It was dry in January 2025."
    told = [entry.when.granularity for entry in timeline(read("a", APRIL, text)) if not entry.is_article]
    assert told == ["year", "month", "day"]


def test_times_that_are_not_resolved_and_durations_are_left_out() -> None:
    text = "It took two weeks. It rains every Monday. Someone called recently."
    assert [entry.text for entry in timeline(read("a", APRIL, text))] == [""]


def test_a_text_without_a_full_stop_is_shown_in_parts_around_each_date() -> None:
    text = "on 5 March 2025 Chile paid $5 million and " * 2000
    entries = [entry for entry in timeline(read("a", APRIL, text)) if not entry.is_article]
    assert entries
    assert all("5 March 2025" in entry.sentence for entry in entries)
    assert max(len(entry.sentence) for entry in entries) < 2000
