from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app

MEETING = "Tendai Mukwere met Marco Rubio in Moscow."


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another dossier, in a folder whose name has a space."""
    root = tmp_path / "two words"
    write_article(root, "meeting", MEETING, "2025-05-01")
    return root


async def test_e_opens_another_dossier_in_place_of_this_one(dossier: Path, other: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press(":")
        await pilot.type(f"e {other}\n")
        assert pilot.text == MEETING
        assert [item.id for item in pilot.sidebar.items] == ["meeting"]
        assert len(pilot.app.screen_stack) == 1
        await pilot.press("]a")
        assert pilot.text[pilot.caret :].startswith("Marco Rubio")


async def line(pilot: AppPilot, typed: str) -> None:
    await pilot.press(":")
    await pilot.type(f"{typed}\n")


@pytest.mark.parametrize("quoted", ['"{}"', "{}", "file"])
async def test_a_path_with_spaces_may_be_quoted_and_may_be_a_file(
    dossier: Path, other: Path, quoted: str
) -> None:
    written = f"{other}/meeting.txt".replace(" ", "\\ ") if quoted == "file" else quoted.format(other)
    async with open_app(dossier) as pilot:
        await line(pilot, f"e {written}")
        assert pilot.text == MEETING


async def test_the_notes_and_the_reading_position_of_the_first_dossier_are_kept(
    dossier: Path, other: Path
) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", *"one", "ctrl+s", "]a")
        position = pilot.caret
        await line(pilot, f"e {other}")
        await pilot.press("a", *"two", "ctrl+s")
        await line(pilot, f"e {dossier}")
        assert pilot.caret == position > 0
        assert [note.annotation.body for note in pilot.notes.notes] == ["one"]
        await line(pilot, f"e {other}")
        assert [note.annotation.body for note in pilot.notes.notes] == ["two"]


async def test_tables_close_and_show_the_other_dossier(dossier: Path, other: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("A", "enter", "enter", "A")
        await line(pilot, f"e {other}")
        assert pilot.text == MEETING
        assert len(pilot.app.screen_stack) == 1
        await pilot.press("A")
        assert "Tendai Mukwere" in pilot.screen()
        assert "China" not in pilot.screen()
        await pilot.press("escape", "gF", "escape", "ctrl+o")
        assert pilot.text == MEETING


async def test_settings_of_the_command_line_and_of_set_hold_in_the_other_dossier(
    dossier: Path, other: Path
) -> None:
    async with open_app(dossier, flags={"reader.measure": 40}) as pilot:
        await line(pilot, "set order=oldest theme=nord")
        await line(pilot, f"e {other}")
        assert pilot.reader.measure == 40
        assert pilot.app.theme == "nord"
        await line(pilot, "set")
        assert "theme=nord  measure=40  order=oldest" in pilot.status


async def test_the_keys_of_the_other_dossier_are_in_force(dossier: Path, other: Path) -> None:
    (other / "fenttui.toml").write_text('[keys]\n"reader.next_actor" = ["S"]\n')
    async with open_app(dossier) as pilot:
        await pilot.press("]a")
        await line(pilot, f"e {other}")
        await pilot.press("S")
        assert pilot.text[pilot.caret :].startswith("Marco Rubio")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("missing", "there is no such file or folder; check the path"),
        ("empty", "no article"),
        ("~nobody-at-all/x", "cannot be opened"),
        ("a\x00b", "NUL"),
    ],
)
async def test_what_cannot_be_opened_is_told_and_changes_nothing(
    dossier: Path, tmp_path: Path, name: str, told: str
) -> None:
    (tmp_path / "work" / "empty").mkdir()
    async with open_app(dossier) as pilot:
        before = pilot.text
        await pilot.press(":")
        pilot.app.screen.query_one("#prompt", Input).value = f"e {name}"
        await pilot.press("enter")
        assert told in pilot.reading.status._message
        assert pilot.text == before


async def test_e_alone_reads_the_dossier_again_also_from_a_table(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        write_article(dossier, "new", "Tea is new.", "2025-06-01")
        await pilot.press("A")
        await line(pilot, "e")
        assert "1 new" in pilot.status
        assert "new" in [item.id for item in pilot.sidebar.items]


async def test_what_is_not_saved_is_not_left_behind_unless_asked(dossier: Path, other: Path) -> None:
    async with open_app(dossier) as pilot:
        way = dossier / "annotations"
        way.write_text("in the way")
        await pilot.press("a", *"one", "ctrl+s")
        await line(pilot, f"e {other}")
        assert ":e! opens" in pilot.reading.status._message
        assert pilot.text != MEETING
        await line(pilot, f"e! {other}")
        assert pilot.text == MEETING
        way.unlink()
        await line(pilot, f"e {dossier}")
        assert "There is an unsaved draft" in pilot.screen()


async def test_the_program_ends_well_after_another_dossier_was_opened(dossier: Path, other: Path) -> None:
    async with open_app(dossier) as pilot:
        await line(pilot, f"e {other}")
        await pilot.press("]a")
        await line(pilot, "q")
        assert pilot.app._exit
    async with open_app(other) as pilot:
        assert pilot.text[pilot.caret :].startswith("Marco Rubio")
