from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.widgets import Input

from fenttui.ui.commands import COMMANDS
from tests.ui.desk import Desk, desk_on, write_article


def shown(desk: Desk) -> set[str]:
    panes = {"articles": desk.sidebar, "reader": desk.reader, "annotations": desk.notes}
    return {name for name, pane in panes.items() if pane.is_on_screen and pane.region.area}


def tops(desk: Desk) -> tuple[int, int]:
    return desk.reader.region.y, desk.notes.region.y


async def test_tab_and_shift_tab_go_around_the_panes(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        for key, mode in (
            ("tab", "NOTES"), ("tab", "ARTICLES"), ("tab", "READ"),
            ("shift+tab", "ARTICLES"), ("shift+tab", "NOTES"), ("shift+tab", "READ"),
        ):  # fmt: skip
            await desk.press(key)
            assert desk.status.startswith(mode)
        await desk.press("tab", "escape")
        assert desk.status.startswith("READ")


@pytest.mark.parametrize("size", [(120, 40), (100, 30)])
async def test_from_100_columns_three_panes_stand_side_by_side(dossier: Path, size: tuple[int, int]) -> None:
    async with desk_on(dossier, size=size) as desk:
        assert shown(desk) == {"articles", "reader", "annotations"}
        assert desk.sidebar.region.right <= desk.reader.region.x
        assert desk.reader.region.right <= desk.notes.region.x
        assert tops(desk)[0] == tops(desk)[1]


@pytest.mark.parametrize("size", [(99, 30), (80, 24), (60, 20)])
async def test_under_100_columns_the_annotations_are_below_the_reader(
    dossier: Path, size: tuple[int, int]
) -> None:
    async with desk_on(dossier, size=size) as desk:
        assert shown(desk) == {"articles", "reader", "annotations"}
        assert desk.reader.region.bottom <= desk.notes.region.y
        assert desk.reader.region.x == desk.notes.region.x


async def test_under_60_columns_one_pane_at_a_time(dossier: Path) -> None:
    async with desk_on(dossier, size=(59, 20)) as desk:
        assert shown(desk) == {"reader"}
        assert desk.reader.region.width == 59
        await desk.press("tab")
        assert shown(desk) == {"annotations"}
        await desk.press("tab")
        assert shown(desk) == {"articles"}
        await desk.press("j", "enter")
        assert shown(desk) == {"reader"}


async def test_z_hides_the_side_panes_and_shows_them(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("z")
        assert shown(desk) == {"reader"}
        assert "z shows them" in desk.status
        await desk.press("z")
        assert shown(desk) == {"articles", "reader", "annotations"}
        await desk.press("z", "tab")
        assert shown(desk) == {"articles", "reader", "annotations"}
        assert desk.status.startswith("NOTES")


async def test_resizing_keeps_the_carets_text_in_view(tmp_path: Path) -> None:
    root = tmp_path / "long"
    words = [" ".join(f"word{number}x{each}" for each in range(30)) for number in range(60)]
    write_article(root, "long", "\n\n".join(words))
    async with desk_on(root) as desk:
        await desk.press("30}", "3w")
        here = desk.text[desk.caret :].split()[0]
        assert here == "word30x3"
        for size in ((80, 24), (59, 20), (60, 8), (200, 50), (40, 12), (120, 40)):
            await desk.resize(*size)
            assert desk.text[desk.caret :].startswith(here), size
            assert any(here in row for row in desk.rows(desk.reader)), size


@pytest.mark.parametrize("size", [(20, 5), (10, 3), (1, 1)])
async def test_a_tiny_terminal_is_no_error(dossier: Path, size: tuple[int, int]) -> None:
    async with desk_on(dossier, size=size) as desk:
        await desk.press("w", "tab", "tab", "j", "tab", "a", *"x", "ctrl+s", "?", "escape")
        await desk.resize(100, 30)
        assert shown(desk) == {"articles", "reader", "annotations"}
        assert desk.notes.notes[0].annotation.body == "x"


@pytest.mark.parametrize(
    ("turns", "place"), [((), "reader"), (("tab",), "annotations"), (("shift+tab",), "articles")]
)
async def test_help_lists_every_key_of_the_place_and_no_other(
    dossier: Path, turns: tuple[str, ...], place: str
) -> None:
    own = [command for command in COMMANDS if command.place in (place, "everywhere")]
    own_docs = {command.doc for command in own}
    others = [command.doc for command in COMMANDS if command.doc not in own_docs]
    async with desk_on(dossier, size=(120, 110)) as desk:
        await desk.press(*turns, "?")
        lines = [" ".join(line.split()) for line in desk.screen().splitlines()]
        for command in own:
            keys = " ".join(key.replace("ctrl+", "^") for key in command.keys)
            assert any(keys in line and command.doc in line for line in lines) or command.takes_char, command
        for doc in others:
            assert not any(f" {doc} │" in line for line in lines), doc
        await desk.press("escape")
        assert len(desk.app.screen_stack) == 1


async def test_help_scrolls_and_closes(dossier: Path) -> None:
    async with desk_on(dossier, size=(80, 24)) as desk:
        for key in ("escape", "q", "?", "enter"):
            await desk.press("f1")
            assert "one character left" in desk.screen()
            await desk.press("G")
            assert "config.toml" in desk.screen()
            await desk.press("g", "j", "k", "space", "b", "ctrl+d", "ctrl+u")
            assert "one character left" in desk.screen()
            await desk.press(key)
            assert len(desk.app.screen_stack) == 1, key


@pytest.mark.parametrize("key", ["ctrl+p", ":"])
async def test_the_palette_finds_a_function_and_does_it(dossier: Path, key: str) -> None:
    async with desk_on(dossier) as desk:
        await desk.press(key)
        assert len(desk.app.screen_stack) == 2
        await desk.type("next sentence")
        await desk.press("enter")
        await desk.quiet()
        assert len(desk.app.screen_stack) == 1
        assert desk.text[desk.caret :].startswith("They spoke")


async def test_T_turns_between_dark_and_light(dossier: Path) -> None:  # noqa: N802
    async with desk_on(dossier) as desk:
        for name in ("fenttui-light", "fenttui-dark"):
            await desk.press("T")
            assert desk.app.theme == name
            assert f"theme: {name}" in desk.status


async def test_reading_again_shows_new_files_and_notes_of_others(dossier: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(dossier, other)
    async with desk_on(other) as desk:
        await desk.press("a", *"theirs", "ctrl+s")
    async with desk_on(dossier) as desk:
        await desk.press("w")
        write_article(dossier, "fresh", "Fresh news came in.", "2025-05-01")
        shutil.copytree(other / "annotations", dossier / "annotations")
        await desk.press("R")
        assert "1 new, 0 gone" in desk.status
        assert [item.id for item in desk.sidebar.items] == ["fresh", "talks", "trade", "grain"]
        assert "theirs" in "\n".join(desk.rows(desk.notes))
        assert desk.text[desk.caret :].startswith("Yi met")


async def test_reading_again_shows_a_changed_article(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        write_article(dossier, "talks", "All has changed.", "2025-04-02")
        await desk.press("R")
        assert desk.text == "All has changed."


async def test_reading_again_when_the_open_article_is_gone(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        (dossier / "talks.txt").unlink()
        await desk.press("R")
        assert "1 gone" in desk.status
        await desk.press("w", "]]")
        assert desk.reading.article is not None
        assert desk.reading.article.id == "trade"


async def test_a_note_can_be_deleted_when_its_article_is_gone(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("a", *"mine", "ctrl+s")
        (dossier / "talks.txt").unlink()
        await desk.press("R")
        assert "1 gone" in desk.status
        await desk.press("tab", "d")
        assert "deleted" in desk.status
        await desk.press("u")
        assert "mine" in "\n".join(desk.rows(desk.notes))


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_the_reader_quits(dossier: Path, key: str) -> None:
    async with desk_on(dossier) as desk:
        await desk.press(key)
        assert desk.app._exit


async def test_ctrl_l_paints_the_same_screen_again(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        before = desk.screen()
        await desk.press("ctrl+l")
        assert desk.screen() == before


async def test_ctrl_c_leaves_and_never_kills(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("v", "w", "ctrl+c")
        assert desk.selected is None
        await desk.press("/")
        await desk.type("talks")
        await desk.press("ctrl+c")
        assert not desk.reading.query(Input)
        await desk.press("a", "ctrl+c", "escape")
        assert len(desk.app.screen_stack) == 1
        assert not desk.app._exit


async def test_a_click_puts_the_caret_under_the_mouse(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        row = next(index for index, row in enumerate(desk.rows(desk.reader)) if "Exports" in row)
        column = desk.rows(desk.reader)[row].index("fell")
        await desk.press("tab")
        await desk.pilot.click(desk.reader, offset=desk.inside(desk.reader, column, row))
        await desk.quiet()
        assert desk.text[desk.caret :].startswith("fell")
        assert desk.status.startswith("READ")


async def test_dragging_selects(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        row = next(index for index, row in enumerate(desk.rows(desk.reader)) if "Exports" in row)
        column = desk.rows(desk.reader)[row].index("Exports")
        await desk.pilot.mouse_down(desk.reader, offset=desk.inside(desk.reader, column, row))
        await desk.pilot.hover(desk.reader, offset=desk.inside(desk.reader, column + 3, row))
        desk.drag(desk.reader, column + 11, row)
        await desk.pilot.mouse_up(desk.reader, offset=desk.inside(desk.reader, column + 11, row))
        await desk.quiet()
        assert desk.selected == "Exports fell"
        await desk.press("a", *"x", "ctrl+s")
        assert desk.notes.notes[0].annotation.target is not None
        assert desk.notes.notes[0].annotation.target.exact == "Exports fell"


async def test_a_click_on_an_article_opens_it(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        row = next(index for index, row in enumerate(desk.rows(desk.sidebar)) if "Trade" in row)
        await desk.pilot.click(desk.sidebar, offset=desk.inside(desk.sidebar, 8, row))
        await desk.quiet()
        assert desk.reading.article is not None
        assert desk.reading.article.id == "trade"


async def test_a_click_on_a_heading_or_below_the_list_opens_nothing(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        for row in (0, 3, 30):
            await desk.pilot.click(desk.sidebar, offset=desk.inside(desk.sidebar, 8, row))
            await desk.quiet()
            assert desk.reading.article is not None
            assert desk.reading.article.id == "talks"


async def test_a_click_on_a_note_goes_to_its_passage(dossier: Path) -> None:
    async with desk_on(dossier) as desk:
        await desk.press("2}", "a", *"clicked", "ctrl+s", "gg")
        row = next(index for index, row in enumerate(desk.rows(desk.notes)) if "clicked" in row)
        await desk.pilot.click(desk.notes, offset=desk.inside(desk.notes, 4, row))
        await desk.quiet()
        assert desk.text[desk.caret :].startswith('"The tariffs')


async def test_keys_typed_after_the_wheel_act_where_one_looks(tmp_path: Path) -> None:
    root = tmp_path / "long"
    write_article(root, "rows", "\n".join(f"row {number:03}" for number in range(1, 201)))
    async with desk_on(root, size=(80, 24)) as desk:
        desk.reader.scroll_to(y=100, animate=False, immediate=True)
        await desk.quiet()
        await desk.press("j")
        assert 100 <= desk.reader.page.layout.line_at(desk.caret) <= 124
