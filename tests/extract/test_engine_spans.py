from __future__ import annotations

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.extract.names.engines.spans import BadSpanError, names_from_spans
from fenttui.extract.text.tokens import tokenize
from fenttui.kinds import ACTOR_KINDS

TEXT = "The Harbor Office's clerk, Ada Lind, met Oslo's mayor.\n\nU.S. ships left."


def span(words: str, kind: str = "organization", text: str = TEXT) -> tuple[int, int, str]:
    start = text.index(words)
    return start, start + len(words), kind


def said(*spans: object, text: str = TEXT) -> list[tuple[str, str | None]]:
    tokens = tokenize(text)
    return [(tokens.said(name.first, name.end), name.kind) for name in names_from_spans(spans, tokens)]


def test_spans_become_names_in_the_order_of_the_text() -> None:
    assert said(span("Oslo", "place"), span("Ada Lind", "person")) == [
        ("Ada Lind", "person"),
        ("Oslo", "place"),
    ]


def test_a_span_takes_in_every_token_that_it_touches() -> None:
    assert said(span("da Li", "person"), span("U.S", "place")) == [("Ada Lind", "person"), ("U.S.", "place")]


def test_a_leading_article_and_a_possessive_at_the_end_are_left_out() -> None:
    assert said(span("The Harbor Office's")) == [("Harbor Office", "organization")]
    curly = "the Teachers’ union met the Lapps’ friends"
    assert said(span("the Lapps’", "group", curly), text=curly) == [("Lapps", "group")]


def test_an_article_that_is_all_of_a_span_stays() -> None:
    assert said(span("The", "organization")) == [("The", "organization")]


def test_a_span_ends_with_its_paragraph() -> None:
    assert said(span("mayor.\n\nU.S.", "place")) == [("mayor.", "place")]
    assert said(span("\n\nU.S.", "place")) == [("U.S.", "place")]


def test_a_span_of_white_space_or_of_nothing_is_no_name() -> None:
    assert said(span("\n\n"), span(" "), (3, 3, "place")) == []


def test_of_spans_that_overlap_the_longest_stays_and_then_the_first() -> None:
    whole, part = span("Ada Lind", "person"), span("Lind", "place")
    assert said(part, whole) == [("Ada Lind", "person")]
    text = "North Harbor Office"
    left, right = span("North Harbor", text=text), span("Harbor Office", text=text)
    assert said(right, left, text=text) == said(left, right, text=text) == [("North Harbor", "organization")]


def test_offsets_may_be_of_any_type_of_whole_numbers() -> None:
    start, end, kind = span("Oslo", "place")
    assert said([numpy.int64(start), numpy.int32(end), kind]) == [("Oslo", "place")]


@pytest.mark.parametrize(
    "wrong",
    [
        (-1, 3, "place"),
        (4, 2, "place"),
        (0, len(TEXT) + 1, "place"),
        (0.0, 3, "place"),
        (None, 3, "place"),
        (0, 3),
        (0, 3, "place", 1.0),
        "abc",
        None,
    ],
)
def test_what_is_no_span_of_the_text_is_refused_with_its_size(wrong: object) -> None:
    with pytest.raises(BadSpanError, match=rf"which is no span of a text of {len(TEXT)} code points"):
        said(wrong)


@pytest.mark.parametrize("kind", ["GPE", "", "date", None, ["place"]])
def test_a_kind_that_actors_do_not_have_is_refused_with_those_they_have(kind: object) -> None:
    with pytest.raises(BadSpanError, match="which is none of person, organization, place, group"):
        said((0, 3, kind))


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("aA the's’.,\n\ud800\u0301 "), max_size=40), st.data())
def test_names_of_any_spans_lie_apart_and_in_order(text: str, data: st.DataObject) -> None:
    position = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(position, position, st.sampled_from(ACTOR_KINDS)), max_size=8))
    spans = [(min(a, b), max(a, b), kind) for a, b, kind in pairs]
    tokens = tokenize(text)
    names = names_from_spans(spans, tokens)
    end = 0
    for name in names:
        assert end <= name.first < name.end <= len(tokens)
        assert not any(word.startswith("\n") for word in tokens.words[name.first : name.end])
        end = name.end
    assert names_from_spans(spans[::-1], tokens) == names
