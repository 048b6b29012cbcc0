"""Temporary files named after their writer, so that those of killed ones can be told and removed."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import re
import time
from pathlib import Path

_NAME = re.compile(r"\.fenttui-(?P<machine>[0-9a-f]{8})-(?P<pid>\d+)-(?P<start>\d+)-[0-9a-f]{16}\.tmp")
_ANY_NAME = re.compile(r"\.fenttui-.*\.tmp")

_LEFT_BEHIND = 3600
"""Seconds after which the file of a writer that cannot be looked up, as of another machine, is left."""


def temporary_name() -> str:
    """Return a new name for a temporary file of this process.

    It does not depend on the name of the target: one that just fits must not fail for its temporary file.
    """
    pid = os.getpid()
    return f".fenttui-{_machine()}-{pid}-{_start_of(pid) or 0}-{os.urandom(8).hex()}.tmp"


def remove_left_behind(folder: Path) -> None:
    """Remove the temporary files in a folder whose writers were killed; those of living ones stay."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _ANY_NAME.fullmatch(entry.name):
                with contextlib.suppress(OSError):
                    if _is_left_behind(entry):
                        os.unlink(entry.path)  # noqa: PTH108 - an entry of scandir, not a Path


def _is_left_behind(entry: os.DirEntry[str]) -> bool:
    writer = _NAME.fullmatch(entry.name)
    if writer is not None and writer["machine"] == _machine():
        return not _lives(int(writer["pid"]), int(writer["start"]))
    return entry.stat(follow_symlinks=False).st_mtime < time.time() - _LEFT_BEHIND


def _lives(pid: int, start: int) -> bool:
    """Return whether the process lives that began at `start`; another one may have its number since."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        # It is another user's, and there.
        pass
    now = _start_of(pid)
    return now is None or not start or now == start


def _start_of(pid: int) -> int | None:
    """Return when a process began, in clock ticks since the start of the machine; None where not known."""
    try:
        status = Path(f"/proc/{pid}/stat").read_bytes()
        # The name of the program, in parentheses, may hold anything; the 22nd field is the start.
        return int(status.rpartition(b")")[2].split()[19])
    except (OSError, ValueError, IndexError):
        return None


@functools.cache
def _machine() -> str:
    """Return what tells this machine, since it was started, and its table of processes from others."""
    parts = [os.uname().nodename]
    with contextlib.suppress(OSError):
        parts.append(Path("/proc/sys/kernel/random/boot_id").read_text("ascii"))
    with contextlib.suppress(OSError):
        parts.append(str(Path("/proc/self/ns/pid").readlink()))
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:8]
