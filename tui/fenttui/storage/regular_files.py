"""Regular files read so that nothing waits: a pipe or a device in a dossier is refused."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

_AT_A_TIME = 1 << 20
"""Bytes asked for in one read."""


@dataclass(frozen=True, slots=True)
class Content:
    """What was read of a file."""

    data: bytes
    """Its bytes from the start."""
    complete: bool
    """Whether they are all."""
    size: int
    """How many bytes the file has."""
    modified: float
    """Its modification time, in seconds of the epoch."""


class NotRegularError(OSError):
    """Raised for a folder, a pipe, a socket or a device."""

    def __init__(self, path: Path, mode: int) -> None:
        super().__init__(errno.EINVAL, "not a regular file", os.fspath(path))
        self.mode = mode
        """The mode of what is there, which includes its type."""


def read_content(path: Path, limit: int | None = None) -> Content:
    """Return the first `limit` bytes of a regular file, or all.

    Raises:
        NotRegularError: It is something other than a regular file.
        OSError: It cannot be read.
        ValueError: The path holds a NUL character.
    """
    # Without O_NONBLOCK, opening a pipe waits for its other end.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise NotRegularError(path, status.st_mode)
        # One byte more shows whether there are more.
        data = _read(descriptor, None if limit is None else limit + 1)
    finally:
        os.close(descriptor)
    size = max(status.st_size, len(data))
    return Content(data[:limit], limit is None or len(data) <= limit, size, status.st_mtime)


def read_regular(path: Path) -> bytes:
    """Return all bytes of a regular file; raises as `read_content` does."""
    return read_content(path).data


def _read(descriptor: int, count: int | None) -> bytes:
    """Return up to `count` bytes, or all; a single read may give fewer than there are."""
    parts: list[bytes] = []
    left = count
    while left is None or left > 0:
        part = os.read(descriptor, _AT_A_TIME if left is None else min(left, _AT_A_TIME))
        if not part:
            break
        parts.append(part)
        left = None if left is None else left - len(part)
    return b"".join(parts)
