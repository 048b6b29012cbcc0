"""Rows for people or for a pipe: a table fitted to the terminal, or tab-separated lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from fenttui.visible import visible_line

if TYPE_CHECKING:
    from rich.table import Table


_GAP = 2
"""The cells between two columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    """Its heading on a terminal; in a pipe there are no headings."""
    is_number: bool = False
    """Whether it is aligned to the right."""
    gives_way: bool = False
    """Whether it is cut where the terminal is too narrow."""
    least: int = 8
    """For a column that gives way, the cells that it needs; a larger number keeps more cells."""
    goes: int = 0
    """Its turn to be left out where a terminal is too narrow for all, 1 first; 0 for one that stays."""


def write_table(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> None:
    """Print rows to standard output: a table on a terminal, tab-separated lines elsewhere."""
    if not sys.stdout.isatty():
        sys.stdout.writelines("\t".join(map(cell, row)) + "\n" for row in rows)
        return
    # ~60 ms to import: only on a terminal.
    from rich.console import Console  # noqa: PLC0415

    console = Console(highlight=False, markup=False, emoji=False)
    console.print(make_table(columns, rows, console.width))


def make_table(columns: Sequence[Column], rows: Iterable[Sequence[object]], width: int) -> Table:
    """Return the rows as a table of one line each, for a console of `width` cells."""
    from rich.cells import cell_len  # noqa: PLC0415 - not at start
    from rich.table import Table  # noqa: PLC0415 - not at start
    from rich.text import Text  # noqa: PLC0415 - not at start

    cells = [list(map(cell, row)) for row in rows]
    widest = [
        max(map(cell_len, (column.name, *(row[at] for row in cells)))) for at, column in enumerate(columns)
    ]
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, _GAP, 0, 0))
    widths = _fitted(columns, widest, width)
    for at, room in widths.items():
        justify: Literal["right", "left"] = "right" if columns[at].is_number else "left"
        table.add_column(columns[at].name, justify=justify, no_wrap=True, overflow="ellipsis", width=room)
    for row in cells:
        # As Text, so that nothing in an article is taken for markup.
        table.add_row(*(Text(row[at], no_wrap=True, overflow="ellipsis") for at in widths))
    return table


def _fitted(columns: Sequence[Column], widest: Sequence[int], width: int) -> dict[int, int]:
    """Return the columns that fit on a terminal `width` cells wide, by their index, each with its width."""
    least = [
        min(most, column.least) if column.gives_way else most
        for column, most in zip(columns, widest, strict=True)
    ]
    stay = list(range(len(columns)))
    for at in sorted(filter(lambda at: columns[at].goes, stay), key=lambda at: columns[at].goes):
        if sum(least[each] + _GAP for each in stay) - _GAP > width:
            stay.remove(at)
    given = {at: widest[at] for at in stay if not columns[at].gives_way}
    room = width - sum(given.values()) - _GAP * (len(stay) - 1)
    giving = [at for at in stay if columns[at].gives_way]
    # What one column does not fill is for the others, so that those which need the least of it come first.
    for at in sorted(giving, key=lambda at: widest[at] / columns[at].least):
        share = room * columns[at].least // sum(columns[each].least for each in giving if each not in given)
        given[at] = max(min(widest[at], share), 1)
        room -= given[at]
    return {at: given[at] for at in stay}


def cell(value: object) -> str:
    """Return a value on one line, without anything that a terminal or a parser of tabs would act on."""
    return "" if value is None else visible_line(str(value))
