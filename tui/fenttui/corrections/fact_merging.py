"""What two programs made of the same corrections, merged fact by fact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fenttui.corrections.actor_facts import NAMING, Fact, Facts, Topic, moved
from fenttui.storage.merging import ClashError, Kept
from fenttui.storage.values import same_value
from fenttui.visible import visible_line


class FactRules:
    """How facts are merged: a change of either side is taken; where both changed one fact, ours."""

    def same(self, one: Any, other: Any) -> bool:
        """Return whether two values of a fact are the same."""
        return same_value(one, other)

    def join(self, base: Any, ours: Any, theirs: Any) -> Any:
        """Refuse: a fact has one value, so that two changes of it cannot both be made.

        Raises:
            ClashError: Always.
        """
        raise ClashError

    def keep(self, key: Fact, ours: Any, theirs: Any) -> Kept[Fact, Any]:
        """Return our value of a fact that both sides changed."""
        return Kept({} if ours is None else {key: ours})

    def settle(self, records: Facts) -> Facts:
        """Return merged facts without chains of joins."""
        return normalized(records)

    def overruled(self, base: Facts, theirs: Facts, merged: Facts) -> tuple[str, ...]:
        """Return a sentence that names the actors whose correction by another program did not survive."""
        names = {
            fact[1]
            for fact in {**base, **theirs}
            if fact[0] not in ("actor", "unknown")
            and not _same(theirs.get(fact), base.get(fact))
            and not _same(_led_on(fact[0], theirs.get(fact), merged), merged.get(fact))
        }
        if not names:
            return ()
        return (f"another program's correction of {', '.join(map(visible_line, sorted(names)))} is replaced",)


def _same(one: Any, other: Any) -> bool:
    """Return whether two values of a fact are the same; None means a missing fact."""
    return one is other or (one is not None and other is not None and same_value(one, other))


def _led_on(topic: Topic, value: Any, merged: Facts) -> Any:
    """Return the actor that a fact leads to after a merge; other values as they are."""
    return merged.get(("join", value), value) if topic in NAMING else value


def normalized(facts: Facts) -> Facts:
    """Return facts in which no actor is joined to one that is itself joined to another.

    Two programs, or an edit by hand, may leave chains and circles. Of names that are joined in a circle the
    first in the alphabet stays. What is said of a joined name goes as in a merge: texts and keys that the
    format does not name to the actor; its kind is dropped.
    """
    joins = {name: value for (topic, name), value in facts.items() if topic == "join"}
    if not any(_leads_on(fact, value, joins) for fact, value in facts.items()):
        return facts
    ends = _ends(joins)
    after = {fact: value for fact, value in facts.items() if fact[0] != "join"}
    for name, end in ends.items():
        if name != end:
            after = moved(after, name, end)
    return {fact: ends.get(value, value) if fact[0] in NAMING else value for fact, value in after.items()}


def _leads_on(fact: Fact, value: Any, joins: Mapping[str, str]) -> bool:
    """Return whether a fact is about a name that is joined to another."""
    topic, name = fact
    return value in joins if topic in NAMING else topic in ("actor", "kind", "unknown") and name in joins


def _ends(joins: Mapping[str, str]) -> dict[str, str]:
    """Return the actor at the end of the chain of joins of each name."""
    ends: dict[str, str] = {}
    for name in sorted(joins):
        path = [name]
        while path[-1] in joins and path[-1] not in ends and path[-1] not in path[:-1]:
            path.append(joins[path[-1]])
        last = path[-1]
        end = min(path[path.index(last) :]) if last in path[:-1] else ends.get(last, last)
        ends.update(dict.fromkeys(path, end))
    return ends
