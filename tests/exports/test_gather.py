from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from fenttui.articles.article import Entry
from fenttui.articles.reading import read_article
from fenttui.exports.gather import gather
from fenttui.notes.notebook import Notebook
from fenttui.notes.notes_path import notes_path
from fenttui.settings.types import ArticleSettings

SETTINGS = ArticleSettings()


@pytest.fixture
def entries(tmp_path: Path) -> list[Entry]:
    made = []
    for name, date in (("a", "2025-04-02"), ("b", "2025-03-13"), ("c", "2025-03-13"), ("d", "2025-01-01")):
        path = tmp_path / f"{name}.txt"
        path.write_text(f" date {date} The ministry of {name} said no.\n")
        made.append(Entry(name, path, tmp_path, name))
    return made


def annotate(entry: Entry, body: str) -> None:
    clock = iter([dt.datetime(2025, 4, 3, tzinfo=dt.UTC)] * 10)
    Notebook(read_article(entry, SETTINGS), notes_path(entry), lambda: next(clock)).add((0, 3), body)


def test_articles_with_notes_come_by_date_with_the_notes_in_place(entries: list[Entry]) -> None:
    for entry in entries[:3]:
        annotate(entry, f"on {entry.name}")
    gathered = gather(reversed(entries), SETTINGS)
    assert gathered.problems == ()
    assert [chapter.article.id for chapter in gathered.book] == ["b", "c", "a"]
    (note,) = gathered.book[0].notes
    assert (note.annotation.body, note.anchor.start, note.anchor.found) == ("on b", 0, "position")


def test_a_broken_notes_file_is_a_problem_and_the_others_are_exported(entries: list[Entry]) -> None:
    annotate(entries[0], "kept")
    annotate(entries[1], "broken soon")
    notes_path(entries[1]).write_text("= broken")
    gathered = gather(entries, SETTINGS)
    assert [chapter.article.id for chapter in gathered.book] == ["a"]
    assert [problem.path for problem in gathered.problems] == [notes_path(entries[1])]


def test_an_article_that_is_gone_is_a_problem_where_it_has_notes(entries: list[Entry]) -> None:
    annotate(entries[0], "its article goes")
    entries[0].path.unlink()
    entries[1].path.unlink()
    gathered = gather(entries, SETTINGS)
    assert gathered.book == ()
    assert [problem.path for problem in gathered.problems] == [entries[0].path]
