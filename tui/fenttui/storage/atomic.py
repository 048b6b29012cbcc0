"""Files written so that a crash or a full disk costs nothing that was there."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from fenttui.storage.temporary_files import temporary_name

_NO_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}
"""How file systems without it answer when a folder is to be synced."""

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK}
"""How file systems without hard links answer."""


def write_atomically(
    path: Path, data: bytes, *, durable: bool = True, replace: bool = True, like: Path | None = None
) -> None:
    """Write `data` so that other programs find the old file or the new one, never a part of either.

    A temporary file in the same folder is written, synced and renamed over `path`; then the folder is synced.
    Missing folders are made. A symbolic link is followed, and the mode and the owner of an old file are kept.

    Args:
        path: The file.
        data: All of its new content.
        durable: Whether to wait until the disk has it. Without, it survives the program but not a power cut.
        replace: Whether an existing file may be replaced.
        like: The file whose mode and owner the new one gets; None for those of the old one.

    Raises:
        FileExistsError: There is a file, and `replace` is false.
        OSError: It cannot be written; an old file is as it was.
    """
    target = Path(os.path.realpath(path))
    make_folder(target.parent, durable=durable)
    temporary = target.parent / temporary_name()
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        try:
            _keep_access(descriptor, like or target)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            if durable:
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if replace:
            temporary.replace(target)
        else:
            _rename_to_new(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    if durable:
        _sync_folder(target.parent)


def make_folder(folder: Path, *, durable: bool = True) -> None:
    """Make `folder` and those above it, and put each new name on the disk.

    Raises:
        OSError: It cannot be made.
    """
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent, durable=durable)
    folder.mkdir(exist_ok=True)
    if durable:
        _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    """Put the names in `folder` on the disk, where the file system can."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(descriptor)


def _keep_access(descriptor: int, pattern: Path) -> None:
    """Give a new file the mode and the owner of another one, if that exists."""
    try:
        old = pattern.stat()
    except FileNotFoundError:
        return
    new = os.fstat(descriptor)
    if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
        # Only root may give files away; for anyone else the folder's owner decides, as with any editor.
        with contextlib.suppress(OSError):
            os.fchown(descriptor, old.st_uid, old.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _rename_to_new(temporary: Path, target: Path) -> None:
    """Rename a file to a name that must be free."""
    try:
        target.hardlink_to(temporary)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        temporary.replace(target)
    else:
        temporary.unlink()
