"""A line that is asked for gets the keys, also where a click has taken the focus from it."""

from __future__ import annotations

from pathlib import Path

from tests.support.pilot import open_app


async def test_what_is_typed_after_a_click_goes_to_the_line_and_escape_leaves_it(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("/")
        await pilot.type("tar")
        await pilot.textual_pilot.click(pilot.reader, offset=(5, 3))
        await pilot.quiet()
        await pilot.type("iffs")
        assert "tariffs" in pilot.screen().splitlines()[-1]
        await pilot.textual_pilot.click(pilot.reader, offset=(5, 3))
        await pilot.press("escape")
        assert not pilot.app.screen.query("#prompt")
        await pilot.press("?")
        assert "Keys in the text" in pilot.screen()
