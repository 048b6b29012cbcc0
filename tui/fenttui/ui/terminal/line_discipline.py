"""What the system does with keys before a program reads them: nothing while fenttui has the terminal."""

from __future__ import annotations

import os
import signal
import termios
import threading
from contextlib import suppress
from typing import Any


class LineDiscipline:
    """The attributes of a terminal, and how they were before."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._before: list[Any] | None = None
        self._handlers: dict[signal.Signals, Any] = {}

    def is_ours(self) -> bool:
        """Return whether the process may use the terminal; in the background it stops here until `fg`."""

        def stop(*_: object) -> None:
            os.kill(os.getpid(), signal.SIGSTOP)

        numbers = (signal.SIGTTOU, signal.SIGTTIN)
        for number in numbers:
            signal.signal(number, stop)
        try:
            # It changes nothing, but is refused in the background.
            attributes = termios.tcgetattr(self._descriptor)
            termios.tcsetattr(self._descriptor, termios.TCSANOW, attributes)
        except termios.error:
            return False
        finally:
            for number in numbers:
                signal.signal(number, signal.SIG_DFL)
        return True

    def make_raw(self) -> None:
        """Have each key come at once, unchanged, and none be a signal."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._handlers.clear()
        with suppress(termios.error):
            attributes = termios.tcgetattr(self._descriptor)
            self._before = self._before or termios.tcgetattr(self._descriptor)
            attributes[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
            attributes[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
            attributes[6][termios.VMIN] = 1
            termios.tcsetattr(self._descriptor, termios.TCSANOW, attributes)

    def forget_input(self) -> None:
        """Forget what was typed and not read."""
        with suppress(termios.error):
            termios.tcflush(self._descriptor, termios.TCIFLUSH)

    def restore(self) -> None:
        """Restore it; keys typed ahead, which become signals now, do not interrupt what is left to do."""
        for number in (signal.SIGINT, signal.SIGQUIT):
            if number not in self._handlers and threading.current_thread() is threading.main_thread():
                self._handlers[number] = signal.signal(number, signal.SIG_IGN)
        if self._before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self._descriptor, termios.TCSANOW, self._before)
            self._before = None
