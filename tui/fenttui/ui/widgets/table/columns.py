"""The columns of a table: what each shows of a record, and which of them fit a width."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from rich.cells import cell_len, set_cell_size

from fenttui.visible import visible_line

R = TypeVar("R")

Parts: TypeAlias = str | Sequence[tuple[str, str]]
"""What a cell shows: a text, or texts that follow each other, each with the name of its look, "" for none."""

GAP = 2
"""Cells between two columns."""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column. Texts may be anything: the table makes them safe to show and cuts them to the width."""

    name: str
    """What it is called by, for sorting: one lower-case word."""
    title: str
    """Its heading."""
    cell: Callable[[R, int], Parts]
    """What it shows of a record in so many cells; a longer text is cut with an ellipsis."""
    width: int
    """The cells it would like."""
    least: int = 0
    """The fewest cells it is of use in; as many as `width` where this is 0."""
    grow: int = 0
    """Its share of the cells that are left over."""
    align: Literal["left", "right"] = "left"
    drop: int = 0
    """Where there is no room the column with the highest number goes first; one with 0 always stays."""
    sort_key: Callable[[R], Any] | None = None
    """What the table is sorted by; None for a column that it cannot be sorted by."""
    descending: bool = False
    """Whether sorting begins with the largest."""
    look: Callable[[R], str] | None = None
    """The name of the look of a record's cell, as `styles/marks.tcss` gives it."""


class FittedColumn(NamedTuple, Generic[R]):
    """A column with the cells that it has."""

    column: Column[R]
    width: int


def fit_columns(columns: Sequence[Column[R]], width: int) -> list[FittedColumn[R]]:
    """The columns that fit `width` cells with gaps between them, in order, with their widths.

    Columns are dropped until the rest has its least width; what is left goes to the columns by the order
    in which they would stay, up to the width that each would like, and then to those that grow.
    """
    kept = list(columns)
    while _least_total(kept) > width:
        droppable = [column for column in kept if column.drop]
        if not droppable:
            break
        kept.remove(max(droppable, key=lambda column: column.drop))
    widths = {column.name: _least(column) for column in kept}
    room = width - _least_total(kept)
    for column in sorted(kept, key=lambda column: column.drop):
        more = max(0, min(room, column.width - widths[column.name]))
        widths[column.name] += more
        room -= more
    growing = [column for column in kept if column.grow]
    shares = sum(column.grow for column in growing)
    for column in growing:
        more = max(0, room) * column.grow // shares
        widths[column.name] += more
        room -= more
        shares -= column.grow
    return [FittedColumn(column, max(1, widths[column.name])) for column in kept]


def fit_text(text: str, width: int, align: Literal["left", "right"] = "left") -> str:
    """`text` safe to show in exactly `width` cells, cut with an ellipsis where it is longer."""
    # No text longer than this can be seen, and a cell may hold a whole article.
    shown = visible_line(text[: width + 1].replace("\n", " ").replace("\t", " "))
    if cell_len(shown) > width or len(text) > width + 1:
        return set_cell_size(set_cell_size(shown, max(0, width - 1)).rstrip() + "…", width)
    pad = " " * (width - cell_len(shown))
    return pad + shown if align == "right" else shown + pad


def fit_parts(parts: Sequence[tuple[str, str]], width: int) -> list[tuple[str, str]]:
    """Texts that follow each other in exactly `width` cells, cut with an ellipsis where they are longer."""
    fitted: list[tuple[str, str]] = []
    room = width
    for text, look in parts:
        if not text:
            continue
        if room <= 0:
            last, look = fitted.pop() if fitted else ("", look)
            return [*fitted, (_cut(last, cell_len(last)), look)]
        shown = visible_line(text[: room + 1].replace("\n", " ").replace("\t", " "))
        if (cells := cell_len(shown)) > room or len(text) > room + 1:
            return [*fitted, (_cut(shown, room), look)]
        fitted.append((shown, look))
        room -= cells
    return [*fitted, (" " * room, "")] if room > 0 else fitted


def around(text: str, lit: str, look: str, width: int) -> Parts:
    """A text with `lit` in it lit and in view: where it stands far on, the text begins later."""
    at = text.find(lit)
    if at < 0:
        return text
    far = at + len(lit) >= width
    skipped = max(0, min(at - width // 3, len(text) - width)) if far else 0
    before = "…" + text[skipped + 1 : at] if skipped else text[:at]
    return (before, ""), (lit, look), (text[at + len(lit) :], "")


def _cut(text: str, width: int) -> str:
    """The beginning of a text and an ellipsis, in exactly `width` cells."""
    return set_cell_size(text, width - 1) + "…" if width > 0 else ""


def _least(column: Column[R]) -> int:
    return column.least or column.width


def _least_total(columns: Sequence[Column[R]]) -> int:
    return sum(_least(column) for column in columns) + GAP * max(0, len(columns) - 1)
