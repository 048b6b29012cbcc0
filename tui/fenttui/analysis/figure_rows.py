"""Every figure of many articles, each with its sentence, its actor and what it measures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fenttui.analysis.nearest_actor import nearest_actor
from fenttui.analysis.sentence_context import SentenceContext
from fenttui.analysis.things import Thing, thing_of
from fenttui.articles.article import Article
from fenttui.extract.mention import Amount, Bound, Change, Mention, Time, Value
from fenttui.kinds import FigureKind


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
    """None for a time that is not an amount."""
    change: Change | None
    before: Value | None
    """What the value was before the change, where the text says it."""
    of: str | None
    """The words that say what is measured."""
    thing: Thing | None
    """What is measured, in one form wherever it is said; None if the text does not say it."""
    actor: str | None
    """The canonical name of the actor that is nearest in the sentence."""
    time: str | None
    """For times: the TIMEX3 value."""
    sentence: str
    """The whole sentence, its lines joined by spaces; of a very long one the words around the figure."""


def figure_rows(
    article: Article, mentions: Sequence[Mention], context: SentenceContext
) -> Iterator[FigureRow]:
    """Yield one row for each figure of an article, in the order of its text.

    Args:
        article: the article.
        mentions: of its text, by the corrections in force.
        context: the sentences of its text with those mentions.
    """
    text = article.text
    for mention in mentions:
        time: str | None
        match mention:
            case Amount(measure=measure):
                time = None
            case Time(value=time, quantity=measure):
                pass
            case _:
                continue
        span = context.span(mention)
        beside = context.mentions_in(span)
        of = measure.of if measure else None
        yield FigureRow(
            article.id,
            article.headline.date,
            mention.start,
            mention.end,
            text[mention.start : mention.end],
            mention.kind,
            measure.value if measure else None,
            measure.unit if measure else None,
            measure.bound if measure else None,
            measure.change if measure else None,
            measure.before if measure else None,
            " ".join(text[slice(*of)].split()) if of else None,
            thing_of(text, of, beside, mention) if of and isinstance(mention, Amount) else None,
            nearest_actor(text, mention, beside),
            time,
            context.said(span),
        )
