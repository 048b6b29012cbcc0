"""The standard streams, made safe where the caller closed one of them or where one takes nothing more."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable

_PIPE_CLOSED = 141
"""What a shell reports for a program that SIGPIPE ended."""


class _BestEffort(io.FileIO):
    """A stream for messages: if it is closed they are dropped, so that the work itself continues."""

    def write(self, data: object, /) -> int:
        """Write as much as can be written; report all of it as written."""
        view = memoryview(data)  # type: ignore[arg-type]
        try:
            return super().write(view) or view.nbytes
        except OSError:
            return view.nbytes


def open_standard_streams() -> None:
    """Give each closed standard stream a descriptor, and make standard error one that never fails.

    A closed stream leaves its number free for the next file that is opened, which could be somebody's data.
    Its number is taken by a device opened in the wrong direction: to read from standard input or to write to
    standard output fails as on a closed stream.
    """
    for descriptor, mode in enumerate((os.O_WRONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(descriptor)
        except OSError:
            _open_placeholder(mode)
    # Python leaves None for a stream that was closed when it started.
    if sys.stdin is None:
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - a descriptor, for good
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - as above
    messages = io.BufferedWriter(_BestEffort(2, "w", closefd=False))
    sys.stderr = io.TextIOWrapper(messages, encoding="utf-8", errors="backslashreplace", line_buffering=True)


def _open_placeholder(mode: int) -> None:
    """Open a device that holds nothing; it gets the lowest free descriptor."""
    try:
        # Opened once more, as by the name /dev/stdout, it refuses as well.
        os.open("/dev/full", mode)
    except OSError:
        os.open(os.devnull, mode)


def exit_code_of(run: Callable[[], int]) -> int:
    """Run a command and write out what it printed.

    Returns:
        The command's own exit code; 1 where the output cannot be written, which is reported; 141 where nobody
        reads it any more.
    """
    try:
        code = run()
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return _PIPE_CLOSED
    except OSError as error:
        _drop_output()
        print(f"fenttui: {_failure(error)}", file=sys.stderr)
        return 1
    return code


def _failure(error: OSError) -> str:
    # ~10 ms to import: only where something fails.
    from fenttui.problem import reason  # noqa: PLC0415
    from fenttui.visible import visible_line  # noqa: PLC0415

    if error.filename:
        return f"{visible_line(str(error.filename))}: {reason(error)}"
    if error.errno == errno.EBADF:
        return "standard output is closed; send it to a terminal, a file or a pipe"
    return f"writing the output: {reason(error)}"


def _drop_output() -> None:
    """Let the interpreter's own flush at exit succeed where nobody takes the output any more."""
    try:
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, sys.stdout.fileno())
        os.close(sink)
    except (OSError, ValueError):
        return
