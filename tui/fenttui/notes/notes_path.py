"""Where the notes of an article are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fenttui import paths
from fenttui.articles.article import Entry
from fenttui.storage.user_paths import fit_name, is_bundled, is_writable, name_of_own

_FOLDER = "annotations"


def notes_path(entry: Entry, writable: Callable[[Path], bool] = is_writable) -> Path:
    """Return the file that the notes of `entry` are written to; it need not exist.

    That is `annotations/<name>.toml` in the dossier. Where the dossier is read-only, and for the bundled one,
    it is a file under the user's data folder.

    Args:
        entry: The article's entry.
        writable: Returns whether a dossier's `annotations` folder can be written to.
    """
    if not is_bundled(entry.root) and writable(entry.root / _FOLDER):
        return _in_dossier(entry)
    return _in_data_folder(entry)


def other_notes_path(entry: Entry, path: Path) -> Path:
    """Return the file where notes of `entry` may be that is not `path`.

    It has notes where a dossier was writable once and is not now, or the reverse.
    """
    own = _in_data_folder(entry)
    return _in_dossier(entry) if path == own else own


def notes_folders(root: Path) -> tuple[Path, Path]:
    """Return the folders that notes on articles of `root` may be in: of the dossier, of the user."""
    return root / _FOLDER, paths.data_folder() / _FOLDER / name_of_own(root)


def _in_dossier(entry: Entry) -> Path:
    return notes_path_in(entry.root / _FOLDER, entry.name)


def _in_data_folder(entry: Entry) -> Path:
    return notes_path_in(notes_folders(entry.root)[1], entry.name)


def notes_path_in(folder: Path, name: str) -> Path:
    """Return the notes' file of the article `name` in or below one of the two folders of notes."""
    *folders, last = name.split("/")
    return folder.joinpath(*folders, fit_name(last, ".toml"))
