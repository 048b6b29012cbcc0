"""The pane of notes: its cursor stays through deleting and undoing, and the text follows it."""

from __future__ import annotations

import tomllib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.support.covering import covers
from tests.support.pilot import AppPilot, open_app

SENTENCES = {"one": "Wang Yi met", "two": "They spoke", "three": "Exports fell", "four": "China wants"}


def current(pilot: AppPilot) -> str:
    return pilot.notes.notes[pilot.notes.current].annotation.body


def listed(pilot: AppPilot) -> list[str]:
    return [note.annotation.body for note in pilot.notes.notes]


def on_disk(root: Path) -> set[str]:
    content = (root / "annotations" / "talks.toml").read_text("utf-8")
    return {note["body"] for note in tomllib.loads(content).get("annotation", [])}


@asynccontextmanager
async def open_with_notes(dossier: Path) -> AsyncIterator[AppPilot]:
    """Four notes on four sentences, the first current."""
    async with open_app(dossier) as opened:
        for number, body in enumerate(SENTENCES):
            await opened.press("gg", *([f"{number})"] if number else []), "a", *body, "ctrl+s")
        await opened.press("gg", "tab", "gg")
        assert listed(opened) == list(SENTENCES)
        yield opened


def follows(pilot: AppPilot) -> None:
    assert pilot.text[pilot.caret :].startswith(SENTENCES[current(pilot)])


@covers("annotations.delete")
async def test_after_a_delete_the_next_note_is_current_and_after_the_last_the_one_before(
    dossier: Path,
) -> None:
    async with open_with_notes(dossier) as pilot:
        await pilot.press("j", "d")
        assert (listed(pilot), current(pilot)) == (["one", "three", "four"], "three")
        assert on_disk(dossier) == {"one", "three", "four"}
        assert pilot.status.startswith("NOTES")
        await pilot.press("G", "d")
        assert (listed(pilot), current(pilot)) == (["one", "three"], "three")
        await pilot.press("d", "d", "d")
        assert listed(pilot) == []
        assert "no notes yet" in pilot.status


async def test_a_count_deletes_so_many_notes_from_the_current_one(dossier: Path) -> None:
    async with open_with_notes(dossier) as pilot:
        await pilot.press("j", "2d")
        assert (listed(pilot), current(pilot)) == (["one", "four"], "four")
        assert on_disk(dossier) == {"one", "four"}
        assert "2 notes deleted; 2u brings them back" in pilot.status
        await pilot.press("2u")
        assert listed(pilot) == list(SENTENCES)
        await pilot.press("gg", "9d")
        assert listed(pilot) == []


async def test_the_text_is_at_the_note_that_the_next_key_is_about(dossier: Path) -> None:
    async with open_with_notes(dossier) as pilot:
        for keys in ("j", "d", "u", "G", "d", "k", "ctrl+r", "2d"):
            await pilot.press(keys)
            follows(pilot)
        await pilot.press("u", "enter", "l")
        caret = pilot.caret
        await pilot.press("tab", "c")
        assert pilot.caret == caret


@covers("undo", "redo")
async def test_what_undo_brings_back_is_current_and_redo_takes_it_again(dossier: Path) -> None:
    async with open_with_notes(dossier) as pilot:
        await pilot.press("j", "d", "G")
        await pilot.press("u")
        assert (listed(pilot), current(pilot)) == (list(SENTENCES), "two")
        await pilot.press("ctrl+r")
        assert (listed(pilot), current(pilot)) == (["one", "three", "four"], "three")
        await pilot.press("d", "2u")
        assert listed(pilot) == list(SENTENCES)
        assert current(pilot) in ("two", "three")
        assert pilot.status.startswith("NOTES")
        await pilot.press("2 ctrl+r")
        assert listed(pilot) == ["one", "four"]


async def test_an_undone_edit_leaves_the_cursor_where_it_is(dossier: Path) -> None:
    async with open_with_notes(dossier) as pilot:
        await pilot.press("2j", "c", "u")
        assert current(pilot) == "three"
        await pilot.press("t", *"x", "enter", "u")
        assert current(pilot) == "three"
        assert pilot.status.startswith("NOTES")


async def test_the_text_follows_every_motion_through_the_notes(dossier: Path) -> None:
    async with open_with_notes(dossier) as pilot:
        for keys, body in (
            ("j", "two"),
            ("2j", "four"),
            ("k", "three"),
            ("gg", "one"),
            ("G", "four"),
            ("2gg", "two"),
        ):
            await pilot.press(keys)
            assert current(pilot) == body, keys
            follows(pilot)
            assert pilot.status.startswith("NOTES")
        await pilot.press("d", "j")
        assert current(pilot) == "four"
        follows(pilot)
        await pilot.press("escape")
        assert pilot.status.startswith("READ")
        assert current(pilot) == "four"


@covers("annotations.annotate")
async def test_a_annotates_the_sentence_at_the_readers_caret(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press(")", "tab", "a")
        assert "They spoke of tariffs." in pilot.screen()
        await pilot.press(*"here", "ctrl+s")
        assert on_disk(dossier) == {"here"}
        assert pilot.status.startswith("NOTES")


@covers("annotations.edit", "annotations.tags", "annotations.cycle_color")
async def test_edit_tags_and_color_are_of_the_current_note(dossier: Path) -> None:
    async with open_with_notes(dossier) as pilot:
        await pilot.press("2j", "e", *"!", "ctrl+s")
        assert on_disk(dossier) == {"one", "two", "three!", "four"}
        await pilot.press("t")
        await pilot.type("x, y\n")
        await pilot.press("c")
        content = tomllib.loads((dossier / "annotations" / "talks.toml").read_text("utf-8"))
        (note,) = [each for each in content["annotation"] if each["body"] == "three!"]
        assert note["tags"] == ["x", "y"]
        assert f"color: {note['color']}" in pilot.status
        assert sum(each.get("tags", []) == ["x", "y"] for each in content["annotation"]) == 1
        assert current(pilot) == "three!"
