"""A program on a real pseudo-terminal, its screen kept by pyte: for the tests and the benchmarks."""

from __future__ import annotations

import copy
import errno
import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

Sought = str | Callable[[str], bool]
"""A text that the screen is to hold, or what its whole text is to satisfy."""

_QUERY = re.compile(rb"\x1b\[(?:(?P<device>0?c)|(?P<cursor>6n)|\?(?P<mode>\d+)\$p)")
_SYNCHRONIZED_OUTPUT = b"2026"

# What pyte would show as text: CSI with other private signs than `?`, device control and application strings.
# A private sequence that sets no mode and erases nothing raises in it: keys that the line echoes hold such.
_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<=>][0-9;]*[@-~]|\x1b\[\?[0-9;]*(?![hlJK])[@-~]|\x1b[P_^X].*?(?:\x1b\\|\x07)", re.DOTALL
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[P_^X\]][^\x07\x1b]{0,4096}\x1b?)?\Z")


_ALTERNATE = 1049
"""The mode of the screen that full-screen programs paint on; leaving it shows what was there before."""


class _PyteScreen(pyte.Screen):
    """Pyte's screen with the alternate one, which it lacks."""

    def set_mode(self, *modes: int, **options: bool) -> None:
        super().set_mode(*modes, **options)
        if options.get("private") and _ALTERNATE in modes:
            self._normal = copy.deepcopy(self.buffer), copy.copy(self.cursor)
            self.erase_in_display(2)

    def reset_mode(self, *modes: int, **options: bool) -> None:
        super().reset_mode(*modes, **options)
        if options.get("private") and _ALTERNATE in modes and hasattr(self, "_normal"):
            self.buffer, self.cursor = self._normal
            del self._normal


class Screen:
    """The text that a terminal of a given size shows after the bytes it was fed."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = _PyteScreen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._held = b""

    def feed(self, data: bytes) -> None:
        """Take bytes as they come; a sequence may be split anywhere."""
        data = self._held + data
        unfinished = _UNFINISHED.search(data)
        self._held = data[unfinished.start() :] if unfinished else b""
        whole = data[: len(data) - len(self._held)]
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", whole))

    def resize(self, columns: int, rows: int) -> None:
        """Take another size."""
        self._screen.resize(rows, columns)

    @property
    def text(self) -> str:
        """What is shown, line by line, without the blanks at the ends."""
        return "\n".join(line.rstrip() for line in self._screen.display)


def answer_to(data: bytes) -> bytes:
    """What a terminal says to the queries in `data`, so that no program waits for it."""
    answers = []
    for query in _QUERY.finditer(data):
        if query["device"]:
            answers.append(b"\x1b[?62;22c")
        elif query["cursor"]:
            answers.append(b"\x1b[1;1R")
        else:
            known = b"2" if query["mode"] == _SYNCHRONIZED_OUTPUT else b"0"
            answers.append(b"\x1b[?" + query["mode"] + b";" + known + b"$y")
    return b"".join(answers)


def holds(sought: Sought, text: str) -> bool:
    """Whether a screen's text is what is sought."""
    return sought in text if isinstance(sought, str) else sought(text)


class Terminal:
    """Runs a program as a terminal emulator would: it gets a size, keys, and answers to its queries."""

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
        answers: bool = True,
    ) -> None:
        """Start `command`, the leader of a session that the terminal controls.

        Args:
            command: The program and its arguments.
            columns: The width in cells.
            rows: The height in cells.
            environment: All of its environment; the caller's own where there is none.
            folder: The folder it runs in.
            answers: Whether queries are answered, as no old terminal does.
        """
        self.raw = bytearray()
        """Every byte that the program has sent."""
        self.screen = Screen(columns, rows)
        self._unshown = 0
        self._scanned = 0
        self._answers = answers
        self._descriptor, inner = pty.openpty()
        os.set_blocking(self._descriptor, False)
        termios.tcsetwinsize(inner, (rows, columns))
        self.started = time.perf_counter()
        """When the program was started, on the clock of `time.perf_counter`."""
        self.process = subprocess.Popen(
            [os.fspath(part) for part in command],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env=environment,
            cwd=folder,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(inner)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    # What the program sends

    def read(self, seconds: float) -> int | None:
        """Wait for output at most `seconds`; its size in bytes, 0 at the end of all, None where none came."""
        ready, _, _ = select.select([self._descriptor], [], [], max(0.0, seconds))
        if not ready:
            return None
        try:
            data = os.read(self._descriptor, 1 << 16)
        except OSError:
            # Linux says so when the last process has let go of the terminal.
            return 0
        self.raw += data
        self._answer()
        return len(data)

    @property
    def text(self) -> str:
        """What the screen shows."""
        self.screen.feed(bytes(self.raw[self._unshown :]))
        self._unshown = len(self.raw)
        return self.screen.text

    def wait_for(self, sought: Sought, seconds: float = 20) -> str:
        """Read until the screen shows what is sought; its text then.

        Raises:
            AssertionError: it does not within `seconds`; the message shows the screen.
        """
        deadline = time.perf_counter() + seconds
        while not holds(sought, text := self.text):
            left = deadline - time.perf_counter()
            size = self.read(left) if left > 0 else None
            if size:
                continue
            if not holds(sought, text := self.text):
                ended = f"the program ended with {self.process.poll()}" if size == 0 else f"after {seconds} s"
                wanted = repr(sought) if isinstance(sought, str) else "what was wanted"
                raise AssertionError(f"the screen does not show {wanted} ({ended}):\n{text}")
        return text

    def wait_until(self, condition: Callable[[], bool], what: str, seconds: float = 20) -> None:
        """Read until a condition outside of the screen holds: a file is there, a process is gone.

        Raises:
            AssertionError: it does not within `seconds`; the message names `what`.
        """
        deadline = time.perf_counter() + seconds
        while not condition():
            if time.perf_counter() > deadline:
                raise AssertionError(f"{what}: not within {seconds} s; the screen:\n{self.text}")
            if self.read(0.02) == 0:
                # Nothing more to wait on: look again at the pace of a read.
                select.select([], [], [], 0.02)

    def settle(self, quiet: float, seconds: float) -> tuple[float | None, int]:
        """Read until nothing came for `quiet` seconds.

        Returns:
            When the last byte came, on the clock of `time.perf_counter`, None where none did; and how many.
        """
        deadline = time.perf_counter() + seconds
        last, total = None, 0
        while time.perf_counter() < deadline:
            size = self.read(quiet)
            if not size:
                break
            last, total = time.perf_counter(), total + size
        return last, total

    # What the user does

    def send(self, keys: str | bytes) -> None:
        """Type.

        Raises:
            OSError: the program has ended, and reads nothing.
        """
        data = keys.encode() if isinstance(keys, str) else keys
        while data:
            try:
                data = data[os.write(self._descriptor, data) :]
            except BlockingIOError:
                # Not every system wakes a writer when the other end is closed.
                if self.process.poll() is not None:
                    raise OSError(errno.EIO, os.strerror(errno.EIO)) from None
                select.select([], [self._descriptor], [], 0.05)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, which the program is told by SIGWINCH."""
        self.screen.feed(bytes(self.raw[self._unshown :]))
        self._unshown = len(self.raw)
        self.screen.resize(columns, rows)
        termios.tcsetwinsize(self._descriptor, (rows, columns))

    def hang_up(self) -> None:
        """Close the terminal under the program, as a dropped link does."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    # How it ends

    def wait_for_end(self, seconds: float = 20) -> int:
        """Read until the program has ended; its exit code, negative for the signal that ended it.

        Raises:
            AssertionError: it runs on.
        """
        deadline = time.perf_counter() + seconds
        while self._descriptor >= 0 and self.process.poll() is None and time.perf_counter() < deadline:
            if self.read(0.05) == 0:
                break
        try:
            code = self.process.wait(max(0.0, deadline - time.perf_counter()))
        except subprocess.TimeoutExpired:
            raise AssertionError(f"the program runs on after {seconds} s:\n{self.text}") from None
        while self._descriptor >= 0 and self.read(0):
            pass
        return code

    def close(self) -> None:
        """End the program and what it has started on this terminal, where they run still."""
        for number in (signal.SIGHUP, signal.SIGKILL):
            if self.process.poll() is not None:
                break
            os.killpg(self.process.pid, number)
            try:
                self.wait_for_end(2)
            except AssertionError:
                continue
        self.hang_up()

    def _answer(self) -> None:
        if not self._answers:
            return
        for query in _QUERY.finditer(self.raw, self._scanned):
            self._scanned = query.end()
            self.send(answer_to(query[0]))
