"""Every figure of many articles, each with its sentence."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from fenttui.articles.article import Article
from fenttui.articles.sentences import sentence_spans
from fenttui.extract.mention import FIGURE_KINDS, Bound, Change, FigureKind, Mention, Value

Items = Iterable[tuple[Article, Sequence[Mention]]]


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


def figure_rows(items: Items) -> list[FigureRow]:
    """One row for each figure, in the order of the articles and of their texts."""
    return [row for article, mentions in items for row in _rows(article, mentions)]


def _rows(article: Article, mentions: Sequence[Mention]) -> Iterable[FigureRow]:
    text, spans = article.text, sentence_spans(article.text)
    starts = [start for start, _ in spans]
    for mention in mentions:
        if mention.kind not in FIGURE_KINDS:
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
