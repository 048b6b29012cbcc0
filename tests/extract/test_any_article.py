from __future__ import annotations

import datetime as dt
import json
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fenttui.extract import extract
from fenttui.extract.mention import Amount, Measure, Mention, Quote
from fenttui.extract.names.recognizer.model import load_model
from fenttui.extract.names.recognizer.recognizer import Recognizer, recognizer
from fenttui.extract.quotes import find_quotes
from fenttui.extract.record import mention_record
from fenttui.extract.text.tokens import tokenize

SPEAKERS = (
    "Ada Lind", "Mr. Okafor", "the Harbor Office", "Norway", "Kenyan officials", "U.S. Sen. Mara Voss",
    "UNICEF", "Jean-Luc d'Arc", "O’Neill", "Петров", "北京", "الوزير", "ÅSA BERG", "mcdonald", "J. K. Moe",
    "Zoe\u0308 Li", "A\u0301\u0301\u0301 Bo", "No\ud800rway", "Os\0lo", "Rio\u200bBank", "𝓐𝓭𝓪 Lind", "ﬁnland",
    "İstanbul", "ǅ ǅ",
)  # fmt: skip
VERBS = ("said", "told reporters in", "met", "sold", "will visit", "accused", "raised tariffs on", "of")
FIGURES = (
    "$5 million", "12.5%", "٢٠ per cent", "１０ tons", "two dozen ships", "on Tuesday", "in May 2024", "5pm",
    "1,2,3", "from 20 to 10 per cent", "a third", "last year", "€", "-7", "99/99/9999",
)  # fmt: skip
ENDS = (
    ". ",
    ", ",
    "\n\n",
    "\n",
    "” ",
    " “",
    "'s ",
    "’s ",
    " - ",
    "; ",
    ":",
    "\t",
    "\r\n",
    "\u2028",
    " (",
    ") ",
    "",
)

CLAUSE = st.builds(
    "{}{} {} {}{}".format,
    st.sampled_from(ENDS),
    st.sampled_from(SPEAKERS),
    st.sampled_from(VERBS),
    st.sampled_from((*SPEAKERS, *FIGURES)),
    st.sampled_from(ENDS),
)
ARTICLES = st.lists(CLAUSE, max_size=25).map("".join)
ANYTHING = st.text(st.characters(), max_size=300)
"""Every code point there is, surrogates among them."""
MIXED = st.lists(CLAUSE | st.text(st.characters(), max_size=8), max_size=20).map("".join)
TEXTS = ARTICLES | ANYTHING | MIXED | ARTICLES.map(str.upper) | ARTICLES.map(str.lower)
DATES = st.none() | st.dates()


def assert_lie_in(text: str, mentions: tuple[Mention, ...]) -> None:
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        record = mention_record(mention, text)
        assert record["text"] == text[mention.start : mention.end]
        assert json.loads(json.dumps(record, allow_nan=False)) == record
        match mention:
            case Quote(cue=span) | Amount(measure=Measure(of=span)):
                pass
            case _:
                span = None
        if span is not None:
            assert 0 <= span[0] < span[1] <= len(text)


@settings(max_examples=300, deadline=None)
@given(TEXTS, DATES)
@example("\ud800", None)
@example("Ada\0Lind met\udfff Oslo", dt.date(1, 1, 1))
@example("In May. " * 30, dt.date(9999, 12, 31))
def test_every_mention_is_a_piece_of_the_text_and_no_two_overlap(text: str, date: dt.date | None) -> None:
    mentions = extract(text, date)
    assert_lie_in(text, mentions)
    for one, other in pairwise(mentions):
        assert one.end <= other.start
    assert_lie_in(text, find_quotes(text, mentions))


@settings(max_examples=100, deadline=None)
@given(ARTICLES | MIXED, ARTICLES)
def test_what_was_read_before_changes_nothing(text: str, before: str) -> None:
    shared = recognizer()
    shared.names(tokenize(before))
    again = extract(text, engine=shared.names)
    assert extract(text, engine=Recognizer(load_model()).names) == again
    assert extract(text) == again


@settings(max_examples=100, deadline=None)
@given(ARTICLES)
def test_the_names_of_the_recognizer_are_whole_tokens_of_one_paragraph(text: str) -> None:
    tokens = tokenize(text)
    position = 0
    for name in recognizer().names(tokens):
        assert position <= name.first < name.end <= len(tokens)
        assert not any(word.startswith("\n") for word in tokens.words[name.first : name.end])
        position = name.end


@pytest.mark.parametrize("size", [19_999, 20_001, 60_003])
def test_a_text_longer_than_is_read_at_once_keeps_its_names_in_place(size: int) -> None:
    text = "rain " * size + "Then Ada Lind met Mr. Okafor in Oslo."
    mentions = extract(text)
    assert_lie_in(text, mentions)
    assert [text[each.start : each.end] for each in mentions][-1] == "Oslo"
