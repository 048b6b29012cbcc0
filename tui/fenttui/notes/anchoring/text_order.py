"""The order of notes in a text."""

from __future__ import annotations

from collections.abc import Iterable

from fenttui.notes.annotation import Anchored


def in_text_order(notes: Iterable[Anchored]) -> tuple[Anchored, ...]:
    """Return notes on the whole article first, then by position, orphans last."""
    return tuple(sorted(notes, key=_text_position))


def _text_position(note: Anchored) -> tuple[int, int, int, str, str]:
    target, found = note.annotation.target, note.anchor
    created, identity = note.annotation.created.isoformat(), note.annotation.id
    if target is None:
        return (0, 0, 0, created, identity)
    if found.start is None or found.end is None:
        return (2, target.start, target.end, created, identity)
    return (1, found.start, found.end, created, identity)
