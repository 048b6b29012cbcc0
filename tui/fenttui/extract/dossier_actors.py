"""Which actors of single articles are one actor of the dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from fenttui.extract.corrections import Corrections
from fenttui.extract.mention import ActorKind, Way


@dataclass(slots=True)
class NameCount:
    """How often the articles name an actor by one canonical name."""

    kinds: Counter[ActorKind] = field(default_factory=Counter)
    """Of the mentions by name."""
    others: int = 0
    """Mentions by a demonym or a capital."""

    def add(self, kind: ActorKind, way: Way | None, number: int) -> None:
        """Counts `number` mentions."""
        if way == "name":
            self.kinds[kind] += number
        else:
            self.others += number


def join_actors(counts: Mapping[str, NameCount], corrections: Corrections) -> dict[str, str]:
    """From each name of `counts` to the dossier's name of its actor."""
    return {name: corrections.actor(name) for name in counts}
