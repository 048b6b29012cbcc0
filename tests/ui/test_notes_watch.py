"""Another program changes the notes' file while the article is open."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.support.pilot import AppPilot, open_app
from tests.ui.test_notes_panel import new_note


def bodies(pilot: AppPilot) -> list[str]:
    return sorted(note.annotation.body for note in pilot.notes.notes)


async def look(pilot: AppPilot) -> None:
    """What the timer calls."""
    watch = pilot.reading.notes_watch
    assert watch is not None
    await watch.look()
    await pilot.quiet()


async def write(pilot: AppPilot, body: str) -> None:
    await pilot.press("a")
    await pilot.type(body)
    await pilot.press("ctrl+s", ")")


async def test_a_note_of_another_program_appears_without_a_key(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await write(pilot, "mine")
        new_note(dossier / "talks.txt", "another's")
        await look(pilot)
        assert bodies(pilot) == ["another's", "mine"]
        assert "another program changed talks.toml" in pilot.status


async def test_an_older_copy_that_is_put_back_is_told_and_u_brings_the_notes_back(dossier: Path) -> None:
    path = dossier / "annotations" / "talks.toml"
    async with open_app(dossier) as pilot:
        await write(pilot, "first")
        old = path.read_bytes()
        await write(pilot, "second")
        path.write_bytes(old)
        await look(pilot)
        assert bodies(pilot) == ["first"]
        assert "1 note vanished from talks.toml: u brings it back" in pilot.status
        await pilot.press("u")
        assert bodies(pilot) == ["first", "second"]
        written = tomllib.loads(path.read_text("utf-8"))["annotation"]
        assert sorted(note["body"] for note in written) == ["first", "second"]
        # The change before it is undone after it.
        await pilot.press("u")
        assert bodies(pilot) == ["first"]


async def test_reading_again_tells_what_vanished(dossier: Path) -> None:
    path = dossier / "annotations" / "talks.toml"
    async with open_app(dossier, size=(160, 40)) as pilot:
        await write(pilot, "first")
        old = path.read_bytes()
        await write(pilot, "second")
        path.write_bytes(old)
        await pilot.press("R")
        assert "1 note vanished from talks.toml" in pilot.status


async def test_what_this_program_writes_is_no_news(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await write(pilot, "mine")
        said = pilot.status
        await look(pilot)
        assert pilot.status == said


async def test_a_file_that_is_gone_is_told_and_written_again(dossier: Path) -> None:
    path = dossier / "annotations" / "talks.toml"
    async with open_app(dossier, size=(160, 40)) as pilot:
        await write(pilot, "first")
        path.unlink()
        await look(pilot)
        assert "talks.toml is gone" in pilot.status
        assert bodies(pilot) == ["first"]
        await write(pilot, "second")
        assert b"first" in path.read_bytes()


async def test_a_file_that_broke_is_told_and_its_notes_stay_on_the_screen(dossier: Path) -> None:
    path = dossier / "annotations" / "talks.toml"
    async with open_app(dossier, size=(160, 40)) as pilot:
        await write(pilot, "first")
        path.write_text("schema = [", "utf-8")
        await look(pilot)
        assert "talks.toml" in pilot.status
        assert bodies(pilot) == ["first"]
        assert "read-only" in str(pilot.notes.border_title)
