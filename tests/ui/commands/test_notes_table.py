"""The table of all notes: found, gone to, and changed, many of them as one step."""

from __future__ import annotations

import asyncio
import threading
import tomllib
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from fenttui.articles.article import Entry
from fenttui.exports.gather import Gathered, gather
from fenttui.settings.types import ArticleSettings
from fenttui.ui.screens.notes import NotesScreen
from tests.support.covering import covers
from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app
from tests.ui.test_notes_panel import new_note, other_program

TALKS = "Wang Yi met Marco Rubio. They spoke for an hour."
TRADE = "Exports fell by a tenth. Nobody had an answer."


def screen(pilot: AppPilot) -> NotesScreen:
    shown = pilot.app.screen
    assert isinstance(shown, NotesScreen)
    return shown


def listed(pilot: AppPilot) -> list[str]:
    return [row.note.annotation.body for row in screen(pilot).table.view.shown]


def status(pilot: AppPilot) -> str:
    return screen(pilot).status.text


def on_disk(root: Path) -> dict[str, dict[str, object]]:
    files = sorted((root / "annotations").glob("*.toml"))
    notes = [note for path in files for note in tomllib.loads(path.read_text("utf-8")).get("annotation", [])]
    return {note["body"]: note for note in notes}


@asynccontextmanager
async def open_notes(tmp_path: Path) -> AsyncIterator[AppPilot]:
    """Two articles with notes, the newer one open, and the table of notes in front."""
    root = tmp_path / "dossier"
    talks = write_article(root, "talks", TALKS, "2025-04-02")
    trade = write_article(root, "trade", TRADE, "2025-03-01")
    new_note(trade, "a tenth", (13, 23))
    new_note(trade, "whole", None)
    new_note(talks, "who", (0, 7))
    async with open_app(root, size=(160, 40)) as pilot:
        await pilot.press("gN")
        assert listed(pilot) == ["whole", "a tenth", "who"]
        yield pilot


@covers("notes")
async def test_every_note_is_listed_with_what_is_known_of_it(tmp_path: Path) -> None:
    async with open_notes(tmp_path) as pilot:
        rows = pilot.screen().splitlines()
        assert "Notes 3 · by date" in rows[0]
        (row,) = [row for row in rows if "a tenth" in row]
        for cell in ("2025-03-01", "Exports fell", "by a tenth", "yellow", "attached"):
            assert cell in row


async def test_enter_goes_to_the_passage_and_ctrl_o_comes_back(tmp_path: Path) -> None:
    async with open_notes(tmp_path) as pilot:
        await pilot.press("j", "enter")
        assert pilot.text.startswith("Exports fell")
        assert pilot.caret == 13
        await pilot.press("ctrl+o")
        assert listed(pilot) == ["whole", "a tenth", "who"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("wang", ["who"]),
        ("tenth", ["a tenth"]),
        ("state:orphan", []),
        ("state:attached article:trade", ["whole", "a tenth"]),
        ("color:red", []),
        ("date:2025-04", ["who"]),
        ("before:2025-04", ["whole", "a tenth"]),
    ],
)
async def test_the_filter_is_the_query_of_the_command(tmp_path: Path, query: str, found: list[str]) -> None:
    async with open_notes(tmp_path) as pilot:
        await pilot.press("/")
        await pilot.type(f"{query}\n")
        assert listed(pilot) == found
        await pilot.press("escape")
        assert len(listed(pilot)) == 3


async def test_a_filter_that_is_not_understood_is_told(tmp_path: Path) -> None:
    async with open_notes(tmp_path) as pilot:
        await pilot.press("/")
        await pilot.type("autor:ada")
        assert "did you mean author:" in pilot.screen()
        await pilot.press("enter")
        assert "did you mean author:" in status(pilot)


async def test_notes_stay_single_where_reading_begins_anew_before_it_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, opened = threading.Semaphore(0), threading.Event()

    def slow(entries: Iterable[Entry], settings: ArticleSettings) -> Gathered:
        reached.release()
        opened.wait()
        return gather(entries, settings)

    async with open_notes(tmp_path) as pilot:
        await pilot.press("q")
        monkeypatch.setattr("fenttui.ui.screens.notes.gather", slow)
        try:
            pilot.burst("gN")
            assert await asyncio.to_thread(reached.acquire, timeout=20)
            pilot.burst("?", "escape")
            assert await asyncio.to_thread(reached.acquire, timeout=20)
        finally:
            opened.set()
        await pilot.quiet()
        assert listed(pilot) == ["whole", "a tenth", "who"]


@covers("notes.mark", "notes.mark_all", "notes.delete", "notes.undo", "notes.redo")
async def test_marked_notes_of_several_articles_are_deleted_as_one_step(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    async with open_notes(tmp_path) as pilot:
        await pilot.press("j", "space")
        assert "1 marked" in status(pilot)
        await pilot.press("space")
        assert "2 marked" in status(pilot)
        await pilot.press("d")
        assert listed(pilot) == ["whole"]
        assert set(on_disk(root)) == {"whole"}
        assert "2 notes" in status(pilot)
        await pilot.press("u")
        assert listed(pilot) == ["whole", "a tenth", "who"]
        assert set(on_disk(root)) == {"whole", "a tenth", "who"}
        await pilot.press("ctrl+r")
        assert set(on_disk(root)) == {"whole"}
        await pilot.press("u", "V")
        assert "3 marked" in status(pilot)
        await pilot.press("d")
        assert listed(pilot) == []
        await pilot.press("u", "u")
        assert "nothing to undo" in status(pilot)
        assert len(on_disk(root)) == 3
        # The panel of the article in the text follows.
        await pilot.press("q")
        assert [note.annotation.body for note in pilot.notes.notes] == ["who"]


@covers("notes.tags")
async def test_tags_are_set_for_one_and_added_or_taken_away_for_many(tmp_path: Path) -> None:
    root = tmp_path / "dossier"

    def tags() -> dict[str, object]:
        return {body: note["tags"] for body, note in on_disk(root).items()}

    async with open_notes(tmp_path) as pilot:
        await pilot.press("t")
        await pilot.type("claim, figure\n")
        assert tags() == {"whole": ["claim", "figure"], "a tenth": [], "who": []}
        await pilot.press("V", "t")
        await pilot.type("checked\n")
        assert tags() == {
            "whole": ["claim", "figure", "checked"],
            "a tenth": ["checked"],
            "who": ["checked"],
        }
        await pilot.press("V", "t")
        await pilot.type("-checked, claim\n")
        assert tags() == {"whole": ["figure"], "a tenth": [], "who": []}
        await pilot.press("u", "u")
        assert tags() == {"whole": ["claim", "figure"], "a tenth": [], "who": []}


@covers("notes.cycle_color")
async def test_a_color_is_given_to_all_that_are_marked(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    async with open_notes(tmp_path) as pilot:
        await pilot.press("V", "c")
        colors = {note["color"] for note in on_disk(root).values()}
        assert len(colors) == 1
        assert colors != {"yellow"}
        await pilot.press("u")
        assert {note["color"] for note in on_disk(root).values()} == {"yellow"}


@covers("notes.export")
async def test_what_is_listed_is_exported_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "work" / "annotations.md"
    async with open_notes(tmp_path) as pilot:
        await pilot.press("/")
        await pilot.type("tenth\n")
        await pilot.press("x")
        assert "the 1 note listed" in pilot.screen()
        await pilot.press("ctrl+s")
        assert "1 note exported to" in status(pilot)
        content = path.read_text("utf-8")
        assert "a tenth" in content
        assert "whole" not in content
        await pilot.press("escape", "O", "x", "ctrl+s")
        assert "exists already" in " ".join(pilot.screen().split())
        await pilot.press("ctrl+o")
        content = path.read_text("utf-8")
        # As in any export the oldest article is the first, however the table is sorted.
        assert content.index("# Exports") < content.index("# Wang Yi")


@covers("notes.tag_counts")
async def test_tags_are_counted_with_those_below_them_on_what_is_listed(tmp_path: Path) -> None:
    async with open_notes(tmp_path) as pilot:
        await pilot.press("T")
        assert "no tags" in status(pilot)
        await pilot.press("V", "t")
        await pilot.type("claim\n")
        await pilot.press("t")
        await pilot.type("claim/contested, figure\n")
        await pilot.press("T")
        assert "claim 3 · claim/contested 1 · figure 1" in status(pilot)
        await pilot.press("/")
        await pilot.type("who\n")
        await pilot.press("T")
        assert "claim 2" in status(pilot)


async def test_a_dossier_without_notes_says_how_one_is_made(tmp_path: Path) -> None:
    write_article(tmp_path / "dossier", "talks", TALKS)
    async with open_app(tmp_path / "dossier") as pilot:
        await pilot.press("gN")
        assert "No notes yet" in pilot.screen()
        await pilot.press("d", "t", "c", "space", "enter")
        assert isinstance(pilot.app.screen, NotesScreen)


async def test_what_another_program_changed_since_the_notes_were_listed_stays(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    async with open_notes(tmp_path) as pilot:
        book = other_program(root / "trade.txt")
        note_id = next(each.annotation.id for each in book.anchored if each.annotation.body == "a tenth")
        book.edit(note_id, body="a tenth, they say")
        await pilot.press("V", "t")
        await pilot.type("claim\n")
        assert {body: note["tags"] for body, note in on_disk(root).items()} == {
            "whole": ["claim"],
            "a tenth, they say": ["claim"],
            "who": ["claim"],
        }
