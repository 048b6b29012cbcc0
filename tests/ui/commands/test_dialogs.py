from __future__ import annotations

from pathlib import Path

from fenttui.ui.dialogs.card import Card
from tests.support.covering import covers, presses_of
from tests.support.pilot import AppPilot, open_app


async def open_card(pilot: AppPilot, name: str = "Wang Yi") -> None:
    pilot.reader.move_to(pilot.text.index(name))
    await pilot.press("K")
    assert isinstance(pilot.app.screen, Card)


async def called(pilot: AppPilot, words: str = "Wang Yi met") -> str:
    """What the status line says of the mention at some words."""
    pilot.reader.move_to(pilot.text.index(words) + 1)
    await pilot.press("h")
    return pilot.status


@covers("card.help", "help.close")
async def test_help_opens_over_the_card_and_each_key_closes_it_again(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await open_card(pilot)
        for keys in presses_of("card.help"):
            for close in presses_of("help.close"):
                await pilot.press(keys)
                assert "Keys in the card" in pilot.screen()
                await pilot.press(close)
                assert isinstance(pilot.app.screen, Card)


@covers("card.open", "card.close")
async def test_each_key_goes_to_the_occurrence_and_k_closes(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for keys in presses_of("card.open"):
            await open_card(pilot)
            await pilot.press("j", keys)
            assert len(pilot.app.screen_stack) == 1
            assert pilot.text[pilot.caret :].startswith("Wang said"), keys
        for keys in presses_of("card.close"):
            await open_card(pilot)
            await pilot.press("j", keys)
            assert len(pilot.app.screen_stack) == 1
            assert pilot.text[pilot.caret :].startswith("Wang Yi met"), keys


@covers("card.turn")
async def test_each_key_turns_to_the_quotes_and_back(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await open_card(pilot)
        for keys in presses_of("card.turn"):
            await pilot.press(keys)
            assert "(told reporters)" in pilot.screen(), keys
            await pilot.press(keys)
            assert "(told reporters)" not in pilot.screen(), keys


@covers("card.rename", "card.kind", "card.merge", "card.split", "card.ignore")
async def test_an_actor_is_corrected_from_its_card(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await open_card(pilot)
        await pilot.press("r", "ctrl+u")
        await pilot.type("Minister Wang\n")
        assert "person: Minister Wang (Wang Yi)" in await called(pilot)
        await pilot.press("u")
        assert "person: Wang Yi" in await called(pilot)
        await open_card(pilot)
        await pilot.press("c", "o")
        assert "organization: Wang Yi" in await called(pilot)
        await pilot.press("u")
        await open_card(pilot)
        await pilot.press("m")
        await pilot.type("marco rubio\n")
        assert "person: Marco Rubio (Wang Yi)" in await called(pilot)
        await pilot.press("u")
        assert "person: Wang Yi (Wang)" in await called(pilot, "Wang said")
        await open_card(pilot, "Wang said")
        await pilot.press("s")
        assert "Yi" not in await called(pilot, "Wang said")
        assert "person: Wang Yi" in await called(pilot)
        await pilot.press("u")
        await open_card(pilot)
        await pilot.press("d")
        assert "person:" not in await called(pilot)
        await pilot.press("u")
        assert "person: Wang Yi" in await called(pilot)
