import datetime as dt
from dataclasses import replace
from typing import Literal, TypedDict
from unicodedata import normalize

import pytest

from fenttui.notes.annotation import Annotation, Target
from fenttui.notes.query import matches


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
