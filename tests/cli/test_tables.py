from __future__ import annotations

import io

from rich.cells import cell_len
from rich.console import Console

from fenttui.cli.tables import Column, make_table, write_table

COLUMNS = (Column("id"), Column("title", gives_way=True), Column("notes", is_number=True))


def shown(rows, width):
    out = io.StringIO()
    Console(file=out, width=width, force_terminal=True, color_system=None).print(make_table(COLUMNS, rows))
    return out.getvalue().splitlines()


def test_in_a_pipe_a_row_is_a_line_parted_by_tabs_without_headings(capsys):
    write_table(COLUMNS, [("a", "Tariffs rise", 3), ("b", "Tariffs fall", None)])
    assert capsys.readouterr().out == "a\tTariffs rise\t3\nb\tTariffs fall\t\n"


def test_what_would_break_a_row_or_drive_a_terminal_becomes_a_sign(capsys):
    write_table(COLUMNS, [("a", "one\ttwo\nthree\x1b[31m", 3)])
    assert capsys.readouterr().out == "a\tone␉two␊three␛[31m\t3\n"


def test_on_a_terminal_each_row_keeps_one_line_and_the_width(capsys):
    lines = shown([("000_f009", "China's top diplomat called on the U.S. " * 4, 3), ("b", "习" * 80, 12)], 40)
    assert len(lines) == 3
    assert all(cell_len(line) <= 40 for line in lines)
    assert lines[1].startswith("000_f009  China's top diplomat")
    assert "…" in lines[1]
    assert lines[2].rstrip().endswith("12")


def test_markup_and_escapes_in_a_title_are_shown_as_they_stand():
    lines = shown([("a", "[red]alarm[/red] :smile: \x1b[2J", 1)], 60)
    assert "[red]alarm[/red] :smile: ␛[2J" in lines[1]
