"""Make docs/screen.svg, the picture of the screen that README shows: `make picture`.

The bundled dossier is copied to a temporary folder and read there, with two notes, on a screen of 120x36.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import tempfile
from pathlib import Path

from tools.page import ROOT

KEYS = (
    ("/", *"equal consultation", "enter", "i", "s", "a"),
    (*"First offer of talks; the condition is the whole point.", "tab", *"talks, claim/contested", "ctrl+s"),
    ("]", "a", "]", "a", "]", "a", "]", "a", "a"),
    (*"Check against the Reuters text of the same day.", "tab", *"todo", "ctrl+s"),
    ("]", "a", "]", "a"),
)


async def main() -> None:
    """Open fenttui, write the notes, save the picture."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name in ("CONFIG", "DATA", "STATE"):
            os.environ[f"FENTTUI_{name}_DIR"] = str(folder / name.lower())
        shutil.copytree(ROOT / "seeds", folder / "tariffs")

        from fenttui.articles.dossier import open_dossier
        from fenttui.settings.loading import load_settings
        from fenttui.ui.app import FenttuiApp
        from fenttui.ui.session.session import Session

        paths = [folder / "tariffs"]
        dossier = open_dossier(paths)
        app = FenttuiApp(Session(paths, dossier, load_settings(dossier.roots)))
        async with app.run_test(size=(120, 36)) as pilot:
            await app.workers.wait_for_complete()
            for keys in KEYS:
                await pilot.press(*keys)
                await pilot.pause(0.2)
            picture = app.export_screenshot(title="fenttui")
    # No font from the network: the picture is the same offline.
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.S)
    picture = picture.replace("Fira Code, monospace", "DejaVu Sans Mono, Menlo, Consolas, monospace")
    (ROOT / "docs" / "screen.svg").write_text(picture, "utf-8")


if __name__ == "__main__":
    os.environ.pop("NO_COLOR", None)
    asyncio.run(main())
