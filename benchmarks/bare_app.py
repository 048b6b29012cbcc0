"""The least that a three-pane Textual program costs: what fenttui is compared with.

Run as `python -m benchmarks.bare_app FILE`. It wraps the file at 60 cells and shows it between a list and a
pane for notes; `j` scrolls a line, ctrl+d and ctrl+u half a page, `w` and `]a` move a caret that it paints;
`q` quits.
"""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Footer, OptionList, Static

_MEASURE = 60
_LONGEST = 60_000
"""Characters of the file that are shown."""


class BareReader(ScrollView, can_focus=True):
    """Lines of text and a caret."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "scroll(1)", "Down"),
        ("ctrl+d", "half_page(1)", "Half a page"),
        ("ctrl+u", "half_page(-1)", "Half a page up"),
        ("w", "word(1)", "Word"),
        ("a", "word(3)", "Actor"),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._lines = [
            line for paragraph in text.splitlines() for line in textwrap.wrap(paragraph, _MEASURE) or [""]
        ]
        self._caret = (0, 0)

    def on_mount(self) -> None:
        """Tell how far it scrolls."""
        self.virtual_size = Size(_MEASURE, len(self._lines))

    def render_line(self, y: int) -> Strip:
        """One line, the caret in reverse."""
        y += self.scroll_offset.y
        text, style = self._lines[y] if y < len(self._lines) else "", self.rich_style
        segments = [Segment(text, style)]
        if y == self._caret[0]:
            at = self._caret[1]
            lit = style + Style(reverse=True)
            before, here, after = text[:at], text[at : at + 1] or " ", text[at + 1 :]
            segments = [Segment(before, style), Segment(here, lit), Segment(after, style)]
        return Strip(segments).adjust_cell_length(self.size.width, style)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines, the caret on the first."""
        self.scroll_relative(y=lines, animate=False, immediate=True)
        self._caret = (self.scroll_offset.y, 0)

    def action_half_page(self, step: int) -> None:
        """Scroll by half a page, up where `step` is negative."""
        self.action_scroll(step * self.size.height // 2)

    def action_word(self, words: int) -> None:
        """Move the caret to a later word of the text."""
        line, at = self._caret
        for _ in range(words):
            at = self._lines[line].find(" ", at) + 1
            if at == 0:
                line = min(line + 1, len(self._lines) - 1)
        before, self._caret = self._caret, (line, at)
        for changed in {before[0], line}:
            self.refresh_line(changed)


class BareApp(App[None]):
    """Three panes and a line of keys."""

    CSS = "OptionList { width: 30 } #notes { width: 30 } BareReader { width: 1fr; height: 1fr }"
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """A list, the text, a pane."""
        with Horizontal():
            yield OptionList(*(f"2025-04-{day:02d} article" for day in range(1, 30)))
            yield BareReader(self._text)
            yield Static("notes", id="notes")
        yield Footer()

    def on_mount(self) -> None:
        """Keys act on the text."""
        self.query_one(BareReader).focus()


if __name__ == "__main__":
    BareApp(Path(sys.argv[1]).read_text("utf-8", "replace")[:_LONGEST]).run()
