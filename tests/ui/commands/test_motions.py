from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.covering import covers, presses_of
from tests.support.dossiers import write_article
from tests.support.pilot import AppPilot, open_app

# Command, keys pressed first, where it goes, a count, where it goes with that, the character typed after it.
ROWS = [
    ("reader.down", "", "spoke of", 3, "Exports fell", ""),
    ("reader.up", "3j", "\n\nExports", 2, "spoke of", ""),
    ("reader.big_word_forward", "2}", "tariffs are", 2, "are unjustified", ""),
    ("reader.big_word_end", "2}", "e tariffs", 4, '" Wang Yi told', ""),
    ("reader.big_word_back", "2} 4W", 'unjustified," Wang', 2, "are unjustified", ""),
    ("reader.word_end_back", "3w", "t Marco", 2, "i met", ""),
    ("reader.big_word_end_back", "2} 4W", '" Wang Yi told', 2, "e unjustified", ""),
    ("reader.find_character", "", "o Rubio", 2, "o in Moscow", "o"),
    ("reader.find_character_back", "$", "on Tuesday", 2, "ow on Tuesday", "o"),
    ("reader.until_character", "", "co Rubio", 2, "io in Moscow", "o"),
    ("reader.until_character_back", "$", "n Tuesday", 2, "w on Tuesday", "o"),
    ("reader.find_again", "fo", "o in Moscow", 2, "oscow on", ""),
    ("reader.find_again_back", "3fo", "o in Moscow", 2, "o Rubio", ""),
]


@covers(*(row[0] for row in ROWS))
async def test_a_motion_goes_where_its_sentence_says(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        for command, before, lands, count, lands_with_count, char in ROWS:
            for number, expected in ((None, lands), (count, lands_with_count)):
                for keys in presses_of(command, number, char):
                    pilot.reader.move_to(0)
                    await pilot.press(*([before] if before else []), keys)
                    assert pilot.text[pilot.caret :].startswith(expected), (command, keys)


@covers("reader.line_text_start")
async def test_the_first_text_of_a_line(tmp_path: Path) -> None:
    write_article(tmp_path / "poems", "poem", "Heading.\n\n    Roses are red.")
    async with open_app(tmp_path / "poems") as pilot:
        await pilot.press("G", "$", "0")
        assert pilot.text[pilot.caret :].startswith("    Roses")
        await pilot.press("^")
        assert pilot.text[pilot.caret :].startswith("Roses")


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    root = tmp_path / "long"
    write_article(root, "rows", "\n".join(f"row {number:03}" for number in range(1, 201)))
    return root


def caret_row(pilot: AppPilot) -> int:
    """The row of the pane where the caret's line is painted."""
    name = pilot.text[pilot.caret :][:7]
    (row,) = [at for at, text in enumerate(pilot.rows(pilot.reader)) if name in text]
    return row


def number(pilot: AppPilot) -> int:
    return int(pilot.text[pilot.caret + 4 :][:3])


@covers("reader.screen_top", "reader.screen_middle", "reader.screen_bottom")
async def test_the_lines_of_the_screen(rows: Path) -> None:
    async with open_app(rows, size=(80, 24)) as pilot:
        await pilot.press("100G")
        shown = pilot.rows(pilot.reader)
        height = len(shown)
        await pilot.press("H")
        top = caret_row(pilot)
        assert top <= 2
        await pilot.press("4H")
        assert caret_row(pilot) == top + 3
        await pilot.press("M")
        assert abs(caret_row(pilot) - height // 2) <= 1
        await pilot.press("L")
        bottom = caret_row(pilot)
        assert bottom >= height - 3
        await pilot.press("4L")
        assert caret_row(pilot) == bottom - 3
        assert pilot.rows(pilot.reader) == shown


@covers("reader.scroll_middle", "reader.scroll_top", "reader.scroll_bottom")
async def test_the_line_goes_to_the_middle_the_top_and_the_bottom(rows: Path) -> None:
    async with open_app(rows, size=(80, 24)) as pilot:
        await pilot.press("100G")
        height = len(pilot.rows(pilot.reader))
        for keys, least, most in (
            ("zt", 0, 2),
            ("zz", height // 2 - 1, height // 2 + 1),
            ("zb", height - 3, height),
        ):
            await pilot.press(keys)
            assert number(pilot) == 100
            assert least <= caret_row(pilot) <= most, keys
            await pilot.press(f"150{keys}")
            assert number(pilot) == 150
            assert least <= caret_row(pilot) <= most, keys
            await pilot.press("100G")


@covers("reader.scroll_down", "reader.scroll_up")
async def test_the_text_is_scrolled_by_lines_under_the_caret(rows: Path) -> None:
    async with open_app(rows, size=(80, 24)) as pilot:
        await pilot.press("100G", "zz")
        row = caret_row(pilot)
        for keys, moved in (("ctrl+e", -1), ("4 ctrl+e", -5), ("ctrl+y", -4), ("6 ctrl+y", 2)):
            await pilot.press(keys)
            assert number(pilot) == 100
            assert caret_row(pilot) == row + moved, keys
        await pilot.press("50 ctrl+e")
        assert number(pilot) > 100
        assert caret_row(pilot) <= 2
