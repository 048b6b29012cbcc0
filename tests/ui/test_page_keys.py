"""Every key that pages through a side pane."""

from __future__ import annotations

from pathlib import Path

import pytest

from fenttui.ui.commands.registry import all_commands
from tests.support.dossiers import write_article
from tests.support.pilot import open_app


def keys_of(context: str, action: str) -> tuple[str, ...]:
    return next(command.keys for command in all_commands().commands if command.name == f"{context}.{action}")


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """Forty articles, the newest with twenty notes."""
    root = tmp_path / "many"
    for number in range(40):
        write_article(root, f"{number:02}", f"Report {number} of the day.", f"2024-01-{number % 28 + 1:02}")
    write_article(root, "newest", "China spoke. " * 30, "2025-01-01")
    records = "".join(
        f'[[annotation]]\nid = "{number:02}"\ncreated = 2025-04-03T09:12:{number:02}Z\n'
        f'modified = 2025-04-03T09:12:44Z\nbody = "note {number}"\n'
        f'[annotation.target]\nexact = "China spoke."\nprefix = ""\nsuffix = ""\n'
        f"start = {number * 13}\nend = {number * 13 + 12}\n"
        for number in range(20)
    )
    (root / "annotations").mkdir()
    (root / "annotations" / "newest.toml").write_text(f"schema = 1\n{records}")
    return root


@pytest.mark.parametrize("context", ["articles", "annotations"])
@pytest.mark.parametrize("action", ["page_down", "page_up"])
async def test_each_page_key_goes_a_page(noted: Path, context: str, action: str) -> None:
    async with open_app(noted, size=(120, 30)) as pilot:
        await pilot.press("shift+tab" if context == "articles" else "tab")
        pane = pilot.sidebar if context == "articles" else pilot.notes
        for key in keys_of(context, action):
            await pilot.press("gg" if action == "page_down" else "G")
            start, top = pane.current, pane.scroll_offset.y
            await pilot.press(key)
            step = 1 if action == "page_down" else -1
            assert (pane.current - start) * step >= 3, key
            assert (pane.scroll_offset.y - top) * step >= 3, key


async def test_each_key_that_shows_a_note_goes_to_its_passage(noted: Path) -> None:
    async with open_app(noted, size=(120, 30)) as pilot:
        for key in keys_of("annotations", "show"):
            await pilot.press("tab", "gg", "3j", key)
            assert pilot.reading.pane == "reader", key
            assert pilot.caret == 3 * 13, key
