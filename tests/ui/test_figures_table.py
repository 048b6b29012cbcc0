from __future__ import annotations

from pathlib import Path

import pytest
from textual.screen import Screen

from fenttui.ui.screens.figures import DisagreementsScreen, FiguresScreen
from fenttui.ui.screens.table_screen import TableScreen
from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app


def shown(pilot: AppPilot) -> list[str]:
    """What the figures of the table in front say, row by row."""
    screen: Screen[object] = pilot.app.screen
    assert isinstance(screen, TableScreen)
    return [row.text for row in screen.table.view.shown]


def status(pilot: AppPilot) -> str:
    assert isinstance(pilot.app.screen, TableScreen)
    return pilot.app.screen.status.text


async def test_every_figure_is_listed_by_date_with_its_value_unit_actor_and_sentence(dossier: Path) -> None:
    async with open_app(dossier, size=(160, 40)) as pilot:
        await pilot.press("gF")
        assert isinstance(pilot.app.screen, FiguresScreen)
        assert shown(pilot) == [
            "3 tons",
            "5 January 2025",
            "2024",
            "$5 million",
            "Tuesday",
            "25 percent",
            "March",
        ]
        rows = pilot.screen().splitlines()
        assert "Figures 7 · by date" in rows[0]
        (money,) = [row for row in rows if "5,000,000" in row]
        assert "2025-03-13" in money
        assert "USD" in money
        assert "China" in money
        assert "Beijing spent $5 million on it." in money


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("unit:usd", ["$5 million"]),
        ("unit:per", ["25 percent"]),
        ("kind:date", ["5 January 2025", "2024", "Tuesday", "March"]),
        ("actor:china", ["2024", "$5 million"]),
        ("exports", ["25 percent", "March"]),
        ("exports unit:percent", ["25 percent"]),
        ("nothing like it", []),
    ],
)
async def test_the_filter_narrows_the_table_as_it_is_typed(
    dossier: Path, written: str, found: list[str]
) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("gF", "/")
        await pilot.type(written)
        assert shown(pilot) == found
        await pilot.press("escape")
        assert len(shown(pilot)) == 7


async def test_a_filter_that_is_misspelt_is_told(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("gF", "/")
        await pilot.type("units:usd\n")
        await pilot.press("/")
        await pilot.type("unitt:usd")
        assert "did you mean unit:" in pilot.screen()


async def test_sorting_by_value_puts_the_largest_first_and_what_has_none_last(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("gF", "o")
        assert shown(pilot)[:3] == ["$5 million", "25 percent", "3 tons"]
        assert "sorted by value" in status(pilot)
        await pilot.press("o")
        assert "sorted by unit" in status(pilot)
        assert shown(pilot)[:3] == ["$5 million", "25 percent", "3 tons"]


async def test_enter_goes_to_the_figure_in_the_reader_and_back_goes_back(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        before = pilot.caret
        await pilot.press("gF")
        await pilot.press("o", "enter")
        assert pilot.app.screen is pilot.reading
        assert pilot.text[pilot.caret :].startswith("$5 million")
        await pilot.press("ctrl+o")
        assert pilot.text.startswith("Wang Yi met")
        assert pilot.caret == before


async def test_figures_of_two_articles_that_differ_stand_together(duties: Path) -> None:
    async with open_app(duties) as pilot:
        await pilot.press("gF")
        await pilot.press("d")
        assert isinstance(pilot.app.screen, DisagreementsScreen)
        assert shown(pilot) == ["30 percent", "40 percent"]
        assert pilot.screen().count("tariff (Peru)") == 2
        await pilot.press("j", "enter")
        assert pilot.text[pilot.caret :].startswith("40 percent")


async def test_figures_that_agree_are_told_so(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("gF")
        await pilot.press("d")
        assert isinstance(pilot.app.screen, FiguresScreen)
        assert "no figures on one thing differ" in status(pilot)


async def test_a_dossier_without_figures_is_an_empty_table(tmp_path: Path) -> None:
    write_article(tmp_path / "calm", "one", "Nobody came.")
    async with open_app(tmp_path / "calm") as pilot:
        await pilot.press("gF")
        await pilot.press("enter", "d", "o")
        assert isinstance(pilot.app.screen, FiguresScreen)
        assert "Figures 0" in pilot.screen()
        await pilot.press("escape")
        assert pilot.app.screen is pilot.reading


async def test_a_file_that_cannot_be_read_is_told_and_the_others_figures_are_listed(dossier: Path) -> None:
    (dossier / "bad.txt").write_bytes(b"%PDF-1.7\n\x00\x01")
    async with open_app(dossier) as pilot:
        await pilot.press("gF")
        assert len(shown(pilot)) == 7
        assert "1 file could not be read" in status(pilot)


@pytest.mark.parametrize(
    ("width", "columns"), [(120, ["of what", "actor"]), (80, ["bound", "change"]), (60, ["date"])]
)
async def test_a_narrow_terminal_keeps_value_unit_and_sentence(
    dossier: Path, width: int, columns: list[str]
) -> None:
    async with open_app(dossier, size=(width, 24)) as pilot:
        await pilot.press("gF")
        heading = pilot.screen().splitlines()[1]
        assert all(title in heading for title in ["value", "unit", "sentence", *columns])


async def test_an_actor_that_is_renamed_is_renamed_in_the_table(dossier: Path) -> None:
    async with open_app(dossier, size=(160, 40)) as pilot:
        await pilot.press("gF", "A", "/")
        await pilot.type("china\n")
        await pilot.press("r", *["backspace"] * 5)
        await pilot.type("PRC\n")
        await pilot.press("gF")
        (money,) = [row for row in pilot.screen().splitlines() if "5,000,000" in row]
        assert "PRC" in money


async def test_escape_sequences_in_an_article_are_shown_as_signs(tmp_path: Path) -> None:
    write_article(tmp_path / "odd", "one", "[bold]Tea\x1b[31m[/] cost $5.")
    async with open_app(tmp_path / "odd", size=(160, 24)) as pilot:
        await pilot.press("gF")
        assert "[bold]Tea␛[31m[/] cost $5." in pilot.screen()
