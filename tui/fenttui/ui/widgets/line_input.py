"""A field of one line: it is kept as it is, and shown with control characters as signs."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType

from fenttui.ui.textual_internals import PaintedInput
from fenttui.visible import visible_line


class LineInput(PaintedInput):
    """An input that tags and paths from outside can be opened in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # As in a shell; several terminals send these for a word's arrow and backspace.
        Binding("alt+b", "cursor_left_word", show=False),
        Binding("alt+f", "cursor_right_word", show=False),
        Binding("alt+backspace", "delete_left_word", show=False),
        Binding("alt+d", "delete_right_word", show=False),
    ]

    def on_paste(self, event: events.Paste) -> None:
        """Take a text of several lines as one: the lines are joined by spaces."""
        # Textual would take the first line alone.
        event.prevent_default()
        event.stop()
        lines = event.text.splitlines()
        if len(lines) > 1:
            lines = [line for each in lines if (line := each.strip())]
        self.replace(" ".join(lines), *self.selection)

    @property
    def painted(self) -> Text:
        """The value as it is painted."""
        return Text(visible_line(self.value), no_wrap=True, overflow="ignore", end="")
