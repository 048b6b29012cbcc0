"""The status line: the message or the keys typed so far on the left, the position on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from fenttui.ui.widgets.reader.wrap import wrap
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.ui.widgets.looks import Looks

_MOST_ROWS = 3
_HELP = "? help"
_ROOM_FOR_HELP = 30
"""The least width in cells where more than the key of the help is shown at the right."""


class StatusLine(Widget):
    """One row; a message stays until the next key."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(id="status")
        self._looks = looks
        self._mode = ""
        self._message = ""
        self._is_error = False
        self._here = ""
        self._pending = ""
        self._position = ""
        self._progress = ""
        self._rows: list[str] = []

    def say(self, message: str, error: bool = False) -> None:
        """Show a message until the next key."""
        self._message, self._is_error = visible_line(message), error
        self._fit()
        self.refresh()

    def hush(self) -> None:
        """Take the message away."""
        if self._message:
            self._message, self._is_error = "", False
            self._fit()
            self.refresh()

    def _fit(self) -> None:
        """Take the rows that a long message needs: it must be read whole."""
        # Before the first layout there is no size yet: the line is as wide as the screen.
        width = self.size.width or self.app.size.width
        room = max(1, width - len(self._mode) - 4 - len(self._help(width)) - 2)
        spans = list(wrap(self._message, 0, len(self._message), room)) if self._message else []
        rows = [self._message[start:end] for start, end in spans[:_MOST_ROWS]]
        if len(spans) > _MOST_ROWS:
            rows[-1] = rows[-1][: max(0, room - 1)].rstrip() + "…"
        self._rows = rows if len(rows) > 1 else []
        if self.styles.height is None or self.styles.height.value != max(1, len(rows)):
            self.styles.height = max(1, len(rows))

    def on_resize(self) -> None:
        """A message may now need more rows, or fewer."""
        self._fit()

    def set(
        self,
        *,
        mode: str | None = None,
        here: str | None = None,
        pending: str | None = None,
        position: str | None = None,
        progress: str | None = None,
    ) -> None:
        """Change what is given: mode, mention at the caret, keys typed so far, position, a job's progress."""
        before = (self._mode, self._here, self._pending, self._position, self._progress)
        self._mode = self._mode if mode is None else mode
        self._here = self._here if here is None else visible_line(here)
        self._pending = self._pending if pending is None else visible_line(pending)
        self._position = self._position if position is None else position
        self._progress = self._progress if progress is None else progress
        if before != (self._mode, self._here, self._pending, self._position, self._progress):
            self.refresh()

    @staticmethod
    def _help(width: int) -> str:
        """The key of the help as it is shown at all times."""
        return _HELP if width >= _ROOM_FOR_HELP else _HELP[0]

    @property
    def _mode_look(self) -> str:
        return "status--visual" if self._mode == "SELECT" else "status--mode"

    @property
    def text(self) -> str:
        """What the line says, for tests and screen readers."""
        return " ".join(
            filter(None, (self._mode, self._message or self._here, self._progress, self._position))
        )

    def render_line(self, y: int) -> Strip:
        """Paint the line, or one of the rows of a long message."""
        width = self.size.width
        style = self.rich_style
        if self._rows:
            mode = f" {self._mode} " if self._mode else ""
            sign = Segment(mode, style + self._looks[self._mode_look])
            row = self._rows[y] if y < len(self._rows) else ""
            first = sign if y == 0 else Segment(" " * len(mode), style)
            right = f"  {self._help(width)} " if y == len(self._rows) - 1 else ""
            told = Segment(
                set_cell_size(f" {row}", max(0, width - len(mode) - len(right))),
                style + self._looks["status--error"] if self._is_error else style,
            )
            help_key = Segment(right, style + self._looks["status--pending"])
            return Strip([first, told, help_key]).adjust_cell_length(width, style)
        right = self._right(self._pending, self._progress, self._position, self._help(width))
        mode = f" {self._mode} " if self._mode else ""
        room = max(0, width - cell_len(right) - len(mode) - 1)
        message = self._message
        if room < cell_len(message) or not room:
            right = self._right(self._pending, self._help(width))
            room = max(0, width - cell_len(right) - len(mode) - 1)
        shown = message or self._here
        if cell_len(shown) > room:
            shown = set_cell_size(shown, max(0, room - 1)) + "…"
        name = "status--error" if self._is_error else "status--quiet" if not message else ""
        look = style + self._looks[name] if name else style
        return Strip(
            [
                Segment(mode, style + self._looks[self._mode_look]),
                Segment(" " + set_cell_size(shown, room), look),
                Segment(right, style + self._looks["status--pending"]),
            ]
        ).adjust_cell_length(width, style)

    @staticmethod
    def _right(*parts: str) -> str:
        return "  " + "  ".join(filter(None, parts)) + " "
