"""How a file of the user's work is saved: under a lock, never in part, with a backup of what others wrote."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from fenttui.problem import Problem, ProblemError, reason
from fenttui.storage.atomic import make_folder, write_atomically
from fenttui.storage.locks import LockTakenError, folder_locked
from fenttui.storage.regular_files import NotRegularError, read_regular
from fenttui.storage.temporary_files import remove_left_behind

LOCK_SECONDS = 3.0
"""How long to wait for another program that is saving."""

_FULL = {errno.ENOSPC, errno.EDQUOT}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def read_saved(path: Path, what: str) -> bytes:
    """Return the content of a file; empty where there is none.

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
def saving(path: Path, what: str) -> Iterator[bool]:
    """Hold the lock of the folder of `path`, which is made where it is missing.

    Yields whether it is held: some file systems have no locks.

    Args:
        path: The file that is to be saved.
        what: What it holds, in the plural: "the notes".

    Raises:
        ProblemError: The lock cannot be taken, or what is done under it failed.
    """
    # Through a symbolic link, so that all names of a file share one lock.
    target = Path(os.path.realpath(path))
    try:
        make_folder(target.parent)
        with folder_locked(target.parent, LOCK_SECONDS) as held:
            remove_left_behind(target.parent)
            yield held
    except LockTakenError:
        message = f"{what} are not saved, another program is saving there; save again"
        raise ProblemError(Problem(path, message)) from None
    except OSError as error:
        raise _not_saved(path, what, error) from None
    except RecursionError:
        raise ProblemError(Problem(path, f"{what} hold tables nested too deeply to save")) from None


def write_over(path: Path, content: bytes, on_disk: bytes, *, own: bool) -> None:
    """Write a file whose folder is locked, unless it holds that content.

    Args:
        path: The file.
        content: All of its new content.
        on_disk: What it holds now; empty where there is none.
        own: Whether this session wrote `on_disk`. If not, it is kept beside the file; where all its lines
            stay, only if there is no backup yet, so that sessions that add notes do not leave one each.

    Raises:
        OSError: It cannot be written; the old file is as it was.
    """
    if content == on_disk:
        return
    if on_disk and not own and (not _holds_lines(content, on_disk) or not _backup(path).exists()):
        keep_beside(path, on_disk)
    write_atomically(path, content)


def keep_beside(path: Path, content: bytes) -> None:
    """Keep an old content of a file beside it, under its name with `~`, or with `~2`, `~3` and so on.

    A backup that is there already is never overwritten.

    Raises:
        OSError: It cannot be written.
    """
    for number in count(1):
        backup = _backup(path, number)
        try:
            if read_regular(backup) == content:
                return
        except FileNotFoundError:
            with contextlib.suppress(FileExistsError):
                write_atomically(backup, content, replace=False, like=path)
                return
        except NotRegularError:
            continue


def _backup(path: Path, number: int = 1) -> Path:
    return path.with_name(f"{path.name}~{number if number > 1 else ''}")


def _holds_lines(content: bytes, old: bytes) -> bool:
    """Return whether all lines of an old content are in a new one, in their order: then nothing is lost."""
    lines = iter(content.splitlines())
    return all(line in lines for line in old.splitlines())


def _not_saved(path: Path, what: str, error: OSError) -> ProblemError:
    if error.errno in _FULL:
        advice = "make room on the disk and save again"
    elif error.errno in _CLOSED:
        advice = "make the folder writable and save again"
    else:
        advice = "fix that and save again"
    return ProblemError(Problem(path, f"{what} are not saved, {reason(error)}; {advice}"))
