from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest

from fenttui.ui.screens.actors import ActorsScreen
from fenttui.ui.screens.figures import DisagreementsScreen, FiguresScreen
from fenttui.ui.screens.mentions import MentionsScreen
from fenttui.ui.screens.table_screen import TableScreen
from fenttui.ui.screens.timeline import TimelineScreen
from tests.support.covering import covers, keys_of, presses_of
from tests.support.pilot import AppPilot, open_app


def table(pilot: AppPilot) -> TableScreen[Any]:
    assert isinstance(pilot.app.screen, TableScreen)
    return pilot.app.screen


def names(pilot: AppPilot) -> list[str]:
    """The actors that are listed."""
    assert isinstance(pilot.app.screen, ActorsScreen)
    return [row.actor for row in pilot.app.screen.table.view.shown]


async def stand_at(pilot: AppPilot, actor: str) -> None:
    assert isinstance(pilot.app.screen, ActorsScreen)
    assert pilot.app.screen.table.go_to(actor)
    await pilot.quiet()


@covers("tables.open")
async def test_each_key_opens_the_row(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for keys in presses_of("tables.open"):
            await pilot.press("gF")
            await pilot.press("3gg", keys)
            assert pilot.app.screen is pilot.reading, keys
            assert pilot.text[pilot.caret :].startswith("2024."), keys


@covers("tables.filter", "tables.leave")
async def test_each_key_that_leaves_takes_the_filter_away_first(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for keys in presses_of("tables.leave"):
            await pilot.press("gF")
            await pilot.press("/")
            await pilot.type("tons\n")
            assert len(table(pilot).table.view.shown) == 2
            await pilot.press(keys)
            assert len(table(pilot).table.view.shown) == 7, keys
            await pilot.press(keys)
            assert pilot.app.screen is pilot.reading, keys


@covers("tables.cycle_order", "tables.reverse_order")
async def test_the_order_is_changed_and_turned_around(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("gF")
        dates = [row.date for row in table(pilot).table.view.shown]
        assert dates == sorted(dates)
        await pilot.press("O")
        assert [row.date for row in table(pilot).table.view.shown] == sorted(dates, reverse=True)
        await pilot.press("o")
        assert "sorted by value" in table(pilot).status.text
        assert table(pilot).table.view.shown[0].text == "$5 million"


@covers("tables.yank")
@pytest.mark.parametrize(("opened", "copied"), [("gF", "3 tons"), ("gL", "2024"), ("A", "China")])
async def test_y_copies_the_row(dossier: Path, opened: str, copied: str) -> None:
    async with open_app(dossier, size=(160, 30)) as pilot:
        await pilot.press(opened)
        pilot.listen()
        await pilot.press("y")
        sequence = next(part for part in pilot.written if part.startswith("\x1b]52;c;"))
        row = base64.b64decode(sequence[7:-1]).decode()
        assert copied in row
        assert "\t" in row
        assert "\n" not in row
        assert "copied the row" in table(pilot).status.text
        await pilot.press("/")
        await pilot.type("zzz\n")
        pilot.forget()
        await pilot.press("y")
        assert not any("\x1b]52" in part for part in pilot.written)
        assert "Nothing matches zzz" in table(pilot).status.text


@covers("tables.quit")
@pytest.mark.parametrize("keys", keys_of("tables.quit"))
async def test_each_key_quits_from_a_table(dossier: Path, keys: str) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("gF")
        await pilot.press(keys)
        assert pilot.app._exit


@covers("actors.mark", "actors.merge")
async def test_each_key_marks_an_actor_and_takes_the_mark_away(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("A")
        for keys in presses_of("actors.mark"):
            await stand_at(pilot, "Wang Yi")
            await pilot.press(keys)
            await stand_at(pilot, "Marco Rubio")
            await pilot.press(keys, "m", "enter")
            merged = {"Wang Yi", "Marco Rubio"} & set(names(pilot))
            assert len(merged) == 1, keys
            await pilot.press("u")
            assert {"Wang Yi", "Marco Rubio"} <= set(names(pilot)), keys
            await stand_at(pilot, "Wang Yi")
            await pilot.press(keys)
            assert "1 marked" in table(pilot).status.text, keys
            await stand_at(pilot, "Wang Yi")
            await pilot.press(keys)
            assert len(table(pilot).table.view.marked) == 0, keys


@covers("actors.ignore", "actors.show_ignored", "actors.restore", "actors.undo", "actors.redo")
async def test_an_actor_is_ignored_shown_again_and_restored(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("A")
        await stand_at(pilot, "Wang Yi")
        await pilot.press("d")
        assert "Wang Yi" not in names(pilot)
        await pilot.press("u")
        assert "Wang Yi" in names(pilot)
        await pilot.press("ctrl+r")
        assert "Wang Yi" not in names(pilot)
        await pilot.press("I")
        assert "Wang Yi (ignored)" in pilot.screen()
        await stand_at(pilot, "Wang Yi")
        await pilot.press("R")
        assert "Wang Yi shown again" in table(pilot).status.text
        assert "(ignored)" not in pilot.screen()
        await pilot.press("I")
        assert "Wang Yi" in names(pilot)
        await stand_at(pilot, "Wang Yi")
        await pilot.press("d")
        await stand_at(pilot, "Marco Rubio")
        await pilot.press("d", "2u")
        assert {"Wang Yi", "Marco Rubio"} <= set(names(pilot))
        await pilot.press("2 ctrl+r")
        assert not {"Wang Yi", "Marco Rubio"} & set(names(pilot))


@covers("mentions.split", "mentions.undo", "mentions.redo")
async def test_a_name_is_split_off_in_the_mentions_undone_and_redone(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("A")
        await stand_at(pilot, "China")
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, MentionsScreen)
        shown = [row.text for row in table(pilot).table.view.shown]
        assert "Beijing" in shown
        await pilot.press("gg")
        while (row := table(pilot).table.current_record) is not None and row.text != "Beijing":
            await pilot.press("j")
        for keys, left in (("s", False), ("u", True), ("ctrl+r", False)):
            await pilot.press(keys)
            assert ("Beijing" in [row.text for row in table(pilot).table.view.shown]) is left, keys
        await pilot.press("3u")
        assert [row.text for row in table(pilot).table.view.shown] == shown


# Back to the table


LEFT_FROM = {
    "actors": (("A",), ("enter",), MentionsScreen),
    "figures": (("gF",), ("j",), FiguresScreen),
    "timeline": (("gL",), ("j",), TimelineScreen),
    "disagreements": (("gF",), ("d",), DisagreementsScreen),
}


@pytest.mark.parametrize("opened", LEFT_FROM)
async def test_ctrl_o_after_enter_comes_back_to_the_table_and_forward_to_the_text(
    duties: Path, opened: str
) -> None:
    presses, further, screen = LEFT_FROM[opened]
    async with open_app(duties) as pilot:
        await pilot.press("w")
        began = pilot.caret
        await pilot.press(*presses)
        await pilot.press(*further)
        assert isinstance(pilot.app.screen, screen)
        await pilot.press("G")
        shown = table(pilot)
        row, lines = shown.table.current, [repr(row) for row in shown.table.view.shown]
        await pilot.press("enter")
        assert pilot.app.screen is pilot.reading
        there = (pilot.reader.article.id, pilot.caret)
        for back in keys_of("reader.jump_back"):
            await pilot.press(back)
            assert isinstance(pilot.app.screen, screen), back
            assert table(pilot).table.current == row
            assert [repr(row) for row in table(pilot).table.view.shown] == lines
            assert (pilot.reader.article.id, pilot.caret) == ("tea", began)
            depth = len(pilot.app.screen_stack)
            await pilot.press(*["escape"] * (depth - 1))
            assert pilot.app.screen is pilot.reading
            await pilot.press("]j")
            assert (pilot.reader.article.id, pilot.caret) == there


@pytest.mark.parametrize("opened", LEFT_FROM)
async def test_two_jumps_from_a_table_are_both_taken_back(duties: Path, opened: str) -> None:
    presses, further, screen = LEFT_FROM[opened]
    async with open_app(duties) as pilot:
        await pilot.press(*presses)
        await pilot.press(*further)
        await pilot.press("gg", "enter")
        assert pilot.reader.article is not None
        first = (pilot.reader.article.id, pilot.caret)
        await pilot.press("ctrl+o")
        assert isinstance(pilot.app.screen, screen)
        await pilot.press("G", "enter")
        second = (pilot.reader.article.id, pilot.caret)
        await pilot.press("ctrl+o")
        assert isinstance(pilot.app.screen, screen)
        await pilot.press("enter")
        assert pilot.app.screen is pilot.reading
        assert (pilot.reader.article.id, pilot.caret) == second != first


async def test_ctrl_o_goes_back_through_a_table_to_what_was_before_it(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("w", "G", "gF")
        await pilot.press("enter", "gL")
        await pilot.press("G", "enter")
        await pilot.press("ctrl+o")
        assert isinstance(pilot.app.screen, TimelineScreen)
        await pilot.press("escape", "ctrl+o")
        assert isinstance(pilot.app.screen, FiguresScreen)
        await pilot.press("escape", "ctrl+o")
        assert pilot.app.screen is pilot.reading
        assert pilot.text[pilot.caret :].startswith("Yi met")


async def test_d_twice_in_one_burst_is_one_step_for_undo(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("A")
        screen = pilot.app.screen
        assert isinstance(screen, ActorsScreen)
        before = [row.actor for row in screen.table.view.shown]
        await pilot.press("dd")
        ignored = len(before) - len(screen.table.view.shown)
        assert ignored
        await pilot.press(f"{ignored}u")
        assert [row.actor for row in screen.table.view.shown] == before
