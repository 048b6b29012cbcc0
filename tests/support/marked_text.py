"""Texts in which each name is marked as `{kind:actor what is said}`, and the samples made of them.

The kind is a letter: `p` for a person, `o` for an organization, `l` for a place, `g` for a group. The actor
is a word of the sample's author, the same for all names of one actor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fenttui.kinds import ActorKind
from tests.support.checkout import SAMPLES

_MARK = re.compile(r"\{([polg]):(\S+) ([^}]*)\}")
_KINDS: dict[str, ActorKind] = {"p": "person", "o": "organization", "l": "place", "g": "group"}


@dataclass(frozen=True, slots=True)
class MarkedName:
    """A name in a text, and the actor whom its author meant."""

    start: int
    end: int
    kind: ActorKind
    actor: str


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text without its marks, and the names that they told of."""

    text: str
    marks: tuple[MarkedName, ...]

    @property
    def names(self) -> frozenset[tuple[int, int, str]]:
        """The spans of the names with their kinds."""
        return frozenset((mark.start, mark.end, mark.kind) for mark in self.marks)


def read_marked(marked: str) -> MarkedText:
    """Read a text with marks."""
    text, marks, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        marks.append(MarkedName(len(text), len(text) + len(match[3]), _KINDS[match[1]], match[2]))
        text += match[3]
        at = match.end()
    return MarkedText(text + marked[at:], tuple(marks))


def sample(half: str) -> list[str]:
    """Return the marked texts of a sample, `first` or `second`, without the lines of their titles."""
    whole = (SAMPLES / f"coreference_{half}.txt").read_text("utf-8")
    return re.split(r"^== .+\n", whole, flags=re.MULTILINE)[1:]


def marked_texts(half: str) -> list[MarkedText]:
    """Return the texts of a sample with their names."""
    return [read_marked(marked) for marked in sample(half)]


def f1(gold: set[tuple[object, ...]], said: set[tuple[object, ...]]) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * len(gold & said) / (len(gold) + len(said))
