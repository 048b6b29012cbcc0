"""Tables over many articles: who is named how often, and every figure with its sentence."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import cast

from fenttui.articles.article import Article
from fenttui.extract.mention import ActorKind, Mention


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One actor over a whole dossier."""

    actor: str
    """The canonical name."""
    kind: ActorKind
    """The kind that most mentions by name have; a country named only by its people is still a place."""
    count: int
    """How many mentions."""
    articles: int
    """In how many articles."""
    first: dt.date
    """The date of the earliest article that names it."""
    last: dt.date
    """The date of the latest."""


@dataclass(slots=True)
class _Count:
    kinds: Counter[tuple[bool, ActorKind]] = field(default_factory=Counter)
    dates: dict[str, dt.date] = field(default_factory=dict)


Items = Iterable[tuple[Article, Sequence[Mention]]]


def tally_actors(items: Items) -> list[ActorRow]:
    """One row for each actor, the most mentioned first, then by name."""
    counts: dict[str, _Count] = {}
    for article, mentions in items:
        for mention in mentions:
            if mention.actor is not None and mention.is_actor:
                count = counts.setdefault(mention.actor, _Count())
                named = mention.way == "name"
                kind = cast(ActorKind, mention.kind) if named else "place"
                count.kinds[named, kind] += 1
                count.dates[article.id] = article.headline.date
    rows = [
        ActorRow(
            actor,
            max(count.kinds.items(), key=lambda item: (item[0][0], item[1], item[0][1]))[0][1],
            count.kinds.total(),
            len(count.dates),
            min(count.dates.values()),
            max(count.dates.values()),
        )
        for actor, count in counts.items()
    ]
    return sorted(rows, key=lambda row: (-row.count, row.actor))
