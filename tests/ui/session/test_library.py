from __future__ import annotations

from pathlib import Path

import pytest

from fenttui.articles.dossier import open_dossier
from fenttui.problem import ProblemError
from fenttui.settings.types import ArticleSettings
from fenttui.ui.session.library import Library
from tests.ui.desk import write_article


def library_of(root: Path) -> Library:
    return Library(open_dossier((root,)), ArticleSettings())


def test_headlines_that_were_read_are_listed_once_they_are_stored(dossier: Path) -> None:
    library = library_of(dossier)
    headlines = library.read_headlines(library.dossier.entries)
    assert [item.title for item in library.items("oldest")] == ["grain.txt", "talks.txt", "trade.txt"]
    library.store_headlines(headlines)
    assert [item.id for item in library.items("newest")] == ["talks", "trade", "grain"]
    assert library.items("newest")[0].title.startswith("Wang Yi met Marco Rubio")


def test_a_headline_is_read_once(dossier: Path) -> None:
    library = library_of(dossier)
    library.store_headlines(library.read_headlines([library.entries["talks"]]))
    assert set(library.read_headlines(library.dossier.entries)) == {"trade", "grain"}


def test_the_list_tells_what_is_read_and_how_many_notes_there_are(dossier: Path) -> None:
    items = library_of(dossier).items("notes", read={"grain"}, notes={"trade": 3, "grain": 1})
    assert [(item.id, item.notes, item.read) for item in items] == [
        ("trade", 3, False), ("grain", 1, True), ("talks", 0, False)
    ]  # fmt: skip


def test_only_some_articles_are_listed(dossier: Path) -> None:
    assert [item.id for item in library_of(dossier).items("title", only={"talks"})] == ["talks"]


def test_a_file_whose_headline_cannot_be_read_is_among_the_problems(dossier: Path) -> None:
    (dossier / "empty.txt").write_bytes(b"")
    library = library_of(dossier)
    assert library.problems == []
    library.store_headlines(library.read_headlines(library.dossier.entries))
    assert [problem.path for problem in library.problems] == [dossier / "empty.txt"]


def test_reading_an_article_again_reads_its_file_and_asking_for_it_does_not(dossier: Path) -> None:
    library = library_of(dossier)
    article = library.article("talks")
    write_article(dossier, "talks", "It is all different now.")
    assert library.article("talks") is article
    assert library.read("talks").text == "It is all different now."
    (dossier / "talks.txt").unlink()
    assert library.article("talks") is article
    with pytest.raises(ProblemError):
        library.read("talks")
    with pytest.raises(KeyError):
        library.article("no-such-article")
