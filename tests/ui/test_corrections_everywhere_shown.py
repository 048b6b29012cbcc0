"""One correction, with the real extraction, in all that shows actors; each of them was open before."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fenttui.ui.screens.actors import ActorsScreen
from fenttui.ui.screens.figures import FiguresScreen
from fenttui.ui.screens.timeline import TimelineScreen
from tests.ui.desk import Desk, desk_on, write_article

HARBOR = (
    "Tendai Mukwere sold 40 boats to Kenya in May 2024. “The sea was kind,” Mukwere said. "
    "The Mukwere Foundation agreed."
)
MARKET = "The price of fish fell 25 percent, Tendai Mukwere said. Then Kenya bought."


@pytest.fixture
def coast(tmp_path: Path) -> Path:
    root = tmp_path / "coast"
    write_article(root, "harbor", HARBOR, "2025-05-06")
    write_article(root, "market", MARKET, "2025-03-01")
    return root


async def everywhere(desk: Desk) -> dict[str, list[str]]:
    """Whom each of the places where actors are shown names in the article on the harbor, or in all."""
    seen: dict[str, list[str]] = {}
    desk.reader.go_to(0)
    await desk.quiet()
    seen["status line"] = [desk.status]
    await desk.press("K")
    card = desk.screen()
    seen["card"] = re.findall("─ (Tendai [^─]*) ─", card)
    assert "Quotes 2" in card
    await desk.press("escape", "]q")
    seen["quote"] = [desk.status]
    await desk.press("gF")
    assert isinstance(desk.app.screen, FiguresScreen)
    seen["figures"] = [row.actor or "" for row in desk.app.screen.table.view.shown]
    await desk.press("escape", "gL")
    assert isinstance(desk.app.screen, TimelineScreen)
    entries = desk.app.screen.table.view.shown
    seen["timeline"] = [name for entry in entries if not entry.is_article for name in entry.actors]
    await desk.press("escape", "A")
    assert isinstance(desk.app.screen, ActorsScreen)
    seen["actors"] = [row.actor for row in desk.app.screen.table.view.shown]
    await desk.press("escape")
    return seen


def where(seen: dict[str, list[str]], name: str) -> set[str]:
    return {place for place, told in seen.items() if any(name in each for each in told)}


PLACES = {"status line", "card", "quote", "figures", "timeline", "actors"}


async def test_a_renamed_actor_is_called_so_wherever_actors_are_shown_until_it_is_undone(coast: Path) -> None:
    async with desk_on(coast, size=(120, 40)) as desk:
        before = await everywhere(desk)
        assert where(before, "Tendai Mukwere") == PLACES
        await desk.press("A")
        assert isinstance(desk.app.screen, ActorsScreen)
        assert desk.app.screen.table.go_to("Tendai Mukwere")
        await desk.press("r")
        await desk.type(" the Elder\n")
        await desk.press("escape")
        after = await everywhere(desk)
        assert where(after, "Tendai Mukwere the Elder") == PLACES
        assert "Mukwere Foundation" in after["actors"]
        assert "Tendai Mukwere" not in after["actors"] + after["figures"] + after["timeline"]
        await desk.press("tab", "tab", "/")
        await desk.type("actor:elder\n")
        assert len(desk.sidebar.items) == 2
        await desk.press("A", "u", "escape")
        assert len(desk.sidebar.items) == 0
        await desk.press("tab")
        assert await everywhere(desk) == before
