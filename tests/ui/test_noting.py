from __future__ import annotations

import base64
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.support.pilot import AppPilot, open_app

FIRST = "Wang Yi met Marco Rubio in Moscow on Tuesday."


def on_disk(dossier: Path, name: str = "talks") -> list[dict[str, Any]]:
    path = dossier / "annotations" / f"{name}.toml"
    if not path.exists():
        return []
    return list(tomllib.loads(path.read_text("utf-8")).get("annotation", []))


def bodies(dossier: Path) -> list[str]:
    return [note["body"] for note in on_disk(dossier)]


async def note(pilot: AppPilot, body: str, *before: str) -> None:
    """Annotate what `before` selects."""
    await pilot.press(*before, "a")
    await pilot.type(body)
    await pilot.press("ctrl+s")


async def test_a_annotates_the_sentence_at_the_caret(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("w", "a")
        assert FIRST in pilot.screen()
        await pilot.type("Who says\nso?")
        await pilot.press("tab")
        await pilot.type("tariffs, claim/contested")
        await pilot.press("ctrl+s")
        (kept,) = on_disk(dossier)
        assert kept["target"]["exact"] == FIRST
        assert kept["body"] == "Who says\nso?"
        assert kept["tags"] == ["tariffs", "claim/contested"]
        assert "noted" in pilot.status
        shown = "\n".join(pilot.rows(pilot.notes))
        assert "Who says" in shown
        assert "#tariffs #claim/contested" in shown
        assert pilot.rows(pilot.reader)[0].lstrip().startswith("│")


async def test_a_annotates_the_selection(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await note(pilot, "where", "4w", "v", "e", "e")
        assert on_disk(dossier)[0]["target"]["exact"] == "Rubio in"
        assert pilot.selected is None
        assert (
            pilot.looks_of(pilot.reader, "Rubio")[0].style != pilot.looks_of(pilot.reader, "spoke")[0].style
        )


async def test_ga_annotates_the_whole_article(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("ga")
        assert "on the whole article" in pilot.screen()
        await pilot.type("check")
        await pilot.press("ctrl+s")
        assert "target" not in on_disk(dossier)[0]
        assert "on the whole article" in "\n".join(pilot.rows(pilot.notes))
        await pilot.press("ga", "ctrl+s")
        assert "an empty note on the whole article is not kept" in pilot.status
        assert len(on_disk(dossier)) == 1


async def test_the_note_at_the_caret_is_edited_tagged_and_deleted(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await note(pilot, "one")
        await pilot.press("ce")
        await pilot.type(" more")
        await pilot.press("ctrl+s")
        assert bodies(dossier) == ["one more"]
        await pilot.press("ct")
        await pilot.type("tariffs")
        await pilot.press("enter")
        assert on_disk(dossier)[0]["tags"] == ["tariffs"]
        await pilot.press("enter")
        await pilot.type("!")
        await pilot.press("f2")
        assert bodies(dossier) == ["one more!"]
        await pilot.press("d")
        assert "u brings it back" in pilot.status
        assert bodies(dossier) == []


async def test_undo_and_redo_go_step_by_step(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await note(pilot, "one")
        await pilot.press("ce")
        await pilot.type("+")
        await pilot.press("ctrl+s", "d")
        steps = [
            ("u", ["one+"], "deleted note restored"),
            ("u", ["one"], "edit undone"),
            ("u", [], "new note removed"),
            ("u", [], "nothing to undo"),
            ("ctrl+r", ["one"], "note added again"),
            ("2 ctrl+r", [], "note deleted again"),
            ("ctrl+r", [], "nothing to redo"),
            ("3u", [], "new note removed"),
        ]
        for keys, left, said in steps:
            await pilot.press(keys)
            assert bodies(dossier) == left, keys
            assert said in pilot.status, keys


async def test_undo_goes_back_to_the_article_of_the_last_change_and_says_so(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await note(pilot, "one")
        await pilot.press("]]")
        await pilot.press("u")
        assert bodies(dossier) == []
        assert "new note removed in “" in pilot.status
        await pilot.press("ctrl+r")
        assert bodies(dossier) == ["one"]
        assert "note added again in “" in pilot.status
        await pilot.press("2u")
        assert "nothing to undo" in pilot.status


async def test_past_the_last_note_comes_the_next_article_with_notes(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await note(pilot, "one", "gg")
        first = pilot.text
        await pilot.press("]]")
        second = pilot.text
        await note(pilot, "two", "gg")
        await pilot.press("[n")
        assert pilot.text == first
        assert "previous article with notes" in pilot.status
        await pilot.press("]n")
        assert pilot.text == second
        assert "next article with notes" in pilot.status
        await pilot.press("]n")
        assert "no note" in pilot.status


async def test_what_was_deleted_can_be_undone_after_reading_the_dossier_again(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await note(pilot, "one")
        await pilot.press("d", "R")
        await pilot.press("u")
        assert bodies(dossier) == ["one"]


async def test_the_keys_of_the_annotations_pane(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for body, keys in (("first", "gg"), ("second", "2)"), ("third", "2}")):
            await note(pilot, body, "gg", keys)
        await pilot.press("gg", "tab")
        assert pilot.status.startswith("NOTES")
        for keys, current in (
            ("gg", "first"), ("j", "second"), ("G", "third"), ("k", "second"), ("2j", "third"),
            ("home", "first"), ("end", "third"), ("ctrl+u", "first"), ("down", "second"), ("up", "first"),
        ):  # fmt: skip
            await pilot.press(keys)
            assert pilot.notes.notes[pilot.notes.current].annotation.body == current, keys
        await pilot.press("j", "enter")
        assert pilot.text[pilot.caret :].startswith("Exports fell")
        assert pilot.status.startswith("READ")
        await pilot.press("tab", "G", "e")
        await pilot.type("!")
        await pilot.press("ctrl+s")
        assert bodies(dossier)[-1] == "third!"
        await pilot.press("c")
        assert "color: red" in pilot.status
        assert on_disk(dossier)[-1]["color"] == "red"
        await pilot.press("t")
        await pilot.type("x")
        await pilot.press("enter")
        assert on_disk(dossier)[-1]["tags"] == ["x"]
        assert pilot.status.startswith("NOTES")
        await pilot.press("d")
        assert bodies(dossier) == ["first", "second"]
        await pilot.press("u")
        assert bodies(dossier) == ["first", "second", "third!"]


async def test_a_in_the_annotations_pane_annotates_the_readers_sentence(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press(")", "tab", "e")
        assert "no notes yet" in pilot.status
        await note(pilot, "here")
        assert on_disk(dossier)[0]["target"]["exact"] == "They spoke of tariffs."


async def test_the_note_at_the_caret_is_lit_in_the_panel(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await note(pilot, "first")
        await note(pilot, "second", "2)")
        await pilot.press("gg")
        assert pilot.notes.notes[pilot.notes.current].annotation.body == "first"
        await pilot.press("]n")
        assert pilot.notes.notes[pilot.notes.current].annotation.body == "second"


async def test_escape_leaves_an_editor_without_changes_at_once(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", "escape")
        assert len(pilot.app.screen_stack) == 1
        assert on_disk(dossier) == []


@pytest.mark.parametrize(
    ("answer", "left", "open_screens"), [("s", ["kept?"], 1), ("d", [], 1), ("escape", [], 2)]
)
async def test_escape_with_unsaved_text_asks(
    dossier: Path, answer: str, left: list[str], open_screens: int
) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a")
        await pilot.type("kept?")
        await pilot.press("escape")
        assert "This note is not saved." in pilot.screen()
        await pilot.press(answer)
        assert bodies(dossier) == left
        assert len(pilot.app.screen_stack) == open_screens
        if open_screens == 2:
            assert "kept?" in pilot.screen()


async def test_y_copies_what_is_selected_to_the_terminals_own_clipboard(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await note(pilot, "Who?")
        pilot.listen()
        for keys, copied in (
            (("gg", "iw", "y"), "Wang"),
            (("gg", "y"), FIRST),
            (("V", "y"), "Wang Yi met Marco Rubio in Moscow on Tuesday. They"),
            (("tab", "y"), f"“{FIRST}”\n\nWho?"),
        ):
            pilot.forget()
            await pilot.press(*keys)
            sequence = next(part for part in pilot.written if part.startswith("\x1b]52;c;"))
            assert base64.b64decode(sequence[7:-1]).decode() == copied
            assert "copied" in pilot.status
