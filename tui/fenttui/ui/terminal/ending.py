"""Ending in any case: after everything is saved, nothing may keep the process alive."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Thread, Timer

_PATIENCE = 1.3
"""Seconds that the program gets to end by itself; with what comes before it is gone within two."""
_LAST_WORDS = 0.2


def end_soon(code: int, leave: Callable[[], None]) -> None:
    """End the process with an exit code if it has not ended by itself shortly.

    A terminal that takes nothing, a slow disk that is read or a worker that counts would hold it else.

    Args:
        code: The exit code.
        leave: Leaves the terminal as it was; it may wait for ever.
    """
    timer = Timer(_PATIENCE, _end, (code, leave))
    timer.daemon = True
    timer.start()


def _end(code: int, leave: Callable[[], None]) -> None:
    leaving = Thread(target=leave, daemon=True)
    leaving.start()
    leaving.join(_LAST_WORDS)
    os._exit(code)
