"""What two programs made of the same notes, merged without losing either's work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from fenttui.notes.annotation import Annotation
from fenttui.notes.records import make_record, read_record
from fenttui.storage.merging import ClashError, Kept
from fenttui.storage.values import same_value
from fenttui.visible import visible_line

CONFLICT = "conflict"
"""The tag of a version that was kept because the other program had changed the same note."""

BOTH_KEPT = f"another program changed it too: both are kept, the other one tagged {CONFLICT}"
CAME_BACK = f"another program changed the note deleted here: it is back, tagged {CONFLICT}"

_ABSENT = object()


@dataclass(frozen=True, slots=True)
class NoteRules:
    """How notes are merged.

    Where both sides changed one note, changes of different fields are joined; of the same field, ours stays
    under the id and theirs is kept under a new one, tagged `conflict`. A note that one side deleted and the
    other changed stays as it was changed; where the deletion was ours it gets the tag.
    """

    new_id: Callable[[], str]
    """Returns the id of a kept version."""

    def same(self, one: Annotation, other: Annotation) -> bool:
        """Return whether two versions of a note are the same, unknown keys included."""
        return one is other or (one == other and same_value(one.unknown, other.unknown))

    def join(
        self, base: Annotation | None, ours: Annotation | None, theirs: Annotation | None
    ) -> Annotation | None:
        """Return the note with the changes of both sides, field by field.

        Raises:
            ClashError: Both changed one field, or one side deleted what the other changed.
        """
        if ours is not None and theirs is not None:
            return _join_fields(base, ours, theirs)
        # Where the passage is may have been found again; that is not a change of the note.
        if base is not None and theirs is not None and self.same(_unanchored(base), _unanchored(theirs)):
            return ours
        raise ClashError

    def keep(self, key: str, ours: Annotation | None, theirs: Annotation | None) -> Kept[str, Annotation]:
        """Return the versions that stay of a note that both sides changed."""
        if theirs is None:
            return Kept({} if ours is None else {key: ours})
        if ours is None:
            return Kept({key: _tagged(theirs)}, CAME_BACK)
        other = replace(_tagged(theirs), id=self.new_id(), conflicts_with=key)
        return Kept({key: ours, other.id: other}, BOTH_KEPT)

    def settle(self, records: Mapping[str, Annotation]) -> Mapping[str, Annotation]:
        """Return the notes as they are: none says anything about another."""
        return records

    def overruled(
        self,
        base: Mapping[str, Annotation],
        theirs: Mapping[str, Annotation],
        merged: Mapping[str, Annotation],
    ) -> tuple[str, ...]:
        """Return nothing: `keep` reports every change that clashed."""
        return ()


@dataclass(frozen=True, slots=True)
class NoteLosses:
    """What is told of notes that vanished from their file, or of which an older version was put back.

    Nothing in the file tells a deletion by another session from a file that was put back; both are told.
    """

    name: str
    """The name of the file."""
    edited: Callable[[], None] = lambda: None
    """Is called for each step that `undo` takes back."""

    def is_lost(self, before: Annotation, after: Annotation | None) -> bool:
        """Return whether a note is gone from the file, or older there than it was."""
        return after is None or after.modified < before.modified

    def noted(self) -> None:
        """Take note of a step."""
        self.edited()

    def tell(self, count: int) -> str:
        """Return the sentence that says that so many notes were lost and that undo brings them back."""
        brings = "u brings it back" if count == 1 else "u brings them back"
        return f"{_notes(count)} vanished from {visible_line(self.name)}: {brings}"

    def tell_back(self, count: int) -> str:
        """Return what `undo` says when it has brought them back."""
        return f"{_notes(count)} that had vanished brought back"

    def tell_again(self, count: int) -> str:
        """Return what `redo` says when they are as the file had them."""
        return f"{_notes(count)} as in the file again"


def _notes(count: int) -> str:
    return "1 note" if count == 1 else f"{count} notes"


def _join_fields(base: Annotation | None, ours: Annotation, theirs: Annotation) -> Annotation:
    before: Mapping[str, Any] = make_record(base) if base else {}
    mine, other = make_record(ours), make_record(theirs)
    joined: dict[str, Any] = {}
    for key in dict.fromkeys((*mine, *other)):
        old, left, right = (side.get(key, _ABSENT) for side in (before, mine, other))
        if same_value(left, right) or same_value(old, left):
            value = right
        elif same_value(old, right):
            value = left
        elif key == "modified":
            value = max(left, right)
        else:
            raise ClashError
        if value is not _ABSENT:
            joined[key] = value
    return read_record(joined)


def _tagged(note: Annotation) -> Annotation:
    return note if CONFLICT in note.tags else replace(note, tags=(*note.tags, CONFLICT))


def _unanchored(note: Annotation) -> Annotation:
    """Return the note without where its passage was found."""
    if note.target is None:
        return note
    return replace(note, target=replace(note.target, prefix="", suffix="", start=0, end=0))
