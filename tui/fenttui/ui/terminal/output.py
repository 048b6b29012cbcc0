"""Writes to the terminal in a thread of its own; whoever has something to write never waits.

A line that stalls takes nothing more. What is painted then is left out once enough of it is waiting, and the
whole screen is asked for when the line moves again: a frame is worth nothing when a newer one exists.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Condition, Thread

_ENOUGH = 1 << 16
"""Bytes that may wait before more frames are left out."""
_PIECE = 1 << 12
"""Bytes of one write: what a terminal that stalls can take part of."""


class Output:
    """The way to a terminal."""

    def __init__(self, descriptor: int, caught_up: Callable[[], None]) -> None:
        """Start writing.

        Args:
            descriptor: The open terminal.
            caught_up: Called in the thread when frames were left out and all that waited is written.
        """
        self._descriptor = descriptor
        self._caught_up = caught_up
        self._changed = Condition()
        self._waiting = bytearray()
        self._is_writing = False
        self._left_out = False
        self._is_closed = False
        self._thread = Thread(target=self._run, name="terminal-output", daemon=True)
        self._thread.start()

    def write(self, data: str) -> None:
        """Write soon and in any case."""
        with self._changed:
            self._waiting += data.encode("utf-8", "replace")
            self._changed.notify()

    def paint(self, data: str) -> bool:
        """Write soon, or leave it out where the line has stalled; whether it will be written."""
        with self._changed:
            if self._left_out or len(self._waiting) > _ENOUGH:
                self._left_out = True
                return False
            self._waiting += data.encode("utf-8", "replace")
            self._changed.notify()
            return True

    def drop(self) -> None:
        """Forget what waits: something else is to be shown."""
        with self._changed:
            if len(self._waiting) > _PIECE:
                # CAN ends a sequence that was cut.
                self._waiting = bytearray(b"\x18")

    def close(self, patience: float) -> bool:
        """End when all is written, or after some seconds; whether all is written."""
        with self._changed:
            self._is_closed = True
            self._left_out = False
            self._changed.notify()
            return self._changed.wait_for(lambda: not self._waiting and not self._is_writing, patience)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._is_closed)
                if not self._waiting:
                    return
                piece = bytes(self._waiting[:_PIECE])
                del self._waiting[:_PIECE]
                self._is_writing = True
            is_open = self._put(piece)
            with self._changed:
                self._is_writing = False
                if not is_open:
                    self._waiting.clear()
                caught_up = self._left_out and not self._waiting
                if caught_up:
                    self._left_out = False
                self._changed.notify_all()
            if caught_up:
                self._caught_up()

    def _put(self, data: bytes) -> bool:
        """Write all of it; whether the terminal is still there."""
        try:
            while data:
                data = data[os.write(self._descriptor, data) :]
        except OSError:
            return False
        return True
