from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from fenttui.ui.commands.registry import all_commands
from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app


def shown(pilot: AppPilot) -> set[str]:
    panes = {"articles": pilot.sidebar, "reader": pilot.reader, "annotations": pilot.notes}
    return {name for name, pane in panes.items() if pane.is_on_screen and pane.region.area}


def tops(pilot: AppPilot) -> tuple[int, int]:
    return pilot.reader.region.y, pilot.notes.region.y


async def test_tab_and_shift_tab_go_around_the_panes(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for key, mode in (
            ("tab", "NOTES"), ("tab", "ARTICLES"), ("tab", "READ"),
            ("shift+tab", "ARTICLES"), ("shift+tab", "NOTES"), ("shift+tab", "READ"),
        ):  # fmt: skip
            await pilot.press(key)
            assert pilot.status.startswith(mode)
        await pilot.press("tab", "escape")
        assert pilot.status.startswith("READ")


@pytest.mark.parametrize("size", [(120, 40), (100, 30)])
async def test_from_100_columns_three_panes_stand_side_by_side(dossier: Path, size: tuple[int, int]) -> None:
    async with open_app(dossier, size=size) as pilot:
        assert shown(pilot) == {"articles", "reader", "annotations"}
        assert pilot.sidebar.region.right <= pilot.reader.region.x
        assert pilot.reader.region.right <= pilot.notes.region.x
        assert tops(pilot)[0] == tops(pilot)[1]


@pytest.mark.parametrize("size", [(99, 30), (80, 24), (60, 20)])
async def test_under_100_columns_the_annotations_are_below_the_reader(
    dossier: Path, size: tuple[int, int]
) -> None:
    async with open_app(dossier, size=size) as pilot:
        assert shown(pilot) == {"articles", "reader", "annotations"}
        assert pilot.reader.region.bottom <= pilot.notes.region.y
        assert pilot.reader.region.x == pilot.notes.region.x


async def test_under_60_columns_one_pane_at_a_time(dossier: Path) -> None:
    async with open_app(dossier, size=(59, 20)) as pilot:
        assert shown(pilot) == {"reader"}
        assert pilot.reader.region.width == 59
        await pilot.press("tab")
        assert shown(pilot) == {"annotations"}
        await pilot.press("tab")
        assert shown(pilot) == {"articles"}
        await pilot.press("j", "enter")
        assert shown(pilot) == {"reader"}


async def test_z_hides_the_side_panes_and_shows_them(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("gz")
        assert shown(pilot) == {"reader"}
        assert "z shows them" in pilot.status
        await pilot.press("gz")
        assert shown(pilot) == {"articles", "reader", "annotations"}
        await pilot.press("gz", "tab")
        assert shown(pilot) == {"articles", "reader", "annotations"}
        assert pilot.status.startswith("NOTES")


async def test_resizing_keeps_the_carets_text_in_view(tmp_path: Path) -> None:
    root = tmp_path / "long"
    words = [" ".join(f"word{number}x{each}" for each in range(30)) for number in range(60)]
    write_article(root, "long", "\n\n".join(words))
    async with open_app(root) as pilot:
        await pilot.press("30}", "3w")
        here = pilot.text[pilot.caret :].split()[0]
        assert here == "word30x3"
        for size in ((80, 24), (59, 20), (60, 8), (200, 50), (40, 12), (120, 40)):
            await pilot.resize(*size)
            assert pilot.text[pilot.caret :].startswith(here), size
            assert any(here in row for row in pilot.rows(pilot.reader)), size


@pytest.mark.parametrize("size", [(20, 5), (10, 3), (1, 1)])
async def test_a_tiny_terminal_is_no_error(dossier: Path, size: tuple[int, int]) -> None:
    async with open_app(dossier, size=size) as pilot:
        await pilot.press("w", "tab", "tab", "j", "tab", "a", *"x", "ctrl+s", "?", "escape")
        await pilot.resize(100, 30)
        assert shown(pilot) == {"articles", "reader", "annotations"}
        assert pilot.notes.notes[0].annotation.body == "x"


@pytest.mark.parametrize(
    ("turns", "context_name"), [((), "reader"), (("tab",), "annotations"), (("shift+tab",), "articles")]
)
async def test_help_lists_every_key_of_the_context_and_no_other(
    dossier: Path, turns: tuple[str, ...], context_name: str
) -> None:
    registry = all_commands()
    own = registry.active_in(registry.context(context_name))
    own_docs = {command.sentence for command in own}
    others = [command.sentence for command in registry.commands if command.sentence not in own_docs]
    async with open_app(dossier, size=(120, 180)) as pilot:
        await pilot.press(*turns, "?")
        lines = [" ".join(line.split()) for line in pilot.screen().splitlines()]
        for command in own:
            keys = " ".join(key.replace("ctrl+", "^") for key in command.keys)
            # The help may show a sign of the character that a key waits for behind the key.
            row = command.sentence if command.takes_char else f"{keys} {command.sentence}"
            assert any(row in line for line in lines), command
        for doc in others:
            assert not any(f" {doc} │" in line for line in lines), doc
        await pilot.press("escape")
        assert len(pilot.app.screen_stack) == 1


async def test_help_scrolls_and_closes(dossier: Path) -> None:
    async with open_app(dossier, size=(80, 24)) as pilot:
        for key in ("escape", "q", "?", "enter"):
            await pilot.press("f1")
            assert "one character left" in pilot.screen()
            await pilot.press("G")
            assert "config.toml" in pilot.screen()
            await pilot.press("gg", "j", "k", "space", "ctrl+b", "ctrl+d", "ctrl+u")
            assert "one character left" in pilot.screen()
            await pilot.press(key)
            assert len(pilot.app.screen_stack) == 1, key


async def test_the_palette_finds_a_function_and_does_it(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("ctrl+p")
        assert len(pilot.app.screen_stack) == 2
        await pilot.type("next sentence")
        await pilot.press("enter")
        await pilot.quiet()
        assert len(pilot.app.screen_stack) == 1
        assert pilot.text[pilot.caret :].startswith("They spoke")


async def test_the_palette_finds_a_command_by_its_name(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("ctrl+p")
        await pilot.type("theme")
        assert "dark or light" in pilot.screen()


async def test_pasted_text_that_nothing_takes_is_told(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for keys, left in (("gg", "gg"), ("tab", "escape"), ("A", "q"), ("K", "escape"), ("?", "escape")):
            await pilot.press(keys)
            pilot.send(events.Paste("dd\nq"))
            await pilot.quiet()
            assert "pasted text goes nowhere here" in pilot.screen(), keys
            await pilot.press(left)
            assert "pasted text goes" not in pilot.screen(), keys


@pytest.mark.parametrize("width", [20, 34, 46, 80, 120])
async def test_the_key_of_the_help_is_at_the_right_of_whatever_is_told(dossier: Path, width: int) -> None:
    def shows_help(pilot: AppPilot) -> bool:
        last = pilot.screen().splitlines()[-1].rstrip()
        return last.endswith("  ?" if width < 30 else "  ? help")

    async with open_app(dossier, size=(width, 24)) as pilot:
        assert shows_help(pilot)
        for keys in (":zz\n", ":set\n", ":q now\n", "axx\x13", "d", "u", "/(\n", "/tariff\n", "3"):
            await pilot.type(keys.removesuffix("\x13"))
            if keys.endswith("\x13"):
                await pilot.press("ctrl+s")
            assert shows_help(pilot), keys
            await pilot.press("escape")


async def test_T_turns_between_dark_and_light(dossier: Path) -> None:  # noqa: N802
    async with open_app(dossier) as pilot:
        for name in ("fenttui-light", "fenttui-dark"):
            await pilot.press("gT")
            assert pilot.app.theme == name
            assert f"theme: {name}" in pilot.status


async def test_reading_again_shows_new_files_and_notes_of_others(dossier: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(dossier, other)
    async with open_app(other) as pilot:
        await pilot.press("a", *"theirs", "ctrl+s")
    async with open_app(dossier) as pilot:
        await pilot.press("w")
        write_article(dossier, "fresh", "Fresh news came in.", "2025-05-01")
        shutil.copytree(other / "annotations", dossier / "annotations")
        await pilot.press("R")
        assert "1 new, 0 gone" in pilot.status
        assert [item.id for item in pilot.sidebar.items] == ["fresh", "talks", "trade", "grain"]
        assert "theirs" in "\n".join(pilot.rows(pilot.notes))
        assert pilot.text[pilot.caret :].startswith("Yi met")


async def test_reading_again_shows_a_changed_article(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        write_article(dossier, "talks", "All has changed.", "2025-04-02")
        await pilot.press("R")
        assert pilot.text == "All has changed."


async def test_reading_again_when_the_open_article_is_gone(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        (dossier / "talks.txt").unlink()
        await pilot.press("R")
        assert "1 gone" in pilot.status
        await pilot.press("w", "]]")
        assert pilot.reading.workspace.article is not None
        assert pilot.reading.workspace.article.id == "trade"


async def test_a_note_can_be_deleted_when_its_article_is_gone(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", *"mine", "ctrl+s")
        (dossier / "talks.txt").unlink()
        await pilot.press("R")
        assert "1 gone" in pilot.status
        await pilot.press("tab", "d")
        assert "deleted" in pilot.status
        await pilot.press("u")
        assert "mine" in "\n".join(pilot.rows(pilot.notes))


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_the_reader_quits(dossier: Path, key: str) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press(key)
        assert pilot.app._exit


async def test_ctrl_l_paints_the_same_screen_again(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        before = pilot.screen()
        await pilot.press("ctrl+l")
        assert pilot.screen() == before


async def test_ctrl_c_leaves_and_never_kills(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("v", "w", "ctrl+c")
        assert pilot.selected is None
        await pilot.press("/")
        await pilot.type("talks")
        await pilot.press("ctrl+c")
        assert not pilot.reading.query(Input)
        await pilot.press("a", "ctrl+c", "escape")
        assert len(pilot.app.screen_stack) == 1
        assert not pilot.app._exit


async def test_a_click_puts_the_caret_under_the_mouse(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        row = next(index for index, row in enumerate(pilot.rows(pilot.reader)) if "Exports" in row)
        column = pilot.rows(pilot.reader)[row].index("fell")
        await pilot.press("tab")
        await pilot.textual_pilot.click(pilot.reader, offset=pilot.inside(pilot.reader, column, row))
        await pilot.quiet()
        assert pilot.text[pilot.caret :].startswith("fell")
        assert pilot.status.startswith("READ")


async def test_dragging_selects(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        row = next(index for index, row in enumerate(pilot.rows(pilot.reader)) if "Exports" in row)
        column = pilot.rows(pilot.reader)[row].index("Exports")
        await pilot.textual_pilot.mouse_down(pilot.reader, offset=pilot.inside(pilot.reader, column, row))
        await pilot.textual_pilot.hover(pilot.reader, offset=pilot.inside(pilot.reader, column + 3, row))
        pilot.drag(pilot.reader, column + 11, row)
        await pilot.textual_pilot.mouse_up(pilot.reader, offset=pilot.inside(pilot.reader, column + 11, row))
        await pilot.quiet()
        assert pilot.selected == "Exports fell"
        await pilot.press("a", *"x", "ctrl+s")
        assert pilot.notes.notes[0].annotation.target is not None
        assert pilot.notes.notes[0].annotation.target.exact == "Exports fell"


async def test_a_click_on_an_article_opens_it(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        row = next(index for index, row in enumerate(pilot.rows(pilot.sidebar)) if "Trade" in row)
        await pilot.textual_pilot.click(pilot.sidebar, offset=pilot.inside(pilot.sidebar, 8, row))
        await pilot.quiet()
        assert pilot.reading.workspace.article is not None
        assert pilot.reading.workspace.article.id == "trade"


async def test_a_click_on_a_heading_or_below_the_list_opens_nothing(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for row in (0, 3, 30):
            await pilot.textual_pilot.click(pilot.sidebar, offset=pilot.inside(pilot.sidebar, 8, row))
            await pilot.quiet()
            assert pilot.reading.workspace.article is not None
            assert pilot.reading.workspace.article.id == "talks"


async def test_a_click_on_a_note_goes_to_its_passage(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("2}", "a", *"clicked", "ctrl+s", "gg")
        row = next(index for index, row in enumerate(pilot.rows(pilot.notes)) if "clicked" in row)
        await pilot.textual_pilot.click(pilot.notes, offset=pilot.inside(pilot.notes, 4, row))
        await pilot.quiet()
        assert pilot.text[pilot.caret :].startswith('"The tariffs')


async def test_keys_typed_after_the_wheel_act_where_one_looks(tmp_path: Path) -> None:
    root = tmp_path / "long"
    write_article(root, "rows", "\n".join(f"row {number:03}" for number in range(1, 201)))
    async with open_app(root, size=(80, 24)) as pilot:
        pilot.reader.scroll_to(y=100, animate=False, immediate=True)
        await pilot.quiet()
        await pilot.press("j")
        assert 100 <= pilot.reader.page.layout.line_at(pilot.caret) <= 124
