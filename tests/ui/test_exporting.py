from __future__ import annotations

import csv
import json
import tomllib
from pathlib import Path

import pytest
from textual.content import Content
from textual.widgets import Input

from fenttui.exports import FORMATS
from tests.support.pilot import AppPilot, open_app


async def two_notes(pilot: AppPilot) -> None:
    await pilot.press("a", *"one", "ctrl+s", "]]", "a", *"two", "ctrl+s", "[[")


@pytest.mark.parametrize(("downs", "suffix"), enumerate(form.suffix for form in FORMATS.values()))
async def test_x_exports_in_each_format(dossier: Path, tmp_path: Path, downs: int, suffix: str) -> None:
    async with open_app(dossier) as pilot:
        await two_notes(pilot)
        await pilot.press("x", *"j" * downs)
        await pilot.press("ctrl+s")
        path = tmp_path / "work" / f"talks-notes{suffix}"
        content = path.read_text("utf-8")
        assert "one" in content
        assert "two" not in content
        assert "1 note exported to" in pilot.status
        if suffix == ".csv":
            assert next(iter(csv.DictReader(content.splitlines())))["body"] == "one"
        elif suffix == ".json":
            assert json.loads(content)
        elif suffix == ".toml":
            assert tomllib.loads(content)


async def test_all_listed_articles_are_exported_to_a_file_of_choice(dossier: Path, tmp_path: Path) -> None:
    async with open_app(dossier) as pilot:
        await two_notes(pilot)
        await pilot.press("x", "enter", "j")
        path = pilot.app.screen.query_one("#export-path", Input)
        assert path.value == "annotations.md"
        assert str(tmp_path / "work")[:30] in pilot.screen()
        await pilot.press("enter", "ctrl+u")
        await pilot.type(str(tmp_path / "work" / "all.md"))
        await pilot.press("enter")
        content = (tmp_path / "work" / "all.md").read_text("utf-8")
        assert "one" in content
        assert "two" in content
        assert "2 notes exported" in pilot.status


async def test_a_file_that_is_there_is_not_overwritten_unless_asked(dossier: Path, tmp_path: Path) -> None:
    path = tmp_path / "work" / "talks-notes.md"
    path.write_text("mine")
    async with open_app(dossier) as pilot:
        await two_notes(pilot)
        await pilot.press("x", "ctrl+s")
        assert "exists already" in " ".join(pilot.screen().split())
        assert path.read_text() == "mine"
        await pilot.press("ctrl+e", "x")
        assert "exists already" not in " ".join(pilot.screen().split())
        await pilot.press("ctrl+o")
        assert path.read_text() == "mine"
        await pilot.press("backspace", "ctrl+s", "ctrl+o")
        assert "one" in path.read_text()
        assert (tmp_path / "work" / "talks-notes.md~").read_text() == "mine"
        assert "the old file is" in pilot.reading.status._message


async def test_an_export_that_cannot_be_written_says_why_and_stays(dossier: Path, tmp_path: Path) -> None:
    async with open_app(dossier) as pilot:
        await two_notes(pilot)
        (tmp_path / "work" / "file").write_text("in the way")
        await pilot.press("x", "tab", "tab", "ctrl+u")
        await pilot.type(str(tmp_path / "work" / "file" / "notes.md"))
        await pilot.press("ctrl+s")
        assert len(pilot.app.screen_stack) == 2
        said = pilot.app.screen.query_one("#export-error").render()
        assert isinstance(said, Content)
        assert said.plain
        await pilot.press("escape")
        assert len(pilot.app.screen_stack) == 1


async def test_escape_leaves_without_writing(dossier: Path, tmp_path: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("x", "escape")
        assert list((tmp_path / "work").iterdir()) == []


async def test_the_proposed_format_and_folder_are_from_the_settings(
    dossier: Path, own_config: Path, tmp_path: Path
) -> None:
    own_config.write_text(f'[export]\nformat = "csv"\nfolder = "{tmp_path}"\n')
    async with open_app(dossier) as pilot:
        await two_notes(pilot)
        await pilot.press("x", "ctrl+s")
        assert (tmp_path / "talks-notes.csv").exists()
