"""Keys with a modifier, wherever one is: never the bare key."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, TextArea

from fenttui.ui.terminal.scanner import Scanner
from fenttui.ui.terminal.to_events import ToEvents
from tests.support.pilot import open_app


def with_alt(name: str) -> events.Key:
    return events.Key(f"alt+{name}", None)


@pytest.mark.parametrize("name", ["d", "j", "a", "x", "q", "u", "full_stop"])
async def test_a_key_with_alt_that_no_command_has_ends_the_selection_and_says_so(
    name: str, dossier: Path
) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("v", "w", "w")
        assert pilot.selected
        caret = pilot.caret
        pilot.send(with_alt(name))
        await pilot.quiet()
        assert pilot.selected is None
        assert pilot.caret == caret
        assert f"alt+{name.replace('full_stop', '.')} is no key here" in pilot.status
        assert len(pilot.app.screen_stack) == 1


async def test_a_key_with_alt_forgets_a_command_half_typed(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("]")
        pilot.send(with_alt("j"))
        await pilot.press("a")
        assert len(pilot.app.screen_stack) == 2


async def test_a_key_with_alt_corrects_no_actor_in_a_table(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("A", "j")
        for name in ("d", "ctrl+j", "c"):
            pilot.send(with_alt(name))
        await pilot.quiet()
        assert not (dossier / "actors.toml").exists()
        assert len(pilot.app.screen_stack) == 1


async def test_a_command_is_called_by_its_key_with_alt(dossier: Path, own_config: Path) -> None:
    own_config.write_text('[keys]\nreader.half_page_down = ["alt+j"]\nreader.line_end = ["alt+."]\n', "utf-8")
    async with open_app(dossier, size=(100, 12)) as pilot:
        pilot.send(with_alt("full_stop"))
        await pilot.quiet()
        end = pilot.caret
        assert end > 0
        pilot.send(with_alt("j"))
        await pilot.quiet()
        assert pilot.caret > end


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("alt+j", b"\x1b[106;3u"),
        ("alt+d", b"\x1b[27;3;100~"),
        ("alt+x", b"\x1b[120;3:1u"),
        ("alt+down", b"\x1b[1;3B"),
        ("alt+shift+d", b"\x1b[100;4u"),
    ],
)
async def test_a_modifier_that_is_certain_ends_and_closes_nothing(
    name: str, data: bytes, dossier: Path
) -> None:
    scanner, to_events = Scanner(0.1), ToEvents()
    async with open_app(dossier) as pilot:
        for keys in ("vw", "K", "?", "A"):
            await pilot.press("gg", keys)
            before = pilot.app.screen, pilot.selected, pilot.caret
            for piece in scanner.feed(data):
                for event in to_events.of(piece):
                    assert isinstance(event, events.Key)
                    pilot.send(event)
            await pilot.quiet()
            assert (pilot.app.screen, pilot.selected, pilot.caret) == before, keys
            assert f"{name} is no key here" in pilot.screen(), keys
            await pilot.press("escape")


@pytest.mark.parametrize("key", ["alt+d", "alt+s", "alt+shift+d", "super+d", "ctrl+alt+d", "meta+c"])
async def test_a_question_is_not_answered_by_a_key_with_a_modifier(key: str, dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a")
        await pilot.type("kept")
        await pilot.press("escape")
        assert "not saved" in pilot.screen()
        pilot.send(events.Key(key, None))
        await pilot.quiet()
        assert "not saved" in pilot.screen()


async def test_fields_type_no_letter_that_comes_with_alt(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a")
        for key in ("alt+x", "alt+shift+x", "super+x", "ctrl+alt+x"):
            pilot.send(events.Key(key, None))
        pilot.send(events.Key("tab", "\t"))
        for key in ("alt+x", "meta+x"):
            pilot.send(events.Key(key, None))
        await pilot.quiet()
        assert pilot.app.screen.query_one(TextArea).text == ""
        assert pilot.app.screen.query_one(Input).value == ""


LINES = {
    "LF": "the rate\nwould rise",
    "CR": "the rate\rwould rise",
    "CR LF": "the rate\r\nwould rise",
    "an empty first line": "\n\nthe rate\nwould rise\n",
    "white space at the ends": "  the rate  \n\t would rise ",
    "one line with an end": "the rate would rise\n",
    "a separator of lines": "the rate\u2028would rise",
}


@pytest.mark.parametrize("name", LINES)
async def test_lines_pasted_into_a_prompt_are_joined_by_spaces(name: str, dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("/")
        pilot.send(events.Paste(LINES[name]))
        await pilot.quiet()
        assert pilot.app.screen.query_one(Input).value == "the rate would rise"


async def test_lines_pasted_over_what_is_selected_take_its_place(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", "tab")
        pilot.send(events.Paste("a, b"))
        await pilot.quiet()
        pilot.app.screen.query_one(Input).select_all()
        pilot.send(events.Paste("claim/contested,\rtariffs,\r\nopen question"))
        await pilot.quiet()
        assert pilot.app.screen.query_one(Input).value == "claim/contested, tariffs, open question"


async def test_an_empty_paste_is_nothing(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("/")
        for text in ("", "\n", "\r\n\r\n"):
            pilot.send(events.Paste(text))
        await pilot.quiet()
        assert pilot.app.screen.query_one(Input).value == ""


async def test_a_long_text_that_comes_as_keys_is_that_text(dossier: Path) -> None:
    text = "The bank said that the rate would rise. " * 100
    async with open_app(dossier) as pilot:
        pilot.burst("a")
        pilot.burst_of_text(text)
        pilot.burst("enter")
        pilot.burst_of_text("Second line.")
        await pilot.quiet()
        assert pilot.app.screen.query_one(TextArea).text == f"{text}\nSecond line."


async def test_a_prompt_that_has_lost_the_focus_is_typed_into_and_left(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("/")
        pilot.app.screen.set_focus(None)
        await pilot.type("Wang")
        assert pilot.app.screen.query_one(Input).value == "Wang"
        pilot.app.screen.set_focus(None)
        await pilot.press("escape")
        assert not pilot.app.screen.query(Input)


async def test_a_note_whose_field_has_lost_the_focus_goes_on(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a")
        await pilot.type("half")
        pilot.app.screen.set_focus(None)
        await pilot.type(" and half")
        assert pilot.app.screen.query_one(TextArea).text == "half and half"
