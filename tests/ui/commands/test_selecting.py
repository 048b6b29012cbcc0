from __future__ import annotations

from pathlib import Path

from tests.support.covering import covers, presses_of
from tests.support.dossiers import write_article
from tests.support.pilot import open_app

MARKED = "He said “no deal, ever” there. It is ‘over now’ again.\n\nThe end."

# Command, keys pressed first, what is selected, with which count, what is selected then.
ROWS = [
    ("reader.select_inner_big_word", "3W", "deal,", 2, "deal, "),
    ("reader.select_inner_quotation", "2W", "no deal, ever", 1, "no deal, ever"),
    ("reader.select_inner_single_quotation", ") 2W", "over now", 1, "over now"),
    ("object.select_around_word", "v", "He ", 2, "He said "),
    ("object.select_around_big_word", "2W v", "“no ", 2, "“no deal, "),
    ("object.select_around_sentence", "v", "He said “no deal, ever” there. ", 2, MARKED[:-10]),
    ("object.select_around_paragraph", "v", MARKED[:-8], 2, MARKED),
    ("object.select_around_quotation", "3W v", "“no deal, ever” ", 1, "“no deal, ever” "),
    ("object.select_around_single_quotation", ") 2W v", "‘over now’ ", 1, "‘over now’ "),
]


@covers(*(row[0] for row in ROWS))
async def test_an_object_is_selected(tmp_path: Path) -> None:
    write_article(tmp_path / "marked", "one", MARKED)
    async with open_app(tmp_path / "marked") as pilot:
        for command, before, selected, count, selected_with_count in ROWS:
            for number, expected in ((None, selected), (count, selected_with_count)):
                for keys in presses_of(command, number):
                    pilot.reader.move_to(0)
                    await pilot.press(before, keys)
                    assert pilot.selected == expected, (command, keys)
                    assert pilot.status.startswith("SELECT")
                    await pilot.press("escape")


@covers("reader.select_again")
async def test_what_was_selected_last_is_selected_again(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("gv")
        assert pilot.selected is None
        assert "nothing was selected yet" in pilot.status
        await pilot.press("w", "v", "w", "escape", "G", "gv")
        assert pilot.selected == "Yi m"
        await pilot.press("y", "G", "gv")
        assert pilot.selected == "Yi m"
        await pilot.press("escape", "V", "j", "a", *"x", "ctrl+s", "gg", "gv")
        assert pilot.selected == "Wang Yi met Marco Rubio in Moscow on Tuesday. They spoke of tariffs."


@covers("selection.other_end")
async def test_o_goes_to_the_other_end_of_the_selection(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        await pilot.press("w", "v", "w", "o")
        assert pilot.text[pilot.caret :].startswith("Yi met")
        await pilot.press("b")
        assert pilot.selected == "Wang Yi m"
        await pilot.press("o", "l")
        assert pilot.selected == "Wang Yi me"
