from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fenttui.extract import extract
from fenttui.extract.coreference.corrections import Corrections
from fenttui.extract.mention import ActorMention, Amount, Mention, Quote, Time
from fenttui.extract.record import mention_record
from fenttui.kinds import ACTOR_KINDS, AMOUNT_KINDS, TIME_KINDS

VOCABULARY = (
    "China Chinese Beijing U.S. US the The of for and to from in on a an Wang Yi Mr President Donald Trump"
    " said Ministry Foreign Affairs Bank University National foreign ministry al - 's ’s . , ( ) \n\n \" “ ”"
    " $ £ % 5 10 1,000 12.5 0.05 0 2025 1990s"
    " per cent percent million bn dozens hundreds two twenty one hundred"
    " thousand dollars yuan km people deaths March May 13 th Tuesday Monday Mondays last next this past"
    " earlier month year week days ago every daily between more than up over 5pm 5:30 p.m. 2025-03-13"
    " 31/12/2024 99/99/9999 year-old old first quarter & B. half dozen third thirds"
    " out noon 16 17 April 4:00 percentage point went Covid -19 G 20 NATO PAC"
)
WORDS = VOCABULARY.split(" ")
ALIASES = [word for word in WORDS if word.strip()]
NEWS = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join) | st.lists(
    st.sampled_from(WORDS), max_size=60
).map("".join)
TEXTS = NEWS | st.text() | st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs", "M")))
DATES = st.none() | st.dates()


def assert_sound(text: str, mentions: tuple[Mention, ...]) -> None:
    position = 0
    for mention in mentions:
        assert position <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        match mention:
            case ActorMention():
                assert mention.actor
                assert mention.kind in ACTOR_KINDS
            case Time():
                assert mention.value
                assert mention.kind in TIME_KINDS
            case Amount():
                assert mention.kind in AMOUNT_KINDS
            case Quote():
                pytest.fail("a quote is found only where quotes are asked for")
        position = mention.end


@settings(max_examples=300, deadline=None)
@given(TEXTS, DATES)
def test_mentions_lie_apart_in_the_order_of_the_text(text: str, date: dt.date | None) -> None:
    mentions = extract(text, date)
    assert_sound(text, mentions)
    assert extract(text, date) == mentions
    json.dumps([mention_record(mention, text) for mention in mentions], allow_nan=False)


@settings(max_examples=150, deadline=None)
@given(
    NEWS,
    st.dictionaries(st.sampled_from(ALIASES), st.text(min_size=1), max_size=4),
)
def test_every_alias_that_stands_in_the_text_is_named(text: str, aliases: dict[str, str]) -> None:
    mentions = extract(text, None, Corrections(aliases, {}, frozenset()))
    assert_sound(text, mentions)
    for alias in aliases:
        for match in re.finditer(rf"(?<!\w){re.escape(alias)}(?!\w)", text):
            assert any(
                isinstance(m, ActorMention) and m.start < match.end() and match.start() < m.end
                for m in mentions
            )


@settings(max_examples=150, deadline=None)
@given(NEWS, st.data())
def test_an_ignored_text_is_no_mention_and_changes_no_other(text: str, data: st.DataObject) -> None:
    before = extract(text)
    said = sorted({text[m.start : m.end] for m in before})
    ignored = frozenset(data.draw(st.lists(st.sampled_from(said), max_size=3))) if said else frozenset()
    after = extract(text, None, Corrections({}, {}, ignored))
    assert after == tuple(m for m in before if text[m.start : m.end] not in ignored)


@pytest.mark.parametrize(
    "text",
    ["x" * 1_000_000, "\0" * 100_000, "9" * 1_000_000, "1," * 50_000, "A." * 50_000, "Monday, " * 20_000,
     "Ministry of Health and " * 5_000, "WANG " * 20_000, "a hundred and " * 10_000,
     "\n " * 100_000, "5 to " * 5_000,
     "北京" * 50_000, "\ud800" * 1000],
    ids=lambda text: repr(text[:8]),
)  # fmt: skip
def test_a_long_monotonous_text_is_read(text: str) -> None:
    assert_sound(text, extract(text, dt.date(2025, 4, 2)))
