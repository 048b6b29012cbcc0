"""The driver, where the app and a terminal meet."""

from __future__ import annotations

import os
import select
import signal
import sys
from contextlib import suppress
from typing import Any, Protocol, cast

from textual import constants, events, messages
from textual.geometry import Size
from textual.message import Message

from fenttui.ui.terminal import modes
from fenttui.ui.terminal.line_discipline import LineDiscipline
from fenttui.ui.terminal.output import Output
from fenttui.ui.terminal.pieces import Piece
from fenttui.ui.terminal.reading_thread import ReadingThread
from fenttui.ui.terminal.reports import Attributes, Mode, Report, WindowSize
from fenttui.ui.terminal.scanner import Scanner
from fenttui.ui.terminal.to_events import ToEvents
from fenttui.ui.textual_internals import FRAME_BEGINS, FRAME_ENDS, OwnDriver

_PATIENCE = 0.5
"""Seconds that a terminal gets to take the last bytes."""
_LEAST_COLUMNS = 20
_SYNCHRONIZED_OUTPUT, _WINDOW_SIZES = 2026, 2048


class Driven(Protocol):
    """What the driver calls on the app, in the app's own thread."""

    def repaint(self) -> None:
        """Paint the whole screen: the terminal has missed something."""

    def hang_up(self, number: int) -> None:
        """Save all and end: the terminal is gone."""

    def crashed(self, error: BaseException) -> None:
        """Save what can be saved and end: reading the terminal has failed."""


class TerminalDriver(OwnDriver):
    """Reads keys and writes frames; neither ever waits for the other end."""

    def __init__(self, app: Any, **options: Any) -> None:
        super().__init__(app, **options)
        self._attributes: Attributes | None = None
        self._input_descriptor = sys.__stdin__.fileno() if sys.__stdin__ else 0
        self._output_descriptor = sys.__stderr__.fileno() if sys.__stderr__ else 2
        self._output: Output | None = None
        self._input: ReadingThread | None = None
        self._line = LineDiscipline(self._input_descriptor)
        self._to_events = ToEvents()
        self._laid_out = Size(0, 0)
        self._frame_begins = False
        self._frame_is_open = False
        self._tells_window_sizes = False
        self._comes_back = False
        # In the loop: a plain handler may interrupt anything, even another handler.
        self.loop.add_signal_handler(signal.SIGTSTP, self._stop_process)
        self.loop.add_signal_handler(signal.SIGCONT, self._continue_process)

    @property
    def kind(self) -> int | None:
        """The kind that the terminal reports (DA2); None if it was not asked or has not answered."""
        return self._attributes.kind if self._attributes else None

    @property
    def can_suspend(self) -> bool:
        """Ctrl+z gives the shell back."""
        return True

    # Output

    def write(self, data: str) -> None:
        """Paint; frames are left out while the terminal stalls, and the screen is repainted afterwards."""
        if self._output is None:
            return
        if data == FRAME_BEGINS:
            self._frame_begins = True
        elif data == FRAME_ENDS:
            if self._frame_is_open:
                self._output.write(data)
            self._frame_begins = self._frame_is_open = False
        else:
            begins, self._frame_begins = self._frame_begins, False
            painted = self._output.paint(FRAME_BEGINS + data if begins else data)
            self._frame_is_open = self._frame_is_open or (begins and painted)

    def write_whole(self, data: str) -> None:
        """Write what must not be left out."""
        if self._output is not None:
            self._output.write(data)

    def _caught_up(self) -> None:
        with suppress(RuntimeError):
            self.loop.call_soon_threadsafe(self._driven.repaint)

    @property
    def _driven(self) -> Driven:
        return cast("Driven", self.app)

    # Input

    def _take(self, piece: Piece) -> None:
        for event in self._to_events.of(piece):
            if isinstance(event, events.MouseEvent) and not self._is_inside(event):
                continue
            if isinstance(event, Message):
                self.process_message(event)
            else:
                self._take_report(event)

    def _is_inside(self, event: events.MouseEvent) -> bool:
        """Return whether a mouse report is inside the window; Textual takes the focus otherwise."""
        return event.screen_x < self._laid_out.width and event.screen_y < self._laid_out.height

    def _take_report(self, report: Report) -> None:
        match report:
            case Attributes():
                self._attributes = report
            case Mode(number, setting) if number == _SYNCHRONIZED_OUTPUT and setting:
                self.process_message(messages.TerminalSupportsSynchronizedOutput())
            case Mode(number, setting) if number == _WINDOW_SIZES and _wants_window_sizes():
                self._window_sizes(messages.InBandWindowResize.from_setting_parameter(setting))
            case WindowSize() if self._tells_window_sizes:
                width, height = report.width, report.height
                self._to_events.cell = (
                    max(1, width / report.columns) if width else 1,
                    max(1, height / report.rows) if height else 1,
                )
                size = self._laid_out = _laid_out(report.columns, report.rows)
                self.process_message(events.Resize(size, size, pixel_size=Size(width, height)))

    def _window_sizes(self, message: messages.InBandWindowResize) -> None:
        """Turn on the terminal's own reports of its size, with the mouse in pixels."""
        if message.supported:
            self._tells_window_sizes = True
            if not message.enabled:
                self.write_whole(modes.WINDOW_SIZES)
                message = messages.InBandWindowResize(True, True)
            if self.mouse:
                self.write_whole(modes.MOUSE_IN_PIXELS)
        self.process_message(message)

    def _gone(self) -> None:
        with suppress(RuntimeError):
            self.loop.call_soon_threadsafe(self._driven.hang_up, signal.SIGHUP)

    def _failed(self, error: Exception) -> None:
        with suppress(RuntimeError):
            self.loop.call_soon_threadsafe(self._driven.crashed, error)

    def _resized(self, *_: object) -> None:
        if not self._tells_window_sizes:
            self._tell_size()

    def _tell_size(self) -> None:
        # ~2 ms, and Textual has it already.
        import shutil  # noqa: PLC0415

        size = self._laid_out = _laid_out(*shutil.get_terminal_size())
        self.tell(events.Resize(size, size))

    # Begin and end

    def start_application_mode(self) -> None:
        """Take the terminal."""
        if not self._line.is_ours():
            return
        self._output = Output(self._output_descriptor, self._caught_up)
        signal.signal(signal.SIGWINCH, self._resized)
        self._tell_size()
        self.write_whole(modes.enter(self.mouse, not constants.DISABLE_KITTY_KEY))
        self._line.make_raw()
        self._input = ReadingThread(
            self._input_descriptor, Scanner(constants.ESCAPE_DELAY), self._take, self._gone, self._failed
        )
        # Apple's terminal would show a `p`.
        if os.environ.get("TERM_PROGRAM") != "Apple_Terminal":
            self.write_whole(modes.ASK_FOR_SYNCHRONIZED_OUTPUT)
        self.write_whole(modes.ASK_FOR_WINDOW_SIZES + modes.PASTE_AND_NO_WRAP)
        if _may_be_screen():
            self.write_whole(modes.ASK_FOR_ATTRIBUTES)
        if self.mouse:
            # Again: iTerm 3.5.0 needs it.
            self.write_whole(modes.mouse_modes(True))
        if self._comes_back:
            self._comes_back = False
            self.tell(self.SignalResume())

    def disable_input(self) -> None:
        """Read no more keys."""
        reader, self._input = self._input, None
        if reader is not None:
            signal.signal(signal.SIGWINCH, signal.SIG_DFL)
            reader.stop()
            self._line.forget_input()

    def stop_application_mode(self) -> None:
        """Restore the terminal."""
        self.disable_input()
        if self._output is not None:
            # What still waits would be painted and gone at once.
            self._output.drop()
        self.write_whole(modes.leave(self.mouse, self._tells_window_sizes))
        self._line.restore()

    def close(self) -> None:
        """Wait a little for what was written last."""
        output, self._output = self._output, None
        if output is not None:
            output.close(_PATIENCE)

    def leave_at_once(self) -> None:
        """Restore the terminal with what can be written without waiting: the process is ending."""
        self._line.restore()
        left = modes.leave(self.mouse, self._tells_window_sizes).encode()
        with suppress(OSError):
            if select.select([], [self._output_descriptor], [], 0)[1]:
                os.write(self._output_descriptor, left)

    # Suspending

    def _stop_process(self) -> None:
        if self.restarts:
            self.suspend_application_mode()
            self._comes_back = True
        # The whole job, as the terminal does it: a shell waits for `make` where that has started fenttui.
        os.kill(0, signal.SIGSTOP)

    def _continue_process(self) -> None:
        if not self.restarts or not self.app.is_running:
            return
        if not self._comes_back:
            # Stopped in another way, or not at all; a shell may have used the terminal in between.
            self.disable_input()
            self.close()
            self._comes_back = True
        self.resume_application_mode()


def _laid_out(columns: int, rows: int) -> Size:
    """The size that the screen is laid out in: a narrower window shows its left part.

    Lists of Textual divide by the width that borders and padding leave.
    """
    return Size(max(_LEAST_COLUMNS, columns), rows)


def _wants_window_sizes() -> bool:
    """Return whether the terminal's own reports of its size are wanted; iTerm's are broken."""
    iterm = "iTerm2" in os.environ.get("LC_TERMINAL", "") or os.environ.get("TERM_PROGRAM") == "iTerm.app"
    return constants.SMOOTH_SCROLL and not iterm


def _may_be_screen() -> bool:
    """Return whether the environment leaves open what is between the program and the real terminal.

    tmux and GNU screen both call themselves `screen`; over ssh nothing but the name arrives.
    """
    named = os.environ.get("TERM", "").startswith("screen")
    return named and not os.environ.get("TMUX") and not os.environ.get("STY")
