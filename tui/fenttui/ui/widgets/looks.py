"""The looks of what is painted line by line, by name, as `styles/marks.tcss` gives them.

Textual styles each component class of a widget anew whenever that widget's focus or classes change. One
widget that never changes holds them all, and those that paint ask it.
"""

from __future__ import annotations

from typing import ClassVar, get_args

from rich.style import Style
from textual.widget import Widget

from fenttui.annotations.annotation import Color
from fenttui.extract.mention import ACTOR_KINDS, FIGURE_KINDS

COLORS: tuple[str, ...] = get_args(Color)
"""The colors of notes."""


class Looks(Widget):
    """Holds styles; is never shown."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"reader--{kind}" for kind in (*ACTOR_KINDS, *FIGURE_KINDS)),
        *(f"reader--{name}" for name in ("match", "selection", "caret", "caret-away", "fold")),
        *(f"reader--note-{color}" for color in COLORS),
        *(f"sign--{color}" for color in COLORS),
        *(f"list--{name}" for name in ("current", "lit", "heading", "quiet")),
        *(f"sidebar--{name}" for name in ("unread", "date", "open", "notes", "broken")),
        *(f"notes--{name}" for name in ("quote", "tags", "orphan")),
        "places--named",
        *(f"status--{name}" for name in ("mode", "error", "pending", "quiet")),
    }

    def __init__(self) -> None:
        super().__init__(id="looks")
        self._known: dict[str, Style] = {}

    def __getitem__(self, name: str) -> Style:
        """The style of a look, to be added to that of the widget."""
        if name not in self._known:
            self._known[name] = self.get_component_rich_style(name, partial=True)
        return self._known[name]

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        self._known.clear()
        super().notify_style_update()
