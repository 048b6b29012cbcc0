"""What a vim user types out of habit: nothing is changed that was not asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from fenttui.ui.screens.actors import ActorsScreen
from fenttui.ui.screens.reading import ReadingScreen
from tests.support.pilot import AppPilot, open_app

HARMLESS = [
    *("fd", "Fd", "td", "Td", "3fd", "fq", "fa", "fx", "rx", "rd", "3rd", "md", "'d", "`d"),
    *("cw", "cW", "cc", "c$", "c0", "ciw", "cip", 'ci"', "ca(", "cfd", "c2w", "c3fd", "cgg", "cG"),
    *(
        "gU",
        "gUd",
        "gUiw",
        "gUU",
        "gud",
        "guu",
        "g~d",
        "g~~",
        "g?d",
        "gqd",
        "gqip",
        "gwd",
        "gJ",
        "gx",
        "gf",
        "gd",
    ),
    *("g'd", "g`d", "grd", "g@d"),
    *("zz", "zt", "zb", "zd", "zD", "zE", "zo", "zc", "za", "zR", "zM", "zfd", "zfip", "zfad"),
    *(">>", ">d", ">ip", "<<", "<d", "==", "=d", "=ip", "!d", "!ip"),
    *(
        '"ayy',
        '"ayiw',
        '"ap',
        '"aP',
        '"add',
        '"adw',
        '"adiw',
        '"adad',
        '"_dd',
        '"_diw',
        '"+yy',
        '"ay3d',
        '"a3dd',
        '"xd',
    ),
    *("@d", "@@", "[d", "]d", "[D", "]D", "[x", "]x", "[s", "]s", "[[", "]]", "[q"),
    *("yiw", "yip", "yy", "y$", "ygg", "y3w"),
    *("viwy", "vapy", "v", "V", "gv", "iw", "ip", "ix", "id", "iq"),
    *("Y", "p", "P", "J", "~", "&", "C", "S", "s", "X", "D", "-", "+", "_", "|"),
    *("ZQ", "Zd", "ctrl+w d", "ctrl+w c", "ctrl+w q", "ctrl+a", "ctrl+v", "ctrl+g", "ctrl+t", "ctrl+x"),
]


def notes_of(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "annotations").glob("*")}


async def note_everything(pilot: AppPilot) -> None:
    """A note on every sentence of the article, so that wherever a key goes it could delete one."""
    for _ in range(6):
        await pilot.press("a", *"mine", "ctrl+s", ")")


async def come_back(pilot: AppPilot) -> None:
    """Leave whatever is open, without an answer."""
    while pilot.app.screen is not pilot.reading or not pilot.status.startswith("READ"):
        await pilot.press("escape")
    if not pilot.text.startswith("Wang Yi met"):
        await pilot.press("[[")


@pytest.mark.parametrize("pane", ["reader", "annotations", "articles"])
async def test_habits_of_vim_change_no_note_in_any_pane(dossier: Path, pane: str) -> None:
    turns = {"reader": [], "annotations": ["tab"], "articles": ["shift+tab"]}[pane]
    # In the others `c`, `r` and `y` are commands by themselves.
    tried = [keys for keys in HARMLESS if pane == "reader" or ("d" in keys and keys[0] not in "cry")]
    async with open_app(dossier) as pilot:
        await note_everything(pilot)
        before = notes_of(dossier)
        assert before
        for keys in tried:
            await pilot.press("gg", *turns)
            await pilot.press(keys)
            assert not pilot.app._exit, keys
            assert notes_of(dossier) == before, keys
            assert isinstance(pilot.app.screen, ReadingScreen), keys
            await come_back(pilot)
            assert notes_of(dossier) == before, keys
        await pilot.press("gg", "d")
        assert notes_of(dossier) != before


async def test_an_unknown_sequence_says_so_and_leaves_the_caret(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await note_everything(pilot)
        for keys in (
            "cw",
            "ciw",
            "c2w",
            "gUiw",
            "gUU",
            ">ip",
            '"ayy',
            '"add',
            "rd",
            "zd",
            "@d",
            "ZQ",
            "[x",
            "ix",
        ):
            await pilot.press("gg", "w")
            here = pilot.caret
            await pilot.press(keys)
            assert f"{keys} is no key here; ? lists the keys" in pilot.status
            assert pilot.caret == here, keys
            assert pilot.selected is None, keys


async def test_d_twice_on_no_note_deletes_none(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press(")", "a", *"mine", "ctrl+s", "gg")
        before = notes_of(dossier)
        for keys in ("dd", "3dd", "5d"):
            await pilot.press(keys)
            assert notes_of(dossier) == before, keys
            assert "no note here" in pilot.status


async def test_habits_of_vim_ignore_no_actor(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("A")
        screen = pilot.app.screen
        assert isinstance(screen, ActorsScreen)
        shown = len(screen.table.view.shown)
        for keys in (
            "fd",
            "Fd",
            "zd",
            "[d",
            "]d",
            "'d",
            '"add',
            '"_dd',
            "@d",
            "gUd",
            "gd",
            ">d",
            "=d",
            "Zd",
            "ctrl+w d",
        ):
            await pilot.press(keys)
            assert "is no key here" in screen.status.text, keys
            assert len(screen.table.view.shown) == shown, keys
        await pilot.press("d")
        assert len(screen.table.view.shown) == shown - 1


async def test_habits_of_vim_ignore_no_actor_from_a_card(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("K")
        card = pilot.app.screen
        for keys in ("fd", "zd", "'d", '"add', "[s", "@r", "gUd", "ctrl+w c"):
            await pilot.press(keys)
            assert pilot.app.screen is card, keys
        assert not (dossier / "actors.toml").exists()


async def test_shift_z_twice_leaves_the_program(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await note_everything(pilot)
        before = notes_of(dossier)
        await pilot.press("ZZ")
        assert pilot.app._exit
    assert notes_of(dossier) == before
