from __future__ import annotations

from pathlib import Path

import pytest

from fenttui.ui.screens.table_screen import TableScreen
from tests.support.covering import covers, presses_of
from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app

MOTIONS = (
    *("down", "up", "half_page_down", "half_page_up", "page_down", "page_up", "top", "bottom", "percent"),
)
LISTS = {"articles": ("shift+tab",), "annotations": ("tab",), "tables": ("gL",)}


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """Fifty articles, the newest with fifty notes."""
    root = tmp_path / "many"
    for number in range(49):
        write_article(
            root,
            f"{number:02}",
            f"Report {number} of the day.",
            f"2024-{number // 28 + 1:02}-{number % 28 + 1:02}",
        )
    write_article(root, "newest", "China spoke. " * 50, "2025-01-01")
    records = "".join(
        f'[[annotation]]\nid = "{number:02}"\ncreated = 2025-04-03T09:12:{number:02}Z\n'
        f'modified = 2025-04-03T09:12:44Z\nbody = "note {number}"\n'
        f'[annotation.target]\nexact = "China spoke."\nprefix = ""\nsuffix = ""\n'
        f"start = {number * 13}\nend = {number * 13 + 12}\n"
        for number in range(50)
    )
    (root / "annotations").mkdir()
    (root / "annotations" / "newest.toml").write_text(f"schema = 1\n{records}")
    return root


def current(pilot: AppPilot, context: str) -> int:
    """The index of the current article, note or row."""
    if context == "tables":
        assert isinstance(pilot.app.screen, TableScreen)
        return pilot.app.screen.table.current
    return (pilot.sidebar if context == "articles" else pilot.notes).current


@covers(*(f"{context}.{motion}" for context in LISTS for motion in MOTIONS))
@pytest.mark.parametrize("context", LISTS)
async def test_each_key_of_a_list_goes_where_its_sentence_says(noted: Path, context: str) -> None:
    async with open_app(noted, size=(120, 26)) as pilot:
        await pilot.press(*LISTS[context])

        async def lands(motion: str, before: str, count: int | None = None) -> set[int]:
            """Where each key of a motion goes from where other keys went."""
            landed = set()
            for keys in presses_of(f"{context}.{motion}", count):
                await pilot.press("gg", before, keys)
                landed.add(current(pilot, context))
            return landed

        assert await lands("down", "5gg") == {5}
        assert await lands("down", "5gg", 3) == {7}
        assert await lands("up", "5gg") == {3}
        assert await lands("up", "5gg", 3) == {1}
        assert await lands("top", "5gg") == {0}
        assert await lands("top", "5gg", 7) == {6}
        assert await lands("bottom", "5gg") == {49}
        assert await lands("bottom", "5gg", 7) == {6}
        assert await lands("percent", "5gg", 100) == {49}
        assert await lands("percent", "5gg", 20) in ({9}, {10})
        assert await lands("percent", "5gg") in ({24}, {25})
        (half,), (whole,) = await lands("half_page_down", "gg"), await lands("page_down", "gg")
        assert 2 <= half < whole < 30
        (halves,), (wholes,) = await lands("half_page_down", "gg", 3), await lands("page_down", "gg", 2)
        assert half < halves
        assert whole < wholes
        (half_up,), (whole_up,) = await lands("half_page_up", "G"), await lands("page_up", "G")
        assert 20 < whole_up < half_up < 49
        (halves_up,), (wholes_up,) = await lands("half_page_up", "G", 3), await lands("page_up", "G", 2)
        assert halves_up < half_up
        assert wholes_up < whole_up
