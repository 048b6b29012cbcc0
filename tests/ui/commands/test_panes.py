from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.covering import covers, keys_of
from tests.support.pilot import open_app


@covers("quit")
@pytest.mark.parametrize("pane", [(), ("tab",), ("shift+tab",)])
@pytest.mark.parametrize("keys", keys_of("quit"))
async def test_each_key_quits_from_each_pane(dossier: Path, keys: str, pane: tuple[str, ...]) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press(*pane)
        assert not pilot.app._exit
        await pilot.press(keys)
        assert pilot.app._exit


@covers("cancel")
async def test_escape_leaves_the_selection_the_search_the_filter_and_the_pane(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("v", "w", "escape")
        assert pilot.selected is None
        await pilot.press("/")
        await pilot.type("wang\n")
        assert len(pilot.reader.marks.matches) == 3
        await pilot.press("escape")
        assert len(pilot.reader.marks.matches) == 0
        await pilot.press("shift+tab", "/")
        await pilot.type("grain\n")
        assert len(pilot.sidebar.items) == 1
        await pilot.press("escape")
        assert len(pilot.sidebar.items) == 3
        assert pilot.status.startswith("ARTICLES")
        await pilot.press("escape")
        assert pilot.status.startswith("READ")
