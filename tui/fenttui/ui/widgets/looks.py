"""The looks of what is painted line by line, by name, as `styles/marks.tcss` gives them.

Textual's component classes would do the same, but all of a widget's are styled anew (0.3 ms each) whenever
the widget is: at start, and when its focus or a class changes. Here each is styled when it is first painted.
"""

from __future__ import annotations

from rich.style import Style
from textual.dom import DOMNode
from textual.widget import Widget

from fenttui.ui.textual_internals import attach

COLORS = ("yellow", "red", "green", "blue", "purple", "orange")
"""The colors of notes."""


class Looks(Widget):
    """Gives styles; is never shown."""

    def __init__(self) -> None:
        super().__init__(id="looks")
        self._known: dict[str, Style] = {}

    def __getitem__(self, name: str) -> Style:
        """The style of the class `name`, to be added to that of the widget that paints."""
        style = self._known.get(name)
        if style is None:
            node = DOMNode(classes=name)
            attach(node, self)
            self.app.stylesheet.apply(node, animate=False)
            style = self._known[name] = node.styles.partial_rich_style
        return style

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        self._known.clear()
        super().notify_style_update()


def next_color(color: str) -> str:
    """Return the color of notes that follows one; the first for one that is unknown."""
    at = COLORS.index(color) if color in COLORS else -1
    return COLORS[(at + 1) % len(COLORS)]
