"""What two programs made of the same notes, joined without losing either's work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from fenttui.notes.annotation import Annotation
from fenttui.notes.records import make_record, read_record

CONFLICT = "conflict"
"""The tag of a version that was kept because the other program had changed the same note."""

_ABSENT = object()


def merge(
    base: Iterable[Annotation],
    ours: Iterable[Annotation],
    theirs: Iterable[Annotation],
    new_id: Callable[[], str],
) -> tuple[Annotation, ...]:
    """A three-way merge by annotation id.

    Changes of one side are taken. Where both changed one note, changes of different fields are joined; of the
    same field, ours stays under the id and theirs is kept under a new one, tagged `conflict`. A note that one
    side deleted and the other changed stays as it was changed; where the deletion was ours it gets the tag.

    Args:
        base: The notes as both sides knew them.
        ours: The notes as this program has them.
        theirs: The notes as the file has them now.
        new_id: Makes the id of a kept version.
    """
    old, mine, other = ({note.id: note for note in side} for side in (base, ours, theirs))
    merged: list[Annotation] = []
    for identity in dict.fromkeys((*mine, *other)):
        merged += _merge_note(old.get(identity), mine.get(identity), other.get(identity), new_id)
    return tuple(merged)


def same(one: Annotation | None, other: Annotation | None) -> bool:
    """Whether two versions of a note are the same, unknown keys included."""
    return one is other or _fields(one) == _fields(other)


def merge_fields(
    base: Annotation | None, ours: Annotation | None, theirs: Annotation | None
) -> Annotation | None:
    """The note with the changes of both sides; None where both changed one field, or a side has no note."""
    if ours is None or theirs is None:
        return None
    if same(ours, theirs):
        return theirs
    before: Mapping[str, Any] = make_record(base) if base else {}
    mine, other = make_record(ours), make_record(theirs)
    joined: dict[str, Any] = {}
    for key in dict.fromkeys((*mine, *other)):
        old, left, right = (side.get(key, _ABSENT) for side in (before, mine, other))
        if _equal(left, right) or _equal(old, left):
            value = right
        elif _equal(old, right):
            value = left
        elif key == "modified":
            value = max(left, right)
        else:
            return None
        if value is not _ABSENT:
            joined[key] = value
    return read_record(joined)


def _merge_note(
    base: Annotation | None, ours: Annotation | None, theirs: Annotation | None, new_id: Callable[[], str]
) -> list[Annotation]:
    if same(base, ours) or same(ours, theirs):
        return [theirs] if theirs else []
    if same(base, theirs) or theirs is None:
        return [ours] if ours else []
    if ours is None:
        return [_tagged(theirs)]
    joined = merge_fields(base, ours, theirs)
    return [joined] if joined else [ours, replace(_tagged(theirs), id=new_id())]


def _tagged(note: Annotation) -> Annotation:
    return note if CONFLICT in note.tags else replace(note, tags=(*note.tags, CONFLICT))


def _fields(note: Annotation | None) -> str:
    return repr(sorted(make_record(note).items())) if note else ""


def _equal(one: object, other: object) -> bool:
    # As written: 1, 1.0 and true differ, and a value that is not a number equals itself.
    return one is other or repr(one) == repr(other)
