from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from fenttui.articles.article import Entry, Headline
from fenttui.articles.dossier import open_dossier
from fenttui.articles.headline import read_headline
from fenttui.problem import ProblemError
from fenttui.settings.loading import load_settings
from fenttui.settings.types import ArticleSettings
from fenttui.ui.session import library as library_module
from fenttui.ui.session import session as session_module
from fenttui.ui.session.filter import parse_filter
from fenttui.ui.session.notes import NotesSummary, read_summaries
from fenttui.ui.session.session import Session
from tests.support.dossiers import write_article

NOTE = """\
[[annotation]]
id = "0196a3c2-0000-7000-8000-000000000001"
created = 2025-04-03T09:12:44Z
modified = 2025-04-03T09:12:44Z
tags = ["tariffs"]
body = "Says who?"
"""


def open_session(root: Path) -> Session:
    dossier = open_dossier((root,))
    return Session((root,), dossier, load_settings(dossier.roots))


def write_notes(root: Path, name: str, notes: str = NOTE) -> Path:
    path = root / "annotations" / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'schema = 1\n\n[article]\nid = "{name}"\npath = "{name}.txt"\n\n{notes}')
    return path


def test_a_thousand_articles_are_listed_without_reading_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "many"
    root.mkdir()
    for number in range(1000):
        (root / f"2025-04-02-{number:04}.txt").write_text(f"date 2025-04-02\nArticle {number}.\n")
    opened: list[str] = []
    real_open = os.open

    def counting(path: str | Path, *more: Any, **named: Any) -> int:
        opened.append(os.fspath(path))
        return real_open(path, *more, **named)

    monkeypatch.setattr(os, "open", counting)
    session = open_session(root)
    items = session.items("newest")
    assert len(items) == 1000
    assert [path for path in opened if str(root) in path and path.endswith(".txt")] == []
    session.library.article("2025-04-02-0007")
    assert [Path(path).name for path in opened if path.endswith(".txt")] == ["2025-04-02-0007.txt"]


async def test_a_small_dossier_has_titles_and_counts_from_the_start(dossier: Path) -> None:
    write_notes(dossier, "trade")
    session = open_session(dossier)
    titles = {item.id: item.title for item in session.items("newest")}
    assert titles["trade"] == "Trade with China grew in 2024."
    await session.read_headlines(session.library.dossier.entries)
    items = {item.id: item for item in session.items("newest")}
    assert (items["trade"].notes, items["talks"].notes) == (1, 0)


def test_an_unreadable_article_is_listed_as_broken(dossier: Path) -> None:
    path = dossier / "loop.txt"
    path.symlink_to(path)
    (dossier / "zeros.txt").write_bytes(b"\0" * 4096)
    session = open_session(dossier)
    items = {item.id: item for item in session.items("newest")}
    assert items["zeros"].broken
    assert not items["talks"].broken
    assert session.problems


async def test_broken_notes_do_not_keep_the_article_from_the_list(dossier: Path) -> None:
    write_notes(dossier, "trade", "not toml at all [")
    session = open_session(dossier)
    await session.read_headlines(session.library.dossier.entries)
    assert {item.id for item in session.items("newest")} == {"talks", "trade", "grain"}
    assert any("trade.toml" in str(problem) for problem in session.problems)


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("", {"talks", "trade", "grain"}),
        ("rubio", {"talks", "trade"}),
        ("actor:wang", {"talks"}),
        ("tag:tariffs", {"trade"}),
        ("before:2025-03", {"grain"}),
        ("after:2025-03 rubio", {"talks", "trade"}),
    ],
)
async def test_a_filter_passes_articles(dossier: Path, written: str, ids: set[str]) -> None:
    write_notes(dossier, "trade")
    session = open_session(dossier)
    wanted = parse_filter(written)
    assert await session.passing(session.library.dossier.entries, wanted) == ids


def test_the_reading_position_and_the_articles_read_are_kept_for_the_next_session(dossier: Path) -> None:
    first = open_session(dossier)
    first.reading.mark_read("trade")
    first.reading.mark_read("grain")
    first.reading.mark_read("grain", read=False)
    first.reading.keep_position("trade", first.library.article("trade").text, 7)
    first.save()
    second = open_session(dossier)
    assert second.reading.read == {"trade"}
    assert second.reading.position("trade").offset == 7
    assert second.reading.open_id == "trade"


async def test_reloading_tells_what_is_new_and_gone(dossier: Path) -> None:
    session = open_session(dossier)
    write_article(dossier, "new", "A new one.")
    (dossier / "grain.txt").unlink()
    assert await session.reload() == "read again: 3 articles, 1 new, 1 gone"
    assert {item.id for item in session.items("newest")} == {"talks", "trade", "new"}


async def test_reloading_reads_the_notes_that_another_program_wrote(dossier: Path) -> None:
    session = open_session(dossier)
    article = session.library.article("trade")
    assert session.notes.notebook(article).anchored == ()
    write_notes(dossier, "trade")
    await session.reload()
    assert len(session.notes.notebook(session.library.article("trade")).anchored) == 1


async def test_a_notebook_that_could_not_be_saved_survives_reloading(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session(dossier)
    book = session.notes.notebook(session.library.article("trade"))
    (dossier / "annotations").write_text("in the way of the folder")
    with pytest.raises(ProblemError):
        book.add((0, 5), "kept")
    await session.reload()
    assert [
        note.annotation.body for note in session.notes.notebook(session.library.article("trade")).anchored
    ] == ["kept"]


def test_articles_read_long_ago_are_read_again(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_module, "_ARTICLES_KEPT", 1)
    session = open_session(dossier)
    kept = session.library.article("talks")
    assert session.library.article("talks") is kept
    session.library.article("trade")
    assert session.library.article("talks") is not kept


async def test_reloading_puts_another_library_in_place_and_leaves_the_old_one_as_it_is(dossier: Path) -> None:
    session = open_session(dossier)
    before, listed = session.library, session.library.items("newest")
    write_article(dossier, "new", "A new one.")
    (dossier / "grain.txt").unlink()
    await session.reload()
    assert set(session.library.entries) == {"talks", "trade", "new"}
    assert before.items("newest") == listed
    assert set(before.entries) == {"talks", "trade", "grain"}


async def test_the_old_library_serves_until_the_new_one_is_read_whole(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session(dossier)
    before, begun, read_again = session.library, threading.Event(), threading.Event()

    def waiting(entry: Entry, settings: ArticleSettings) -> Headline:
        begun.set()
        assert read_again.wait(30)
        return read_headline(entry, settings)

    monkeypatch.setattr(library_module, "read_headline", waiting)
    (dossier / "grain.txt").unlink()
    reloading = asyncio.create_task(session.reload())
    assert await asyncio.to_thread(begun.wait, 30)
    assert session.library is before
    assert len(session.items("newest")) == 3
    read_again.set()
    assert await reloading == "read again: 2 articles, 0 new, 1 gone"
    assert session.library is not before


async def test_what_was_read_before_a_reload_is_not_taken_for_what_is_there_after_it(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session(dossier)
    has_read, goes_on = threading.Event(), threading.Event()

    def stopping_once(entries: Iterable[Entry]) -> dict[str, NotesSummary]:
        summaries = read_summaries(entries)
        if not has_read.is_set():
            has_read.set()
            assert goes_on.wait(30)
        return summaries

    monkeypatch.setattr(session_module, "read_summaries", stopping_once)
    reading = asyncio.create_task(session.read_headlines(session.library.dossier.entries))
    assert await asyncio.to_thread(has_read.wait, 30)
    write_article(dossier, "talks", "Another beginning.", "2025-06-01")
    write_notes(dossier, "talks")
    await session.reload()
    goes_on.set()
    await reading
    (item,) = (item for item in session.items("newest") if item.id == "talks")
    assert (item.title, item.notes) == ("Another beginning.", 1)


async def test_what_a_filter_extracted_is_not_extracted_again(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session(dossier)
    entries = session.library.dossier.entries
    assert await session.passing(entries, parse_filter("actor:wang")) == {"talks"}
    monkeypatch.setattr("fenttui.extract.extraction.extract", None)
    assert await session.passing(entries, parse_filter("actor:rubio")) == {"talks", "trade"}
    session.actor_book.rename("Wang Yi", "Foreign Minister")
    assert await session.passing(entries, parse_filter("actor:minister")) == {"talks"}
    assert await session.passing(entries, parse_filter("actor:wang")) == set()


async def test_a_filter_that_goes_on_while_the_dossier_is_read_again_passes_over_what_is_gone(
    dossier: Path,
) -> None:
    session = open_session(dossier)
    before = session.library.dossier.entries
    (dossier / "talks.txt").unlink()
    await session.reload()
    assert await session.passing(before, parse_filter("rubio")) == {"trade"}
    assert session.problems == []
