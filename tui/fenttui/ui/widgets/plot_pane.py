"""A plot under a table: numbers over time, drawn anew for each size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from fenttui.exports.plot import plot

if TYPE_CHECKING:
    from fenttui.analysis.series import Series
    from fenttui.ui.widgets.looks import Looks


class PlotPane(Widget):
    """Shows one series, or why there is none; hidden until it is given one of them."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(id="plot")
        self._looks = looks
        self._series: Series | None = None
        self._otherwise = ""
        self._drawn: tuple[tuple[int, int], list[str]] | None = None
        self.display = False

    def show(self, series: Series | None, otherwise: str) -> None:
        """Draw a series; without one, or where it has no points, say `otherwise`."""
        self.display = True
        if (series, otherwise) != (self._series, self._otherwise):
            self._series, self._otherwise = series, otherwise
            self._drawn = None
            self.refresh()

    def hide(self) -> None:
        """Give the room back."""
        self.display = False

    @property
    def _lines(self) -> list[str]:
        size = self.size.width, self.size.height
        if self._drawn is None or self._drawn[0] != size:
            lines = plot(self._series, *size) if self._series is not None else []
            self._drawn = size, lines or [self._otherwise]
        return self._drawn[1]

    def render_line(self, y: int) -> Strip:
        """One line of the plot."""
        lines, width, style = self._lines, self.size.width, self.rich_style
        if y >= len(lines):
            return Strip.blank(width, style)
        line = lines[y] if cell_len(lines[y]) <= width else set_cell_size(lines[y], width - 1) + "…"
        edge = line.find("│") + 1 if 0 < y < len(lines) - 2 else 0
        own = style + self._looks["list--heading" if y == 0 and len(lines) > 1 else "list--quiet"]
        drawn = style + self._looks["table--bars"] if edge else own
        return Strip([Segment(line[:edge], own), Segment(line[edge:], drawn)]).adjust_cell_length(
            width, style
        )
