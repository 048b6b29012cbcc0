from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.ui.widgets.reader.jumps import Location, Trail, jump
from fenttui.ui.widgets.reader.layout import lay_out
from fenttui.ui.widgets.reader.search import Pattern, find
from fenttui.ui.widgets.reader.spans import Span, Spans

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 15)).map(lambda pair: Span(pair[0], sum(pair), sum(pair))),
    max_size=12,
)
OFFSETS = st.integers(-1, 60)


def by_start(spans: list[Span[int]]) -> list[Span[int]]:
    return sorted(spans, key=lambda span: (span.start, span.end))


@settings(max_examples=200, deadline=None)
@given(SPANS, OFFSETS, st.integers(1, 20))
def test_overlapping_gives_what_shares_a_character(spans: list[Span[int]], start: int, size: int) -> None:
    expected = [span for span in by_start(spans) if span.start < start + size and span.end > start]
    assert Spans(spans).overlapping(start, start + size) == expected


@settings(max_examples=200, deadline=None)
@given(SPANS, OFFSETS)
def test_at_gives_a_shortest_span_that_holds_the_offset(spans: list[Span[int]], offset: int) -> None:
    holding = [span for span in spans if span.start <= offset < span.end]
    found = Spans(spans).at(offset)
    if not holding:
        assert found is None
    else:
        assert found in holding
        assert found.end - found.start == min(span.end - span.start for span in holding)


@settings(max_examples=200, deadline=None)
@given(SPANS, OFFSETS)
def test_after_and_before_give_the_nearest_starts(spans: list[Span[int]], offset: int) -> None:
    later = [span.start for span in spans if span.start > offset]
    earlier = [span.start for span in spans if span.start < offset]
    after, before = Spans(spans).after(offset), Spans(spans).before(offset)
    assert (after.start if after else None) == min(later, default=None)
    assert (before.start if before else None) == max(earlier, default=None)


def test_a_jump_beyond_the_last_lands_on_the_last() -> None:
    spans = Spans([Span(2, 3, "a"), Span(6, 7, "b")])
    layout = lay_out("0123456789", 20)
    assert jump(spans, layout, 0, 9) == (Span(6, 7, "b"), False)
    assert jump(spans, layout, 9, -9) == (Span(2, 3, "a"), False)
    assert jump(spans, layout, 6, 1) == (None, False)
    assert jump(spans, layout, 6, 1, wraps=True) == (Span(2, 3, "a"), True)
    assert jump(spans, layout, 2, -1, wraps=True) == (Span(6, 7, "b"), True)


def test_the_trail_goes_back_location_by_location_and_notes_none_twice() -> None:
    trail = Trail()
    for location in (("a", 1), ("a", 1), ("b", 2), ("a", 3)):
        trail.leave(Location(*location))
    assert trail.back() == Location("a", 3)
    assert trail.back(2) == Location("a", 1)
    assert trail.back() is None


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("China, china, CHINA", "china", ["China", "china", "CHINA"]),
        ("China, china, CHINA", "China", ["China"]),
        ("the tariff\nincrease", "tariff increase", ["tariff\nincrease"]),
        ("the tariff  increase", " tariff increase ", ["tariff  increase"]),
        ("Wang’s and Wang's", "wang's", ["Wang’s", "Wang's"]),
        ("“big thank you”", '"big', ["“big"]),
        ("pro–Trump", "pro-trump", ["pro–Trump"]),
        ("a.b axb", "a.b", ["a.b"]),
        ("[x] (y) $5 50% *", "[x] (y) $5 50% *", ["[x] (y) $5 50% *"]),
        ("anything", "", []),
        ("anything", "   ", []),
        ("王毅和王毅", "王毅", ["王毅", "王毅"]),
    ],
)
def test_a_search_finds_what_a_reader_means(text: str, wanted: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find(text, Pattern(wanted, literal=True)).spans] == found


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30), st.text(max_size=60), st.text(max_size=30))
def test_whatever_is_in_a_text_is_found_there(before: str, wanted: str, after: str) -> None:
    spans = find(before + wanted + after, Pattern(wanted, literal=True)).spans
    if wanted.strip():
        assert spans
        assert all(0 <= start < end <= len(before + wanted + after) for start, end in spans)
