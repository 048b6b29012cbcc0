from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from textual import events

from tests.support.pilot import open_app


def kept(dossier: Path) -> list[dict[str, Any]]:
    path = dossier / "annotations" / "talks.toml"
    return list(tomllib.loads(path.read_text("utf-8"))["annotation"])


async def test_a_note_typed_in_one_burst_is_exactly_that_note(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        pilot.burst(")", "a")
        pilot.burst_of_text("Who says so? q d x\nsecond line")
        pilot.burst("tab")
        pilot.burst_of_text("tariffs")
        pilot.burst("ctrl+s", "gg", "w")
        await pilot.quiet()
        (note,) = kept(dossier)
        assert note["target"]["exact"] == "They spoke of tariffs."
        assert note["body"] == "Who says so? q d x\nsecond line"
        assert note["tags"] == ["tariffs"]
        assert pilot.text[pilot.caret :].startswith("Yi met")
        assert len(pilot.app.screen_stack) == 1


async def test_a_search_typed_in_one_burst_goes_to_its_match(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        pilot.burst("/")
        pilot.burst_of_text("wang")
        pilot.burst("enter", "n", "e")
        await pilot.quiet()
        assert pilot.caret == pilot.text.index("Wang said") + 3


async def test_dialogs_opened_and_left_in_one_burst(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        pilot.burst("?", "escape", "K", "escape", "x", "escape", "tab", "j", "tab", "j", "enter", "w")
        await pilot.quiet()
        assert pilot.reading.workspace.article is not None
        assert pilot.reading.workspace.article.id == "trade"
        assert pilot.text[pilot.caret :].startswith("with China")


async def test_two_notes_in_one_burst(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for body in ("one", "two"):
            pilot.burst("a")
            pilot.burst_of_text(body)
            pilot.burst("ctrl+s", "2)")
        await pilot.quiet()
        assert [note["body"] for note in kept(dossier)] == ["one", "two"]


async def test_a_paste_stays_between_the_keys_before_and_after_it(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        pilot.burst("a", "x")
        pilot.send(events.Paste("pasted\ntext"))
        pilot.burst("y", "ctrl+s")
        await pilot.quiet()
        assert kept(dossier)[0]["body"] == "xpasted\ntexty"
