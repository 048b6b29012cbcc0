from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.articles.article import Fold
from fenttui.ui.widgets.reader.layout import lay_out
from fenttui.ui.widgets.reader.motion import MOTIONS, settle
from fenttui.ui.widgets.reader.page import Page
from fenttui.ui.widgets.reader.passages import paragraph_span, sentence_span
from fenttui.ui.widgets.reader.words import word_span

TEXTS = st.text(st.sampled_from("ab é’.,-“” 王毅。\n\n\t"), min_size=1, max_size=80) | st.text(
    min_size=1, max_size=40
)
COUNTS = st.integers(1, 5)
FORWARD = (
    "right",
    "word_forward",
    "word_end",
    "big_word_forward",
    "big_word_end",
    "sentence_forward",
    "paragraph_forward",
    "line_end",
)
BACK = (
    "left",
    "word_back",
    "word_end_back",
    "big_word_back",
    "big_word_end_back",
    "sentence_back",
    "paragraph_back",
    "line_start",
)


def page_of(text: str, width: int = 20, folds: tuple[Fold, ...] = ()) -> Page:
    return Page(lay_out(text, width, folds))


@st.composite
def positions(draw: st.DrawFn) -> tuple[Page, int]:
    page = page_of(draw(TEXTS))
    return page, draw(st.integers(0, page.last))


@settings(max_examples=150, deadline=None)
@given(positions(), st.sampled_from(sorted(MOTIONS)), COUNTS)
def test_every_motion_stays_in_the_text(position: tuple[Page, int], action: str, count: int) -> None:
    page, caret = position
    assert 0 <= MOTIONS[action](page, caret, count) <= page.last


@settings(max_examples=150, deadline=None)
@given(positions(), st.sampled_from(FORWARD), COUNTS)
def test_a_motion_forward_never_goes_back(position: tuple[Page, int], action: str, count: int) -> None:
    page, caret = position
    on_its_line = caret < page.layout.lines[page.layout.line_at(caret)].end
    assert MOTIONS[action](page, caret, count) >= caret or (action == "line_end" and not on_its_line)


@settings(max_examples=150, deadline=None)
@given(positions(), st.sampled_from(BACK), COUNTS)
def test_a_motion_back_never_goes_forward(position: tuple[Page, int], action: str, count: int) -> None:
    page, caret = position
    assert MOTIONS[action](page, caret, count) <= caret


@settings(max_examples=150, deadline=None)
@given(positions(), st.sampled_from([a for a in FORWARD + BACK if not a.startswith("line")]), COUNTS)
def test_a_count_is_that_many_motions(position: tuple[Page, int], action: str, count: int) -> None:
    page, caret = position
    one_by_one = caret
    for _ in range(count):
        one_by_one = MOTIONS[action](page, one_by_one, 1)
    assert MOTIONS[action](page, caret, count) == one_by_one


@settings(max_examples=150, deadline=None)
@given(positions())
def test_w_then_b_comes_back_to_the_word_where_it_began(position: tuple[Page, int]) -> None:
    page, caret = position
    start, end = word_span(page, caret)
    after = MOTIONS["word_forward"](page, caret, 1)
    if after > end and not page.text[caret].isspace() and page.text[after : after + 1].strip():
        assert MOTIONS["word_back"](page, after, 1) == start


@settings(max_examples=150, deadline=None)
@given(positions(), st.sampled_from(["word", "sentence", "paragraph"]))
def test_what_is_selected_at_the_caret_is_inside_the_text(position: tuple[Page, int], what: str) -> None:
    page, caret = position
    span = {"word": word_span, "sentence": sentence_span, "paragraph": paragraph_span}[what]
    start, end = span(page, caret)
    assert 0 <= start <= end <= len(page.text)
    if what == "word":
        assert start <= caret < end


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.data())
def test_the_caret_never_rests_inside_a_closed_fold(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    page = page_of(text, folds=(Fold(start, end),))
    offset = data.draw(st.integers(0, page.last))
    origin = data.draw(st.integers(0, page.last))
    settled = settle(page, offset, origin)
    assert settled <= start or settled >= end


def test_going_on_from_a_fold_leaves_it() -> None:
    page = page_of("Read more now\n\nChina said", folds=(Fold(0, 13),))
    assert settle(page, 1, 0) == page.text.index("China")
    assert settle(page, 5, page.text.index("China")) == 0


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("the foreign minister", [0, 4, 12]),
        ("China's $1,000 order", [0, 8, 9, 15]),
        ("well-known, he said", [0, 10, 12, 15]),
        ("“Talk,” he", [0, 1, 5, 8]),
        ("word", [0]),
    ],
)
def test_w_stops_at_words_and_at_signs(text: str, starts: list[int]) -> None:
    page = page_of(text, 80)
    found = [0]
    while (after := MOTIONS["word_forward"](page, found[-1], 1)) < page.last:
        found.append(after)
    assert found == starts


def test_a_word_of_ten_thousand_characters_is_one_word() -> None:
    page = page_of("a " + "x" * 2000 + " b", 80)
    assert MOTIONS["word_back"](page, 2003, 1) == 2
    assert MOTIONS["word_forward"](page, 2, 1) == 2003
