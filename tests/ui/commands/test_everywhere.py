from __future__ import annotations

from pathlib import Path

import pytest

from fenttui.ui.screens.actors import ActorsScreen
from fenttui.ui.screens.figures import FiguresScreen
from fenttui.ui.screens.timeline import TimelineScreen
from tests.support.covering import covers, presses_of
from tests.support.pilot import open_app

TABLES = {"actors": ActorsScreen, "figures": FiguresScreen, "timeline": TimelineScreen}


@covers(*TABLES)
async def test_each_table_opens_from_every_pane_and_every_table(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for _ in range(3):
            await pilot.press("tab")
            for name, screen in TABLES.items():
                for keys in presses_of(name):
                    await pilot.press(keys)
                    assert isinstance(pilot.app.screen, screen), keys
            await pilot.press("escape")
            assert pilot.app.screen is pilot.reading


@covers("help")
async def test_help_is_of_the_active_context(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for keys in presses_of("help"):
            for where, title in (
                ("tab", "the annotations"),
                ("tab", "the list of articles"),
                ("tab", "the text"),
            ):
                await pilot.press(where, keys)
                assert f"Keys in {title}" in pilot.screen(), keys
                await pilot.press("escape")
            await pilot.press("gF", keys)
            assert "Keys in the table of figures" in pilot.screen(), keys
            await pilot.press("escape", "escape")


@covers("interrupt")
@pytest.mark.parametrize("where", [(), ("tab",), ("shift+tab",), ("A",)])
async def test_ctrl_c_says_how_to_quit(dossier: Path, where: tuple[str, ...]) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press(*where, "ctrl+c")
        assert "q, ZZ or :q quits" in pilot.screen()
        assert not pilot.app._exit
        await pilot.press("escape", "escape", "v", "ctrl+c")
        assert pilot.selected is None
