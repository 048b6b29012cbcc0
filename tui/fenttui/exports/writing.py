"""An export written to a file, without losing an existing one."""

from __future__ import annotations

import stat
from pathlib import Path

from fenttui.problem import Problem, ProblemError, reason
from fenttui.storage.atomic import write_atomically


def write_export(text: str, target: Path, force: bool = False) -> Path | None:
    """Write an export.

    Args:
        text: All of it.
        target: The file; a device or a pipe, such as /dev/stdout, is written to as it is.
        force: Whether a file of that name may be replaced; it is then kept as `<name>~`.

    Returns:
        The backup of the old file, if there was one.

    Raises:
        ProblemError: It cannot be written, or a file is there and `force` is false; nothing has changed.
    """
    # A file name that is not UTF-8 comes with lone surrogates, which no file can hold.
    data = text.encode("utf-8", "replace")
    try:
        return _write(data, target, force=force)
    except FileExistsError:
        message = "exists already; choose another name, or give --force to replace it and keep it as a backup"
        raise ProblemError(Problem(target, message)) from None
    except OSError as error:
        message = f"the export is not written: {reason(error)}; fix that or choose another file"
        raise ProblemError(Problem(target, message)) from None


def _write(data: bytes, target: Path, *, force: bool) -> Path | None:
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        mode = None
    if mode is None:
        if not target.parent.is_dir():
            message = "the folder of the export does not exist; make it or choose another one"
            raise ProblemError(Problem(target.parent, message))
        write_atomically(target, data, replace=False)
        return None
    if stat.S_ISDIR(mode):
        raise ProblemError(Problem(target, "is a folder; name a file in it"))
    if not stat.S_ISREG(mode):
        with target.open("wb") as device:
            device.write(data)
        return None
    if not force:
        raise FileExistsError
    backup = target.with_name(f"{target.name}~")
    write_atomically(backup, target.read_bytes(), like=target)
    write_atomically(target, data)
    return backup
