from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import pytest
from rich.cells import cell_len
from rich.console import Console

from fenttui.cli.print_table import Column, make_table, write_table

COLUMNS = (Column("id"), Column("title", gives_way=True), Column("notes", is_number=True))


def shown(rows: Iterable[Sequence[object]], width: int, columns: Sequence[Column] = COLUMNS) -> list[str]:
    out = io.StringIO()
    table = make_table(columns, rows, width)
    Console(file=out, width=width, force_terminal=True, color_system=None).print(table)
    return out.getvalue().splitlines()


def test_in_a_pipe_a_row_is_a_line_parted_by_tabs_without_headings(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_table(COLUMNS, [("a", "Tariffs rise", 3), ("b", "Tariffs fall", None)])
    assert capsys.readouterr().out == "a\tTariffs rise\t3\nb\tTariffs fall\t\n"


def test_what_would_break_a_row_or_drive_a_terminal_becomes_a_sign(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_table(COLUMNS, [("a", "one\ttwo\nthree\x1b[31m", 3)])
    assert capsys.readouterr().out == "a\tone␉two␊three␛[31m\t3\n"


def test_on_a_terminal_each_row_keeps_one_line_and_the_width(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown([("000_f009", "China's top diplomat called on the U.S. " * 4, 3), ("b", "习" * 80, 12)], 40)
    assert len(lines) == 3
    assert all(cell_len(line) <= 40 for line in lines)
    assert lines[1].startswith("000_f009  China's top diplomat")
    assert "…" in lines[1]
    assert lines[2].rstrip().endswith("12")


def test_markup_and_escapes_in_a_title_are_shown_as_they_stand() -> None:
    lines = shown([("a", "[red]alarm[/red] :smile: \x1b[2J", 1)], 60)
    assert "[red]alarm[/red] :smile: ␛[2J" in lines[1]


def test_where_not_all_columns_have_room_they_go_in_their_turn() -> None:
    columns = (
        Column("figure", gives_way=True, least=12),
        Column("bound", goes=2),
        Column("sentence", gives_way=True, least=20, goes=1),
    )
    rows = [("about 25 per cent", "about", "Exports fell by about 25 per cent in March, it said.")]
    assert shown(rows, 80, columns)[0].split() == ["figure", "bound", "sentence"]
    assert [line.split() for line in shown(rows, 30, columns)] == [
        ["figure", "bound"],
        ["about", "25", "per", "cent", "about"],
    ]
    assert [line.rstrip() for line in shown(rows, 16, columns)] == ["figure", "about 25 per ce…"]


def test_a_column_that_needs_more_is_left_more() -> None:
    columns = (Column("article", gives_way=True, least=8), Column("figure", gives_way=True, least=16))
    line = shown([("a" * 40, "b" * 40)], 26, columns)[1]
    assert (line.count("a"), line.count("b")) == (7, 15)
    line = shown([("a" * 40, "b" * 6)], 26, columns)[1]
    assert (line.count("a"), line.count("b")) == (17, 6)
