from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.graphemes import cluster_end, cluster_start
from fenttui.ui.widgets.reader.layout import lay_out
from fenttui.ui.widgets.reader.page import Page
from fenttui.ui.widgets.reader.text_objects import TEXT_OBJECTS

TEXTS = st.text(st.sampled_from("ab é.,“”\"' \n\n王e\u0301"), min_size=1, max_size=40)


def page_of(text: str) -> Page:
    return Page(lay_out(text, 30))


def selected(text: str, action: str, caret: int, count: int = 1, anchor: int | None = None) -> str | None:
    """What is selected after the object is asked for."""
    page = page_of(text)
    ends = TEXT_OBJECTS[action].select(page, caret if anchor is None else anchor, caret, count)
    if ends is None:
        return None
    first, last = sorted(ends)
    return text[first : cluster_end(text, last)]


WORDS = "one, two-three  four.\n\nfive"


@pytest.mark.parametrize(
    ("action", "at", "count", "expected"),
    [
        ("inner_word", "ne", 1, "one"),
        ("inner_word", ", two", 1, ","),
        ("inner_word", "  four", 1, "  "),
        ("inner_word", "two", 2, "two-three  "),
        ("inner_word", "two", 3, "two-three  four"),
        ("around_word", "two", 1, "two-three  "),
        ("around_word", "  four", 1, "  four"),
        ("around_word", "four", 1, "  four"),
        ("around_word", "five", 1, "five"),
        ("around_word", "two", 2, " two-three  four"),
        ("inner_big_word", "ne", 1, "one,"),
        ("inner_big_word", "our", 1, "four."),
        ("around_big_word", "ne", 1, "one, "),
        ("around_big_word", "four", 1, "  four."),
        ("around_big_word", "ne", 2, "one, two-three  "),
        ("inner_word", "\n\nfive", 1, "\n\n"),
    ],
)
def test_words_are_selected_as_in_vim(action: str, at: str, count: int, expected: str) -> None:
    assert selected(WORDS, action, WORDS.index(at), count) == expected


PASSAGES = "He won. Mr. Xi lost!  All left.\n\nNobody spoke.\nNot one.\n\n\nThe end."


@pytest.mark.parametrize(
    ("action", "at", "count", "expected"),
    [
        ("inner_sentence", "Xi", 1, "Mr. Xi lost!"),
        ("around_sentence", "Xi", 1, "Mr. Xi lost!  "),
        ("around_sentence", "left", 1, "  All left."),
        ("around_sentence", "won", 2, "He won. Mr. Xi lost!  "),
        ("inner_sentence", "won", 2, "He won. "),
        ("inner_sentence", "  All", 1, "  "),
        ("around_sentence", "  All", 1, "  All left."),
        ("inner_paragraph", "one", 1, "Nobody spoke.\nNot one."),
        ("around_paragraph", "one", 1, "Nobody spoke.\nNot one.\n\n\n"),
        ("around_paragraph", "end", 1, "\n\n\nThe end."),
        ("around_paragraph", "won", 2, "He won. Mr. Xi lost!  All left.\n\nNobody spoke.\nNot one.\n\n\n"),
        ("inner_paragraph", "won", 2, "He won. Mr. Xi lost!  All left.\n\n"),
    ],
)
def test_sentences_and_paragraphs_are_selected_as_in_vim(
    action: str, at: str, count: int, expected: str
) -> None:
    assert selected(PASSAGES, action, PASSAGES.index(at), count) == expected


@pytest.mark.parametrize(
    ("action", "anchor", "caret", "count", "expected"),
    [
        ("inner_word", "two", "hree", 1, "two-three"),
        ("inner_word", "one", "e, two", 1, "one,"),
        ("around_word", "two", "e  four", 1, "two-three  four"),
        ("around_big_word", "one", ", two", 1, "one, two-three"),
        ("around_big_word", "one", ", two", 2, "one, two-three  four."),
        ("inner_word", "four", "two", 1, " two-three  f"),
        ("around_word", "ur.", "four", 1, "two-three  fou"),
        ("inner_word", "two", "five", 9, "two-three  four.\n\nfive"),
    ],
)
def test_a_selection_is_extended_by_an_object(
    action: str, anchor: str, caret: str, count: int, expected: str
) -> None:
    assert selected(WORDS, action, WORDS.index(caret), count, WORDS.index(anchor)) == expected


def test_a_selection_that_reaches_the_end_cannot_be_extended() -> None:
    assert selected(WORDS, "inner_word", len(WORDS) - 1, 1, WORDS.index("five")) is None
    assert selected(WORDS, "around_word", 0, 1, 5) is None


@pytest.mark.parametrize(
    ("text", "action", "at", "expected"),
    [
        ("He said “no deal” there", "inner_quotation", "deal", "no deal"),
        ("He said “no deal” there", "around_quotation", "deal", "“no deal” "),
        ("He said “no deal”", "around_quotation", "deal", " “no deal”"),
        ("He said “no deal” there", "inner_quotation", "He", "no deal"),
        ("He said “no deal” there", "inner_quotation", "“", "no deal"),
        ("He said “no deal” there", "inner_quotation", "there", None),
        ('a "b" c "d" e', "inner_quotation", "d", "d"),
        ('a "b" c "d" e', "inner_quotation", "c", "d"),
        ('He ("no") said "yes" – "so"', "inner_quotation", "o", "no"),
        ("Er sagte „nie und nimmer“ da", "inner_quotation", "und", "nie und nimmer"),
        ("Il dit « jamais » ici", "inner_quotation", "jam", " jamais "),
        ("他说「不行」了", "inner_quotation", "行", "不行"),
        ("“It’s ‘over’ now”", "inner_single_quotation", "over", "over"),
        ("“It’s ‘over’ now”", "around_single_quotation", "over", "‘over’ "),
        ("“It’s ‘over’ now”", "inner_quotation", "over", "It’s ‘over’ now"),
        ("the workers' 'right' to won't", "inner_single_quotation", "right", "right"),
        ("it's won't", "inner_single_quotation", "s", None),
        ("“One\n\n“Two” three", "inner_quotation", "ne", "One"),
        ("“One\n\n“Two” three", "inner_quotation", "wo", "Two"),
        ('one " two', "inner_quotation", "two", None),
        ("no marks", "around_quotation", "no", None),
        ("“\u0301a b” c", "inner_quotation", "a", "a b"),
        ("“\u0301a b”\u0301 c", "around_quotation", "a", "“\u0301a b”\u0301 "),
        ("“\u0301", "inner_quotation", "“", None),
        ("\u0600“a”", "inner_quotation", "a", None),
    ],
)
def test_quotations_are_selected_by_any_marks(text: str, action: str, at: str, expected: str | None) -> None:
    assert selected(text, action, text.index(at)) == expected


def test_a_quotation_that_is_selected_grows_to_its_marks_and_to_the_next() -> None:
    text = "A “b ‘c’ d” and “x “y z” w”"
    y, z = text.index("y"), text.index("z")
    assert selected(text, "inner_quotation", y) == "y z"
    assert selected(text, "inner_quotation", z, anchor=y) == "“y z”"
    assert selected(text, "inner_quotation", y, count=2) == "“y z”"
    assert selected(text, "inner_quotation", z + 1, anchor=y - 1) == "x “y z” w"
    assert selected(text, "inner_quotation", len(text) - 1, anchor=0) is None


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(sorted(TEXT_OBJECTS)), st.integers(1, 4), st.data())
def test_an_object_is_inside_the_text_and_of_whole_letters(
    text: str, action: str, count: int, data: st.DataObject
) -> None:
    page = page_of(text)
    caret = cluster_start(text, data.draw(st.integers(0, page.last)))
    anchor = data.draw(st.just(caret) | st.integers(0, page.last).map(lambda at: cluster_start(text, at)))
    ends = TEXT_OBJECTS[action].select(page, anchor, caret, count)
    if ends is None:
        assert anchor != caret or "quotation" in action
        return
    assert all(0 <= end <= page.last and cluster_start(text, end) == end for end in ends)
    first, last = sorted(ends)
    if anchor == caret and "quotation" not in action:
        assert first <= caret <= last
    if anchor != caret and "quotation" not in action:
        assert first <= min(anchor, caret)
        assert last >= max(anchor, caret)
        assert (first, last) != (min(anchor, caret), max(anchor, caret))


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.data(), st.sampled_from(["word", "big_word", "sentence", "paragraph"]))
def test_what_is_around_holds_what_is_inner(text: str, data: st.DataObject, what: str) -> None:
    caret = cluster_start(text, data.draw(st.integers(0, len(text) - 1)))
    page = page_of(text)
    inner = TEXT_OBJECTS[f"inner_{what}"].select(page, caret, caret, 1)
    around = TEXT_OBJECTS[f"around_{what}"].select(page, caret, caret, 1)
    assert inner is not None
    assert around is not None
    assert around[0] <= inner[0] <= caret <= inner[1] <= around[1]
