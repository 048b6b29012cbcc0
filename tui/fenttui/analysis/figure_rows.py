"""Every figure of many articles, each with its sentence, its actor and what it measures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fenttui.analysis.nearest_actor import nearest_actor
from fenttui.analysis.sentence_context import SentenceContext
from fenttui.analysis.things import Thing, thing_of
from fenttui.articles.article import Article
from fenttui.extract.mention import FIGURE_KINDS, Bound, Change, FigureKind, Mention, Value

Items = Iterable[tuple[Article, Sequence[Mention]]]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure with the sentence that says it."""

    article: str
    """The article's id."""
    date: dt.date
    """The article's date."""
    start: int
    """Its first code point in the article's text."""
    end: int
    """One past its last."""
    text: str
    """What the article says."""
    kind: FigureKind
    value: Value | None
    """For amounts, and for durations that read as one."""
    unit: str | None
    bound: Bound | None
    """None for a time that is no amount."""
    change: Change | None
    before: Value | None
    """What the value was before the change, where the text says it."""
    of: str | None
    """The words that say what is measured."""
    thing: Thing | None
    """What is measured, told the same wherever it is said; None where the text does not say it."""
    actor: str | None
    """The canonical name of the actor that stands nearest in the sentence."""
    time: str | None
    """For times: the TIMEX3 value."""
    sentence: str
    """The whole sentence, its lines joined by spaces; of a very long one the words around the figure."""


def figure_rows(items: Items) -> list[FigureRow]:
    """One row for each figure, in the order of the articles and of their texts."""
    return [row for article, mentions in items for row in rows_of(article, mentions)]


def rows_of(article: Article, mentions: Sequence[Mention]) -> Iterator[FigureRow]:
    """One row for each figure of an article, in the order of its text."""
    text = article.text
    context = SentenceContext(text, mentions)
    for mention in mentions:
        if mention.kind not in FIGURE_KINDS:
            continue
        span = context.span(mention)
        beside = context.mentions_in(span)
        amount = mention.amount
        of = amount.of if amount else None
        yield FigureRow(
            article.id,
            article.headline.date,
            mention.start,
            mention.end,
            text[mention.start : mention.end],
            mention.kind,
            amount.value if amount else None,
            amount.unit if amount else None,
            amount.bound if amount else None,
            amount.change if amount else None,
            amount.before if amount else None,
            " ".join(text[slice(*of)].split()) if of else None,
            thing_of(text, of, beside, mention) if of else None,
            nearest_actor(text, mention, beside),
            mention.time,
            context.said(span),
        )
