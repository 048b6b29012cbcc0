from __future__ import annotations

from pathlib import Path

from textual.widgets import Input, OptionList

from fenttui.exports import FORMATS
from fenttui.ui.dialogs.card import Card
from fenttui.ui.dialogs.export import Export
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


async def open_export(pilot: AppPilot) -> Export:
    await pilot.press("x")
    screen = pilot.app.screen
    assert isinstance(screen, Export)
    return screen


def focused(pilot: AppPilot) -> str | None:
    return pilot.app.screen.focused.id if pilot.app.screen.focused else None


@covers("export.help")
async def test_help_opens_over_the_export(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        export = await open_export(pilot)
        for keys in presses_of("export.help"):
            await pilot.press(keys)
            assert "Keys in the export" in pilot.screen()
            await pilot.press("escape")
            assert pilot.app.screen is export
            assert focused(pilot) == "export-formats"


@covers("export.next", "export.previous")
async def test_each_key_goes_through_the_fields_of_the_export(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await open_export(pilot)
        for keys in presses_of("export.next"):
            await pilot.press(keys)
            assert focused(pilot) == "export-scopes", keys
            for back in presses_of("export.previous"):
                await pilot.press(back)
                assert focused(pilot) == "export-formats", back
                await pilot.press(keys)
            await pilot.press(keys)
            assert focused(pilot) == "export-path", keys
            await pilot.press("shift+tab", "shift+tab")


@covers("export.write")
async def test_each_key_writes_the_export_from_every_field(dossier: Path, tmp_path: Path) -> None:
    path = tmp_path / "work" / "talks-notes.md"
    async with open_app(dossier) as pilot:
        await pilot.press("a", *"mine", "ctrl+s")
        for keys in presses_of("export.write"):
            for field in range(3):
                await open_export(pilot)
                await pilot.press(*["tab"] * field, keys)
                assert "mine" in path.read_text("utf-8"), (keys, field)
                path.unlink()


@covers("export.overwrite")
async def test_each_key_overwrites_what_was_found_and_nothing_before_that(
    dossier: Path, tmp_path: Path
) -> None:
    path = tmp_path / "work" / "talks-notes.md"
    async with open_app(dossier) as pilot:
        await pilot.press("a", *"mine", "ctrl+s")
        for keys in presses_of("export.overwrite"):
            path.write_text("precious")
            await open_export(pilot)
            await pilot.press(keys)
            assert path.read_text() == "precious"
            assert "nothing to overwrite so far; ^s exports" in pilot.screen()
            await pilot.press("ctrl+s")
            assert path.read_text() == "precious"
            await pilot.press(keys)
            assert "mine" in path.read_text()
            # Another name is another file.
            path.with_stem("other").write_text("precious")
            await open_export(pilot)
            await pilot.press("ctrl+s", "ctrl+u")
            await pilot.type("other.md")
            await pilot.press(keys)
            assert path.with_stem("other").read_text() == "precious"
            await pilot.press("escape")


async def test_the_lists_of_the_export_answer_the_motions_of_lists_with_counts(dossier: Path) -> None:
    last = len(FORMATS) - 1
    async with open_app(dossier) as pilot:
        export = await open_export(pilot)
        formats = export.query_one("#export-formats", OptionList)
        for keys, expected in [
            ("G", last), ("gg", 0), ("2j", 2), ("k", 1), ("3gg", 2), ("ctrl+d", last), ("ctrl+u", 0),
            ("9j", last), ("9k", 0), ("50%", (last + 1) // 2 - 1), ("G", last), ("home", 0),
        ]:  # fmt: skip
            await pilot.press(keys)
            assert formats.highlighted == expected, keys
        await pilot.press("/")
        await pilot.type("json\n")
        assert list(FORMATS)[formats.highlighted or 0] == "json"
        assert focused(pilot) == "export-formats"
        assert export.query_one("#export-path", Input).value == "talks-notes.json"


async def test_the_file_of_the_export_takes_its_own_keys(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        export = await open_export(pilot)
        path = export.query_one("#export-path", Input)
        await pilot.press("tab", "tab", "ctrl+u")
        await pilot.type("qG?hj.md")
        await pilot.press("home", *"x", "right", "delete", "end", "left", "backspace")
        assert path.value == "xq?hj.d"
        assert pilot.app.screen is export
        await pilot.press("j", "up")
        assert "these keys move in the lists above" in pilot.screen()
        await pilot.press("ctrl+c")
        assert len(pilot.app.screen_stack) == 1


async def test_a_name_that_no_file_can_have_is_told_in_the_export(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("a", *"mine", "ctrl+s")
        export = await open_export(pilot)
        path = export.query_one("#export-path", Input)
        for name in ("~nobody-at-all/a.md", "a\x00.md", "\ud800\x00.md"):
            path.value = name
            await pilot.press("ctrl+s")
            assert pilot.app.screen is export
            assert "not a valid file name" in " ".join(pilot.screen().split()), name
