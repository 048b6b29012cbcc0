"""The events that the app gets for a terminal's input."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import events
from textual.message import Message

from fenttui.ui.terminal.keyboard import key_of_character, keys_of_control
from fenttui.ui.terminal.pieces import Character, Control, Pasted, Piece
from fenttui.ui.terminal.reports import Focus, Mouse, Report, report_of

_SHIFT, _META, _CTRL, _MOTION, _WHEEL = 4, 8, 16, 32, 64
"""The bits of xterm's number of a button."""
_WHEEL_EVENTS = (
    events.MouseScrollUp,
    events.MouseScrollDown,
    events.MouseScrollLeft,
    events.MouseScrollRight,
)


class EncodedKey(events.Key):
    """A key whose modifiers are certain.

    A plain key with alt may have been two: escape, and the key after it.
    """


# Handlers of keys take it, too.
EncodedKey.handler_name = events.Key.handler_name


class ToEvents:
    """Makes events of pieces; a report for the driver stays a report."""

    def __init__(self) -> None:
        self.cell: tuple[float, float] = (1, 1)
        """The size of a cell in the units of the mouse: in pixels where the terminal reports them."""
        self._last: tuple[int, int] = (0, 0)
        self._is_away = False
        """Whether the terminal has reported that the window lost the focus."""

    def of(self, piece: Piece) -> Iterator[Message | Report]:
        """Return the events and reports of a piece; none for a reply that nobody asked for."""
        match piece:
            case Character():
                key = key_of_character(piece)
                yield from self._typed([events.Key(key.name, key.character)])
            case Pasted(text):
                yield from self._typed([events.Paste(text)])
            case Control():
                report = report_of(piece)
                match report:
                    case None:
                        keys = keys_of_control(piece)
                        yield from self._typed([EncodedKey(key.name, key.character) for key in keys])
                    case Mouse():
                        yield self._mouse(report)
                    case Focus(here):
                        self._is_away = not here
                        yield events.AppFocus() if here else events.AppBlur()
                    case _:
                        yield report

    def _typed(self, typed: Sequence[events.Event]) -> Iterator[events.Event]:
        """Yield typed events; typing means that the window has the focus, whatever was reported."""
        if typed and self._is_away:
            self._is_away = False
            yield events.AppFocus()
        yield from typed

    def _mouse(self, report: Mouse) -> events.MouseEvent:
        x, y = report.column / self.cell[0], report.row / self.cell[1]
        moved = int(x) - self._last[0], int(y) - self._last[1]
        self._last = int(x), int(y)
        if report.buttons & _WHEEL:
            kind: type[events.MouseEvent] = _WHEEL_EVENTS[report.buttons & 3]
            button = 0
        else:
            button = (report.buttons + 1) & 3
            if report.buttons & _MOTION or not button:
                kind = events.MouseMove
            else:
                kind = events.MouseUp if report.released else events.MouseDown
        return kind(
            None, x, y, *moved, button,
            shift=bool(report.buttons & _SHIFT), meta=bool(report.buttons & _META),
            ctrl=bool(report.buttons & _CTRL), screen_x=x, screen_y=y,
        )  # fmt: skip
