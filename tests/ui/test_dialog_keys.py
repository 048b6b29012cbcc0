"""The keys of cards, help and the other dialogs: the same as elsewhere, and none without an answer."""

from __future__ import annotations

import base64
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.content import Content

from fenttui.ui.dialogs.card import Card
from fenttui.ui.dialogs.keyed_dialog import KeyedDialog
from tests.support.covering import presses_of
from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app


@pytest.fixture
def envoys(tmp_path: Path) -> Path:
    """Thirty articles that name one actor, who says something in three of them."""
    root = tmp_path / "envoys"
    for number in range(30):
        said = f" “Round {number} is over,” Marco Rubio said." if number >= 27 else ""
        write_article(
            root,
            f"e{number:02}",
            f"Round {number} began when Marco Rubio came.{said}",
            f"2024-03-{number + 1:02}",
        )
    return root


Opens = Callable[[AppPilot], Awaitable[None]]


def dialog(pilot: AppPilot) -> KeyedDialog[object]:
    assert isinstance(pilot.app.screen, KeyedDialog)
    return pilot.app.screen


def told(pilot: AppPilot) -> str:
    """What stands below the box of the dialog in front."""
    return Content.from_markup(str(pilot.app.screen.query_one(".dialog").border_subtitle)).plain


def line(pilot: AppPilot) -> int:
    return dialog(pilot).current_line


async def open_card(pilot: AppPilot) -> None:
    await pilot.press("gg", "]a", "K")
    assert isinstance(pilot.app.screen, Card)


async def open_help(pilot: AppPilot) -> None:
    await pilot.press("?")
    assert "Keys in the text" in pilot.screen()


@pytest.mark.parametrize("opened", [open_card, open_help])
async def test_a_card_and_the_help_answer_the_motions_of_lists_with_counts(
    envoys: Path, opened: Opens
) -> None:
    async with open_app(envoys, size=(100, 24)) as pilot:
        await opened(pilot)
        await pilot.press("gg")
        for keys, at in (("3j", 3), ("k", 2), ("2 down", 4), ("up", 3), ("6gg", 5), ("8G", 7), ("home", 0)):
            await pilot.press(keys)
            assert line(pilot) == at, keys
        for down, up in (
            ("ctrl+d", "ctrl+u"),
            ("space", "backspace"),
            ("ctrl+f", "ctrl+b"),
            ("pagedown", "pageup"),
        ):
            await pilot.press(down)
            one = line(pilot)
            assert one > 2, down
            await pilot.press(down)
            two = line(pilot)
            assert two > one, down
            await pilot.press(up)
            assert line(pilot) < two, up
            await pilot.press("gg", f"2 {down}")
            assert line(pilot) > one, down
            await pilot.press("gg")
        await pilot.press("end")
        last = line(pilot)
        await pilot.press("gg", "G")
        assert line(pilot) == last > 10


@pytest.mark.parametrize("opened", [open_card, open_help])
async def test_a_card_and_the_help_are_searched_while_typing(envoys: Path, opened: Opens) -> None:
    wanted = "round 2" if opened is open_card else "word"
    async with open_app(envoys, size=(100, 24)) as pilot:
        await opened(pilot)
        await pilot.press("n")
        assert "/ searches" in told(pilot)
        await pilot.press("gg", "/")
        await pilot.type(wanted)
        await pilot.press("enter")
        first = line(pilot)
        assert wanted in dialog(pilot).lines[first].casefold()
        await pilot.press("n")
        second = line(pilot)
        assert second > first
        assert wanted in dialog(pilot).lines[second].casefold()
        assert re.match(r"\d+ of \d+: ", told(pilot))
        await pilot.press("N")
        assert line(pilot) == first
        await pilot.press("2n", "2N")
        assert line(pilot) == first
        await pilot.press("/")
        await pilot.type("zzzz")
        assert "not here: zzzz" in pilot.screen()
        await pilot.press("escape")
        assert line(pilot) == first
        assert len(pilot.app.screen_stack) == 2


@pytest.mark.parametrize("opened", [open_card, open_help])
async def test_y_copies_the_line_of_a_card_and_of_the_help(envoys: Path, opened: Opens) -> None:
    async with open_app(envoys, size=(100, 24)) as pilot:
        await opened(pilot)
        await pilot.press("gg", "3j")
        pilot.listen()
        await pilot.press("y")
        sequence = next(part for part in pilot.written if part.startswith("\x1b]52;c;"))
        copied = base64.b64decode(sequence[7:-1]).decode()
        assert copied == dialog(pilot).lines[3].strip()
        assert "copied the line" in told(pilot)


@pytest.mark.parametrize("key", ["escape", "q", "h", "left", "ctrl+c"])
@pytest.mark.parametrize("opened", [open_card, open_help])
async def test_a_card_and_the_help_are_left(dossier: Path, opened: Opens, key: str) -> None:
    async with open_app(dossier) as pilot:
        await opened(pilot)
        await pilot.press(key)
        assert len(pilot.app.screen_stack) == 1
        assert not pilot.app._exit


async def test_a_key_that_is_none_says_so_and_the_hint_comes_back(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for opened, hint in ((open_card, "enter goes there"), (open_help, "j k scroll")):
            await opened(pilot)
            assert hint in told(pilot)
            for keys in ("X", "fd", "zd", '"add', "f5"):
                await pilot.press(keys)
                assert told(pilot).startswith(f"{keys} is no key here; "), keys
                assert len(pilot.app.screen_stack) == 2
            await pilot.press("j")
            assert hint in told(pilot)
            await pilot.press("escape")


async def test_the_help_never_says_that_it_would_open_itself(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("?", "X")
        assert told(pilot) == "X is no key here; j k scroll · / search · escape closes"
        await pilot.press("escape", "]a", "K", "X")
        assert told(pilot) == "X is no key here; ? lists the keys"
        await pilot.press("?")
        assert "Keys in the card" in pilot.screen()
        assert "all keys of the card" in pilot.screen()
        await pilot.press("?")
        assert isinstance(pilot.app.screen, Card)


async def test_a_list_of_quotes_without_any_says_that_there_is_nothing(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        pilot.reader.go_to(pilot.text.index("Moscow"))
        await pilot.press("K", "tab")
        for key, said in (("enter", "nothing to go to here"), ("y", "nothing to copy here")):
            await pilot.press(key)
            assert said in told(pilot)
            assert isinstance(pilot.app.screen, Card)


async def test_what_is_said_in_a_card_is_text(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await open_card(pilot)
        await pilot.press("/")
        await pilot.type("[b]x[/b]")
        await pilot.press("enter", "n")
        assert told(pilot) == "not here: [b]x[/b]"
        assert "not here: [b]x[/b]" in pilot.screen()


async def test_a_question_says_which_keys_answer(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", *"text", "escape")
        assert "This note is not saved." in pilot.screen()
        for key in ("x", "enter", "ctrl+d", "f5"):
            await pilot.press(key)
            assert told(pilot) == f"{key} is no key here · s d answer · escape goes back"
        assert "This note is not saved." in pilot.screen()
        await pilot.press("ctrl+c")
        assert "This note is not saved." not in pilot.screen()
        assert "text" in pilot.screen()


async def test_the_editor_and_the_export_say_which_keys_there_are(dossier: Path, tmp_path: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", "f5")
        assert told(pilot).startswith("f5 is no key here · ^s saves")
        await pilot.type("x")
        assert told(pilot).startswith("^s saves")
        await pilot.press("ctrl+s", "x")
        for key in ("X", "d", "f5"):
            await pilot.press(key)
            assert told(pilot).startswith(f"{key} is no key here; enter goes on · ^s exports")
        await pilot.press("j")
        assert told(pilot).startswith("enter goes on")
        await pilot.press("ctrl+c")
        assert len(pilot.app.screen_stack) == 1
        assert list((tmp_path / "work").iterdir()) == []


async def test_a_list_without_articles_and_a_table_without_rows_say_so(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("shift+tab", "/")
        await pilot.type("zzz\n")
        for key in ("enter", "l", "r"):
            await pilot.press(key)
            assert "no article is listed" in pilot.status
        await pilot.press("A")
        await pilot.press("enter")
        await pilot.press("/")
        await pilot.type("zzz\n")
        assert "MENTIONS" in pilot.screen()
        for key in ("enter", "s", "y"):
            await pilot.press(key)
            assert "Nothing matches zzz; escape shows all." in pilot.screen().splitlines()[-1], key


@pytest.mark.parametrize("opened", [open_card, open_help])
async def test_a_percentage_goes_through_a_card_and_the_help(envoys: Path, opened: Opens) -> None:
    async with open_app(envoys, size=(100, 24)) as pilot:
        await opened(pilot)
        for keys in presses_of("dialog.percent", 50):
            await pilot.press("G")
            bottom = line(pilot)
            await pilot.press(keys)
            assert 0 < line(pilot) < bottom
            await pilot.press("gg")
            assert line(pilot) == 0


@pytest.mark.parametrize("ansi", [False, True])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_dialog_stands_in_the_middle_before_the_panes(
    dossier: Path, size: tuple[int, int], ansi: bool
) -> None:
    async with open_app(dossier, size=size, ansi=ansi) as pilot:
        for key in ("K", "?", "x", "a"):
            await pilot.press("gg", key)
            box = pilot.app.screen.query_one(".dialog").region
            assert abs((size[0] - box.right) - box.x) <= 1, key
            assert abs((size[1] - box.bottom) - box.y) <= 1, key
            assert ("Articles" in pilot.screen()) == (box.y > 0), key
            await pilot.press("escape")
