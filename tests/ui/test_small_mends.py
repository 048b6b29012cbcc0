"""What a user stumbled over: each a small thing, and a test of its kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from fenttui.ui.commands.registry import all_commands
from fenttui.ui.dialogs.help import help_text
from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app
from tests.ui.test_actors_screen import current, go_to, letters, listed, named, said
from tests.ui.test_noting import note

__all__ = ["letters", "named"]


async def test_u_in_the_text_undoes_changes_of_notes_and_of_actors_both(letters: Path) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        await go_to(pilot, "London")
        await pilot.press("d", "q")
        await note(pilot, "one")
        await pilot.press("u")
        assert "new note removed" in pilot.status
        await pilot.press("u")
        assert "undone: London ignored" in pilot.status
        await pilot.press("u")
        assert "nothing to undo" in pilot.status
        await pilot.press("2 ctrl+r")
        await pilot.press("A")
        assert "London" not in listed(pilot)


@pytest.mark.parametrize("name", ["France", "London", "Turin"])
async def test_undo_among_the_actors_goes_to_the_one_that_comes_back(letters: Path, name: str) -> None:
    async with open_app(letters) as pilot:
        await pilot.press("A")
        await go_to(pilot, name)
        await pilot.press("d")
        assert current(pilot) != name
        await pilot.press("u")
        assert current(pilot) == name
        await pilot.press("ctrl+r")
        await pilot.press("G")
        await pilot.press("u")
        assert current(pilot) == name


async def test_a_filter_of_a_table_tells_how_many_pass(letters: Path) -> None:
    async with open_app(letters, size=(80, 24)) as pilot:
        await pilot.press("A", "/")
        await pilot.type("fran")
        assert pilot.screen().splitlines()[-1].rstrip().endswith("1 of 6")
        await pilot.press("enter")
        assert "1 of 6: only fran; escape shows all" in said(pilot)


@pytest.mark.parametrize(("keys", "size"), [(("v", "y"), "1 character"), (("v", "l", "y"), "2 characters")])
async def test_a_copy_tells_its_size_in_words(dossier: Path, keys: tuple[str, ...], size: str) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press(*keys)
        assert f": {size}" in pilot.status
        assert f"{size}s" not in pilot.status


async def test_a_line_that_catches_up_when_the_program_has_ended_paints_nothing(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("q")
    assert not pilot.app.screen_stack
    pilot.app.repaint()


def status_line(pilot: AppPilot) -> str:
    """All rows of the status line, without white space: a long word is cut anywhere."""
    return "".join("".join(pilot.rows(pilot.reading.status)).split())


@pytest.mark.parametrize("error", [False, True])
async def test_a_long_message_is_shown_whole(dossier: Path, error: bool) -> None:
    message = "2 notes exported to " + "/".join(["somewhere"] * 9) + ".md; the old file is kept beside it"
    async with open_app(dossier, size=(80, 24)) as pilot:
        pilot.reading.say(message, error)
        await pilot.quiet()
        assert message.replace(" ", "") in status_line(pilot)
        await pilot.press("j")
        assert pilot.reading.status.size.height == 1


async def test_a_message_that_is_longer_than_the_status_line_can_be_says_so(dossier: Path) -> None:
    async with open_app(dossier, size=(80, 24)) as pilot:
        pilot.reading.say("word " * 200)
        await pilot.quiet()
        assert status_line(pilot).count("word") > 20
        assert "…" in status_line(pilot)


async def test_a_saved_note_is_told_in_one_row_wherever_its_file_is(tmp_path: Path) -> None:
    root = tmp_path / "a-very-long-name-of-a-folder" / "and-another-one" / "dossier"
    write_article(root, "talks", "Wang Yi met Marco Rubio in Moscow on Tuesday.")
    async with open_app(root, size=(80, 24)) as pilot:
        await note(pilot, "one")
        assert "noted·…/annotations/talks.toml" in status_line(pilot)
        assert pilot.reading.status.size.height == 1


@pytest.mark.parametrize("width", [20, 47, 48, 68, 100])
def test_a_sentence_of_the_help_continues_below_its_beginning(width: int) -> None:
    registry = all_commands()
    for name in ("reader", "annotations", "articles"):
        text = help_text(registry, registry.context(name), width)
        headings = {command.group for command in registry.active_in(registry.context(name))}
        for line in text.plain.splitlines()[:-2]:
            assert not line or line.startswith("  ") or line in {*headings, "Command line"}


async def test_the_help_in_a_window_has_its_sentences_below_their_beginning(dossier: Path) -> None:
    async with open_app(dossier, size=(60, 20)) as pilot:
        await pilot.press("?", "G")
        rows = pilot.screen().splitlines()
        at = next(index for index, row in enumerate(rows) if ":NAME" in row)
        column = rows[at].index("any command")
        assert rows[at + 1][column - 1] == " "
        assert rows[at + 1][column].isalpha()
