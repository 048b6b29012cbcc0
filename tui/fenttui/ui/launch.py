"""Starting the screen: the terminal's abilities, the dossier, the run of the app."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fenttui.ui.app import FenttuiApp
from fenttui.ui.session.session import Session

if TYPE_CHECKING:
    from fenttui.articles.dossier import Dossier
    from fenttui.settings.loading import Loaded
    from fenttui.ui.session.extraction_process import ExtractionProcess

_COLORLESS = ("vt52", "vt100", "vt102", "vt220", "vt320", "dumb")


def colors_of_terminal() -> int:
    """Return how many colors the terminal has by its name: 0, 16, 256 or 2**24."""
    if os.environ.get("NO_COLOR"):
        return 0
    # Empty it means nothing, by its own convention; Textual looks only whether it is there.
    os.environ.pop("NO_COLOR", None)
    if os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return 1 << 24
    term = os.environ.get("TERM", "")
    if term.partition("-")[0] in _COLORLESS or term.endswith("-m") or term.endswith("-mono"):
        return 0
    if "256color" in term or "kitty" in term or "direct" in term:
        return 256
    return 16


def run_reader(
    paths: Sequence[Path], dossier: Dossier, loaded: Loaded, process: ExtractionProcess | None
) -> int:
    """Open a dossier that has at least one entry.

    Args:
        paths: What was opened, to open it again.
        dossier: What was found there.
        loaded: The settings in force.
        process: Finds the mentions; it ends with the app.

    Returns:
        The exit code.
    """
    colors = colors_of_terminal()
    if colors == 0:
        os.environ["NO_COLOR"] = "1"
    app = FenttuiApp(Session(paths, dossier, loaded, process), ansi=colors == 16)
    try:
        app.run()
    except Exception as error:
        # What goes wrong while the screen is taken or given back.
        app.crashed(error)
    finally:
        if process is not None:
            process.close()
    if app.crash is not None:
        # ~3 ms, where it matters no more.
        from fenttui.ui.crash_report import tell_crash  # noqa: PLC0415

        tell_crash(app.crash)
    return app.return_code or 0
