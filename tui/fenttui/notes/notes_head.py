"""What a notes' file says of its article, and which articles that may be."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fenttui.articles.article import Entry
from fenttui.articles.reading import text_digest
from fenttui.notes.notes_file import parse_notes
from fenttui.notes.notes_path import notes_path_in
from fenttui.problem import ProblemError
from fenttui.storage.saving import read_saved


@dataclass(frozen=True, slots=True)
class Head:
    """What `[article]` says."""

    path: str = ""
    """The article's file below its root."""
    sha256: str = ""
    """The digest of its text."""
    problem: str = ""
    """Why the notes' file cannot be read; empty where it can."""


def read_head(path: Path) -> Head:
    """Return what a notes' file says of its article."""
    try:
        content = read_saved(path, "the notes")
        document = parse_notes(path, content).document if content.strip() else None
    except ProblemError as error:
        return Head(problem=error.problem.message)
    article = document.table.get("article", {}) if document else {}
    said = (article.get(key) for key in ("path", "sha256"))
    return Head(*(value if isinstance(value, str) else "" for value in said))


def matching(place: Path, path: Path, head: Head, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the articles that a notes' file may be of: by its path, its name, or the digest of its text.

    Args:
        place: The folder of notes that it is in or below.
        path: The notes' file.
        head: What it says of its article.
        entries: The articles without notes.
    """
    if head.problem:
        return ()
    by_path = tuple(entry for entry in entries if head.path == path_below(entry.root, entry.path))
    name = _composed(path)
    # A sync service may have written the letters of a name in the other Unicode form.
    by_name = (entry for entry in entries if _composed(notes_path_in(place, entry.name)) == name)
    if found := by_path or tuple(by_name):
        return found
    if not head.sha256:
        return ()
    return tuple(entry for entry in entries if text_digest(entry.path) == head.sha256)


def path_below(root: Path, path: Path) -> str:
    """Return the path of an article's file as its notes name it."""
    below = path.relative_to(root) if path.is_relative_to(root) else path
    return below.as_posix().encode("utf-8", "replace").decode()


def _composed(path: Path) -> str:
    return unicodedata.normalize("NFC", str(path))
