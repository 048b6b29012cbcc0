"""Where notes and corrections are kept: beside the articles, or in the user's own folder."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from fenttui import paths
from fenttui.articles.article import Entry
from fenttui.storage.files import fit_name


def is_writable(folder: Path) -> bool:
    """Whether files can be made in `folder`, or the folder itself can be made."""
    access = os.W_OK | os.X_OK
    if folder.is_dir():
        return os.access(folder, access)
    return not os.path.lexists(folder) and os.access(folder.parent, access)


def notes_path(entry: Entry, writable: Callable[[Path], bool] = is_writable) -> Path:
    """The file that the notes of `entry` are written to; it need not exist.

    That is `annotations/<name>.toml` in the dossier. Where the dossier is read-only, and for the bundled one,
    which an upgrade replaces, it is a file under the user's data folder.

    Args:
        entry: The article's entry.
        writable: Tells whether a dossier's `annotations` folder can be written to.
    """
    bundled = _is_bundled(entry.root)
    if not bundled and writable(entry.root / "annotations"):
        return _path_in_dossier(entry)
    return _path_in_data_folder(entry)


def other_notes_path(entry: Entry, path: Path) -> Path:
    """The place of the notes of `entry` that is not `path`.

    It has notes where a dossier was writable once and is not now, or the other way round.
    """
    own = _path_in_data_folder(entry)
    return _path_in_dossier(entry) if path == own else own


def actors_path(root: Path, writable: Callable[[Path], bool] = is_writable) -> Path:
    """The file that the corrections of a dossier's actors are written to; it need not exist.

    That is `actors.toml` in the dossier's folder `root`. Where that is read-only, and for the bundled one, it
    is a file under the user's data folder.
    """
    if not _is_bundled(root) and writable(root):
        return root / "actors.toml"
    return _actors_in_data_folder(root)


def other_actors_path(root: Path) -> Path:
    """The place of a dossier's corrections that is not `actors_path(root)`."""
    own = _actors_in_data_folder(root)
    return root / "actors.toml" if actors_path(root) == own else own


def _actors_in_data_folder(root: Path) -> Path:
    data_folder = paths.data_folder()
    return data_folder / "actors" / f"{_own_folder(root, data_folder).name}.toml"


def _path_in_dossier(entry: Entry) -> Path:
    return _below(entry.root / "annotations", entry.name)


def _path_in_data_folder(entry: Entry) -> Path:
    return _below(_own_folder(entry.root, paths.data_folder()), entry.name)


def _below(folder: Path, name: str) -> Path:
    *folders, last = name.split("/")
    return folder.joinpath(*folders, fit_name(last, ".toml"))


@lru_cache(maxsize=64)
def _own_folder(root: Path, data_folder: Path) -> Path:
    """The user's own folder for one dossier."""
    if _is_bundled(root):
        # Its path may change with an upgrade, so that its hash cannot name it.
        return data_folder / "annotations" / "seeds-bundled"
    resolved = os.path.realpath(root)
    digest = hashlib.sha256(os.fsencode(resolved)).hexdigest()[:8]
    return data_folder / "annotations" / fit_name(Path(resolved).name or "root", f"-{digest}")


@lru_cache(maxsize=64)
def _is_bundled(root: Path) -> bool:
    return os.path.realpath(root) == os.path.realpath(paths.bundled("seeds"))
