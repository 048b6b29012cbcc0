"""Reads the terminal's input in a separate thread, until it is stopped or the terminal is gone."""

from __future__ import annotations

import os
import select
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from fenttui.ui.terminal.pieces import Piece
from fenttui.ui.terminal.scanner import Scanner

_MOST = 1 << 16
"""Bytes that are read at once."""


class ReadingThread:
    """The way from a terminal."""

    def __init__(
        self,
        descriptor: int,
        scanner: Scanner,
        take: Callable[[Piece], None],
        gone: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Start reading.

        Args:
            descriptor: The open terminal.
            scanner: Cuts the bytes into pieces.
            take: Takes each piece, in the thread.
            gone: Called in the thread when the terminal is gone.
            failed: Called in the thread with an error that `take` has raised, which ends it.
        """
        self._descriptor = descriptor
        self._scanner = scanner
        self._take = take
        self._gone = gone
        self._failed = failed
        self._woken, self._wake = os.pipe()
        self._thread = Thread(target=self._run, name="terminal-input", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Read no more."""
        with suppress(OSError):
            os.write(self._wake, b"\0")
        self._thread.join()
        for descriptor in (self._woken, self._wake):
            with suppress(OSError):
                os.close(descriptor)

    def _run(self) -> None:
        try:
            while self._read():
                pass
        except Exception as error:
            # Any error: the app has to end and report it.
            self._failed(error)

    def _read(self) -> bool:
        """Wait, and take the input; return whether to continue."""
        ready, _, _ = select.select([self._descriptor, self._woken], [], [], self._scanner.wait)
        if self._woken in ready:
            return False
        if ready:
            data = self._bytes()
            if not data:
                self._gone()
                return False
            pieces = self._scanner.feed(data)
        else:
            pieces = self._scanner.silence()
        for piece in pieces:
            self._take(piece)
        return True

    def _bytes(self) -> bytes:
        try:
            return os.read(self._descriptor, _MOST)
        except OSError:
            # Linux says so when the other end is closed.
            return b""
