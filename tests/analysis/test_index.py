from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from fenttui.analysis.findings import Findings
from fenttui.analysis.index import DossierIndex, index_of
from fenttui.analysis.indexed_article import index_article, packed
from fenttui.analysis.plot_data import plot_data
from fenttui.articles.article import Article, Entry, Headline
from fenttui.extract import extract
from fenttui.extract.coreference.corrections import NO_CORRECTIONS, Corrections


def read(name: str, date: dt.date, text: str) -> Findings:
    entry = Entry(name, Path(f"{name}.txt"), Path(), name)
    return Findings(Article(entry, Headline(date, "header", f"title of {name}"), text), extract(text, date))


HARBOR = read("harbor", dt.date(2025, 5, 6), "Tendai Mukwere sold 40 boats to Kenya in May 2024.")
MARKET = read("market", dt.date(2025, 3, 1), "Fish fell 25 percent in Peru on Friday, Ana Silva said.")
BOTH = (HARBOR, MARKET)
RENAMED = Corrections(joins={"Tendai Mukwere": "The Skipper"}, apart=frozenset({"The Skipper"}))


def indexed(corrections: Corrections = NO_CORRECTIONS) -> DossierIndex:
    index = DossierIndex(corrections)
    for findings in BOTH:
        assert index.add(index_article(findings, corrections))
    return index


def names(index: DossierIndex) -> set[str]:
    """Every name that any table shows."""
    view = index.view()
    return {
        *(row.actor for row in view.actors()),
        *(name for row in view.actors() for name, _ in row.named_with),
        *(row.actor for row in view.figures() if row.actor),
        *(name for entry in view.timeline() for name in entry.actors),
    }


def test_a_name_that_is_corrected_stands_in_no_table_before_its_article_is_indexed_again() -> None:
    index = indexed()
    assert "Tendai Mukwere" in names(index)
    index.correct(RENAMED)
    assert "Tendai Mukwere" not in names(index)
    assert set(index.ids) == {"market"}
    assert {row.actor for row in index.view().actors()} == {"The Skipper", "Kenya", "Peru", "Ana Silva"}
    assert index.add(index_article(HARBOR, RENAMED))
    assert names(index) == names(indexed(RENAMED))
    assert index.view().figures() == index_of(BOTH, RENAMED).figures()


def test_what_was_made_before_a_correction_is_dropped_when_it_comes_after() -> None:
    index = DossierIndex()
    late = index_article(HARBOR, NO_CORRECTIONS)
    index.correct(RENAMED)
    assert not index.add(late)
    assert index.view().actors() == []
    assert index.view().timeline() == []


@pytest.mark.parametrize(
    ("corrections", "again"),
    [
        (RENAMED, {"harbor"}),
        (Corrections(ignored_actors=frozenset({"Peru"})), {"market"}),
        (Corrections(kinds={"Kenya": "organization"}), {"harbor"}),
        (Corrections(texts={"Peru": "Lima"}), {"market"}),
        (Corrections(joins={"Nobody": "Somebody"}), set()),
        (Corrections(aliases={"boats": "Boats Ltd"}), {"harbor", "market"}),
        (Corrections(ignore=frozenset({"25 percent"})), {"harbor", "market"}),
    ],
)
def test_only_articles_that_a_correction_changes_are_indexed_again(
    corrections: Corrections, again: set[str]
) -> None:
    index = indexed()
    index.correct(corrections)
    assert {"harbor", "market"} - set(index.ids) == again
    for findings in BOTH:
        if findings.article.id in again:
            assert index.add(index_article(findings, corrections))
    whole = index_of(BOTH, corrections)
    assert index.view().figures() == whole.figures()
    assert index.view().timeline() == whole.timeline()
    assert index.view().actors() == whole.actors()


def test_a_correction_that_is_taken_back_gives_the_same_tables() -> None:
    index, before = indexed(), indexed().view()
    index.correct(RENAMED)
    index.correct(NO_CORRECTIONS)
    index.add(index_article(HARBOR, NO_CORRECTIONS))
    assert index.view().actors() == before.actors()
    assert index.view().figures() == before.figures()


def test_a_view_stays_as_it_is_while_the_index_goes_on() -> None:
    index = DossierIndex()
    index.add(index_article(MARKET, NO_CORRECTIONS))
    view = index.view()
    assert index.view() is view
    before = view.actors(), view.figures(), view.timeline(), view.span
    index.add(index_article(HARBOR, NO_CORRECTIONS))
    index.correct(RENAMED)
    assert (view.actors(), view.figures(), view.timeline(), view.span) == before
    assert len(index.view().actors()) > len(view.actors())


def test_an_article_that_has_changed_stands_in_place_of_what_it_was() -> None:
    index = indexed()
    now = read("harbor", dt.date(2025, 5, 7), "Chile sold 3 boats in June 2024.")
    assert index.add(index_article(now, NO_CORRECTIONS))
    whole = index_of((now, MARKET), NO_CORRECTIONS)
    assert index.view().actors() == whole.actors()
    assert index.view().figures() == whole.figures()
    assert index.view().span == whole.span == (dt.date(2025, 3, 1), dt.date(2025, 5, 7))
    assert index.view().locations("Kenya") == []


def test_the_order_in_which_articles_come_changes_no_table() -> None:
    one, other = index_of(BOTH, NO_CORRECTIONS), index_of(BOTH[::-1], NO_CORRECTIONS)
    assert one.actors() == other.actors()
    assert one.figures() == other.figures()
    assert one.timeline() == other.timeline()


def test_rows_kept_small_are_the_same_rows() -> None:
    index = DossierIndex()
    for findings in BOTH:
        index.add(packed(index_article(findings, NO_CORRECTIONS)))
    assert index.view().figures() == indexed().view().figures()
    assert index.view().timeline() == indexed().view().timeline()


@pytest.mark.parametrize(
    ("ignored", "listed"),
    [
        ({"Tendai Mukwere"}, {"Tendai Mukwere": 1}),
        ({"Peru", "Kenya"}, {"Kenya": 1, "Peru": 1}),
        ({"Nobody"}, {}),
    ],
)
def test_ignored_actors_are_listed_apart_with_their_counts(
    ignored: set[str], listed: Mapping[str, int]
) -> None:
    view = indexed(Corrections(ignored_actors=frozenset(ignored))).view()
    assert {row.actor: row.count for row in view.ignored()} == listed
    assert all(row.ignored for row in view.ignored())
    assert not ignored & {row.actor for row in view.actors()}


def test_articles_that_name_an_actor_are_known_by_the_name_in_force() -> None:
    view = indexed(RENAMED).view()
    assert view.articles_naming("The Skipper") == {"harbor"}
    assert view.articles_naming("Tendai Mukwere") == set()
    assert view.articles_naming("Ana Silva") == {"market"}


def test_a_plot_is_of_the_first_actor_and_of_a_figure_that_says_what_it_measures() -> None:
    view = index_of(BOTH, NO_CORRECTIONS)
    data = plot_data(view)
    (friday,) = [entry for entry in view.timeline() if entry.text == "Friday"]
    series = data.of_actor(friday)
    assert series is not None
    assert series.points == ((dt.date(2025, 3, 1), 1),)
    own = next(entry for entry in view.timeline() if entry.is_article)
    assert data.of_actor(own) is None
    assert data.of_figure(own) is None
    assert [date for date, _ in data.articles.points] == [dt.date(2025, 3, 1), dt.date(2025, 5, 6)]
