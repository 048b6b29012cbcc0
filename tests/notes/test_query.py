import datetime as dt
from dataclasses import replace
from typing import Literal, TypedDict
from unicodedata import normalize

import pytest

from fenttui.articles.article import Headline
from fenttui.notes.annotation import Anchor, Anchored, Annotation, Target
from fenttui.notes.query import matches, parse_query, passes


class Conditions(TypedDict, total=False):
    words: list[str]
    tags: list[str]
    author: str


NOW = dt.datetime(2025, 4, 3, tzinfo=dt.UTC)
NOTE = Annotation(
    "a", NOW, NOW, "Ada", ("tariffs", "claim/contested"), body="Who says so?",
    target=Target("the unjustified tariff increase", "", "", 0, 31),
)  # fmt: skip


@pytest.mark.parametrize(
    "conditions",
    [
        {},
        {"words": ["WHO"]},
        {"words": ["unjustified", "says"]},
        {"words": ["contested"]},
        {"tags": ["claim"]},
        {"tags": ["claim", "Tariffs"]},
        {"author": "ada"},
    ],
)
def test_a_note_that_meets_every_condition_is_found(conditions: Conditions) -> None:
    assert matches(NOTE, **conditions)


@pytest.mark.parametrize(
    "conditions",
    [
        {"words": ["who", "absent"]},
        {"tags": ["contested"]},
        {"tags": ["tariffs", "other"]},
        {"author": "Ad"},
        {"words": ["who"], "author": "someone else"},
    ],
)
def test_a_note_that_misses_one_condition_is_not_found(conditions: Conditions) -> None:
    assert not matches(NOTE, **conditions)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_letters_are_the_same(form: Literal["NFC", "NFD"]) -> None:
    note = replace(NOTE, body=normalize("NFD", "Zoë knows"), author="Zoë", tags=("Élysée",))
    word, author = normalize(form, "zoë"), normalize(form, "ZOË")
    assert matches(note, words=[word], tags=[normalize(form, "élysée")], author=author)


HEADLINE = Headline(dt.date(2025, 4, 2), "name", "Tariffs in Spring")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True),
        ("who unjustified", True),
        ("text:who", True),
        ("absent", False),
        ("tag:#claim", True),
        ("tag:contest", False),
        ('author:"ad"', True),
        ("author:bob", False),
        ("color:red color:Yellow", True),
        ("color:red", False),
        ("state:moved state:orphan", True),
        ("state:attached", False),
        ('article:"in spring" article:talks', True),
        ("article:grain", False),
        ("date:2025", True),
        ("date:2025-04", True),
        ("date:2025-04-02", True),
        ("date:2025-03", False),
        ("date:2025-12", False),
        ("after:2025-04-02 before:2025-04-03", True),
        ("before:2025-04-02", False),
        ("after:2025-05", False),
        ("tag:", True),
    ],
)
def test_a_typed_query_finds_a_note_by_all_that_is_known_of_it(query: str, found: bool) -> None:
    note = Anchored(NOTE, Anchor(None, None, "orphan", 0.0))
    assert passes(parse_query(query), HEADLINE, "talks", note) is found


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("autor:ada", "did you mean author:"),
        ("state:lost", "attached, moved, orphan, conflict"),
        ("date:soon", "not a date: soon"),
        ("date:2025-13", "not a date: 2025-13"),
    ],
)
def test_what_a_query_means_wrongly_is_said_and_filters_nothing(query: str, said: str) -> None:
    parsed = parse_query(query)
    assert said in " ".join(parsed.unread)
    assert passes(parsed, HEADLINE, "talks", Anchored(NOTE, Anchor(0, 3, "quote", 1.0)))
