"""A child process that finds mentions and quotes: it gets ready while the screen is made."""

from __future__ import annotations

import datetime as dt
import gc
import os
import pickle
import subprocess
import sys
from contextlib import suppress
from struct import Struct
from threading import Lock, Thread
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from queue import SimpleQueue
    from typing import TypeAlias

    from fenttui.extract.mention import Mention, Quote

    Request: TypeAlias = tuple[str, dt.date | tuple[Mention, ...]]
    """A text, and the day that its times are counted from: what it names is wanted. Or a text and its
    mentions: its quotes are."""

_LENGTH = Struct("!Q")
_PATIENCE = 0.5
"""Seconds that one text waits for another, which may be a book, before it is read in the main
process."""
_ANY_DAY = dt.date(2025, 4, 2)


class ExtractionProcess:
    """Finds mentions and quotes elsewhere; its methods may be called from any thread.

    What goes over the pipes is our own: requests there, mentions back. The process ends when fenttui does,
    however that ends.
    """

    def __init__(self) -> None:
        self._turn = Lock()
        # -P: no module is imported from the current folder.
        self._process: subprocess.Popen[bytes] | None = subprocess.Popen(
            [sys.executable, "-P", "-m", "fenttui.ui.session.extraction_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def mentions(self, text: str, date: dt.date) -> tuple[Mention, ...] | None:
        """Return what our own recognizer and rules find in a text; None when the process is busy or gone."""
        found: tuple[Mention, ...] | None = self._ask((text, date))
        return found

    def quotes(self, text: str, mentions: Sequence[Mention]) -> tuple[Quote, ...] | None:
        """Return the quotes of a text that has these mentions; None when the process is busy or gone."""
        found: tuple[Quote, ...] | None = self._ask((text, tuple(mentions)))
        return found

    def _ask(self, request: Request) -> Any:
        if not self._turn.acquire(timeout=_PATIENCE):
            return None
        try:
            process = self._process
            if process is None or process.stdin is None or process.stdout is None:
                return None
            _send(process.stdin, request)
            return _receive(process.stdout)
        except (OSError, EOFError, ValueError, pickle.PickleError):
            self._end()
            return None
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the process."""
        process = self._process
        if process is not None:
            process.kill()
        with self._turn:
            self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with suppress(OSError):
                process.communicate()


def started() -> ExtractionProcess | None:
    """Return the process; None on a single processor."""
    if _processors() < 2 or not sys.executable:
        return None
    try:
        return ExtractionProcess()
    except OSError:
        return None


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _send(pipe: IO[bytes], message: object) -> None:
    data = pickle.dumps(message)
    pipe.write(_LENGTH.pack(len(data)) + data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> Any:
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    # Bytes of our own process.
    return pickle.loads(_exactly(pipe, length))


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _serve() -> None:
    """Answer until the program is gone: then end at once, though a book may be half read."""
    # ~3 ms, which the program itself is spared.
    from queue import SimpleQueue  # noqa: PLC0415

    requests: SimpleQueue[Request] = SimpleQueue()
    Thread(target=_answer, args=(requests,), daemon=True).start()
    with suppress(EOFError):
        while True:
            (length,) = _LENGTH.unpack(_exactly(sys.stdin.buffer, _LENGTH.size))
            requests.put(pickle.loads(_exactly(sys.stdin.buffer, length)))
    os._exit(0)


def _answer(requests: SimpleQueue[Request]) -> None:
    """Answer the requests; any error ends the process, which the program notices."""
    try:
        # What is loaded here stays: looking for garbage in it would delay the first mentions.
        gc.disable()
        from fenttui.extract import extract  # noqa: PLC0415 - not at start

        # Names, figures and times, so that all that is read on first use is there when the first article
        # comes.
        extract("Wang Yi met Marco Rubio of the United States on Tuesday about 20 per cent.", _ANY_DAY)
        gc.freeze()
        gc.enable()
        while True:
            text, given = requests.get()
            if isinstance(given, tuple):
                # ~10 ms, the first time: the first article's mentions do not wait for it.
                from fenttui.extract.quotes import find_quotes  # noqa: PLC0415

                _send(sys.stdout.buffer, find_quotes(text, given))
            else:
                _send(sys.stdout.buffer, extract(text, given))
    finally:
        os._exit(1)


if __name__ == "__main__":
    _serve()
