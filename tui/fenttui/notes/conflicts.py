"""Two versions of one note that were both kept: which belong together, and how the reader settles it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from fenttui.notes.annotation import Annotation
from fenttui.notes.merging import CONFLICT

Choice = Literal["this", "other", "both"]
"""Which version stays."""


def is_conflict(note: Annotation) -> bool:
    """Return whether a note is a version that was kept because two programs changed the same of it."""
    return CONFLICT in note.tags


def other_version(notes: Mapping[str, Annotation], note: Annotation) -> Annotation | None:
    """Return the version that is kept beside a note; None where there is none."""
    if note.conflicts_with:
        return notes.get(note.conflicts_with)
    return next((other for other in notes.values() if other.conflicts_with == note.id), None)


def settled(notes: Mapping[str, Annotation], identity: str, choice: Choice) -> dict[str, Annotation | None]:
    """Return the changes that settle the conflict of a note; none where it has none.

    The version that stays keeps the id that the note always had. For a note that came back although it was
    deleted here, the other version is the deletion.

    Args:
        notes: All notes of the article, by id.
        identity: The id of one of the two versions.
        choice: Which one stays: this one, the other one, or both.

    Raises:
        KeyError: There is no note with this id.
    """
    note = notes[identity]
    other = other_version(notes, note)
    if other is None:
        if not is_conflict(note):
            return {}
        return {identity: None if choice == "other" else _plain(note, identity)}
    first, second = (other, note) if note.conflicts_with else (note, other)
    if choice == "both":
        return {second.id: _plain(second, second.id)}
    kept = note if choice == "this" else other
    return {first.id: _plain(kept, first.id), second.id: None}


def _plain(note: Annotation, identity: str) -> Annotation:
    """Return a version as a note like any other."""
    tags = tuple(tag for tag in note.tags if tag != CONFLICT)
    return replace(note, id=identity, tags=tags, conflicts_with="")
