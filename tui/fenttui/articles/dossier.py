"""The articles of the folders and files that are opened together."""

# A Path for each step costs more than the whole scan of ten thousand files.
# ruff: noqa: PTH110, PTH116, PTH118

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from fenttui.articles.article import Entry
from fenttui.articles.entry_names import article_names, distinct, utf8_name
from fenttui.articles.registry import SUFFIXES
from fenttui.articles.regular_file import not_regular
from fenttui.problem import Problem, reason

NOTES_FOLDER = "annotations"
"""The folder below a root that holds the user's notes; it is not searched for articles."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """What was found of the paths that were opened; no file has been read."""

    entries: tuple[Entry, ...]
    """The articles, by id."""
    problems: tuple[Problem, ...]
    """Paths that are missing, folders that cannot be read."""
    roots: tuple[Path, ...]
    """The folders that the entries were opened under, in the order they were given."""


def open_dossier(paths: Sequence[Path]) -> Dossier:
    """Return the dossier of `paths`, folders and files; what cannot be opened is among its problems.

    In a folder, the files of known suffixes are taken, in nested folders too; hidden files and the notes'
    folder are not. A file that is named itself is taken with any suffix, and its root is the folder it is
    in. The same file is taken once, under the first root that it was found in.
    """
    scan = _Scan()
    for path in paths:
        scan.take(path)
    entries = sorted(distinct(scan.entries, scan.roots), key=attrgetter("id"))
    return Dossier(tuple(entries), tuple(scan.problems), scan.roots)


@dataclass(frozen=True, slots=True)
class _Folder:
    """What one folder holds, hidden items left out; each in alphabetical order."""

    files: list[str]
    """Files of known suffixes."""
    links: frozenset[str]
    """Those of `files` that are symbolic links."""
    folders: list[str]
    """Folders, links to folders after the others."""
    broken: list[str]
    """Links that should be articles and lead nowhere."""


def _content(folder: str) -> _Folder:
    """Return what one folder holds.

    Raises:
        OSError: it cannot be read.
    """
    files: list[str] = []
    links: set[str] = set()
    folders: list[tuple[bool, str]] = []
    broken: list[str] = []
    with os.scandir(folder) as items:
        for item in items:
            name = item.name
            if name[0] == ".":
                continue
            known = name[name.rfind(".") :].lower() in SUFFIXES
            link = item.is_symlink()
            try:
                if known and item.is_file():
                    files.append(name)
                    if link:
                        links.add(name)
                elif item.is_dir():
                    if name != NOTES_FOLDER:
                        folders.append((link, name))
                elif known and link and not os.path.exists(item.path):
                    broken.append(name)
            except OSError:
                # A link that leads to itself.
                if known:
                    broken.append(name)
    return _Folder(sorted(files), frozenset(links), [name for _, name in sorted(folders)], sorted(broken))


class _Scan:
    """What has been found so far."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self._roots: dict[str, Path] = {}
        """Real path to the path that was given first."""
        self._files: set[str] = set()
        """The real paths of the entries."""
        self._folders: set[tuple[int, int]] = set()
        """Device and inode of the folders that were scanned: a link may lead back to one."""
        self._names: dict[str, dict[str, str]] = {}
        """For folders of which files were named: the names of all their articles."""

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folders of the entries, in the order they were met."""
        return tuple(self._roots.values())

    def take(self, path: Path) -> None:
        """Add the articles of a given path."""
        try:
            mode = path.stat().st_mode
            if stat.S_ISDIR(mode):
                self._take_folder(path)
            elif stat.S_ISREG(mode):
                self._take_file(path)
            else:
                self.problems.append(Problem(path, not_regular(mode)))
        except FileNotFoundError:
            self.problems.append(Problem(path, "there is no such file or folder; check the path"))
        except OSError as error:
            self.problems.append(Problem(path, f"it cannot be opened ({reason(error)}); check the path"))
        except ValueError:
            self.problems.append(Problem(path, "the path holds a NUL character; check the path"))

    def _take_file(self, path: Path) -> None:
        """Add a file that was given itself."""
        folder = os.path.realpath(path.parent)
        root = self._roots.setdefault(folder, path.parent)
        if folder not in self._names:
            try:
                self._names[folder] = article_names(_content(folder).files)
            except OSError:
                # A folder may let its files be read and not listed.
                self._names[folder] = {}
        name = self._names[folder].get(path.name) or article_names([path.name])[path.name]
        self._add(path, os.path.realpath(path), root, name)

    def _take_folder(self, path: Path) -> None:
        """Add the articles below a folder that was given itself."""
        real_root = os.path.realpath(path)
        root = self._roots.setdefault(real_root, path)
        is_empty = True
        # Each with its path below the root, closed by a slash; the next to be scanned is the last.
        waiting = [(str(root), "")]
        while waiting:
            folder, below = waiting.pop()
            try:
                status = os.stat(folder)
                real = os.path.realpath(folder)
                # A link to a folder above the dossier would bring in all that lies around it.
                is_above = below and os.path.join(real_root, "").startswith(os.path.join(real, ""))
                if (status.st_dev, status.st_ino) in self._folders or is_above:
                    is_empty = is_empty and bool(below)
                    continue
                self._folders.add((status.st_dev, status.st_ino))
                content = _content(folder)
            except OSError as error:
                message = f"the folder cannot be read ({reason(error)}); its articles are left out"
                self.problems.append(Problem(Path(folder), message))
                is_empty = False
                continue
            self._add_folder(content, folder, real, root, below)
            is_empty = is_empty and not content.files and not content.broken
            inner = [(os.path.join(folder, name), f"{below}{utf8_name(name)}/") for name in content.folders]
            waiting.extend(reversed(inner))
        if is_empty:
            message = f"the folder holds no articles; they are files that end in {', '.join(SUFFIXES)}"
            self.problems.append(Problem(path, message, severity="warning"))

    def _add_folder(self, content: _Folder, folder: str, real: str, root: Path, below: str) -> None:
        names = article_names(content.files)
        prefix, real_prefix = os.path.join(folder, ""), os.path.join(real, "")
        for name in content.files:
            if name not in content.links:
                self._add(Path(prefix + name), real_prefix + name, root, below + names[name])
        # The links after the files, so that a file with a link beside it is listed under its own name.
        for name in sorted(content.links):
            self._add(Path(prefix + name), os.path.realpath(prefix + name), root, below + names[name])
        for name in content.broken:
            message = "the link leads to no file; fix it or delete it"
            self.problems.append(Problem(Path(prefix + name), message))

    def _add(self, path: Path, real: str, root: Path, name: str) -> None:
        if real not in self._files:
            self._files.add(real)
            self.entries.append(Entry(name, path, root, name))
