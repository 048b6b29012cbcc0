"""Names that belong to one actor, and the name that the actor gets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from fenttui.extract.coreference.corrections import Corrections
from fenttui.extract.coreference.spelling import acronym_of
from fenttui.extract.mention import Way
from fenttui.extract.text.gazetteer import known_names, leaders
from fenttui.kinds import ActorKind

_LONGEST_ACRONYM = 5


@dataclass(slots=True)
class NameCount:
    """How often the articles name an actor by one canonical name."""

    kinds: Counter[ActorKind] = field(default_factory=Counter)
    """Of the mentions by name."""
    said: set[str] = field(default_factory=set)
    """What these say."""
    others: int = 0
    """Mentions by a demonym or a capital."""

    def add(self, said: str, kind: ActorKind, way: Way | None, number: int) -> None:
        """Count `number` mentions that say the same."""
        if way == "name":
            self.kinds[kind] += number
            self.said.add(said)
        else:
            self.others += number

    @property
    def count(self) -> int:
        """All mentions."""
        return self.kinds.total() + self.others

    @property
    def kind(self) -> ActorKind:
        """That of most mentions by name; a place without one, since countries alone are named otherwise."""
        if not self.kinds:
            return "place"
        return max(self.kinds.items(), key=lambda item: (item[1], item[0]))[0]


class NameClusters:
    """Names that are one actor's, as far as is known."""

    def __init__(self, counts: Mapping[str, NameCount], corrections: Corrections) -> None:
        led = {**corrections.aliases, **corrections.joins}
        ends = set(led.values())
        self._counts = counts
        self._fixed = corrections.apart | corrections.ignored_actors | ends
        self._root: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._kinds: dict[str, ActorKind | None] = {}
        self._mentions: Counter[str] = Counter()
        for name in sorted({*counts, *led, *self._fixed}):
            target = name if name in ends else led.get(name, name)
            self._root[name] = target
            self._members.setdefault(target, []).append(name)
            count = counts.get(name)
            self._kinds[name] = count.kind if count else None
            self._mentions[target] += count.count if count else 0
        self.names = sorted(self._root, key=lambda name: (-self._mentions[self._root[name]], name))
        """All names, those of the most mentioned actors first."""

    def kind(self, name: str) -> ActorKind | None:
        """Return the kind of the actor of a name; None where no mention has that name any more."""
        return self._kinds[name]

    def said(self, name: str) -> Iterable[str]:
        """Return what the mentions counted under a name say."""
        return self._counts[name].said if name in self._counts else ()

    def root(self, name: str) -> str:
        """Return the same name for all names of one actor."""
        return self._root[name]

    def is_told(self, name: str) -> bool:
        """Return whether a correction says whose a name is: it leads no other actor to that one."""
        return self._root[name] in self._fixed

    def members(self, root: str) -> list[str]:
        """Return all names of an actor."""
        return self._members[root]

    def mentions(self, root: str) -> int:
        """Return how often an actor is named."""
        return self._mentions[root]

    def join(self, name: str, other: str) -> None:
        """Make both names of one actor, unless a correction keeps them apart."""
        one, two = self._root[name], self._root[other]
        if one == two or (one in self._fixed and two in self._fixed):
            return
        if two in self._fixed or (
            one not in self._fixed and len(self._members[one]) < len(self._members[two])
        ):
            one, two = two, one
        for member in self._members[two]:
            self._root[member] = one
        self._members[one].extend(self._members.pop(two))
        self._mentions[one] += self._mentions.pop(two)

    def called(self, name: str) -> str:
        """Return the dossier's name of the actor."""
        root = self._root[name]
        return root if root in self._fixed else min(self._members[root], key=self._rank)

    def _rank(self, name: str) -> tuple[bool, bool, int, str]:
        """Return the rank of a name; the actor is called by the one with the lowest."""
        alone = self.kind(name) == "person" and " " not in name
        short = alone or acronym_of(name) is not None or (name.isupper() and len(name) > _LONGEST_ACRONYM)
        return name not in known_actors(), short, -self._counts[name].count, name


@lru_cache(maxsize=1)
def known_actors() -> frozenset[str]:
    """Return the canonical names of actors that are known beforehand."""
    return frozenset((*(known.actor for known in known_names().values()), *leaders().values()))
