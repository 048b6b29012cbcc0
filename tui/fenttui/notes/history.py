"""One step of a notebook's undo and redo."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from fenttui.notes.annotation import Annotation
from fenttui.notes.merging import merge_fields, same


@dataclass(frozen=True, slots=True)
class Change:
    """What one note was before and after, None where there was none; at least one is a note."""

    before: Annotation | None
    after: Annotation | None

    def reversed(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)

    def apply(self, notes: Iterable[Annotation]) -> tuple[Annotation, ...] | None:
        """The notes with this change made; None where another program's change of the note is in the way.

        What another program changed in other fields of the same note stays.
        """
        by_id = {note.id: note for note in notes}
        changed = [note for note in (self.before, self.after) if note]
        current = by_id.pop(changed[0].id, None)
        if len(changed) == 2:
            result = merge_fields(self.before, self.after, current)
            return (*by_id.values(), result) if result else None
        # Where the passage is may have been found anew; that is not a change of the note.
        if not same(_without_place(current), _without_place(self.before)):
            return None
        return (*by_id.values(), self.after) if self.after else tuple(by_id.values())


def _without_place(note: Annotation | None) -> Annotation | None:
    if note is None or note.target is None:
        return note
    return replace(note, target=replace(note.target, prefix="", suffix="", start=0, end=0))
