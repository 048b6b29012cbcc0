from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from fenttui.analysis.occurrences import Wanted, occurrences_in, quotes_of
from fenttui.articles.article import Article, Entry, Headline
from fenttui.extract.mention import Amount, Mention

TEXT = "Wang Yi met\nMarco Rubio. Wang\tsaid 25 percent, then 25 per cent, then 20 percent."


def person(name: str, start: int, actor: str) -> Mention:
    return Mention(start, start + len(name), "person", actor)


MENTIONS = (
    person("Wang Yi", 0, "Wang Yi"),
    person("Marco Rubio", 12, "Marco Rubio"),
    person("Wang", 25, "Wang Yi"),
    Mention(35, 45, "percent", amount=Amount(25, "percent", change="down")),
    Mention(52, 63, "percent", amount=Amount(25, "percent", bound="over")),
    Mention(70, 80, "percent", amount=Amount(20, "percent")),
)


@pytest.fixture
def article(tmp_path: Path) -> Article:
    entry = Entry("talks", tmp_path / "talks.txt", tmp_path, "talks")
    return Article(entry, Headline(dt.date(2025, 4, 2), "header", "Talks"), TEXT)


def test_an_actors_occurrences_are_those_of_all_its_names(article: Article) -> None:
    found = occurrences_in(article, MENTIONS, Wanted(MENTIONS[0], "Wang Yi"))
    assert [each.text for each in found] == ["Wang Yi", "Wang"]
    assert [each.start for each in found] == [0, 25]
    assert found[1].before == "Wang Yi met Marco Rubio. "
    assert found[1].after.startswith(" said 25 percent")
    assert found[1].heading == "2025-04-02 Talks"


def test_a_figures_occurrences_are_those_of_the_same_value(article: Article) -> None:
    found = occurrences_in(article, MENTIONS, Wanted(MENTIONS[3], "25 percent"))
    assert [each.text for each in found] == ["25 percent", "25 per cent"]


def test_mentions_of_other_kinds_are_never_the_same() -> None:
    count = Mention(0, 2, "count", amount=Amount(25))
    money = Mention(0, 2, "money", amount=Amount(25))
    assert not Wanted(count, "25").is_in(money, "25")
    assert Wanted(count, "25").is_in(count, "25")


def test_a_figure_without_a_value_is_the_same_where_it_reads_the_same() -> None:
    one, other = Mention(0, 2, "date"), Mention(5, 7, "date")
    assert Wanted(one, "Easter").is_in(other, "Easter")
    assert not Wanted(one, "Easter").is_in(other, "Easter Monday")


def test_a_quote_is_listed_for_its_speaker_with_its_cue_on_one_line(article: Article) -> None:
    quotes = (
        Mention(30, 45, "quote", actor="Wang Yi", cue=(25, 35)),
        Mention(46, 63, "quote", actor="Wang Yi"),
        Mention(64, 80, "quote", actor="Marco Rubio"),
    )
    first, second = quotes_of(article, quotes, "Wang Yi")
    assert (first.start, first.text, first.before, first.after) == (30, TEXT[30:45], "", "Wang said ")
    assert (second.start, second.after) == (46, "")
