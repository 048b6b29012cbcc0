"""Where files live: what ships with the program, and the user's own folders."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path


@cache
def bundled(name: str) -> Path:
    """Return the path of `seeds`, `styles` or `config.toml`, as installed or in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "bundled" / name
    return installed if installed.exists() else package.parents[1] / name


def _user_folder(variable: str, kind: str) -> Path:
    """Return `$variable` if it is set (tests, portable installs), else the system's folder for `kind`."""
    own = os.environ.get(variable)
    if own:
        return Path(own).expanduser()
    # ~8 ms to import: only where no variable answers.
    import platformdirs  # noqa: PLC0415

    folder: Path = getattr(platformdirs, f"user_{kind}_path")("fenttui", appauthor=False)
    return folder


def config_file() -> Path:
    """Return the user's own config.toml, which need not exist."""
    return _user_folder("FENTTUI_CONFIG_DIR", "config") / "config.toml"


def data_folder() -> Path:
    """Return the folder for the notes of read-only dossiers and of the bundled one."""
    return _user_folder("FENTTUI_DATA_DIR", "data")


def state_folder() -> Path:
    """Return the folder for drafts and the reading state, which can be lost without losing saved work."""
    return _user_folder("FENTTUI_STATE_DIR", "state")
