"""The bytes of an article's file, or one sentence that says why they cannot be had."""

from __future__ import annotations

import stat
from pathlib import Path

from fenttui.problem import Problem, ProblemError, reason
from fenttui.storage import regular_files
from fenttui.storage.regular_files import Content, NotRegularError


def read_content(path: Path, max_bytes: int, limit: int | None = None) -> Content:
    """Return the first `limit` bytes of the file at `path`, or all.

    Args:
        path: a file; a pipe, a device or a socket is refused and never waited for.
        max_bytes: a larger file is refused, even where only its beginning is asked for.
        limit: how many bytes are wanted.

    Raises:
        ProblemError: the file is gone, may not be read, is none or is too large.
    """
    wanted = max_bytes if limit is None else min(limit, max_bytes)
    try:
        content = regular_files.read_content(path, wanted)
    except NotRegularError as error:
        raise ProblemError(Problem(path, not_regular(error.mode))) from None
    except FileNotFoundError:
        raise ProblemError(Problem(path, "the file is not there any more; open the dossier again")) from None
    except PermissionError:
        message = "permission to read the file is denied; ask its owner, or change its mode"
        raise ProblemError(Problem(path, message)) from None
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "its name holds a NUL character"
        raise ProblemError(
            Problem(path, f"the file cannot be read ({why}); fix it, or remove it from the dossier")
        ) from None
    if content.size > max_bytes:
        raise ProblemError(Problem(path, _too_large(content.size, max_bytes)))
    return content


def not_regular(mode: int) -> str:
    """Return the sentence for a path of file type `mode` that is not a regular file."""
    kinds = (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
    )
    kind = next((name for test, name in kinds if test(mode)), "a device")
    return f"this is {kind}, not a file; save the text to a file and open that"


def _too_large(size: int, max_bytes: int) -> str:
    limit = f"{max_bytes / 1e6:.1f} MB"
    shown = f"{size / 1e6:.1f} MB"
    if shown == limit:
        shown, limit = f"{size / 1e6:.6f} MB", f"{max_bytes / 1e6:.6f} MB"
    return (
        f"the file has {shown} and at most {limit} are read; "
        "raise `max_bytes` under `[articles]` in config.toml to read it"
    )
