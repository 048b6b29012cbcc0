"""Locks between programs: on a folder while a program saves in it, on a file while a session lives."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL, errno.EBADF}
"""How file systems without locks answer."""

_RETRY_SECONDS = 0.02


class LockTakenError(Exception):
    """Raised where another program holds a lock for longer than one waits."""


@contextlib.contextmanager
def folder_locked(folder: Path, seconds: float) -> Iterator[bool]:
    """Hold the lock of a folder; on a file system without locks, continue without one.

    Yields whether it is held.

    Args:
        folder: An existing folder; the lock is its file `.lock`.
        seconds: How long to wait for another program.

    Raises:
        LockTakenError: Another program still holds it.
        OSError: The lock's file cannot be made or opened.
    """
    lock = folder / ".lock"
    flags = os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        descriptor = os.open(lock, os.O_RDWR | flags, 0o666)
    except PermissionError:
        # Made by another user who shares the folder: to lock it, reading is enough.
        descriptor = os.open(lock, os.O_RDONLY | flags, 0o666)
    try:
        deadline = time.monotonic() + seconds
        while (state := _try_lock(descriptor, fcntl.LOCK_EX)) == "taken":
            if time.monotonic() >= deadline:
                raise LockTakenError
            time.sleep(_RETRY_SECONDS)
        yield state == "held"
    finally:
        os.close(descriptor)


def hold_lock(path: Path) -> int:
    """Make the file `path` and lock it until the descriptor that is returned is closed.

    On a file system without locks the file is made and nothing is locked.

    Raises:
        OSError: The file cannot be made.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o666)
    with contextlib.suppress(OSError):
        _try_lock(descriptor, fcntl.LOCK_EX)
    return descriptor


def is_lock_held(path: Path) -> bool:
    """Return whether a program holds the lock of the file `path`; without locks, none does."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        # Shared, so that of two programs that look at once neither takes the other for the owner.
        return _try_lock(descriptor, fcntl.LOCK_SH) == "taken"
    except OSError:
        return False
    finally:
        os.close(descriptor)


def has_locks(folder: Path) -> bool:
    """Return whether the file system of a folder has locks; true where that cannot be found out."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return True
    try:
        return _try_lock(descriptor, fcntl.LOCK_SH) != "unsupported"
    except OSError:
        return True
    finally:
        os.close(descriptor)


def _try_lock(descriptor: int, operation: int) -> Literal["held", "taken", "unsupported"]:
    try:
        fcntl.flock(descriptor, operation | fcntl.LOCK_NB)
    except BlockingIOError:
        return "taken"
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        return "unsupported"
    return "held"
