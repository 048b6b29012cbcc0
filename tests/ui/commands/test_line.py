"""`:`: what it completes, what it does, and what it says of a line that it does not know."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.widgets import Input

from fenttui.ui.screens.table_screen import TableScreen
from tests.support.covering import covers
from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app


async def line(pilot: AppPilot, typed: str) -> None:
    """Type a line of the command line and finish it."""
    await pilot.press(":")
    await pilot.type(f"{typed}\n")


def prompt(pilot: AppPilot) -> str:
    """What stands in the prompt."""
    return pilot.app.screen.query_one("#prompt", Input).value


def said(pilot: AppPilot) -> str:
    """What the status line of the screen says."""
    screen = pilot.app.screen
    return screen.status.text if isinstance(screen, TableScreen) else pilot.status


def current(pilot: AppPilot) -> int:
    """The current row of the table."""
    assert isinstance(pilot.app.screen, TableScreen)
    return pilot.app.screen.table.current


# Going there


@covers("command_line")
async def test_a_number_goes_to_that_line_of_the_text(dossier: Path) -> None:
    async with open_app(dossier, size=(60, 24)) as pilot:
        await line(pilot, "2")
        assert pilot.reader.page.layout.line_at(pilot.caret) == 1
        await line(pilot, "$")
        assert pilot.reader.page.layout.line_at(pilot.caret) == len(pilot.reader.page.layout.lines) - 1
        await line(pilot, "0")
        assert pilot.caret == 0
        await line(pilot, "100%")
        assert pilot.reader.page.layout.line_at(pilot.caret) == len(pilot.reader.page.layout.lines) - 1


async def test_a_number_goes_to_that_row_of_a_table_and_of_the_list(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("A")
        await line(pilot, "3")
        assert current(pilot) == 2
        await line(pilot, "999")
        last = current(pilot)
        await line(pilot, "1")
        assert current(pilot) == 0
        await line(pilot, "50%")
        assert 0 < current(pilot) < last
        await pilot.press("escape", "shift+tab")
        await line(pilot, "2")
        assert pilot.sidebar.current == 1


async def test_a_percentage_needs_a_number(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await line(pilot, "%")
        assert "type a number first" in said(pilot)


# Commands by name


async def test_a_command_is_called_by_its_name_with_a_count_and_a_character(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await line(pilot, "2 next_actor")
        twice = pilot.caret
        await pilot.press("gg", "2]a")
        assert pilot.caret == twice > 0
        await line(pilot, "set_mark k")
        await pilot.press("gg", "'k")
        assert pilot.caret == twice
        await line(pilot, "reader.top")
        assert pilot.caret == 0
        await line(pilot, "articles.cycle-ord")
        assert "order: oldest first" in said(pilot)


async def test_a_command_that_asks_for_a_line_itself_asks_for_it(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await line(pilot, "search")
        await pilot.type("Rubio\n")
        assert pilot.text[pilot.caret :].startswith("Rubio")
        await line(pilot, "noh")
        assert len(pilot.reader.marks.matches) == 0
        await pilot.press("n")
        assert len(pilot.reader.marks.matches) > 0


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("next_a", "`next_a` may be next_actor, next_article"),
        ("nxt_actor", "no command `nxt_actor`; did you mean `next_actor`?"),
        ("actors.merge", "`actors.merge` is a command of the table of actors, not of the text"),
        ("set_mark", "`reader.set_mark` takes one character"),
        ("zen!", "takes no !"),
        ("w all.md", "`write` takes nothing after its name"),
        ("!ls", "no command `!`"),
        ("\x1b]0;title", "no command `␛`"),
    ],
)
async def test_a_line_that_is_no_command_is_answered(dossier: Path, typed: str, told: str) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press(":")
        pilot.app.screen.query_one("#prompt", Input).value = typed
        await pilot.press("enter")
        assert told in said(pilot)


async def test_a_table_does_its_own_commands_and_says_where_others_are(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("A")
        await line(pilot, "mark")
        assert "1 marked" in said(pilot)
        await line(pilot, "zen")
        assert "`zen` is a command of all panes, not of the table of actors" in said(pilot)
        await line(pilot, "figures")
        assert "Figures" in pilot.screen()


async def test_an_empty_line_and_a_line_that_is_left_do_nothing(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        before = pilot.screen()
        await line(pilot, "")
        assert pilot.screen() == before
        await pilot.press(":")
        await pilot.type("next_actor")
        await pilot.press("escape")
        assert pilot.screen() == before


# Completion and history


async def test_tab_goes_through_the_names_that_fit_and_back(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press(":")
        await pilot.type("next_a")
        await pilot.press("tab")
        assert prompt(pilot) == "next_actor"
        await pilot.press("tab")
        assert prompt(pilot) == "next_article"
        await pilot.press("shift+tab", "shift+tab")
        assert prompt(pilot) == "next_a"
        await pilot.press("tab", "enter")
        assert pilot.text[pilot.caret :].startswith("Marco Rubio")


async def test_what_a_name_does_is_told_while_it_is_typed(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press(":")
        await pilot.type("next_a")
        assert "next_actor  next_article" in pilot.screen()
        await pilot.type("ctor")
        assert "(]a) · next actor" in pilot.screen()


async def test_right_takes_what_is_suggested(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press(":")
        await pilot.type("set mea")
        await pilot.press("right", "right")
        assert prompt(pilot) == "set measure=76"


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("set the", "set theme="),
        ("set theme=no", "set theme=nord"),
        ("set order=o", "set order=oldest"),
        ("set highlight=person,mon", "set highlight=person,money"),
        ("set theme=nord meas", "set theme=nord measure="),
        ("theme gru", "theme gruvbox"),
        ("export mark", "export markdown"),
        ("export csv ta", "export csv table.csv"),
        ("e ta", "e table.csv"),
        ("e my", "e my\\ notes/"),
        ('e "my', 'e "my notes/'),
        ('e "my notes/a', 'e "my notes/a b.txt"'),
        ("e my\\ notes/a", "e my\\ notes/a\\ b.txt"),
        ("help next_ac", "help next_actor"),
        ("3 next_ac", "3 next_actor"),
    ],
)
async def test_what_follows_a_name_is_completed(
    dossier: Path, tmp_path: Path, typed: str, completed: str
) -> None:
    folder = tmp_path / "work"
    (folder / "my notes").mkdir()
    (folder / "my notes" / "a b.txt").touch()
    (folder / "table.csv").touch()
    (folder / "table\x1b[31m.csv").touch()
    async with open_app(dossier) as pilot:
        await pilot.press(":")
        await pilot.type(typed)
        await pilot.press("tab")
        assert prompt(pilot) == completed


async def test_up_brings_earlier_lines_from_another_screen_as_well(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await line(pilot, "next_actor")
        await line(pilot, "set measure=50")
        await pilot.press("A", ":", "up")
        assert prompt(pilot) == "set measure=50"
        await pilot.press("up")
        assert prompt(pilot) == "next_actor"
        await pilot.press("down", "down")
        assert prompt(pilot) == ""
        await pilot.press("ctrl+p")
        assert prompt(pilot) == "set measure=50"
        await pilot.press("ctrl+n")
        assert prompt(pilot) == ""


# Settings


async def test_settings_take_effect_at_once(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await line(pilot, "set theme=nord measure=30")
        assert pilot.app.theme == "nord"
        assert max(len(row.strip()) for row in pilot.rows(pilot.reader)) <= 30
        assert "theme=nord  measure=30" in said(pilot)
        await line(pilot, "set order = oldest")
        assert [item.id for item in pilot.sidebar.items] == ["grain", "trade", "talks"]
        await line(pilot, "set color blue")
        await pilot.press("a", "ctrl+s")
        assert pilot.notes.notes[0].annotation.color == "blue"
        plain = pilot.looks_of(pilot.reader, " met ")
        await line(pilot, "set highlight=percent")
        assert plain
        assert pilot.reading.workspace.session.settings.reader.highlight == ("percent",)


async def test_only_the_kinds_that_are_set_are_colored(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("G")
        plain = pilot.looks_of(pilot.reader, " met ")[0].style
        assert pilot.looks_of(pilot.reader, "Marco Rubio")[0].style != plain
        await line(pilot, "set highlight=percent")
        assert pilot.looks_of(pilot.reader, "Marco Rubio")[0].style == plain
        await line(pilot, "set highlight=all")
        assert pilot.looks_of(pilot.reader, "Marco Rubio")[0].style != plain


async def test_set_alone_lists_all_and_a_name_alone_its_value(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await line(pilot, "set")
        assert "theme=fenttui-dark  measure=76  order=newest  color=yellow  highlight=all" in said(pilot)
        await line(pilot, "set measure?")
        assert "measure=76" in said(pilot)
        await line(pilot, "set reader.measure")
        assert "measure=76" in said(pilot)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("set measure=3", '`measure` must be a whole number from 20 to 400, not "3"'),
        ("set measure=", "`measure` must be a whole number from 20 to 400"),
        ("set theme=nrod", "did you mean `nord`?"),
        ("set meazure=60", "no setting `meazure`; did you mean `measure`?"),
        ("set zzz=1", "no setting `zzz`; there are theme, measure, order, color, highlight"),
        ("set tab_width=4", "`tab_width` takes effect at the next start"),
        ("set order=sideways", "`order` must be one of"),
        ("set =", "no setting"),
        ("theme nrod", "did you mean `nord`?"),
    ],
)
async def test_a_setting_that_is_refused_is_told(dossier: Path, typed: str, told: str) -> None:
    async with open_app(dossier) as pilot:
        await line(pilot, typed)
        assert told in " ".join(pilot.screen().split()) or told in said(pilot)
        assert pilot.app.theme == "fenttui-dark"


async def test_theme_takes_a_theme_and_alone_the_other_one(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await line(pilot, "theme nord")
        assert pilot.app.theme == "nord"
        await line(pilot, "theme")
        assert pilot.app.theme == "fenttui-light"


async def test_a_terminal_with_its_own_colors_takes_no_theme(dossier: Path) -> None:
    async with open_app(dossier, ansi=True) as pilot:
        await line(pilot, "set theme=nord")
        assert pilot.app.theme == "fenttui-ansi"
        assert "its own colors only" in said(pilot)


# Exports


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("export json", "talks-notes.json"),
        ("export js", "talks-notes.json"),
        ("export md", "talks-notes.md"),
        ("export json all.txt", "all.txt"),
        ("export mine.csv", "mine.csv"),
        ('export "two words.csv"', "two words.csv"),
        ("export two words.toml", "two words.toml"),
    ],
)
async def test_export_writes_the_notes_of_the_article(
    dossier: Path, tmp_path: Path, typed: str, name: str
) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", *"one", "ctrl+s")
        await line(pilot, typed)
        content = (tmp_path / "work" / name).read_text("utf-8")
        assert "one" in content
        assert not name.endswith("json") or json.loads(content)
        assert "1 note exported to" in said(pilot)


async def test_an_export_over_a_file_is_refused_without_an_exclamation_mark(
    dossier: Path, tmp_path: Path
) -> None:
    path = tmp_path / "work" / "all.md"
    path.write_text("mine")
    async with open_app(dossier) as pilot:
        await pilot.press("a", *"one", "ctrl+s")
        await line(pilot, "export all.md")
        assert "exists already; :export! replaces it" in said(pilot)
        assert path.read_text() == "mine"
        await line(pilot, "export! all.md")
        assert "one" in path.read_text()
        assert (tmp_path / "work" / "all.md~").read_text() == "mine"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("export markdwon", "did you mean `markdown`?"),
        (
            "export notes",
            "`notes` is neither a format nor a file name with a known ending; there are markdown, csv",
        ),
        ("export all.md", "there are no notes to export"),
        ("export csv no/such/folder.csv", "folder of the export does not exist"),
    ],
)
async def test_an_export_that_is_not_possible_is_told(
    dossier: Path, tmp_path: Path, typed: str, told: str
) -> None:
    async with open_app(dossier) as pilot:
        if "folder" in typed:
            await pilot.press("a", *"one", "ctrl+s")
        await line(pilot, typed)
        assert told in said(pilot)
        assert list((tmp_path / "work").iterdir()) == []


@pytest.mark.parametrize("name", ["a\x00.md", "\ud800\x00.md", "~nobody-at-all/a.md"])
async def test_a_name_that_no_file_can_have_is_told(dossier: Path, tmp_path: Path, name: str) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", *"one", "ctrl+s", ":")
        pilot.app.screen.query_one("#prompt", Input).value = f"export {name}"
        await pilot.press("enter")
        assert "not a valid file name" in pilot.reading.status._message
        assert list((tmp_path / "work").iterdir()) == []


async def test_export_alone_asks_for_all_also_from_a_table(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("A")
        await line(pilot, "export")
        assert "Export the notes" in pilot.screen()


# Help


async def test_help_tells_keys_and_commands(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await line(pilot, "help")
        assert "Keys in the text" in pilot.screen()
        await pilot.press("G")
        assert ":q[uit][!]" in pilot.screen()
        await pilot.press("escape")
        for asked in ("]a", "next_actor", "reader.next_actor"):
            await line(pilot, f"help {asked}")
            assert "reader.next_actor (]a) · next actor" in said(pilot)
        await line(pilot, "h w")
        assert "reader.word_forward (w)" in said(pilot)
        await line(pilot, "h :w")
        assert ":w[rite] · save what could not be saved" in said(pilot)
        await line(pilot, "h ^d")
        assert "reader.half_page_down (^d)" in said(pilot)
        await line(pilot, "h actors.merge")
        assert "actors.merge (m)" in said(pilot)
        await line(pilot, "h nothing-like-it")
        assert "no command `nothing-like-it`" in said(pilot)


# Quitting and saving


@pytest.mark.parametrize("typed", ["q", "q!", "wq", "x", "wq!", "qa"])
async def test_the_lines_that_quit(dossier: Path, typed: str) -> None:
    async with open_app(dossier) as pilot:
        await line(pilot, typed)
        assert pilot.app._exit


async def test_w_says_that_all_is_saved(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await line(pilot, "w")
        assert "all is saved" in said(pilot)
        assert not pilot.app._exit


async def unsaved_note(pilot: AppPilot, root: Path) -> Path:
    """Write a note where no file can be written; return what stands in the way."""
    way = root / "annotations"
    way.write_text("in the way")
    await pilot.press("a", *"one", "ctrl+s")
    assert "not saved yet" in said(pilot)
    return way


async def test_w_saves_what_could_not_be_saved(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        way = await unsaved_note(pilot, dossier)
        await line(pilot, "w")
        assert "not saved yet" in said(pilot)
        await line(pilot, "wq")
        assert "not saved yet" in said(pilot)
        assert not pilot.app._exit
        way.unlink()
        await line(pilot, "w")
        assert "saved: the notes on talks" in said(pilot)
        assert "one" in (dossier / "annotations" / "talks.toml").read_text("utf-8")
        await line(pilot, "w")
        assert "all is saved" in said(pilot)


async def test_q_asks_about_what_is_not_saved_and_q_with_a_mark_keeps_a_draft(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        way = await unsaved_note(pilot, dossier)
        await line(pilot, "q")
        assert "quits and loses them" in pilot.screen()
        await pilot.press("escape")
        await line(pilot, "q!")
        assert pilot.app._exit
    way.unlink()
    async with open_app(dossier) as pilot:
        assert "There is an unsaved draft" in pilot.screen()
        assert "one" in pilot.screen()


# Prompts with an old text


async def test_what_is_typed_replaces_the_old_text_of_a_prompt(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("shift+tab", "/")
        await pilot.type("china\n")
        await pilot.press("/")
        assert prompt(pilot) == "china"
        await pilot.type("grain")
        assert prompt(pilot) == "grain"
        await pilot.press("escape", "/", "end")
        await pilot.type("x")
        assert prompt(pilot) == "chinax"
        await pilot.press("escape", "/", "backspace")
        assert prompt(pilot) == ""
        await pilot.press("backspace", "A", "/")
        await pilot.type("rubio\n")
        await pilot.press("/")
        await pilot.type("m")
        assert prompt(pilot) == "m"


async def test_a_key_of_ones_own_may_ask_for_a_line(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[keys]\ncommand_line = [";"]\n"reader.find_again" = ["alt+f"]\n')
    async with open_app(dossier) as pilot:
        await pilot.press(";")
        await pilot.type("2\n")
        assert pilot.reader.page.layout.line_at(pilot.caret) <= 1
        assert not pilot.app.screen.query("#prompt")


async def test_a_name_of_the_dossier_with_escapes_is_shown_safely(tmp_path: Path) -> None:
    root = tmp_path / "plain"
    write_article(root, "one", "Tea.", "2025-01-01")
    async with open_app(root) as pilot:
        await pilot.press(":")
        pilot.app.screen.query_one("#prompt", Input).value = "e /no/\x1b[31msuch"
        await pilot.press("enter")
        assert "␛[31msuch" in said(pilot)
        assert "\x1b" not in pilot.screen()
