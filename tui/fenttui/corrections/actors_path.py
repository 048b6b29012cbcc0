"""Where the corrections of a dossier's actors are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fenttui import paths
from fenttui.storage.user_paths import is_bundled, is_writable, name_of_own


def actors_path(root: Path, writable: Callable[[Path], bool] = is_writable) -> Path:
    """Return the file that the corrections of a dossier's actors are written to; it need not exist.

    That is `actors.toml` in the dossier's folder `root`. Where that is read-only, and for the bundled one, it
    is a file under the user's data folder.
    """
    if not is_bundled(root) and writable(root):
        return _in_dossier(root)
    return _in_data_folder(root)


def other_actors_path(root: Path) -> Path:
    """Return the file where corrections may be that is not `actors_path(root)`."""
    own = _in_data_folder(root)
    return _in_dossier(root) if actors_path(root) == own else own


def _in_dossier(root: Path) -> Path:
    return root / "actors.toml"


def _in_data_folder(root: Path) -> Path:
    return paths.data_folder() / "actors" / f"{name_of_own(root)}.toml"
