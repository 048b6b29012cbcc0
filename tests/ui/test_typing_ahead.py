from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from textual import events

from tests.ui.desk import desk_on


def kept(dossier: Path) -> list[dict[str, Any]]:
    path = dossier / "annotations" / "talks.toml"
    return list(tomllib.loads(path.read_text("utf-8"))["annotation"])


async def test_a_note_typed_in_one_burst_is_exactly_that_note(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        desk.burst(")", "a")
        desk.burst_of_text("Who says so? q d x\nsecond line")
        desk.burst("tab")
        desk.burst_of_text("tariffs")
        desk.burst("ctrl+s", "gg", "w")
        await desk.quiet()
        (note,) = kept(dossier)
        assert note["target"]["exact"] == "They spoke of tariffs."
        assert note["body"] == "Who says so? q d x\nsecond line"
        assert note["tags"] == ["tariffs"]
        assert desk.text[desk.caret :].startswith("Yi met")
        assert len(desk.app.screen_stack) == 1


async def test_a_search_typed_in_one_burst_goes_to_its_match(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        desk.burst("/")
        desk.burst_of_text("wang")
        desk.burst("enter", "n", "e")
        await desk.quiet()
        assert desk.caret == desk.text.index("Wang said") + 3


async def test_dialogs_opened_and_left_in_one_burst(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        desk.burst("?", "escape", "K", "escape", "x", "escape", "tab", "j", "tab", "j", "enter", "w")
        await desk.quiet()
        assert desk.reading.workspace.article is not None
        assert desk.reading.workspace.article.id == "trade"
        assert desk.text[desk.caret :].startswith("with China")


async def test_two_notes_in_one_burst(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        for body in ("one", "two"):
            desk.burst("a")
            desk.burst_of_text(body)
            desk.burst("ctrl+s", "2)")
        await desk.quiet()
        assert [note["body"] for note in kept(dossier)] == ["one", "two"]


async def test_a_paste_stays_between_the_keys_before_and_after_it(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        desk.burst("a", "x")
        desk.send(events.Paste("pasted\ntext"))
        desk.burst("y", "ctrl+s")
        await desk.quiet()
        assert kept(dossier)[0]["body"] == "xpasted\ntexty"
