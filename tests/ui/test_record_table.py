from __future__ import annotations

from dataclasses import dataclass

import pytest

from fenttui.ui.record_filter import RecordFilter
from fenttui.ui.widgets.table.columns import GAP, Column, around, fit_columns, fit_parts, fit_text
from fenttui.ui.widgets.table.view import TableView


@dataclass(frozen=True, slots=True)
class City:
    name: str
    people: int


CITIES = [City("Ulm", 120), City("Bonn", 320), City("Aachen", 320), City("Trier", 110)]

NAME: Column[City] = Column(
    "name", "name", lambda city, _: city.name, 12, 6, grow=1, sort_key=lambda c: c.name
)
PEOPLE: Column[City] = Column(
    "people", "people", lambda city, _: str(city.people), 8, align="right", drop=1,
    sort_key=lambda c: c.people, descending=True,
)  # fmt: skip
NOTE: Column[City] = Column("note", "note", lambda city, _: "-", 10, drop=2)
COLUMNS = (NAME, PEOPLE, NOTE)


def view() -> TableView[City]:
    shown = TableView(COLUMNS, lambda city: city.name, lambda city: city.name, "people")
    shown.show(CITIES)
    return shown


def names(shown: TableView[City]) -> list[str]:
    return [city.name for city in shown.shown]


@pytest.mark.parametrize(
    ("width", "fitted"),
    [
        (60, [("name", 38), ("people", 8), ("note", 10)]),
        (28, [("name", 6), ("people", 8), ("note", 10)]),
        (27, [("name", 17), ("people", 8)]),
        (15, [("name", 15)]),
        (3, [("name", 6)]),
    ],
)
def test_columns_are_dropped_and_shortened_to_fit(width: int, fitted: list[tuple[str, int]]) -> None:
    columns = fit_columns(COLUMNS, width)
    assert [(each.column.name, each.width) for each in columns] == fitted


@pytest.mark.parametrize("width", range(6, 90))
def test_columns_are_never_wider_than_the_table(width: int) -> None:
    columns = fit_columns(COLUMNS, width)
    assert sum(each.width for each in columns) + GAP * (len(columns) - 1) <= width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bonn", "Bonn  "),
        ("Aachen", "Aachen"),
        ("Karlsruhe", "Karls…"),
        ("北京市政府", "北京… "),
        ("a\x1b[31mb", "a␛[31…"),
        ("a\nb\tc", "a b c "),
        ("x" * 1_000_000, "xxxxx…"),
    ],
)
def test_a_cell_is_safe_and_exactly_as_wide_as_its_column(text: str, shown: str) -> None:
    assert fit_text(text, 6) == shown


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (18, [("before ", ""), ("named", "lit"), (" after", "")]),
        (15, [("before ", ""), ("named", "lit"), (" a…", "")]),
        (12, [("before ", ""), ("name…", "lit")]),
        (10, [("before ", ""), ("na…", "lit")]),
        (1, [("…", "")]),
    ],
)
def test_parts_of_a_cell_are_cut_where_the_column_ends(width: int, shown: list[tuple[str, str]]) -> None:
    assert fit_parts([("before ", ""), ("named", "lit"), (" after", "")], width) == shown


def test_parts_of_a_cell_fill_the_column() -> None:
    assert fit_parts([("named", "lit")], 8) == [("named", "lit"), ("   ", "")]


def test_records_that_are_equal_stand_in_the_order_of_their_names_in_both_directions() -> None:
    shown = view()
    assert names(shown) == ["Aachen", "Bonn", "Ulm", "Trier"]
    shown.sort_by("people", descending=False)
    assert names(shown) == ["Trier", "Ulm", "Aachen", "Bonn"]


def test_the_order_goes_around_the_columns_that_can_be_sorted_by() -> None:
    shown = view()
    shown.cycle_sort(1)
    assert (shown.sort.name, names(shown)) == ("name", ["Aachen", "Bonn", "Trier", "Ulm"])
    shown.cycle_sort(1)
    assert shown.sort.name == "people"


def test_a_filter_stays_when_records_are_shown_anew() -> None:
    shown = view()
    shown.filter(lambda city: city.people > 300)
    shown.show([*CITIES, City("Hamm", 400)])
    assert names(shown) == ["Hamm", "Aachen", "Bonn"]
    shown.filter(None)
    assert len(shown.shown) == shown.total == 5


def test_marks_stay_on_records_that_a_filter_hides() -> None:
    shown = view()
    assert shown.toggle_mark(CITIES[0])
    shown.filter(lambda city: city.people > 300)
    assert shown.marked_records() == [CITIES[0]]
    assert not shown.toggle_mark(CITIES[0])
    assert shown.marked_records() == []


BY_TEXT: RecordFilter[City] = RecordFilter(
    lambda city: city.name, {"people": lambda city, value: str(city.people).startswith(value)}
)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("", ["Ulm", "Bonn", "Aachen", "Trier"]),
        ("AACH", ["Aachen"]),
        ("people:1", ["Ulm", "Trier"]),
        ("people:1 r", ["Trier"]),
        ("people:", ["Ulm", "Bonn", "Aachen", "Trier"]),
        ('"people:3" bo', ["Bonn"]),
        ("12:30", []),
    ],
)
def test_a_filter_of_a_table_is_words_and_fields_which_all_must_hold(written: str, found: list[str]) -> None:
    passes, unread = BY_TEXT.parse(written)
    assert [city.name for city in CITIES if passes is None or passes(city)] == found
    assert not unread


def test_a_field_that_is_misspelt_is_told() -> None:
    assert "did you mean people: ?" in BY_TEXT.parse("poeple:1")[1]


@pytest.mark.parametrize(
    ("before", "written", "narrows"),
    [
        ("bo", "bon", True),
        ("bo", "bo n", True),
        ("people:1", "people:1 r", True),
        ("", "b", False),
        ("bo", "b", False),
        ("people", "people:", False),
        ("people:1", "people:12", False),
        ('"bo', '"bon', False),
    ],
)
def test_only_words_that_are_typed_on_narrow_what_is_shown(before: str, written: str, narrows: bool) -> None:
    assert RecordFilter.narrows(before, written) is narrows


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("In 1911 the bridge was built.", "In 1911 the bridge w"),
        ("It was built over the old river in 1911.", "… the old river in 1911."),
        ("A bridge was built in 1911 over the old river there.", "…ilt in 1911 over the"),
        ("The bridge of 1911.", "The bridge of 1911."),
    ],
)
def test_a_sentence_is_cut_around_its_figure_and_uses_the_whole_width(text: str, shown: str) -> None:
    whole = around(text, "1911", "lit", 24)
    assert not isinstance(whole, str)
    parts = fit_parts(whole, 24)
    line = "".join(said for said, _ in parts)
    assert line.startswith(shown)
    assert len(line) == 24
    assert ("1911", "lit") in parts
