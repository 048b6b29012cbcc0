"""The names that articles of a root have; only the folders that are asked for are listed."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fenttui.articles.article import Entry
from fenttui.articles.dossier import NOTES_FOLDER
from fenttui.articles.entry_names import article_names, utf8_name
from fenttui.articles.registry import SUFFIXES
from fenttui.storage.user_paths import fit_name

MOST_FOLDERS = 3000
"""How many folders are searched for an article that was moved; a single file may have been opened at home."""

_SETTLED = 100_000_000
"""Nanoseconds after which a later change of a folder is certain to give it another time."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The articles of one folder."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    """By the name of their notes' file without `.toml`. The ids are those within the root."""
    siblings: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    """By the same name, where several files have that stem: the entries of the others."""
    folders: tuple[str, ...] = ()
    """The names of the folders in it, links left out."""


@dataclass(frozen=True, slots=True)
class FolderTime:
    """When a folder was changed last, and when that was asked; by it one sees that it is as it was."""

    modified: int | None
    asked: int

    @classmethod
    def of(cls, folder: str | Path) -> FolderTime:
        """Return the time of a folder now; one that is missing has none."""
        now = time.time_ns()
        try:
            return cls(os.stat(folder).st_mtime_ns, now)  # noqa: PTH116 - called for each article
        except (OSError, ValueError):
            return cls(None, now)

    def is_current(self, folder: str | Path) -> bool:
        """Return whether nothing was added to or taken from the folder since."""
        if self.modified is not None and 0 <= self.asked - self.modified < _SETTLED:
            return False
        return self.of(folder).modified == self.modified


_listings: dict[tuple[Path, str], tuple[FolderTime, Listing]] = {}


def listing(root: Path, below: str) -> Listing:
    """Return the articles in the folder `below` a root, a path with slashes, empty for the root itself."""
    folder = root / below
    known = _listings.get((root, below))
    if known is not None and known[0].is_current(folder):
        return known[1]
    at = FolderTime.of(folder)
    found = _list(root, folder, below)
    _listings[root, below] = at, found
    return found


def all_listings(root: Path) -> Iterator[tuple[str, Listing]]:
    """Yield each folder of a root with its articles, up to `MOST_FOLDERS` of them."""
    waiting = [""]
    for _ in range(MOST_FOLDERS):
        if not waiting:
            return
        below = waiting.pop()
        found = listing(root, below)
        yield below, found
        waiting += [f"{below}/{name}".lstrip("/") for name in found.folders]


def _list(root: Path, folder: Path, below: str) -> Listing:
    files, folders = [], []
    try:
        with os.scandir(folder) as items:
            for item in items:
                if item.name[0] == ".":
                    continue
                # A link that leads to itself is neither.
                with contextlib.suppress(OSError):
                    if item.name[item.name.rfind(".") :].lower() in SUFFIXES and item.is_file():
                        files.append(item.name)
                    elif item.is_dir(follow_symlinks=False) and item.name != NOTES_FOLDER:
                        folders.append(item.name)
    except OSError:
        return Listing()
    prefix = f"{utf8_name(below)}/" if below else ""
    entries: dict[str, Entry] = {}
    by_stem: dict[str, list[tuple[str, Entry]]] = {}
    for file, name in article_names(files).items():
        entry = Entry(prefix + name, folder / file, root, prefix + name)
        stem = fit_name(name, ".toml").removesuffix(".toml")
        entries[stem] = entry
        by_stem.setdefault(file.rpartition(".")[0], []).append((stem, entry))
    siblings = {
        stem: tuple(other for _, other in alike if other is not entry)
        for alike in by_stem.values()
        if len(alike) > 1
        for stem, entry in alike
    }
    return Listing(entries, siblings, tuple(sorted(folders)))
