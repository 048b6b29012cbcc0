"""What two programs made of the same corrections, joined."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fenttui.corrections.actor_facts import NAMING, Fact, Facts, moved


def merge_facts(base: Facts, ours: Facts, theirs: Facts) -> Facts:
    """A three-way merge fact by fact: a change of either side is taken; where both changed one, ours.

    Args:
        base: The facts as both sides knew them.
        ours: As this program has them.
        theirs: As the file has them now.
    """
    after: dict[Fact, Any] = {}
    for fact in {**theirs, **ours}:
        value = theirs.get(fact) if ours.get(fact) == base.get(fact) else ours.get(fact)
        if value is not None:
            after[fact] = value
    return normalized(after)


def normalized(facts: Facts) -> Facts:
    """The facts with every join led to its end, as two programs or a hand may have left them.

    Of names that are joined in a circle the first in the alphabet stays. What is said of a name that is
    joined goes as in a merge: texts and keys that the format does not name to the actor, its kind nowhere.
    """
    joins = {name: value for (topic, name), value in facts.items() if topic == "join"}
    if not any(end in joins or ("actor", name) in facts for name, end in joins.items()):
        return facts
    ends = _ends(joins)
    after = {fact: value for fact, value in facts.items() if fact[0] != "join"}
    for name, end in ends.items():
        if name != end:
            after = moved(after, name, end)
    return {fact: ends.get(value, value) if fact[0] in NAMING else value for fact, value in after.items()}


def _ends(joins: Mapping[str, str]) -> dict[str, str]:
    """Where the joins of each name lead to in the end."""
    ends: dict[str, str] = {}
    for name in sorted(joins):
        path = [name]
        while path[-1] in joins and path[-1] not in ends and path[-1] not in path[:-1]:
            path.append(joins[path[-1]])
        last = path[-1]
        end = min(path[path.index(last) :]) if last in path[:-1] else ends.get(last, last)
        ends.update(dict.fromkeys(path, end))
    return ends
