"""A unit as it stands after a number."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.kinds import AmountKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit after a number, and the token after it."""

    end: int
    kind: AmountKind
    name: str | None
    noun: int | None = None
    """For a count: the first token of what is counted."""
