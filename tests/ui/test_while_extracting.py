"""What is done while the open article's mentions or quotes are still looked for."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from fenttui.corrections.actor_book import ActorBook
from fenttui.ui.session.extractor import Extractor
from tests.support.pilot import AppPilot, open_app


class Gate:
    """Stops the first thread that comes by, until it is opened."""

    def __init__(self) -> None:
        self.reached, self.opened = threading.Event(), threading.Event()

    def before(self, find: Callable[..., object]) -> Callable[..., object]:
        """A function that finds what `find` does, and then waits."""

        def waiting(*given: object) -> object:
            found = find(*given)
            if not self.reached.is_set():
                self.reached.set()
                assert self.opened.wait(30)
            return found

        return waiting

    async def somebody_waits(self) -> None:
        assert await asyncio.to_thread(self.reached.wait, 30)


async def until(pilot: AppPilot, holds: Callable[[], bool]) -> None:
    """Wait until something holds, while threads may stand at a gate."""
    async with asyncio.timeout(30):
        while not holds():
            await pilot.textual_pilot.pause()


async def open_trade(pilot: AppPilot, gate: Gate) -> None:
    """Open the article `trade`, and go on while its thread stands at the gate."""
    pilot.burst("]]")
    await gate.somebody_waits()
    await pilot.textual_pilot.pause()


@pytest.mark.parametrize("stage", ["mentions", "quotes"])
async def test_a_correction_that_comes_meanwhile_is_in_force_at_the_end(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    async with open_app(dossier) as pilot:
        gate = Gate()
        monkeypatch.setattr(Extractor, stage, gate.before(getattr(Extractor, stage)))
        await open_trade(pilot, gate)
        ActorBook([dossier]).rename("China", "Middle Kingdom")
        pilot.burst("R")
        await until(pilot, lambda: "read again" in pilot.reading.status._message)
        gate.opened.set()
        await pilot.quiet()
        await pilot.press("gg", "0", "]a")
        assert "place: Middle Kingdom" in pilot.status
        await pilot.press("]]")
        await pilot.press("[[")
        await pilot.press("gg", "0", "]a")
        assert "place: Middle Kingdom" in pilot.status


async def test_a_card_opens_as_soon_as_the_quotes_are_known(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(dossier) as pilot:
        gate = Gate()
        monkeypatch.setattr(Extractor, "quotes", gate.before(Extractor.quotes))
        await open_trade(pilot, gate)
        assert "Trade with China" in pilot.text
        pilot.burst("gg", "0", "]a")
        await until(pilot, lambda: "place: China" in pilot.status)
        pilot.burst("K")
        await pilot.textual_pilot.pause()
        assert pilot.app.screen is pilot.reading
        gate.opened.set()
        await pilot.quiet()
        assert pilot.app.screen is not pilot.reading
        assert "China" in pilot.screen()
