"""Rows for the eye or for a pipe: a table fitted to the terminal, or lines parted by tabs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fenttui.visible import visible_line

if TYPE_CHECKING:
    from rich.table import Table


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    """Its heading on a terminal; in a pipe there are no headings."""
    is_number: bool = False
    """Whether it stands to the right."""
    gives_way: bool = False
    """Whether it is the one that is cut where the terminal is too narrow."""


def write_table(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> None:
    """Print rows to standard output: a table on a terminal, lines parted by tabs elsewhere."""
    if not sys.stdout.isatty():
        sys.stdout.writelines("\t".join(map(cell, row)) + "\n" for row in rows)
        return
    # ~60 ms to import: only on a terminal.
    from rich.console import Console

    Console(highlight=False, markup=False, emoji=False).print(make_table(columns, rows))


def make_table(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> Table:
    """The rows as a table of one line each, which takes the width of the console that prints it."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(
            column.name, justify="right" if column.is_number else "left", no_wrap=not column.gives_way
        )
    for row in rows:
        # As Text, so that nothing in an article is taken for markup.
        table.add_row(*(Text(cell(value), no_wrap=True, overflow="ellipsis") for value in row))
    return table


def cell(value: object) -> str:
    """A value on one line that holds nothing a terminal or a reader of tabs would act on."""
    return "" if value is None else visible_line(str(value))
