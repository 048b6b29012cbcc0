"""Reading the bytes of a file so that nothing blocks and every failure is one sentence."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from fenttui.problem import Problem, ProblemError, reason


@dataclass(frozen=True, slots=True)
class Content:
    """What was read of a file."""

    data: bytes
    """Its bytes from the start."""
    complete: bool
    """Whether they are all."""
    modified: float
    """Its modification time, in seconds of the epoch."""


def read_content(path: Path, max_bytes: int, limit: int | None = None) -> Content:
    """The first `limit` bytes of the file at `path`, or all.

    Args:
        path: a file; a pipe, a device or a socket is refused and never waited for.
        max_bytes: a larger file is refused, even where only its beginning is asked for.
        limit: how many bytes are wanted.

    Raises:
        ProblemError: the file is gone, may not be read, is none or is too large.
    """
    try:
        # Without O_NONBLOCK, opening a pipe waits for its other end.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise ProblemError(Problem(path, not_regular(status.st_mode)))
            wanted = max_bytes if limit is None else min(limit, max_bytes)
            data = _read(descriptor, wanted + 1)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        raise ProblemError(Problem(path, "the file is not there any more; open the dossier again")) from None
    except PermissionError:
        message = "permission to read the file is denied; ask its owner, or change its mode"
        raise ProblemError(Problem(path, message)) from None
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "its name holds a NUL character"
        raise ProblemError(
            Problem(path, f"the file cannot be read ({why}); mend it, or take it out")
        ) from None
    size = max(status.st_size, len(data))
    if size > max_bytes:
        raise ProblemError(Problem(path, _too_large(size, max_bytes)))
    return Content(data[:wanted], len(data) <= wanted, status.st_mtime)


def not_regular(mode: int) -> str:
    """The sentence for a path of file type `mode` that is no regular file."""
    kinds = (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
    )
    kind = next((name for test, name in kinds if test(mode)), "a device")
    return f"this is {kind}, not a file; save the text to a file and open that"


def _read(descriptor: int, count: int) -> bytes:
    """Up to `count` bytes; a single read may give fewer than there are."""
    parts: list[bytes] = []
    while count > 0 and (part := os.read(descriptor, min(count, 1 << 20))):
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _too_large(size: int, max_bytes: int) -> str:
    limit = f"{max_bytes / 1e6:.1f} MB"
    shown = f"{size / 1e6:.1f} MB"
    if shown == limit:
        shown, limit = f"{size / 1e6:.6f} MB", f"{max_bytes / 1e6:.6f} MB"
    return (
        f"the file has {shown} and at most {limit} are read; "
        "raise `max_bytes` under `[articles]` in config.toml to read it"
    )
