"""A field of one line: it is kept as it is, and shown with control characters as signs."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Input

from fenttui.visible import visible_line


class LineInput(Input):
    """An input that tags and paths from outside can be opened in."""

    @property
    def _value(self) -> Text:
        """The value as it is painted."""
        return Text(visible_line(self.value), no_wrap=True, overflow="ignore", end="")
