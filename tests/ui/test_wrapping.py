from __future__ import annotations

from itertools import pairwise

import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from fenttui.articles.article import Fold
from fenttui.ui.widgets.reader.layout import Layout, is_hard_wrapped, lay_out
from fenttui.ui.widgets.reader.wrap import cells_of, wrap
from fenttui.visible import visible

NEWS = st.text(st.sampled_from("ab ,.é’—…  王毅。「」한국\t\n\n\x1b\u202eé\U0001f600\u200d"), max_size=120)
ANY = st.text(max_size=60)
TEXTS = NEWS | ANY
WIDTHS = st.integers(1, 40)


def painted(layout: Layout) -> list[str]:
    return [layout.text[line.start : line.end].replace("\n", " ") for line in layout.lines]


@settings(max_examples=150, deadline=None)
@given(TEXTS, WIDTHS)
def test_every_character_that_is_not_space_is_on_exactly_one_line(text: str, width: int) -> None:
    layout = lay_out(text, width)
    shown = [0] * len(text)
    for line in layout.lines:
        for offset in range(line.start, line.end):
            shown[offset] += 1
    assert all(count == 1 for count, char in zip(shown, text, strict=True) if not char.isspace())
    assert all(count <= 1 for count in shown)


@settings(max_examples=150, deadline=None)
@given(TEXTS, WIDTHS, st.integers(1, 8))
def test_no_line_is_wider_than_the_measure(text: str, width: int, tab_width: int) -> None:
    layout = lay_out(text, width, tab_width=tab_width)
    for line in layout.lines:
        shown = text[line.start : line.end]
        if len(shown.strip()) > 1:
            assert cells_of(shown, tab_width) <= max(width, tab_width)


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_characters="\t\n"), max_size=60), WIDTHS)
def test_a_line_is_measured_as_rich_measures_what_is_painted(text: str, width: int) -> None:
    for start, end in wrap(text, 0, len(text), width):
        if len(text[start:end].strip()) > 1:
            assert cell_len(visible(text[start:end])) <= width


LETTERS = ["e\u0301", "👩\u200d👧\u200d👦", "🇨🇳", "か\u3099", "葛\U000e0101", "क्षि", "👍🏽", "王", "ab", " "]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(LETTERS), max_size=30).map("".join), st.integers(4, 20))
def test_no_letter_is_cut_by_the_end_of_a_line(text: str, width: int) -> None:
    edges = {edge for span in wrap(text, 0, len(text), width) for edge in span}
    assert edges <= {edge for match in regex.finditer(r"\X", text) for edge in match.span()} | {0}


@settings(max_examples=150, deadline=None)
@given(TEXTS, WIDTHS)
def test_an_offset_is_found_again_from_its_line_and_column(text: str, width: int) -> None:
    layout = lay_out(text, width)
    for index, line in enumerate(layout.lines):
        for offset in range(line.start, line.end):
            assert layout.line_at(offset) == index
            column = layout.column(offset)
            if cells_of(text[line.start : offset + 1]) > column:
                assert layout.offset_at(index, column) == offset


@settings(max_examples=100, deadline=None)
@given(TEXTS, WIDTHS)
def test_lines_follow_each_other_in_the_order_of_the_text(text: str, width: int) -> None:
    lines = lay_out(text, width).lines
    assert lines
    assert all(before.end <= after.start for before, after in pairwise(lines))


@settings(max_examples=100, deadline=None)
@given(TEXTS, WIDTHS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=3))
def test_folded_text_is_on_no_other_line(text: str, width: int, spans: list[tuple[int, int]]) -> None:
    folds = [Fold(start, min(start + size, len(text))) for start, size in sorted(spans) if start < len(text)]
    layout = lay_out(text, width, folds)
    closed = [line for line in layout.lines if line.fold is not None]
    for line in closed:
        others = [other for other in layout.lines if other is not line]
        assert all(other.end <= line.start or other.start >= line.end for other in others)
        assert all(layout.fold_at(offset) == line.fold for offset in range(line.start, line.end))
    assert all(line.fold is None for line in lay_out(text, width, folds, folds).lines)


def test_words_are_kept_whole_and_the_space_at_a_break_is_on_no_line() -> None:
    assert painted(lay_out("one two three four", 9)) == ["one two", "three", "four"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert painted(lay_out("a Donaudampfschiff b", 8)) == ["a", "Donaudam", "pfschiff", "b"]


def test_chinese_text_breaks_between_any_two_characters() -> None:
    assert painted(lay_out("王毅在莫斯科", 6)) == ["王毅在", "莫斯科"]


def test_a_full_stop_does_not_begin_a_line() -> None:
    assert painted(lay_out("王毅在莫。斯", 8)) == ["王毅在", "莫。斯"]


def test_a_click_behind_joined_emoji_finds_the_character_there() -> None:
    text = "\U0001f469\u200d\U0001f4bb Wang Yi"
    layout = lay_out(text, 40)
    assert layout.offset_at(0, layout.column(text.index("Yi"))) == text.index("Yi")


def test_a_tab_goes_to_the_next_stop() -> None:
    assert cells_of("\tb", 8) == 9
    assert cells_of("abc\tb", 4) == 5
    assert cells_of("\tb", 8, at=3) == 6


def test_a_control_character_takes_the_cell_of_its_sign() -> None:
    assert cells_of("a\x1b[31m\u202eb") == 8


def test_a_paragraph_wrapped_at_a_fixed_width_flows() -> None:
    rows = (
        "China has expressed its willingness to open a dialogue\nwith the US amid the trade war of this year."
    )
    assert painted(lay_out(rows, 200)) == [rows.replace("\n", " ")]


def test_a_table_keeps_its_rows() -> None:
    table = "Country     2023   2024\nChina       10     20\nIndia       7      9"
    assert painted(lay_out(table, 200)) == table.split("\n")


def test_a_list_of_long_items_keeps_its_rows() -> None:
    items = "\n".join(f"- item {number} of a list that has items of a good many words" for number in range(3))
    assert not is_hard_wrapped(items)
    assert painted(lay_out(items, 200)) == items.split("\n")


def test_a_blank_line_parts_paragraphs() -> None:
    assert painted(lay_out("one\n\ntwo", 20)) == ["one", "", "two"]


def test_a_text_of_nothing_has_one_line() -> None:
    layout = lay_out("", 20)
    assert len(layout.lines) == 1
    assert layout.offset_at(0, 5) == 0
    assert layout.column(0) == 0
