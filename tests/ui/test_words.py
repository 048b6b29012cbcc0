from __future__ import annotations

import re

import pytest
import regex
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fenttui.graphemes import cluster_start, whole_clusters
from fenttui.ui.widgets.reader.layout import lay_out
from fenttui.ui.widgets.reader.motion import MOTIONS
from fenttui.ui.widgets.reader.page import Page
from fenttui.ui.widgets.reader.words import is_word_cut, kind_at, run_at

PARTS = ["a", " ", "e\u0301", "👩\u200d👧", "🇨🇳", "क्षि", "\u00ad", ".", "\n\n", "한", "王", "が", "ー"]
JOINED = st.lists(st.sampled_from(PARTS), min_size=1, max_size=20).map("".join)
TEXTS = JOINED | st.text(min_size=1, max_size=40)


def page_of(text: str, width: int = 80) -> Page:
    return Page(lay_out(text, width))


def stops(action: str, text: str, caret: int, most: int = 50) -> list[int]:
    """Where the caret stops when a motion is done again and again."""
    page = page_of(text)
    found: list[int] = []
    for _ in range(most):
        after = MOTIONS[action](page, caret, 1)
        if after == caret:
            break
        caret = after
        found.append(caret)
    return found


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(sorted(MOTIONS)), st.integers(1, 4), st.integers(1, 30), st.data())
def test_the_caret_never_stands_inside_a_letter(
    text: str, action: str, count: int, width: int, data: st.DataObject
) -> None:
    page = page_of(text, width)
    starts = [match.start() for match in regex.finditer(r"\X", text)]
    caret = data.draw(st.sampled_from(starts))
    lands = MOTIONS[action](page, caret, count)
    cut = {line.start for line in page.layout.lines}
    assert lands in starts or (action in ("line_start", "line_text_start") and lands in cut)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_runs_divide_the_text(text: str) -> None:
    for big in (False, True):
        at = 0
        while at < len(text):
            run = run_at(text, at, big)
            assert run.start == at < run.end
            for offset in range(run.start, run.end):
                assert run_at(text, offset, big) == run
            at = run.end


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_big_words_are_what_white_space_parts(text: str) -> None:
    assume(not regex.search(r"[\p{M}\p{Cf}\p{Sk}]", text))
    words = [match.span() for match in re.finditer(r"\S+", text)]
    for start, end in words:
        # A sign that belongs to the space before it is no word of its own.
        if whole_clusters(text, start, end) == (start, end):
            assert run_at(text, start, big=True)[:2] == (start, end)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Zoe\u0308 Mu\u0308ller left", ["Zoe\u0308", "Mu\u0308ller", "left"]),
        ("राष्ट्रपति ने कहा", ["राष्ट्रपति", "ने", "कहा"]),
        ("대통령이 말했다", ["대통령이", "말했다"]),
        ("Президент сказал", ["Президент", "сказал"]),
        ("قال الرئيس", ["قال", "الرئيس"]),
        ("東京タワーへ行く", ["東京", "タワー", "へ", "行", "く"]),
        ("the tar\u00adiff 👍🏽🇨🇳 rose", ["the", "tar\u00adiff", "👍🏽🇨🇳", "rose"]),
        ("$5.3 billion", ["$", "5.3", "billion"]),
        ("first.\n\n  second", ["first", ".", "second"]),
    ],
)
def test_words_of_any_script_are_words(text: str, starts: list[str]) -> None:
    page = page_of(text)
    found = [0, *stops("word_forward", text, 0)]
    if found[-1] == page.last and run_at(text, page.last).start != page.last:
        found.pop()
    assert [text[slice(*run_at(text, at)[:2])] for at in found] == starts


TEXT = "He said: “no-deal, Mr. Xi”  won't\n\nhappen (yet)."


@pytest.mark.parametrize(
    ("action", "begins", "lands"),
    [
        (
            "word_forward",
            "He",
            ["said", ": ", "“no", "no-deal", ", Mr", "Mr", ". Xi", "Xi", "” ", "won't", "happen"],
        ),
        ("big_word_forward", "He", ["said:", "“no", "Mr.", "Xi”", "won't", "happen", "(yet)"]),
        (
            "word_end",
            "He",
            ["e said", "d:", ": ", "“no", "l,", ", Mr", "r.", ". Xi", "i”", "” ", "t\n", "n (yet"],
        ),
        ("big_word_end", "He", ["e said", ": “", ", Mr", ". Xi", "” ", "t\n", "n (yet"]),
        (
            "word_back",
            "happen",
            ["won't", "” ", "Xi", ". Xi", "Mr", ", Mr", "no-deal", "“no", ": ", "said", "He"],
        ),
        ("big_word_back", "happen", ["won't", "Xi”", "Mr.", "“no", "said:", "He"]),
        (
            "word_end_back",
            "happen",
            ["t\n", "” ", "i”", ". Xi", "r.", ", Mr", "l,", "“no", ": ", "d:", "e said"],
        ),
        ("big_word_end_back", "happen", ["t\n", "” ", ". Xi", ", Mr", ": “", "e said"]),
    ],
)
def test_word_motions_stop_where_they_stop_in_vim(action: str, begins: str, lands: list[str]) -> None:
    found = stops(action, TEXT, TEXT.index(begins))
    assert [TEXT[at : at + len(to)] for at, to in zip(found, lands, strict=False)] == lands


def test_the_line_motions_take_their_count_and_skip_white_space() -> None:
    page = page_of("  one two\n\nthree four", 20)
    assert MOTIONS["line_text_start"](page, 5, 1) == 2
    assert MOTIONS["line_start"](page, 5, 1) == 0
    assert MOTIONS["line_end"](page, 3, 1) == 8
    assert MOTIONS["line_end"](page, 3, 3) == page.last
    assert MOTIONS["line_end"](page, 3, 99) == page.last


def test_the_end_of_a_line_is_the_whole_last_letter() -> None:
    text = "cafe\u0301\n\nno"
    page = page_of(text)
    assert MOTIONS["line_end"](page, 0, 1) == text.index("e")
    assert MOTIONS["word_end"](page, 0, 1) == text.index("e")
    assert MOTIONS["right"](page, text.index("e"), 1) == text.index("\n")
    assert MOTIONS["left"](page, text.index("\n"), 1) == text.index("e")


@pytest.mark.parametrize(
    ("text", "at", "cut"),
    [
        ("China’s", 5, False),
        ("Chinatown", 5, True),
        ("東京タワー", 2, False),
        ("東京都", 2, True),
        ("a b", 1, False),
        ("é", 0, False),
    ],
)
def test_a_word_goes_on_only_in_its_script(text: str, at: int, cut: bool) -> None:
    assert is_word_cut(text, at) is cut


def test_a_mark_is_of_the_kind_that_it_follows() -> None:
    assert kind_at("a\u200bb", 1) == kind_at("ab", 0)
    assert kind_at(" \u200bb", 1) == kind_at(" ", 0)
    assert cluster_start("e\u0301", 1) == 0
