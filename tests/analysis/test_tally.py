from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from fenttui.analysis.findings import Findings
from fenttui.analysis.index import index_of
from fenttui.analysis.indexed_article import index_article
from fenttui.analysis.tally import ActorRow, ActorTally
from fenttui.articles.article import Article, Entry, Headline
from fenttui.extract import extract
from fenttui.extract.coreference.corrections import NO_CORRECTIONS, Corrections
from fenttui.extract.mention import Mention


def read(name: str, date: dt.date, text: str) -> tuple[Article, Sequence[Mention]]:
    entry = Entry(name, Path(f"{name}.txt"), Path(), name)
    article = Article(entry, Headline(date, "header", name), text)
    return article, extract(text, date)


def tally_actors(items: Sequence[tuple[Article, Sequence[Mention]]]) -> list[ActorRow]:
    return index_of((Findings(*item) for item in items), NO_CORRECTIONS, ()).actors()


def add(tally: ActorTally, article: Article, mentions: Sequence[Mention]) -> None:
    indexed = index_article(Findings(article, mentions), NO_CORRECTIONS, ())
    tally.add(article.id, article.headline.date, indexed.named)


FIRST = read("a", dt.date(2025, 3, 13), "China spoke. The Chinese left 20 per cent to Peru.")
SECOND = read("b", dt.date(2025, 4, 2), "Beijing spoke on\nTuesday. A Kenyan left.")


def test_each_actor_has_one_row_the_most_mentioned_first() -> None:
    rows = tally_actors([FIRST, SECOND])
    assert [(row.actor, row.kind, row.count, row.articles) for row in rows] == [
        ("China", "place", 3, 2),
        ("Kenya", "place", 1, 1),
        ("Peru", "place", 1, 1),
    ]
    assert (rows[0].first, rows[0].last) == (dt.date(2025, 3, 13), dt.date(2025, 4, 2))


def test_the_order_of_articles_changes_no_row() -> None:
    assert tally_actors([SECOND, FIRST]) == tally_actors([FIRST, SECOND])


def test_a_row_has_the_other_names_the_dates_and_the_company() -> None:
    china = tally_actors([SECOND, FIRST])[0]
    assert china.aliases == ("Beijing", "Chinese")
    assert china.dates == ((dt.date(2025, 3, 13), 2), (dt.date(2025, 4, 2), 1))
    assert china.named_with == (("Peru", 1),)


def test_a_sentence_counts_once_for_two_that_it_names_often() -> None:
    rows = tally_actors(
        [read("a", dt.date(2025, 1, 1), "China met Peru, China said. Peru left. China, Peru.")]
    )
    assert {row.actor: row.named_with for row in rows} == {"China": (("Peru", 2),), "Peru": (("China", 2),)}


def test_a_list_of_very_many_names_is_company_of_those_around_a_name_alone() -> None:
    names = [
        f"{first}{last}" for first in "ABCDEFGHIJ" for last in ("bovia", "cunda", "duria", "fenzia", "gonia")
    ]
    text = ", ".join(f"Mr {name}" for name in [*names, *(f"{name}le" for name in names)])
    tally = ActorTally()
    add(tally, *read("a", dt.date(2025, 1, 1), text))
    assert len(tally.rows(named_with=False)) == 100
    assert len(tally.named_with("Abovia", 100)) == 30


def test_locations_come_with_their_sentence_the_earliest_article_first() -> None:
    tally = ActorTally()
    for item in (SECOND, FIRST):
        add(tally, *item)
    texts = {article.id: article.text for article, _ in (FIRST, SECOND)}
    locations = tally.locations("China")
    assert [(each.article, texts[each.article][slice(*each.span)]) for each in locations] == [
        ("a", "China"), ("a", "Chinese"), ("b", "Beijing"),
    ]  # fmt: skip
    assert [texts[each.article][slice(*each.sentence)] for each in locations] == [
        "China spoke.", "The Chinese left 20 per cent to Peru.", "Beijing spoke on\nTuesday.",
    ]  # fmt: skip
    assert locations[2].date == dt.date(2025, 4, 2)
    assert tally.locations("Nobody") == []


def test_corrections_apply_to_what_was_added_and_can_be_taken_back() -> None:
    tally = ActorTally()
    for item in (FIRST, SECOND):
        add(tally, *item)
    before = tally.rows()
    tally.correct(
        Corrections(
            kinds={"PRC": "organization"},
            joins={"China": "PRC"},
            texts={"Beijing": "Beijing"},
            ignored_actors=frozenset({"Kenya"}),
            apart=frozenset({"PRC", "Beijing"}),
        )
    )
    rows = [(row.actor, row.kind, row.count) for row in tally.rows()]
    assert rows == [("PRC", "organization", 2), ("Beijing", "place", 1), ("Peru", "place", 1)]
    assert [each.article for each in tally.locations("PRC")] == ["a", "a"]
    assert tally.joined() == {"China": "PRC"}
    tally.correct(NO_CORRECTIONS)
    assert tally.rows() == before
    assert tally.joined() == {}


def test_names_of_single_articles_lead_to_the_dossiers() -> None:
    tally = ActorTally()
    add(tally, *read("a", dt.date(2025, 1, 1), "Governor Mary Odinga spoke. Mrs Odinga left."))
    add(tally, *read("b", dt.date(2025, 1, 2), "Governor Odinga came back."))
    assert tally.joined() == {"Odinga": "Mary Odinga"}
    (row,) = tally.rows()
    assert (row.actor, row.articles, row.aliases) == ("Mary Odinga", 2, ("Odinga",))


def test_the_span_is_that_of_all_articles() -> None:
    tally = ActorTally()
    assert tally.span is None
    for item in (SECOND, FIRST):
        add(tally, *item)
    assert tally.span == (dt.date(2025, 3, 13), dt.date(2025, 4, 2))


def test_what_a_hundred_articles_add_is_a_few_bytes_a_mention() -> None:
    import tracemalloc

    article, mentions = FIRST
    tally = ActorTally()
    add(tally, article, mentions)
    named = index_article(Findings(article, mentions), NO_CORRECTIONS, ()).named
    ids = [f"a{number}" for number in range(500)]
    tracemalloc.start()
    for article_id in ids:
        tally.add(article_id, article.headline.date, named)
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # Three actors each, of which an article keeps 24 bytes, besides its id and date.
    assert used < 500 * 250
