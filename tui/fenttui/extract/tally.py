"""Tables over many articles: who is named how often, and every figure with its sentence."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import cast

from fenttui.articles.article import Article
from fenttui.articles.sentences import sentence_spans
from fenttui.extract.mention import ActorKind, Bound, Change, FigureKind, Mention, Value


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


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure with the sentence that says it."""

    article: str
    """The article's id."""
    date: dt.date
    """The article's date."""
    text: str
    """What the article says."""
    kind: FigureKind
    value: Value | None
    """For amounts, and for durations that read as one."""
    unit: str | None
    bound: Bound | None
    """None for a time that is no amount."""
    change: Change | None
    time: str | None
    """For times: the TIMEX3 value."""
    sentence: str
    """The whole sentence, its lines joined by spaces."""


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


def figure_rows(items: Items) -> list[FigureRow]:
    """One row for each figure, in the order of the articles and of their texts."""
    return [row for article, mentions in items for row in _rows(article, mentions)]


def _rows(article: Article, mentions: Sequence[Mention]) -> Iterable[FigureRow]:
    text, spans = article.text, sentence_spans(article.text)
    starts = [start for start, _ in spans]
    for mention in mentions:
        if mention.is_actor:
            continue
        start, end = spans[max(bisect_right(starts, mention.start) - 1, 0)]
        amount = mention.amount
        yield FigureRow(
            article.id,
            article.headline.date,
            text[mention.start : mention.end],
            cast(FigureKind, mention.kind),
            amount.value if amount else None,
            amount.unit if amount else None,
            amount.bound if amount else None,
            amount.change if amount else None,
            mention.time,
            " ".join(text[start : max(end, mention.end)].split()),
        )
