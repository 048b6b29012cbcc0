"""The occurrences of an actor or figure: each mention in its context, and what an actor is quoted with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fenttui.articles.article import Article
from fenttui.extract.mention import ActorMention, Amount, Measure, Mention, Quote, Span, Time
from fenttui.visible import visible_line

CONTEXT = 60
"""Code points on each side, where nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One mention or quote with the words around it, each on one line and safe to show."""

    article_id: str
    date: dt.date
    """The article's date."""
    title: str
    """The article's title."""
    start: int
    """Its first code point in the article's text."""
    before: str
    text: str
    """What the article says there."""
    after: str
    """Of a quote: the words that introduce it."""

    @property
    def heading(self) -> str:
        """The article's date and title."""
        return f"{self.date.isoformat()} {self.title}"


@dataclass(frozen=True, slots=True)
class Occurrences:
    """What articles have of an actor or figure."""

    mentions: tuple[Occurrence, ...] = ()
    quotes: tuple[Occurrence, ...] = ()
    """What the actor is quoted with."""

    def __add__(self, other: Occurrences) -> Occurrences:
        """Return both, those of `other` after these."""
        return Occurrences(self.mentions + other.mentions, self.quotes + other.quotes)


def same_mention(mention: Mention, other: Mention) -> bool:
    """Return whether two mentions mention the same: one actor, or the same value in the same unit."""
    match mention, other:
        case ActorMention(), ActorMention():
            return mention.actor == other.actor
        case Amount(), Amount():
            return mention.kind == other.kind and _measured(mention.measure) == _measured(other.measure)
        case Time(), Time():
            same_time = (mention.kind, mention.value) == (other.kind, other.value)
            return same_time and _measured(mention.quantity) == _measured(other.quantity)
    return False


def _measured(measure: Measure | None) -> tuple[object, object] | None:
    return (measure.value, measure.unit) if measure else None


def occurrences_in(article: Article, mentions: Sequence[Mention], wanted: Mention) -> tuple[Occurrence, ...]:
    """Return the mentions of an article that mention what `wanted` does, in the order of its text."""
    return tuple(
        occurrence(article, (mention.start, mention.end))
        for mention in mentions
        if same_mention(wanted, mention)
    )


def quotes_of(article: Article, quotes: Sequence[Quote], speaker: str) -> tuple[Occurrence, ...]:
    """Return what `speaker` is quoted with in an article, each quote with its cue after it."""
    return tuple(
        replace(
            occurrence(article, (quote.start, quote.end), 0),
            after=on_a_line(article.text[slice(*quote.cue)]) if quote.cue else "",
        )
        for quote in quotes
        if quote.actor == speaker
    )


def occurrence(article: Article, span: Span, context: int = CONTEXT) -> Occurrence:
    """Return the text at a span of an article, with `context` code points on each side."""
    start, end = span
    text, headline = article.text, article.headline
    return Occurrence(
        article.id,
        headline.date,
        headline.title,
        start,
        on_a_line(text[max(0, start - context) : start]),
        on_a_line(text[start:end]),
        on_a_line(text[end : end + context]),
    )


def aliases_in(text: str, mentions: Iterable[Mention], actor: str) -> list[str]:
    """Return what the mentions of an actor say other than its name, in the order of the alphabet."""
    said = {
        text[mention.start : mention.end]
        for mention in mentions
        if isinstance(mention, ActorMention) and mention.actor == actor
    }
    return [on_a_line(alias) for alias in sorted(said - {actor}, key=str.casefold)]


def on_a_line(text: str) -> str:
    """Return a piece of text on one line, safe to show."""
    return visible_line(text.replace("\n", " ").replace("\t", " "))
