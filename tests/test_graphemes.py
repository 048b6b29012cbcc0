from __future__ import annotations

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.graphemes import (
    cluster_at,
    cluster_end,
    cluster_start,
    count_clusters,
    move_clusters,
    whole_clusters,
)

JOINED = (
    "e\u0301 \u0302a\u0915\u094d\u0937한\u1112\u1161\u11ab🇨🇳"
    "👩\u200d👧\u200d👦👍🏽❤\ufe0f1\ufe0f\u20e3\r\n\u0e33\u0600"
)
TEXTS = st.text(max_size=30) | st.text(st.sampled_from(JOINED), max_size=30)
CLUSTER = regex.compile(r"\X")


def clusters(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in CLUSTER.finditer(text)]


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_clusters_are_those_of_unicode(text: str) -> None:
    for start, end in clusters(text):
        for offset in range(start, end):
            assert cluster_at(text, offset) == (start, end)
            assert (cluster_start(text, offset), cluster_end(text, offset)) == (start, end)
    assert count_clusters(text) == len(clusters(text))


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(0, 8))
def test_a_move_passes_as_many_clusters_as_it_says(text: str, count: int) -> None:
    starts = [start for start, _ in clusters(text)] + [len(text)]
    for index, start in enumerate(starts):
        assert move_clusters(text, start, count) == starts[min(index + count, len(starts) - 1)]
        assert move_clusters(text, start, -count) == starts[max(index - count, 0)]


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.data())
def test_whole_clusters_hold_the_span_and_no_more(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = whole_clusters(text, start, end)
    if start < end:
        assert first == max(a for a, _ in clusters(text) if a <= start)
        assert last == min(b for _, b in clusters(text) if b >= end)
    else:
        assert first == last


@pytest.mark.parametrize(
    "letter", ["e\u0301", "👩\u200d👧\u200d👦", "🇨🇳", "👍🏽", "\u1112\u1161\u11ab", "1\ufe0f\u20e3"]
)
def test_a_letter_of_several_code_points_is_one(letter: str) -> None:
    assert count_clusters(letter) == 1
    assert cluster_at("a" + letter + "b", len(letter)) == (1, 1 + len(letter))


def test_an_offset_outside_of_the_text_is_empty() -> None:
    assert cluster_at("ab", 2) == (2, 2)
    assert cluster_at("", 0) == (0, 0)
    assert cluster_at("ab", -1) == (0, 0)
    assert cluster_start("ab", 9) == 2


def test_a_letter_with_thousands_of_marks_ends_somewhere() -> None:
    text = "a" + "\u0301" * 5000 + "b"
    assert move_clusters(text, 0, 1) == 5001
    assert cluster_start(text, 5000) < 5000
