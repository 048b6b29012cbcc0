"""The names and ids of entries: distinct, stable between sessions, and unable to leave the notes' folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from fenttui.articles.article import Entry
from fenttui.articles.registry import SUFFIXES


def article_names(files: Iterable[str]) -> dict[str, str]:
    """Return the names that article files of one folder have as entries: file name to name, all distinct.

    A name is that of the file without its suffix; where files differ in their suffix alone, the later ones in
    alphabetical order keep it, and so does a file of an unknown suffix. A byte that is not UTF-8 is as `%FF`.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for file in sorted(files):
        full = file if file.isascii() else utf8_name(file)
        stem, dot, suffix = full.rpartition(".")
        # A stem of dots alone would mean another folder.
        name = stem if dot + suffix.lower() in SUFFIXES and stem.strip(".") else full
        if name in taken:
            name = full
        count = 2
        while name in taken:
            name = f"{full}-{count}"
            count += 1
        taken.add(name)
        names[file] = name
    return names


def distinct(entries: list[Entry], roots: Iterable[Path]) -> list[Entry]:
    """Return `entries` with distinct ids: those of one name in several roots begin with the root's name."""
    counts = Counter(entry.name for entry in entries)
    if len(counts) == len(entries):
        return entries
    taken = {name for name, count in counts.items() if count == 1}
    labels = _labels(roots)
    found: list[Entry] = []
    for entry in entries:
        id_ = entry.name
        if counts[id_] > 1:
            label, number = labels[entry.root], 2
            id_ = f"{label}/{entry.name}"
            while id_ in taken:
                id_ = f"{label}-{number}/{entry.name}"
                number += 1
            taken.add(id_)
            entry = replace(entry, id=id_)
        found.append(entry)
    return found


def utf8_name(name: str) -> str:
    """Return a file's `name` with bytes that are not UTF-8 as `%FF`, since ids are written to UTF-8 files."""
    return "".join(f"%{ord(char) - 0xDC00:02X}" if "\udc80" <= char <= "\udcff" else char for char in name)


def _labels(roots: Iterable[Path]) -> dict[Path, str]:
    """Return a name for each root, that of its folder; the second of one name has a number."""
    labels: dict[Path, str] = {}
    for root in roots:
        name = label = utf8_name(root.resolve().name) or "root"
        number = 2
        while label in labels.values():
            label = f"{name}-{number}"
            number += 1
        labels[root] = label
    return labels
