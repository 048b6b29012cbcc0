"""One correction, with the real extraction, in all that shows actors; each of them was open before."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fenttui.ui.screens.actors import ActorsScreen
from fenttui.ui.screens.figures import FiguresScreen
from fenttui.ui.screens.timeline import TimelineScreen
from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app

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


async def everywhere(pilot: AppPilot) -> dict[str, list[str]]:
    """Whom each view of actors names in the article on the harbor, or in all."""
    seen: dict[str, list[str]] = {}
    pilot.reader.go_to(0)
    await pilot.quiet()
    seen["status line"] = [pilot.status]
    await pilot.press("K")
    card = pilot.screen()
    seen["card"] = re.findall("─ (Tendai [^─]*) ─", card)
    assert "Quotes 2" in card
    await pilot.press("escape", "]q")
    seen["quote"] = [pilot.status]
    await pilot.press("gF")
    assert isinstance(pilot.app.screen, FiguresScreen)
    seen["figures"] = [row.actor or "" for row in pilot.app.screen.table.view.shown]
    await pilot.press("escape", "gL")
    assert isinstance(pilot.app.screen, TimelineScreen)
    entries = pilot.app.screen.table.view.shown
    seen["timeline"] = [name for entry in entries if not entry.is_article for name in entry.actors]
    await pilot.press("escape", "A")
    assert isinstance(pilot.app.screen, ActorsScreen)
    seen["actors"] = [row.actor for row in pilot.app.screen.table.view.shown]
    await pilot.press("escape")
    return seen


def where(seen: dict[str, list[str]], name: str) -> set[str]:
    return {view for view, told in seen.items() if any(name in each for each in told)}


VIEWS = {"status line", "card", "quote", "figures", "timeline", "actors"}


async def test_a_renamed_actor_is_called_so_wherever_actors_are_shown_until_it_is_undone(coast: Path) -> None:
    async with open_app(coast, size=(120, 40)) as pilot:
        before = await everywhere(pilot)
        assert where(before, "Tendai Mukwere") == VIEWS
        await pilot.press("A")
        assert isinstance(pilot.app.screen, ActorsScreen)
        assert pilot.app.screen.table.go_to("Tendai Mukwere")
        await pilot.press("r", "end")
        await pilot.type(" the Elder\n")
        await pilot.press("escape")
        after = await everywhere(pilot)
        assert where(after, "Tendai Mukwere the Elder") == VIEWS
        assert "Mukwere Foundation" in after["actors"]
        assert "Tendai Mukwere" not in after["actors"] + after["figures"] + after["timeline"]
        await pilot.press("tab", "tab", "/")
        await pilot.type("actor:elder\n")
        assert len(pilot.sidebar.items) == 2
        await pilot.press("A", "u", "escape")
        assert len(pilot.sidebar.items) == 0
        await pilot.press("tab")
        assert await everywhere(pilot) == before
