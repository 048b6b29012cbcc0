"""The renames of a dossier's tags, kept below the user's data folder so that they can be taken back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fenttui import paths
from fenttui.problem import Problem, ProblemError
from fenttui.storage.atomic import write_atomically
from fenttui.storage.saving import read_saved, saving
from fenttui.storage.user_paths import name_of_own

_WHAT = "the renames of tags"
ANY = "latin-1"
"""What keeps any bytes as a text: a codebook may be in UTF-16."""
_MOST = 50
"""Renames that are kept."""


@dataclass(frozen=True, slots=True)
class NoteChange:
    """The tags of one note, before and after."""

    article: str
    """The id of the article."""
    note: str
    """The id of the note."""
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BookChange:
    """A codebook that a rename changed."""

    path: Path
    before: str
    """All its bytes, as a text by `ANY`."""
    after: str
    """What the rename left, in the same way."""


@dataclass(frozen=True, slots=True)
class TagChange:
    """One rename."""

    what: str
    """For a message: "claim to statement"."""
    notes: tuple[NoteChange, ...]
    books: tuple[BookChange, ...]


def push_change(home: Sequence[str], change: TagChange) -> None:
    """Keep a rename of the dossier whose folders are `home`.

    Raises:
        ProblemError: It cannot be kept.
    """
    path = _path(home)
    with saving(path, _WHAT):
        _write(path, [*_load(path), _record(change)][-_MOST:])


def last_change(home: Sequence[str]) -> TagChange | None:
    """Return the last rename that is kept; None without one.

    Raises:
        ProblemError: What is kept cannot be read.
    """
    path = _path(home)
    records = _load(path)
    try:
        return _change(records[-1]) if records else None
    except (KeyError, TypeError, ValueError):
        raise _unusable(path) from None


def forget_last(home: Sequence[str]) -> None:
    """Forget the last rename, which was taken back.

    Raises:
        ProblemError: What is kept cannot be written.
    """
    path = _path(home)
    with saving(path, _WHAT):
        _write(path, _load(path)[:-1])


def _path(home: Sequence[str]) -> Path:
    # Only the first: a folder more that is opened beside it leaves the renames findable.
    return paths.data_folder() / "tags" / f"{name_of_own(Path(home[0] if home else '.'))}.renames.json"


def _load(path: Path) -> list[object]:
    content = read_saved(path, _WHAT)
    if not content.strip():
        return []
    try:
        records = json.loads(content)
    except (ValueError, RecursionError):
        raise _unusable(path) from None
    if not isinstance(records, list):
        raise _unusable(path)
    return records


def _unusable(path: Path) -> ProblemError:
    return ProblemError(Problem(path, "is damaged; move it away: renames before now cannot be taken back"))


def _write(path: Path, records: Sequence[object]) -> None:
    write_atomically(path, json.dumps(records, indent=1).encode("ascii"))


def _record(change: TagChange) -> object:
    return {
        "what": change.what,
        "notes": [[each.article, each.note, each.before, each.after] for each in change.notes],
        "books": [[str(book.path), book.before, book.after] for book in change.books],
    }


def _change(record: object) -> TagChange:
    if not isinstance(record, dict):
        raise TypeError
    return TagChange(
        str(record["what"]),
        tuple(
            NoteChange(str(article), str(note), tuple(before), tuple(after))
            for article, note, before, after in record["notes"]
        ),
        tuple(BookChange(Path(path), str(old), str(new)) for path, old, new in record["books"]),
    )
