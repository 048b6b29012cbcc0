from __future__ import annotations

import datetime as dt

import pytest

from fenttui.ui.session.filter import Filter, parse_filter, passes_headline, passes_text

DAY = dt.date(2025, 4, 2)

NO_DATE = "not a date: {}; write it as 2025, 2025-04 or 2025-04-02"


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("", Filter()),
        ("Tariff talks", Filter(words=("tariff", "talks"))),
        ('"tariff talks"', Filter(words=("tariff talks",))),
        ("actor:Wang", Filter(actors=("wang",))),
        ('actor:"Wang Yi"', Filter(actors=("wang yi",))),
        ('actor:"Wang Y', Filter(actors=("wang y",))),
        ("tag:#Tariffs", Filter(tags=("tariffs",))),
        ("before:2025-04-02", Filter(before=DAY)),
        ("before:2025-4", Filter(before=dt.date(2025, 4, 1))),
        ("after:2025", Filter(after=dt.date(2025, 1, 1))),
        ("after:2025-", Filter(after=dt.date(2025, 1, 1))),
        ("AFTER:2025", Filter(after=dt.date(2025, 1, 1))),
        ("actor:", Filter()),
        ("before:", Filter()),
        ("after:yesterday", Filter(unread=(NO_DATE.format("yesterday"),))),
        ("before:2025-13", Filter(unread=(NO_DATE.format("2025-13"),))),
        ("afer:2025", Filter(unread=("no filter afer: ; did you mean after: ?",))),
        ("https://a.b", Filter(words=("https://a.b",))),
    ],
)
def test_a_filter_is_read_as_it_is_typed(written: str, wanted: Filter) -> None:
    assert parse_filter(written) == wanted


@pytest.mark.parametrize(
    ("written", "passes"),
    [
        ("before:2025-04-02", False),
        ("before:2025-04-03", True),
        ("after:2025-04-02", True),
        ("after:2025-04-03", False),
        ("after:2025-03 before:2025-05", True),
        ("tag:tariffs", True),
        ("tag:tar", True),
        ("tag:claim", True),
        ("tag:contested", True),
        ("tag:tariffs tag:claim", True),
        ("tag:other", False),
        ("tag:tariffs tag:other", False),
    ],
)
def test_dates_and_tags_pass(written: str, passes: bool) -> None:
    assert passes_headline(parse_filter(written), DAY, ("Tariffs", "claim/contested")) is passes


@pytest.mark.parametrize(
    ("written", "passes"),
    [
        ("china", True),
        ("CHINA moscow", True),
        ("china brazil", False),
        ("actor:wang", True),
        ("actor:wang actor:rubio", True),
        ("actor:trump", False),
        ("china actor:trump", False),
    ],
)
def test_words_and_actors_pass(written: str, passes: bool) -> None:
    wanted = parse_filter(written)
    assert passes_text(wanted, "China speaks", "In Moscow.", lambda: ("Wang Yi", "Marco Rubio")) is passes


def test_actors_are_not_asked_for_where_no_actor_is_wanted() -> None:
    def fail() -> list[str]:
        raise AssertionError("asked")

    assert passes_text(parse_filter("china"), "China", "", fail)
    assert not passes_text(parse_filter("brazil actor:wang"), "China", "", fail)
