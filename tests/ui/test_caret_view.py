"""What the reader widget does with the caret, the view and the selection, beside the keys that ask for it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from rich.style import Style

from fenttui.ui.widgets.reader.character_search import CharacterSearch
from fenttui.ui.widgets.reader.jumps import Location
from fenttui.ui.widgets.reader.layout import lay_out
from fenttui.ui.widgets.reader.lines import Where
from fenttui.ui.widgets.reader.painting import Marks, paint
from fenttui.ui.widgets.reader.reader import Reader
from fenttui.ui.widgets.reader.search import Pattern
from tests.support.dossiers import write_article
from tests.support.pilot import open_app

LINES = "\n\n".join(f"  Line {number} of the long report." for number in range(1, 61))


@pytest.fixture
def long_report(tmp_path: Path) -> Path:
    root = tmp_path / "reports"
    write_article(root, "report", LINES, "2025-04-02")
    write_article(root, "other", "Another article about tariffs.", "2025-03-02")
    return root


def line_of(reader: Reader) -> int:
    return reader.page.layout.line_at(reader.caret)


def row_of(reader: Reader) -> int:
    """The row of the view where the caret stands."""
    return line_of(reader) - reader.scroll_offset.y


def selected_text(reader: Reader) -> str | None:
    span = reader.selected()
    return None if span is None else reader.page.text[slice(*span)]


async def test_the_caret_goes_to_lines_of_the_view_and_the_view_stays(long_report: Path) -> None:
    async with open_app(long_report, size=(100, 24)) as pilot:
        reader = pilot.reader
        reader.move_to(reader.page.text.index("Line 20"))
        reader.place_line("middle")
        top = reader.scroll_offset.y
        height = reader.size.height
        cases: list[tuple[Where, int, int]] = [
            ("top", 1, 2),
            ("top", 3, 4),
            ("middle", 1, (2 + height - 3) // 2),
            ("bottom", 1, height - 3),
            ("bottom", 2, height - 4),
            ("top", 999, height - 3),
            ("bottom", 999, 2),
        ]
        for where, count, row in cases:
            reader.move_to_screen_line(where, count)
            assert (row_of(reader), reader.scroll_offset.y) == (row, top), (where, count)
            shown = reader.page.layout.lines[line_of(reader)]
            assert reader.caret == shown.start or reader.page.text[reader.caret] == "L"


async def test_at_the_ends_of_the_text_the_first_and_the_last_line_are_reached(long_report: Path) -> None:
    async with open_app(long_report, size=(100, 24)) as pilot:
        reader = pilot.reader
        reader.move_to(10)
        reader.move_to_screen_line("top")
        assert line_of(reader) == 0
        assert reader.scroll_offset.y == 0
        reader.move("bottom", None)
        reader.move_to_screen_line("bottom")
        assert line_of(reader) == len(reader.page.layout.lines) - 1


async def test_the_line_of_the_caret_is_placed_in_the_view(long_report: Path) -> None:
    async with open_app(long_report, size=(100, 24)) as pilot:
        reader = pilot.reader
        height = reader.size.height
        caret = reader.page.text.index("Line 25")
        reader.move_to(caret)
        rows: dict[Where, int] = {"top": 2, "bottom": height - 3, "middle": (height - 1) // 2}
        for where, row in rows.items():
            reader.place_line(where)
            assert (row_of(reader), reader.caret) == (row, caret), where
        reader.place_line("top", line=41)
        assert line_of(reader) == 40
        assert row_of(reader) == 2


async def test_scrolling_keeps_the_caret_in_the_text_until_it_would_leave_the_view(long_report: Path) -> None:
    async with open_app(long_report, size=(100, 24)) as pilot:
        reader = pilot.reader
        caret = reader.page.text.index("Line 10 of") + 3
        reader.move_to(caret)
        reader.place_line("middle")
        top = reader.scroll_offset.y
        reader.scroll_view(3)
        assert (reader.scroll_offset.y, reader.caret) == (top + 3, caret)
        reader.scroll_view(-3)
        assert (reader.scroll_offset.y, reader.caret) == (top, caret)
        reader.scroll_view(30)
        assert reader.scroll_offset.y == top + 30
        assert row_of(reader) == 2
        assert reader.caret > caret
        reader.scroll_view(-999)
        assert reader.scroll_offset.y == 0
        assert row_of(reader) == reader.size.height - 3
        reader.scroll_view(999)
        assert 0 <= row_of(reader) < reader.size.height


async def test_a_character_is_found_and_found_again(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        reader = pilot.reader
        reader.move_to(0)
        text = reader.page.text
        assert not reader.find_again()
        assert reader.find_character(CharacterSearch("o"))
        first = reader.caret
        assert text[first] == "o"
        assert reader.find_again(2)
        assert text[reader.caret] == "o"
        assert text.count("o", first, reader.caret) == 2
        assert reader.find_again(2, reverse=True)
        assert reader.caret == first
        assert not reader.find_character(CharacterSearch("☃"))
        assert reader.caret == first


async def test_an_object_is_selected_counted_and_selected_again(dossier: Path) -> None:
    async with open_app(dossier) as pilot:
        reader = pilot.reader
        reader.move_to(6)
        assert reader.selection_size is None
        assert not reader.select_again()
        assert reader.select_object("inner_word")
        assert selected_text(reader) == "Yi"
        assert str(reader.selection_size) == "1 word, 2 characters"
        assert reader.select_object("around_word", 2)
        assert selected_text(reader) == "Yi met Marco"
        whole = selected_text(reader)
        reader.swap_ends()
        assert reader.page.text[reader.caret :].startswith("Yi met")
        assert selected_text(reader) == whole
        reader.end_selection()
        reader.move_to(0)
        assert reader.select_again()
        assert selected_text(reader) == whole
        assert reader.page.text[reader.caret :].startswith("Yi met")


async def test_whole_lines_are_counted_with_their_number(long_report: Path) -> None:
    async with open_app(long_report) as pilot:
        reader = pilot.reader
        reader.move_to(0)
        reader.start_selection(lines=True)
        reader.move_lines(2)
        assert str(reader.selection_size) == "3 lines, 12 words, 58 characters"


async def test_each_article_has_a_last_selection_of_its_own(long_report: Path) -> None:
    async with open_app(long_report) as pilot:
        reader = pilot.reader
        reader.move_to(4)
        reader.select_object("inner_word")
        pilot.reading.go_to("other", 0)
        await pilot.quiet()
        assert not reader.select_again()
        reader.select_object("inner_word")
        reader.end_selection()
        pilot.reading.go_to("report", 0)
        await pilot.quiet()
        assert reader.select_again()
        assert selected_text(reader) == "Line"


async def test_an_object_that_is_not_there_selects_nothing(long_report: Path) -> None:
    async with open_app(long_report) as pilot:
        assert not pilot.reader.select_object("inner_quotation")
        assert pilot.reader.selected() is None


async def test_letters_of_several_code_points_are_passed_and_selected_whole(tmp_path: Path) -> None:
    root = tmp_path / "marks"
    write_article(root, "one", unicodedata.normalize("NFD", "Café 👩\u200d👧 là-bas"), "2025-04-02")
    async with open_app(root) as pilot:
        reader = pilot.reader
        reader.move_to(3)
        reader.start_selection()
        assert selected_text(reader) == "e\u0301"
        assert str(reader.selection_size) == "1 word, 1 character"
        reader.move("right", 2)
        assert selected_text(reader) == "e\u0301 👩\u200d👧"
        assert str(reader.selection_size) == "1 word, 3 characters"
        reader.end_selection()
        reader.move("right", 1)
        reader.move("left", 2)
        reader.move_to(reader.caret + 1)
        assert reader.page.text[reader.caret] != "\u200d"


def test_the_caret_is_painted_over_the_whole_letter() -> None:
    layout = lay_out("cafe\u0301 x", 20)
    segments = paint(layout, 0, Marks(), lambda look: Style(bold=look.caret), caret=3)
    assert [segment.text for segment in segments if segment.style and segment.style.bold] == ["e\u0301"]


async def test_jumps_are_taken_back_and_done_again(long_report: Path) -> None:
    async with open_app(long_report) as pilot:
        reader = pilot.reader
        first, second = (reader.page.text.index(f"Line {number} ") for number in (5, 30))
        reader.move_to(first)
        reader.go_to(second)
        await pilot.press("ctrl+o")
        assert reader.caret == first
        await pilot.press("]j")
        assert reader.caret == second
        await pilot.press("``")
        assert reader.caret == first
        await pilot.press("``")
        assert reader.caret == second
        await pilot.press("''")
        assert reader.caret == first


async def test_a_jump_remembers_the_table_it_began_in(long_report: Path) -> None:
    async with open_app(long_report) as pilot:
        reader = pilot.reader
        reader.move_to(7)
        reader.leave("actors")
        assert reader.trail.back() == Location("report", 7, "actors")


async def test_a_search_goes_back_and_shows_its_position_and_its_problem(long_report: Path) -> None:
    async with open_app(long_report) as pilot:
        reader = pilot.reader
        text = reader.page.text
        assert reader.search(Pattern(r"line [23]\d"), text.index("Line 25")) == 20
        assert text[reader.caret :].startswith("Line 25")
        assert reader.match_position == "6 of 20"
        reader.search(Pattern(r"line [23]\d"), text.index("Line 25"), forward=False)
        assert text[reader.caret :].startswith("Line 24")
        reader.search_on(1)
        assert text[reader.caret :].startswith("Line 23")
        reader.search_on(-2)
        assert text[reader.caret :].startswith("Line 25")
        assert reader.search(Pattern("line ("), 0) == 0
        assert reader.search_problem == "missing ) at 6"
        assert reader.search_on(1) == "missing ) at 6"
        reader.search(Pattern("report"), 0)
        assert reader.search_problem is None


async def test_a_star_on_a_word_searches_the_word(long_report: Path) -> None:
    async with open_app(long_report) as pilot:
        reader = pilot.reader
        text = reader.page.text
        reader.move_to(text.index("1 of"))
        reader.search_word(1)
        await pilot.quiet()
        assert len(reader.marks.matches) == 1
        reader.move_to(text.index("long"))
        said = reader.search_word(2)
        assert text[: reader.caret].count("long") == 2
        assert reader.pattern == Pattern("long", literal=True, whole_words=True)
        assert "match 3 of 60" in said
        reader.move_to(reader.caret + 2)
        assert "match 2 of 60" in reader.search_word(-1)
        reader.move_to(text.index("\n"))
        assert "no word here" in reader.search_word(1)
