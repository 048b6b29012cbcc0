"""What is to be known of a note before it is trusted: whether it is attached, and how surely."""

from __future__ import annotations

from typing import Literal

from fenttui.notes.anchoring import CERTAIN, UNSURE
from fenttui.notes.annotation import Anchored
from fenttui.notes.conflicts import is_conflict

State = Literal["attached", "moved", "orphan", "conflict"]
"""A conflict is one of two versions that were both kept; a moved note is at a place that is doubtful."""


def state_of(note: Anchored) -> State:
    """Return the state of a note; of several the one that asks most of the reader."""
    if is_conflict(note.annotation):
        return "conflict"
    if note.anchor.found == "orphan":
        return "orphan"
    return "moved" if is_doubtful(note) else "attached"


def is_doubtful(note: Anchored) -> bool:
    """Return whether a note is attached at a place that the reader should look at."""
    return note.anchor.found != "orphan" and note.anchor.score < CERTAIN


def describe_doubt(note: Anchored) -> str:
    """Return what is to be said of where a note is attached; nothing where that is certain."""
    if note.anchor.found == "orphan":
        return "no longer found in the text"
    if not is_doubtful(note):
        return ""
    several = ", to one of several places" if note.anchor.score <= UNSURE else ""
    return f"moved{several}, {note.anchor.score * 100:.0f} %"
