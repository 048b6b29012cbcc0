from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.desk import Desk, desk_on, write_article

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


def stands_at(desk: Desk, expected: str) -> None:
    assert desk.text[desk.caret :].startswith(expected)


async def test_keys_go_from_quote_to_quote_and_the_status_line_names_the_speaker(port: Path) -> None:
    async with desk_on(port) as desk:
        await desk.press("]q")
        stands_at(desk, "“We waited")
        assert "quote: Ruth Okafor, said" in desk.status
        await desk.press("]q")
        stands_at(desk, "the first two carry")
        await desk.press("[q")
        stands_at(desk, "“We waited")
        await desk.press("2]q")
        stands_at(desk, "“It smells")
        assert "quote: unnamed, said" in desk.status


async def test_past_the_last_quote_the_caret_stays_and_a_word_says_why(port: Path) -> None:
    async with desk_on(port) as desk:
        await desk.press("9]q", "]q")
        stands_at(desk, "“It smells")
        assert "no quote after this" in desk.status
        await desk.press("9[q", "[q")
        stands_at(desk, "“We waited")
        assert "no quote before this" in desk.status


async def test_within_a_quote_the_status_line_still_tells_who_speaks(port: Path) -> None:
    async with desk_on(port) as desk:
        await desk.press("]q", "2w")
        assert "quote: Ruth Okafor" in desk.status
        await desk.press("3}")
        assert "quote:" not in desk.status


async def test_ctrl_o_comes_back_from_a_quote(port: Path) -> None:
    async with desk_on(port) as desk:
        await desk.press("4w")
        before = desk.caret
        await desk.press("]q", "ctrl+o")
        assert desk.caret == before


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_card_lists_what_an_actor_said_in_every_article(port: Path, size: tuple[int, int]) -> None:
    async with desk_on(port, size=size) as desk:
        desk.reader.go_to(desk.text.index("Ruth Okafor"))
        await desk.press("K")
        assert "Quotes 3" in desk.screen()
        assert "We waited nine years for this,” (said)" not in desk.screen()
        await desk.press("tab")
        shown = desk.screen()
        assert "3 quotes" in shown
        for said in ("“We waited nine years", "the first two carry grain", "“There is nothing left to cut,”"):
            assert said in shown
        assert "(told the council)" in shown
        assert "It smells" not in "\n".join(row for row in shown.splitlines() if "fisherman" not in row)
        await desk.press("tab")
        assert "places ·" in desk.screen()


async def test_the_card_at_a_quote_is_its_speakers_and_shows_that_quote_among_the_others(port: Path) -> None:
    async with desk_on(port) as desk:
        await desk.press("2]q", "K")
        assert "─ Ruth Okafor ─" in desk.screen()
        assert "3 quotes" in desk.screen()
        await desk.press("enter")
        stands_at(desk, "the first two carry")


async def test_the_card_at_a_quote_without_a_speaker_says_so(port: Path) -> None:
    async with desk_on(port) as desk:
        await desk.press("3]q", "K")
        assert "who is quoted here is not named" in desk.status


async def test_enter_on_a_quote_goes_there_in_another_article_too(port: Path) -> None:
    async with desk_on(port) as desk:
        for keys, lands in (("j", "the first two"), ("G", "“There is nothing left")):
            desk.reading.go_to("harbor", HARBOR.index("Ruth Okafor"))
            await desk.quiet()
            await desk.press("K", "tab", keys, "enter")
            stands_at(desk, lands)


async def test_the_card_of_an_actor_that_said_nothing_says_so(port: Path) -> None:
    async with desk_on(port) as desk:
        desk.reader.go_to(desk.text.index("China"))
        await desk.press("K", "tab")
        assert "Quotes 0" in desk.screen()
        assert "no quote of this actor is known" in desk.screen()


async def test_the_card_of_a_figure_has_no_quotes(port: Path) -> None:
    async with desk_on(port) as desk:
        await desk.press("]f", "K")
        before = desk.screen()
        assert "Quotes" not in before
        await desk.press("tab")
        assert "Quotes" not in desk.screen()
        assert "only an actor is quoted" in desk.screen()


async def test_a_speaker_who_is_corrected_is_named_by_the_new_name_at_once(port: Path) -> None:
    async with desk_on(port) as desk:
        desk.reader.go_to(desk.text.index("Ruth Okafor"))
        await desk.press("K", "r", "ctrl+u")
        await desk.type("Mayor Okafor\n")
        await desk.press("gg", "]q")
        assert "quote: Mayor Okafor, said" in desk.status


async def test_text_from_outside_is_shown_in_the_list_of_quotes_and_not_acted_on(tmp_path: Path) -> None:
    root = tmp_path / "odd"
    write_article(
        root, "odd", "Ruth Okafor met us. “A [bold]plan[/] \x1b[31mred\x1b[0m for all,” Okafor said."
    )
    async with desk_on(root) as desk:
        await desk.press("]a", "K", "tab")
        shown = desk.screen()
        assert "[bold]plan[/]" in shown
        assert "\x1b" not in shown
