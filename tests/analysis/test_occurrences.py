from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from fenttui.analysis.occurrences import occurrences_in, quotes_of, same_mention
from fenttui.articles.article import Article, Entry, Headline
from fenttui.extract.mention import ActorMention, Amount, Measure, Quote, Time

TEXT = "Wang Yi met\nMarco Rubio. Wang\tsaid 25 percent, then 25 per cent, then 20 percent."


def person(name: str, start: int, actor: str) -> ActorMention:
    return ActorMention(start, start + len(name), "person", actor)


MENTIONS = (
    person("Wang Yi", 0, "Wang Yi"),
    person("Marco Rubio", 12, "Marco Rubio"),
    person("Wang", 25, "Wang Yi"),
    Amount(35, 45, "percent", Measure(25, "percent", change="down")),
    Amount(52, 63, "percent", Measure(25, "percent", bound="over")),
    Amount(70, 80, "percent", Measure(20, "percent")),
)


@pytest.fixture
def article(tmp_path: Path) -> Article:
    entry = Entry("talks", tmp_path / "talks.txt", tmp_path, "talks")
    return Article(entry, Headline(dt.date(2025, 4, 2), "header", "Talks"), TEXT)


def test_an_actors_occurrences_are_those_of_all_its_names(article: Article) -> None:
    found = occurrences_in(article, MENTIONS, MENTIONS[0])
    assert [each.text for each in found] == ["Wang Yi", "Wang"]
    assert [each.start for each in found] == [0, 25]
    assert found[1].before == "Wang Yi met Marco Rubio. "
    assert found[1].after.startswith(" said 25 percent")
    assert found[1].heading == "2025-04-02 Talks"


def test_a_figures_occurrences_are_those_of_the_same_value(article: Article) -> None:
    found = occurrences_in(article, MENTIONS, MENTIONS[3])
    assert [each.text for each in found] == ["25 percent", "25 per cent"]


def test_mentions_of_other_kinds_are_never_the_same() -> None:
    count = Amount(0, 2, "count", Measure(25))
    money = Amount(0, 2, "money", Measure(25))
    assert not same_mention(count, money)
    assert same_mention(count, count)


def test_times_are_the_same_by_their_value_and_kind() -> None:
    easter = Time(0, 2, "date", "2025-04-20")
    assert same_mention(easter, Time(5, 7, "date", "2025-04-20"))
    assert not same_mention(easter, Time(5, 7, "date", "2025-04-21"))
    week = Time(0, 2, "duration", "P1W", Measure(1, "week"))
    assert same_mention(week, Time(5, 7, "duration", "P1W", Measure(1, "week", "about")))
    assert not same_mention(week, Time(5, 7, "set", "P1W"))


def test_mentions_of_two_types_are_never_the_same() -> None:
    week = Time(0, 2, "duration", "P1W", Measure(1, "week"))
    quote = Quote(0, 2, actor="Wang Yi")
    assert not same_mention(Amount(0, 2, "quantity", Measure(1, "week")), week)
    assert not same_mention(MENTIONS[0], quote)
    assert not same_mention(quote, MENTIONS[0])


def test_a_quote_is_listed_for_its_speaker_with_its_cue_on_one_line(article: Article) -> None:
    quotes = (
        Quote(30, 45, actor="Wang Yi", cue=(25, 35)),
        Quote(46, 63, actor="Wang Yi"),
        Quote(64, 80, actor="Marco Rubio"),
    )
    first, second = quotes_of(article, quotes, "Wang Yi")
    assert (first.start, first.text, first.before, first.after) == (30, TEXT[30:45], "", "Wang said ")
    assert (second.start, second.after) == (46, "")
