"""The message after an error of the program itself: one sentence, and the file of the full report."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

from fenttui import __version__
from fenttui.paths import state_folder
from fenttui.visible import visible_line


def tell_crash(error: BaseException) -> None:
    """Say on standard error what ended the program; the traceback goes to a file."""
    # Textual wraps what a worker has raised.
    error = getattr(error, "error", error)
    what = visible_line(f"{type(error).__name__}: {error}".strip().removesuffix(":").replace("\n", " "))
    report = _kept(error)
    where = f"; the details are in {visible_line(str(report))}" if report else ""
    print(
        f"fenttui: an error in the program ended it ({what[:200]}){where}",
        file=sys.stderr,
    )


def _kept(error: BaseException) -> Path | None:
    """The file that the traceback was written to; None where that fails."""
    report = state_folder() / "crash.txt"
    details = "".join(traceback.format_exception(error))
    try:
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(f"fenttui {__version__}\n{details}", "utf-8", errors="backslashreplace")
    except OSError:
        return None
    return report
