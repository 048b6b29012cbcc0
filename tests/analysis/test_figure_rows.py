from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from fenttui.analysis.figure_rows import FigureRow
from fenttui.analysis.findings import Findings
from fenttui.analysis.index import index_of
from fenttui.analysis.things import Thing, thing_of
from fenttui.articles.article import Article, Entry, Headline
from fenttui.extract import extract
from fenttui.extract.coreference.corrections import NO_CORRECTIONS
from fenttui.extract.mention import Amount, Measure


def read(name: str, date: dt.date, text: str) -> list[Findings]:
    entry = Entry(name, Path(f"{name}.txt"), Path(), name)
    article = Article(entry, Headline(date, "header", name), text)
    return [Findings(article, extract(text, date))]


def figure_rows(source: list[Findings]) -> list[FigureRow]:
    return index_of(source, NO_CORRECTIONS, {"figures"}).figures()


FIRST = read("a", dt.date(2025, 3, 13), "China spoke. The Chinese left 20 per cent to Peru.")
SECOND = read("b", dt.date(2025, 4, 2), "Beijing spoke on\nTuesday. A Kenyan left.")


def test_figures_come_with_their_sentence_on_one_line() -> None:
    percent, tuesday = figure_rows([*FIRST, *SECOND])
    assert (percent.article, percent.text, percent.kind, percent.value, percent.unit) == (
        "a", "20 per cent", "percent", 20, "percent",
    )  # fmt: skip
    assert percent.sentence == "The Chinese left 20 per cent to Peru."
    assert (tuesday.date, tuesday.time, tuesday.bound) == (dt.date(2025, 4, 2), "2025-04-01", None)
    assert tuesday.sentence == "Beijing spoke on Tuesday."


def actor_of(text: str) -> str | None:
    return figure_rows(read("a", dt.date(2025, 4, 2), text))[0].actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Chile raised duties by 5 percent.", "Chile"),
        ("Exports fell 5 percent in Chile.", "Chile"),
        ("Ana Silva raised duties on Chilean copper to 5 percent.", "Ana Silva"),
        ("In Chile, Ana Silva paid 5 percent.", "Ana Silva"),
        ("Peru grew 5 percent and Chile shrank.", "Peru"),
        ("The price fell 5 percent.", None),
        ("Chile spoke. The price fell 5 percent.", None),
    ],
)
def test_the_actor_of_a_figure_is_the_nearest_of_its_sentence(text: str, actor: str | None) -> None:
    assert actor_of(text) == actor


def test_a_row_says_where_its_figure_stands() -> None:
    article = FIRST[0].article
    (row,) = figure_rows(FIRST)
    assert article.text[row.start : row.end] == row.text == "20 per cent"


def of(text: str, words: str, unit: str = "percent") -> Thing | None:
    """What a figure of `unit` measures whose `of` is `words`."""
    begin = text.index(words)
    figure = Amount(0, 1, "percent", Measure(5, unit, of=(begin, begin + len(words))))
    return thing_of(text, (begin, begin + len(words)), extract(text), figure)


def test_what_is_measured_is_told_the_same_in_other_words() -> None:
    first = of("The tariffs on all Chilean imports rose.", "tariffs on all Chilean imports")
    second = of("A new tariff on goods from Chile came.", "tariff on goods from Chile")
    assert first == second == Thing("percent", ("tariff",), ("Chile",))
    assert str(first) == "tariff (Chile)"


@pytest.mark.parametrize("words", ["tariffs on Chilean copper", "tariffs", "tariffs on goods from Peru"])
def test_what_is_measured_differs_where_its_words_or_actors_do(words: str) -> None:
    assert of(f"The {words} rose.", words) != of("The tariffs on Chile rose.", "tariffs on Chile")


def test_words_that_tell_nothing_are_no_thing() -> None:
    assert of("This rose to that.", "This") is None


@pytest.mark.parametrize(
    ("words", "unit"), [("people", "person"), ("other countries", "country"), ("mother", "year of age")]
)
def test_what_any_text_counts_is_no_one_thing(words: str, unit: str) -> None:
    assert of(f"It saw 5 {words}.", words, unit) is None


def test_what_any_text_counts_is_one_thing_with_words_or_actors_that_tell_which() -> None:
    assert of("It saw 5 people with fever.", "people with fever", "person") is not None
    assert of("It saw 5 people of Peru.", "people of Peru", "person") is not None
    assert of("It saw 5 deaths.", "deaths", "death") is not None


def test_a_text_without_a_full_stop_is_shown_in_parts_around_each_figure() -> None:
    rows = figure_rows(read("a", dt.date(2025, 4, 2), "Chile paid 5 percent and " * 3000))
    assert len(rows) == 3000
    assert all("5 percent" in row.sentence and row.actor == "Chile" for row in rows)
    assert max(len(row.sentence) for row in rows) < 2000
