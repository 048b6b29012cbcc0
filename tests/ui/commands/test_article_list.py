from __future__ import annotations

from pathlib import Path

from tests.support.covering import covers, presses_of
from tests.support.pilot import open_app


@covers("articles.open", "articles.filter")
async def test_each_key_opens_the_current_article(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for keys in presses_of("articles.open"):
            await pilot.press("shift+tab", "/")
            await pilot.type("grain\n")
            await pilot.press(keys)
            assert pilot.text.startswith("Farmers in Brazil"), keys
            assert pilot.status.startswith("READ"), keys
            await pilot.press("shift+tab", "escape", "gg", keys)
            assert pilot.text.startswith("Wang Yi met"), keys
