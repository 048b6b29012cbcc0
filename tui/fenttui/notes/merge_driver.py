"""Two versions of a notes file merged for git, note by note.

Git calls a merge driver with the common ancestor and the two versions. Each note is merged by its id and
field by field, so that two people's notes never leave a conflict marker: where both changed one field of a
note, both versions are kept, as when two programs save one file.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from fenttui.notes.merging import NoteRules
from fenttui.notes.notes_file import ARRAY, NotesFile, parse_notes
from fenttui.notes.notes_writing import write_notes
from fenttui.storage.merging import merge_records
from fenttui.storage.toml_edit import texts_of
from fenttui.storage.values import same_value

_NAMESPACE = uuid.UUID("3f6c0b0e-6f0f-5d0a-9d0b-6c6f9b6f1c52")
"""Of the ids of versions that are kept beside each other."""
_ABSENT = object()


def merge_versions(path: Path, base: bytes, ours: bytes, theirs: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return the bytes of the merged file, and what was changed on both sides.

    The same versions give the same bytes on each machine. Comments stay as `ours` has them, with those of the
    notes that `theirs` adds.

    Args:
        path: The file, for the problems.
        base: What both versions were made from; empty where there was no file.
        ours: The version that is checked out; empty where there is none.
        theirs: The version that is merged in.

    Raises:
        ProblemError: One of them is not a notes file that can be read.
    """
    before, mine, other = (parse_notes(path, content) for content in (base, ours, theirs))
    if not mine.content.strip() or not other.content.strip():
        return (other if not mine.content.strip() else mine).content, ()
    merged = merge_records(before.records, mine.records, other.records, NoteRules(_ids_of(ours, theirs)))
    unreadable = [*mine.unreadable, *(each for each in other.unreadable if not _holds(mine, each))]
    known_of_article = _merge_tables(*(_of_article(each) for each in (before, mine, other)))
    result = replace(
        mine,
        annotations=tuple(merged.records.values()),
        unreadable=tuple(unreadable),
        deleted=(mine.deleted | other.deleted) - merged.records.keys(),
        unknown=_merge_tables(before.unknown, mine.unknown, other.unknown),
        removed=_texts(other) | dict(mine.removed),
    )
    return write_notes(path, known_of_article, result).content, merged.clashes


def _ids_of(ours: bytes, theirs: bytes) -> Callable[[], str]:
    """Return what gives the ids of kept versions: the same for the same two versions."""
    digest = hashlib.sha256(b"".join(sorted((ours, theirs)))).hexdigest()
    numbers = count()
    return lambda: str(uuid.uuid5(_NAMESPACE, f"{digest} {next(numbers)}"))


def _holds(notes: NotesFile, record: Mapping[str, Any]) -> bool:
    return any(same_value(each, record) for each in notes.unreadable)


def _of_article(notes: NotesFile) -> Mapping[str, Any]:
    table = notes.document.table.get("article", {}) if notes.document is not None else {}
    return table if isinstance(table, Mapping) else {}


def _merge_tables(
    before: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> dict[str, Any]:
    """Return a table with the keys that either side changed; where both did, as ours has them."""
    merged: dict[str, Any] = {}
    for key in dict.fromkeys((*ours, *theirs)):
        old, mine, other = (side.get(key, _ABSENT) for side in (before, ours, theirs))
        value = other if same_value(old, mine) else mine
        if value is not _ABSENT:
            merged[key] = value
    return merged


def _texts(notes: NotesFile) -> dict[str, str]:
    """Return each note as it stands in its file, with the comments that somebody wrote there."""
    if notes.document is None:
        return {}
    places = {note.id: (ARRAY, index) for index, note in enumerate(notes.in_file) if note}
    return dict(zip(places, texts_of(notes.document.outline, (ARRAY,), places.values()), strict=True))
