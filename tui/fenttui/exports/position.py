"""Where a note is attached, in words."""

from __future__ import annotations

from fenttui.notes.annotation import Anchored

_HOW = {
    "position": "",
    "quote": ", found again by its words",
    "context": ", found again by what is around it",
    "fuzzy": ", found again by a similar passage",
}


def describe_position(note: Anchored) -> str:
    """Return a phrase such as "characters 532 to 570".

    The offsets count code points from 0; the second is exclusive.
    """
    found = note.anchor
    if note.annotation.target is None:
        return "on the whole article"
    if found.start is None:
        return "orphan: the passage is no longer in the article"
    return f"characters {found.start} to {found.end}{_HOW.get(found.found, '')}"
