from __future__ import annotations

import base64
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.ui.desk import Desk, desk_on

FIRST = "Wang Yi met Marco Rubio in Moscow on Tuesday."


def on_disk(dossier: Path, name: str = "talks") -> list[dict[str, Any]]:
    path = dossier / "annotations" / f"{name}.toml"
    if not path.exists():
        return []
    return list(tomllib.loads(path.read_text("utf-8")).get("annotation", []))


def bodies(dossier: Path) -> list[str]:
    return [note["body"] for note in on_disk(dossier)]


async def note(desk: Desk, body: str, *before: str) -> None:
    """Annotate what `before` selects."""
    await desk.press(*before, "a")
    await desk.type(body)
    await desk.press("ctrl+s")


async def test_a_annotates_the_sentence_at_the_caret(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("w", "a")
        assert FIRST in desk.screen()
        await desk.type("Who says\nso?")
        await desk.press("tab")
        await desk.type("tariffs, claim/contested")
        await desk.press("ctrl+s")
        (kept,) = on_disk(dossier)
        assert kept["target"]["exact"] == FIRST
        assert kept["body"] == "Who says\nso?"
        assert kept["tags"] == ["tariffs", "claim/contested"]
        assert "noted" in desk.status
        shown = "\n".join(desk.rows(desk.notes))
        assert "Who says" in shown
        assert "#tariffs #claim/contested" in shown
        assert desk.rows(desk.reader)[0].lstrip().startswith("│")


async def test_a_annotates_the_selection(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await note(desk, "where", "4w", "v", "e", "e")
        assert on_disk(dossier)[0]["target"]["exact"] == "Rubio in"
        assert desk.selected is None
        assert desk.looks_of(desk.reader, "Rubio")[0].style != desk.looks_of(desk.reader, "spoke")[0].style


async def test_ga_annotates_the_whole_article(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("ga")
        assert "on the whole article" in desk.screen()
        await desk.type("check")
        await desk.press("ctrl+s")
        assert "target" not in on_disk(dossier)[0]
        assert "on the whole article" in "\n".join(desk.rows(desk.notes))
        await desk.press("ga", "ctrl+s")
        assert "an empty note on the whole article is not kept" in desk.status
        assert len(on_disk(dossier)) == 1


async def test_the_note_at_the_caret_is_edited_tagged_and_deleted(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await note(desk, "one")
        await desk.press("ce")
        await desk.type(" more")
        await desk.press("ctrl+s")
        assert bodies(dossier) == ["one more"]
        await desk.press("ct")
        await desk.type("tariffs")
        await desk.press("enter")
        assert on_disk(dossier)[0]["tags"] == ["tariffs"]
        await desk.press("enter")
        await desk.type("!")
        await desk.press("f2")
        assert bodies(dossier) == ["one more!"]
        await desk.press("d")
        assert "u brings it back" in desk.status
        assert bodies(dossier) == []


async def test_undo_and_redo_go_step_by_step(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await note(desk, "one")
        await desk.press("ce")
        await desk.type("+")
        await desk.press("ctrl+s", "d")
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
            await desk.press(keys)
            assert bodies(dossier) == left, keys
            assert said in desk.status, keys


async def test_what_was_deleted_can_be_undone_after_reading_the_dossier_again(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await note(desk, "one")
        await desk.press("d", "R")
        await desk.press("u")
        assert bodies(dossier) == ["one"]


async def test_the_keys_of_the_annotations_pane(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        for body, place in (("first", "gg"), ("second", "2)"), ("third", "2}")):
            await note(desk, body, "gg", place)
        await desk.press("gg", "tab")
        assert desk.status.startswith("NOTES")
        for keys, current in (
            ("gg", "first"), ("j", "second"), ("G", "third"), ("k", "second"), ("2j", "third"),
            ("home", "first"), ("end", "third"), ("ctrl+u", "first"), ("down", "second"), ("up", "first"),
        ):  # fmt: skip
            await desk.press(keys)
            assert desk.notes.notes[desk.notes.current].annotation.body == current, keys
        await desk.press("j", "enter")
        assert desk.text[desk.caret :].startswith("Exports fell")
        assert desk.status.startswith("READ")
        await desk.press("tab", "G", "e")
        await desk.type("!")
        await desk.press("ctrl+s")
        assert bodies(dossier)[-1] == "third!"
        await desk.press("c")
        assert "color: red" in desk.status
        assert on_disk(dossier)[-1]["color"] == "red"
        await desk.press("t")
        await desk.type("x")
        await desk.press("enter")
        assert on_disk(dossier)[-1]["tags"] == ["x"]
        assert desk.status.startswith("NOTES")
        await desk.press("d")
        assert bodies(dossier) == ["first", "second"]
        await desk.press("u")
        assert bodies(dossier) == ["first", "second", "third!"]


async def test_a_in_the_annotations_pane_annotates_the_readers_sentence(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press(")", "tab", "e")
        assert "no notes yet" in desk.status
        await note(desk, "here")
        assert on_disk(dossier)[0]["target"]["exact"] == "They spoke of tariffs."


async def test_the_note_at_the_caret_is_lit_in_the_panel(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await note(desk, "first")
        await note(desk, "second", "2)")
        await desk.press("gg")
        assert desk.notes.notes[desk.notes.current].annotation.body == "first"
        await desk.press("]n")
        assert desk.notes.notes[desk.notes.current].annotation.body == "second"


async def test_escape_leaves_an_editor_without_changes_at_once(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("a", "escape")
        assert len(desk.app.screen_stack) == 1
        assert on_disk(dossier) == []


@pytest.mark.parametrize(
    ("answer", "left", "open_screens"), [("s", ["kept?"], 1), ("d", [], 1), ("escape", [], 2)]
)
async def test_escape_with_unsaved_text_asks(
    dossier: Path, answer: str, left: list[str], open_screens: int
) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("a")
        await desk.type("kept?")
        await desk.press("escape")
        assert "This note is not saved." in desk.screen()
        await desk.press(answer)
        assert bodies(dossier) == left
        assert len(desk.app.screen_stack) == open_screens
        if open_screens == 2:
            assert "kept?" in desk.screen()


async def test_y_copies_what_is_selected_to_the_terminals_own_clipboard(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await note(desk, "Who?")
        desk.listen()
        for keys, copied in (
            (("gg", "iw", "y"), "Wang"),
            (("gg", "y"), FIRST),
            (("V", "y"), "Wang Yi met Marco Rubio in Moscow on Tuesday. They"),
            (("tab", "y"), f"“{FIRST}”\n\nWho?"),
        ):
            desk.forget()
            await desk.press(*keys)
            sequence = next(part for part in desk.written if part.startswith("\x1b]52;c;"))
            assert base64.b64decode(sequence[7:-1]).decode() == copied
            assert "copied" in desk.status
