"""A name in the text while it is being told whom it names."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.extract.mention import ActorKind, Way


@dataclass(slots=True)
class Name:
    """Tokens that name an actor; `kind` is None while nothing tells it, `actor` while it is not linked."""

    first: int
    end: int
    kind: ActorKind | None = None
    actor: str | None = None
    way: Way = "name"
    titled: bool = False
    """Whether an honorific or an office stands before it."""

    @property
    def size(self) -> int:
        """How many tokens it has."""
        return self.end - self.first
