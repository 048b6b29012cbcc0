"""A name in the text while its actor is being found."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.extract.mention import Way
from fenttui.kinds import ActorKind


@dataclass(slots=True)
class Name:
    """Tokens that name an actor; `kind` is None while nothing says it, `actor` before coreference."""

    first: int
    end: int
    kind: ActorKind | None = None
    actor: str | None = None
    way: Way = "name"

    @property
    def size(self) -> int:
        """How many tokens it has."""
        return self.end - self.first
