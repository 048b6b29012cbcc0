from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.articles.titles import find_title, shortened


def title(text: str, given: str | None = None, openings: tuple[str, ...] = ()) -> str:
    return find_title(given, text, openings, "name.txt")


def test_the_title_given_goes_first_and_becomes_one_line() -> None:
    assert title("News.", "  A title\n\tof two lines ") == "A title of two lines"


def test_the_first_sentence_is_the_title() -> None:
    assert (
        title("Beijing responded to the U.S. levies. It waited.") == "Beijing responded to the U.S. levies."
    )


def test_a_long_sentence_is_cut_between_words() -> None:
    found = title(
        "China’s top diplomat called on the U.S. to remove tariffs it imposed on Chinese goods " * 2
    )
    assert len(found) <= 90
    assert found.endswith("Chinese goods…")


def test_boilerplate_never_gives_the_title() -> None:
    text = "Advertisement\n\nYour support helps us to tell the story Read more\n\nChina responded."
    assert title(text) == "China responded."
    assert title("Our appeal. Give.\n\nChina responded.", openings=("our appeal",)) == "China responded."


def test_bylines_and_datelines_are_not_the_title() -> None:
    assert title("By Ann Lee\n\nPublished 2 April 2025\n\nChina responded.") == "China responded."
    assert (
        title("China responds\nBy Ann Lee\nBEIJING, April 2 (Reuters) - China said so.") == "China responds"
    )
    assert title("BEIJING, April 2 (Reuters) - China said so. More.") == "China said so."


@pytest.mark.parametrize("text", ["", "* * *", "---\n\n***", "Advertisement", "By Ann Lee"])
def test_an_article_without_a_sentence_is_titled_by_its_file(text: str) -> None:
    assert title(text) == "name.txt"


def test_what_a_terminal_would_act_on_is_shown_in_a_title() -> None:
    assert title("China\x1b[31m said\u202e so.") == "China␛[31m said␦ so."


def test_text_without_spaces_is_cut_at_the_length() -> None:
    assert shortened("中" * 200) == "中" * 89 + "…"
    assert not shortened("e\u0301" * 200)[:-1].endswith("e")


@settings(max_examples=150, deadline=None)
@given(st.none() | st.text(max_size=50), st.text(max_size=300))
def test_a_title_is_one_line_and_never_empty(given: str | None, text: str) -> None:
    found = find_title(given, text, (), "name.txt")
    assert found.strip()
    assert len(found.splitlines()) == 1
    assert found.isprintable() or not any(ord(char) < 0x20 for char in found)
