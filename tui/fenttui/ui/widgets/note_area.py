"""The field of a note's text: it is saved as it is, and shown with control characters as signs."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from fenttui.visible import visible


class NoteArea(TextArea):
    """A text area that a note of somebody else can be opened in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # As in a shell; several terminals send these for a word's arrows.
        Binding("alt+b", "cursor_word_left", show=False),
        Binding("alt+f", "cursor_word_right", show=False),
        Binding("alt+d", "delete_word_right", show=False),
    ]

    def get_line(self, line_index: int) -> Text:
        """The line as it is painted; each character stands where it stands in the text."""
        return Text(visible(self.document.get_line(line_index)), end="", no_wrap=True)
