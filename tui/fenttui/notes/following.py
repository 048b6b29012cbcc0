"""Which notes' file belongs to which article after articles were renamed, moved, or joined by a sibling.

A notes' file belongs to the article of its name. Two kinds alone are read to tell whose they are: a stray,
which has no article of its name, and the file of a stem of several articles (`talks.md`, `talks.txt`).
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fenttui.articles.article import Entry
from fenttui.articles.registry import SUFFIXES
from fenttui.notes.article_folders import FolderTime, Listing, all_listings, listing
from fenttui.notes.copies import CopyKind, copy_name, is_copy_of_article
from fenttui.notes.notes_head import matching, path_below, read_head
from fenttui.notes.notes_path import notes_folders, notes_path_in


@dataclass(frozen=True, slots=True)
class Stray:
    """A notes' file that belongs to no article."""

    path: Path
    """The file."""
    candidates: tuple[Entry, ...] = ()
    """Articles without notes that it may have been written for; which one is not certain."""
    problem: str = ""
    """Why it cannot be read; empty where it can."""


@dataclass(frozen=True, slots=True)
class NotesCopy:
    """A copy of a notes' file that a sync service, a merge tool or an editor has left."""

    path: Path
    """The copy."""
    kind: CopyKind
    """How it came to be."""
    original: Path
    """The notes' file that it is a copy of; it need not exist."""
    article: Entry | None
    """The article of that file; None where there is none."""


@dataclass(frozen=True, slots=True)
class Following:
    """The notes' files of one root that are not where their names say."""

    held: Mapping[Path, Path] = field(default_factory=dict)
    """By where an article's notes are to be: the file that holds them now."""
    lent: Mapping[Path, Path] = field(default_factory=dict)
    """The reverse of `held`."""
    strays: tuple[Stray, ...] = ()
    """Files that belong to no article, by path."""
    copies: tuple[NotesCopy, ...] = ()
    """Copies, by path; they are never read as notes."""

    def holder(self, own: Path) -> Path | None:
        """Return the file that holds the notes of the article whose own file is `own`.

        None where the file of that name holds those of another article.
        """
        if own in self.held:
            return self.held[own]
        return None if own in self.lent else own


_known: dict[tuple[Path, Path], tuple[Mapping[Path, FolderTime], Following]] = {}


def following(root: Path) -> Following:
    """Return which notes' files of `root` are not where their names say.

    It is found again once one of the folders that it depends on has changed.
    """
    places = notes_folders(root)
    known = _known.get(places)
    if known is not None and all(at.is_current(folder) for folder, at in known[0].items()):
        return known[1]
    scan = _Scan(root, places)
    found = scan.result()
    _known[places] = scan.times, found
    return found


@dataclass(frozen=True, slots=True)
class _File:
    """A file without an article of its name in or below a folder of notes."""

    place: Path
    path: Path


class _Scan:
    """What has been found so far in one root."""

    def __init__(self, root: Path, places: tuple[Path, Path]) -> None:
        self.times: dict[Path, FolderTime] = {}
        """The folders that the result depends on."""
        self._root = root
        self._places = places
        self._there: set[Path] = set()
        """Notes' files that belong to the article of their name."""
        self._held: dict[Path, Path] = {}
        self._copies: list[NotesCopy] = []

    def result(self) -> Following:
        """Look at the folders of notes and return what was found."""
        files = [file for place in self._places for file in self._without_article(place)]
        others = [file for file in files if not self._take_copy(file)]
        strays = self._follow(others) if others else []
        strays.sort(key=lambda stray: stray.path)
        self._copies.sort(key=lambda copy: copy.path)
        lent = {holder: own for own, holder in self._held.items()}
        return Following(self._held, lent, tuple(strays), tuple(self._copies))

    def _without_article(self, place: Path) -> Iterator[_File]:
        """Yield the files of a folder of notes that are not those of the article of their name."""
        self.times[place] = FolderTime.of(place)
        for folder, folders, names in os.walk(place):
            here = Path(folder)
            self.times |= {here / name: FolderTime.of(here / name) for name in folders}
            if not names:
                continue
            articles = self._listing(here.relative_to(place).as_posix())
            for name in names:
                stem = name.removesuffix(".toml")
                if stem == name or stem not in articles.entries:
                    if name[0] != ".":
                        yield _File(place, here / name)
                    continue
                self._there.add(here / name)
                if stem in articles.siblings:
                    self._follow_sibling(place, here / name, articles.siblings[stem])

    def _listing(self, below: str) -> Listing:
        below = "" if below == "." else below
        self.times.setdefault(self._root / below, FolderTime.of(self._root / below))
        return listing(self._root, below)

    def _follow_sibling(self, place: Path, path: Path, siblings: tuple[Entry, ...]) -> None:
        """Give a file to the article that it names, where another one of that stem has got its name."""
        named = read_head(path).path
        for other in siblings:
            own = notes_path_in(place, other.name)
            if named == path_below(self._root, other.path) and not os.path.lexists(own):
                self._held[own] = path

    def _take_copy(self, file: _File) -> bool:
        """Return whether a file is a copy, and keep it among them."""
        said = copy_name(file.path.name)
        if said is None or not said.original.endswith(".toml"):
            return not file.path.name.endswith(".toml")
        original = file.path.with_name(said.original)
        name = file.path.relative_to(file.place).with_name(said.original.removesuffix(".toml"))
        article = self._listing(name.parent.as_posix()).entries.get(name.name)
        if not said.certain and article is None and not os.path.lexists(original):
            return False
        # A save keeps the version before it under `~`: a copy to be told only where the file itself is gone.
        if not file.path.name.endswith("~") or not os.path.lexists(original):
            self._copies.append(NotesCopy(file.path, said.kind, original, article))
        return True

    def _follow(self, files: list[_File]) -> list[Stray]:
        """Give files to the articles that they were written for; return those where that is not certain."""
        entries: dict[str, Entry] = {}
        for below, found in all_listings(self._root):
            self.times.setdefault(self._root / below, FolderTime.of(self._root / below))
            entries |= {entry.name: entry for entry in found.entries.values()}
        owned = {notes_path_in(file.place, name) for file in files for name in entries}
        files = [file for file in files if file.path not in owned and not self._has_unlisted_article(file)]
        free = [entry for entry in entries.values() if self._is_free(entry)]
        heads = {file.path: read_head(file.path) for file in files}
        found_for = {file: matching(file.place, file.path, heads[file.path], free) for file in files}
        claims = Counter((file.place, each.name) for file, found in found_for.items() for each in found)
        strays = []
        for file, candidates in found_for.items():
            if len(candidates) == 1 and claims[file.place, candidates[0].name] == 1:
                self._held[notes_path_in(file.place, candidates[0].name)] = file.path
            else:
                strays.append(Stray(file.path, candidates, heads[file.path].problem))
        return strays

    def _is_free(self, entry: Entry) -> bool:
        """Return whether an article has no notes yet, and is no copy of another."""
        own = {notes_path_in(place, entry.name) for place in self._places}
        taken = own & self._there - set(self._held.values()) or own & self._held.keys()
        return not taken and not is_copy_of_article(entry.path)

    def _has_unlisted_article(self, file: _File) -> bool:
        """Return whether there is an article of a suffix that is opened only where its file is named."""
        name = file.path.relative_to(file.place).with_suffix("")
        return (
            bool(name.suffix) and name.suffix.lower() not in SUFFIXES and os.path.lexists(self._root / name)
        )
