from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.ui.widgets.reader.character_search import CharacterSearch, find_character
from fenttui.ui.widgets.reader.layout import lay_out
from fenttui.ui.widgets.reader.page import Page

LINE = "banana bandana"


def page_of(text: str) -> Page:
    return Page(lay_out(text, 8))


def find(text: str, caret: int, keys: str, count: int = 1, repeated: bool = False) -> int | None:
    """The target of `fx`, `Fx`, `tx` or `Tx`."""
    search = CharacterSearch(keys[1:], forward=keys[0] in "ft", until=keys[0] in "tT")
    return find_character(page_of(text), caret, search, count, repeated)


@pytest.mark.parametrize(
    ("caret", "keys", "count", "target"),
    [
        (0, "fa", 1, 1),
        (1, "fa", 1, 3),
        (0, "fa", 4, 8),
        (0, "fd", 1, 10),
        (0, "fa", 9, None),
        (0, "fx", 1, None),
        (0, "td", 1, 9),
        (0, "ta", 1, 0),
        (0, "ta", 2, 2),
        (13, "Fb", 1, 7),
        (13, "Fb", 2, 0),
        (13, "Tb", 1, 8),
        (13, "Tb", 2, 1),
        (13, "Fb", 3, None),
        (0, "Fb", 1, None),
    ],
)
def test_a_character_is_found_as_in_vim(caret: int, keys: str, count: int, target: int | None) -> None:
    assert find(LINE, caret, keys, count) == target


@pytest.mark.parametrize(
    ("caret", "keys", "count", "target"),
    [
        (0, "ta", 1, 2),
        (2, "ta", 1, 4),
        (2, "ta", 2, 4),
        (8, "Tb", 1, 1),
        (1, "fa", 1, 3),
        (12, "ta", 1, None),
    ],
)
def test_a_repetition_does_not_stick_before_its_character(
    caret: int, keys: str, count: int, target: int | None
) -> None:
    assert find(LINE, caret, keys, count, repeated=True) == target


def test_the_search_goes_over_the_lines_of_its_paragraph_alone() -> None:
    text = "one two three four\n\nfive six"
    assert find(text, 0, "fu") == text.index("u")
    assert find(text, 0, "fv") is None
    assert find(text, text.index("five"), "Fo") is None


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ["é", "e\u0301"])
def test_accents_count_and_the_form_does_not(form: Literal["NFC", "NFD"], typed: str) -> None:
    text = unicodedata.normalize(form, "un café et thé")
    assert find(text, 0, "fe") == text.index(" et") + 1
    found = find(text, 0, "f" + typed)
    assert found is not None
    assert unicodedata.normalize("NFC", text[found:]).startswith("é et")
    before = find(text, 0, "t" + typed)
    assert before is not None
    assert text[before] == "f"


@pytest.mark.parametrize(
    ("text", "keys", "target"),
    [
        ("he said “no”", 'f"', 8),
        ("he won’t", "f'", 6),
        ("he won't", "f’", None),
        ("pro–Trump", "f-", 3),
        ("a\u00a0b", "f ", 1),
        ("one\ntwo", "f ", 3),
        ("say 👍🏽 now", "f👍🏽", 4),
        ("say 👍🏽 now", "f👍", None),
    ],
)
def test_a_keyboard_finds_typographic_signs(text: str, keys: str, target: int | None) -> None:
    assert find(text, 0, keys) == target


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.sampled_from("ab \ne\u0301"), min_size=1),
    st.data(),
    st.sampled_from("fFtT"),
    st.integers(1, 4),
)
def test_what_is_found_is_where_the_caret_goes(text: str, data: st.DataObject, key: str, count: int) -> None:
    page = page_of(text)
    caret = data.draw(st.integers(0, page.last))
    target = find(text, caret, key + "a", count)
    if target is None:
        return
    assert (target >= caret) if key in "ft" else (target <= caret)
    stands = (
        page.text[target] if key in "fF" else page.text[target + 1 :] if key == "t" else page.text[:target]
    )
    assert "a" in stands


def test_the_other_direction_comes_back() -> None:
    search = CharacterSearch("a", until=True)
    assert search.reversed() == CharacterSearch("a", forward=False, until=True)
    assert search.reversed().reversed() == search
