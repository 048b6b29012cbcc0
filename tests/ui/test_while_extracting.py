"""What is done while the open article's mentions or quotes are still looked for."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from fenttui.corrections.actor_book import ActorBook
from fenttui.ui.session.extractor import Extractor
from tests.ui.desk import Desk, desk_on


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


async def until(desk: Desk, holds: Callable[[], bool]) -> None:
    """Wait until something holds, while threads may stand at a gate."""
    async with asyncio.timeout(30):
        while not holds():
            await desk.pilot.pause()


async def open_trade(desk: Desk, gate: Gate) -> None:
    """Open the article `trade`, and go on while its thread stands at the gate."""
    desk.burst("]]")
    await gate.somebody_waits()
    await desk.pilot.pause()


@pytest.mark.parametrize("stage", ["mentions", "quotes"])
async def test_a_correction_that_comes_meanwhile_is_in_force_at_the_end(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    async with desk_on(dossier) as desk:
        gate = Gate()
        monkeypatch.setattr(Extractor, stage, gate.before(getattr(Extractor, stage)))
        await open_trade(desk, gate)
        ActorBook([dossier]).rename("China", "Middle Kingdom")
        desk.burst("R")
        await until(desk, lambda: "read again" in desk.reading.status._message)
        gate.opened.set()
        await desk.quiet()
        await desk.press("gg", "0", "]a")
        assert "place: Middle Kingdom" in desk.status
        await desk.press("]]")
        await desk.press("[[")
        await desk.press("gg", "0", "]a")
        assert "place: Middle Kingdom" in desk.status


async def test_a_card_opens_as_soon_as_the_quotes_are_known(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk_on(dossier) as desk:
        gate = Gate()
        monkeypatch.setattr(Extractor, "quotes", gate.before(Extractor.quotes))
        await open_trade(desk, gate)
        assert "Trade with China" in desk.text
        desk.burst("gg", "0", "]a")
        await until(desk, lambda: "place: China" in desk.status)
        desk.burst("K")
        await desk.pilot.pause()
        assert desk.app.screen is desk.reading
        gate.opened.set()
        await desk.quiet()
        assert desk.app.screen is not desk.reading
        assert "China" in desk.screen()
