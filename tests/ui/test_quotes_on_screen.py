from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app

HARBOR = """\
Ruth Okafor, the mayor, opened the new harbor on Monday. “We waited nine years for this,” Okafor said.

Ships from China will dock there in May. Okafor said that the first two carry grain. A band played.

“It smells of paint,” a fisherman said.

The ministry in the capital announced a second harbor, which nobody had asked for."""

BUDGET = """\
Ruth Okafor presented the budget on Friday. “There is nothing left to cut,” Okafor told the council."""


@pytest.fixture
def port(tmp_path: Path) -> Path:
    root = tmp_path / "port"
    write_article(root, "harbor", HARBOR, "2025-05-06")
    write_article(root, "budget", BUDGET, "2025-03-01")
    return root


def stands_at(pilot: AppPilot, expected: str) -> None:
    assert pilot.text[pilot.caret :].startswith(expected)


async def test_keys_go_from_quote_to_quote_and_the_status_line_names_the_speaker(port: Path) -> None:
    async with open_app(port) as pilot:
        await pilot.press("]q")
        stands_at(pilot, "“We waited")
        assert "quote: Ruth Okafor, said" in pilot.status
        await pilot.press("]q")
        stands_at(pilot, "the first two carry")
        await pilot.press("[q")
        stands_at(pilot, "“We waited")
        await pilot.press("2]q")
        stands_at(pilot, "“It smells")
        assert "quote: unnamed, said" in pilot.status


async def test_past_the_last_quote_the_caret_stays_and_a_word_says_why(port: Path) -> None:
    async with open_app(port) as pilot:
        await pilot.press("9]q", "]q")
        stands_at(pilot, "“It smells")
        assert "no quote after this" in pilot.status
        await pilot.press("9[q", "[q")
        stands_at(pilot, "“We waited")
        assert "no quote before this" in pilot.status


async def test_within_a_quote_the_status_line_still_tells_who_speaks(port: Path) -> None:
    async with open_app(port) as pilot:
        await pilot.press("]q", "2w")
        assert "quote: Ruth Okafor" in pilot.status
        await pilot.press("3}")
        assert "quote:" not in pilot.status


async def test_ctrl_o_comes_back_from_a_quote(port: Path) -> None:
    async with open_app(port) as pilot:
        await pilot.press("4w")
        before = pilot.caret
        await pilot.press("]q", "ctrl+o")
        assert pilot.caret == before


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_card_lists_what_an_actor_said_in_every_article(port: Path, size: tuple[int, int]) -> None:
    async with open_app(port, size=size) as pilot:
        pilot.reader.go_to(pilot.text.index("Ruth Okafor"))
        await pilot.press("K")
        assert "Quotes 3" in pilot.screen()
        assert "We waited nine years for this,” (said)" not in pilot.screen()
        await pilot.press("tab")
        shown = pilot.screen()
        assert "3 quotes" in shown
        for said in ("“We waited nine years", "the first two carry grain", "“There is nothing left to cut,”"):
            assert said in shown
        assert "(told the council)" in shown
        assert "It smells" not in "\n".join(row for row in shown.splitlines() if "fisherman" not in row)
        await pilot.press("tab")
        assert "occurrences ·" in pilot.screen()


async def test_the_card_at_a_quote_is_its_speakers_and_shows_that_quote_among_the_others(port: Path) -> None:
    async with open_app(port) as pilot:
        await pilot.press("2]q", "K")
        assert "─ Ruth Okafor ─" in pilot.screen()
        assert "3 quotes" in pilot.screen()
        await pilot.press("enter")
        stands_at(pilot, "the first two carry")


async def test_the_card_at_a_quote_without_a_speaker_says_so(port: Path) -> None:
    async with open_app(port) as pilot:
        await pilot.press("3]q", "K")
        assert "who is quoted here is not named" in pilot.status


async def test_enter_on_a_quote_goes_there_in_another_article_too(port: Path) -> None:
    async with open_app(port) as pilot:
        for keys, lands in (("j", "the first two"), ("G", "“There is nothing left")):
            pilot.reading.go_to("harbor", HARBOR.index("Ruth Okafor"))
            await pilot.quiet()
            # The quotes of other articles come while the card is open.
            await pilot.press("K")
            await pilot.press("tab", keys, "enter")
            stands_at(pilot, lands)


async def test_the_card_of_an_actor_that_said_nothing_says_so(port: Path) -> None:
    async with open_app(port) as pilot:
        pilot.reader.go_to(pilot.text.index("China"))
        await pilot.press("K", "tab")
        assert "Quotes 0" in pilot.screen()
        assert "no quote of this actor is known" in pilot.screen()


async def test_the_card_of_a_figure_has_no_quotes(port: Path) -> None:
    async with open_app(port) as pilot:
        await pilot.press("]f", "K")
        before = pilot.screen()
        assert "Quotes" not in before
        await pilot.press("tab")
        assert "Quotes" not in pilot.screen()
        assert "only an actor is quoted" in pilot.screen()


async def test_a_speaker_who_is_corrected_is_named_by_the_new_name_at_once(port: Path) -> None:
    async with open_app(port) as pilot:
        pilot.reader.go_to(pilot.text.index("Ruth Okafor"))
        await pilot.press("K", "r", "ctrl+u")
        await pilot.type("Mayor Okafor\n")
        await pilot.press("gg", "]q")
        assert "quote: Mayor Okafor, said" in pilot.status


async def test_text_from_outside_is_shown_in_the_list_of_quotes_and_not_acted_on(tmp_path: Path) -> None:
    root = tmp_path / "odd"
    write_article(
        root, "odd", "Ruth Okafor met us. “A [bold]plan[/] \x1b[31mred\x1b[0m for all,” Okafor said."
    )
    async with open_app(root) as pilot:
        await pilot.press("]a", "K", "tab")
        shown = pilot.screen()
        assert "[bold]plan[/]" in shown
        assert "\x1b" not in shown
