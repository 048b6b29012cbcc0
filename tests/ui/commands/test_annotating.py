from __future__ import annotations

from pathlib import Path

from tests.support.covering import covers, presses_of
from tests.support.pilot import open_app


@covers("reader.open_here")
async def test_enter_opens_the_fold_the_note_and_the_mention(seeds: Path) -> None:
    (keys,) = presses_of("reader.open_here")
    async with open_app(seeds) as pilot:
        await pilot.press("]]")
        assert "words of the site folded" in pilot.screen()
        await pilot.press(keys)
        assert "words of the site folded" not in pilot.screen()
        await pilot.press("[[", "]a", keys)
        assert "kind  " in pilot.screen()
        await pilot.press("escape", "a", *"mine", "ctrl+s", keys)
        assert "Edit note" in pilot.screen()
        assert "mine" in pilot.screen()
