"""How a file of the reader's work is saved: under a lock, never in part, the other's version kept."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

from fenttui.problem import Problem, ProblemError, reason
from fenttui.storage.files import make_folder, read_regular, remove_left_behind, write_atomically

LOCK_SECONDS = 3.0
"""How long to wait for another program that is saving."""

_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL, errno.EBADF}
"""How file systems without locks answer."""

_FULL = {errno.ENOSPC, errno.EDQUOT}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def read_saved(path: Path, what: str) -> bytes:
    """The content of a file; empty where there is none.

    Args:
        path: The file.
        what: What it holds, in the plural: "the notes".

    Raises:
        ProblemError: It cannot be read.
    """
    try:
        return read_regular(path)
    except (FileNotFoundError, NotADirectoryError):
        return b""
    except OSError as error:
        message = f"{what} cannot be read, {reason(error)}; see that it is a file that you may read"
        raise ProblemError(Problem(path, message)) from None


@contextlib.contextmanager
def saving(path: Path, what: str) -> Iterator[None]:
    """Holds the lock of the folder of `path`, which is made where it is missing.

    Args:
        path: The file that is to be saved.
        what: What it holds, in the plural: "the notes".

    Raises:
        ProblemError: The lock cannot be had, or what is done under it failed.
    """
    # Through a symbolic link, so that all names of a file share one lock.
    target = Path(os.path.realpath(path))
    try:
        make_folder(target.parent)
        with _locked(target.parent, path, what):
            remove_left_behind(target.parent)
            yield
    except OSError as error:
        raise _not_saved(path, what, error) from None
    except RecursionError:
        raise ProblemError(Problem(path, f"{what} hold tables nested too deeply to save")) from None


def write_over(path: Path, content: bytes, on_disk: bytes, *, own: bool) -> None:
    """Writes a file that is locked, unless it holds that content.

    Args:
        path: The file.
        content: All of its new content.
        on_disk: What it holds now; empty where there is none.
        own: Whether this session wrote that. Else it is kept beside the file, with `~` after its name.

    Raises:
        OSError: It cannot be written; the old file is as it was.
    """
    if content == on_disk:
        return
    if on_disk and not own:
        write_atomically(path.with_name(f"{path.name}~"), on_disk, like=path)
    write_atomically(path, content)


@contextlib.contextmanager
def _locked(folder: Path, path: Path, what: str) -> Iterator[None]:
    """Holds the lock of a folder; on a file system without locks, goes on without."""
    lock = folder / ".lock"
    flags = os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        descriptor = os.open(lock, os.O_RDWR | flags, 0o666)
    except PermissionError:
        # Made by another user who shares the folder: to lock it, reading is enough.
        descriptor = os.open(lock, os.O_RDONLY | flags, 0o666)
    try:
        _wait_for_lock(descriptor, path, what)
        yield
    finally:
        os.close(descriptor)


def _wait_for_lock(descriptor: int, path: Path, what: str) -> None:
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                message = f"{what} are not saved, another program is saving there; save again"
                raise ProblemError(Problem(path, message)) from None
            time.sleep(0.02)
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
            return
        else:
            return


def _not_saved(path: Path, what: str, error: OSError) -> ProblemError:
    if error.errno in _FULL:
        advice = "make room on the disk and save again"
    elif error.errno in _CLOSED:
        advice = "make the folder writable and save again"
    else:
        advice = "mend that and save again"
    return ProblemError(Problem(path, f"{what} are not saved, {reason(error)}; {advice}"))
