"""Every place where an actor or figure is named, in context."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fenttui.extract.mention import ActorMention, Amount, Measure, Time
from fenttui.ui.values import value_in_words
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.articles.article import Article
    from fenttui.extract.mention import Mention, Quote, Way

_WAYS: dict[Way, str] = {
    "name": "",
    "demonym": ", named by its people",
    "capital": ", named by its capital",
}
_CONTEXT = 60
"""Code points shown on each side."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """One mention with the words around it, on one line and safe to show."""

    article_id: str
    offset: int
    heading: str
    """The article's date and title."""
    before: str
    named: str
    after: str


def same_mention(mention: Mention, other: Mention) -> bool:
    """Whether two mentions name the same: one actor, or the same value in the same unit."""
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


def places_in(article: Article, mentions: Sequence[Mention], wanted: Mention) -> list[NamedPlace]:
    """Return the places of `article` that name what `wanted` names."""
    heading = _heading(article)
    return [
        NamedPlace(
            article.id,
            mention.start,
            heading,
            on_a_line(article.text[max(0, mention.start - _CONTEXT) : mention.start]),
            on_a_line(article.text[mention.start : mention.end]),
            on_a_line(article.text[mention.end : mention.end + _CONTEXT]),
        )
        for mention in mentions
        if same_mention(wanted, mention)
    ]


def quotes_of(article: Article, quotes: Sequence[Quote], speaker: str) -> list[NamedPlace]:
    """What `speaker` is quoted with in `article`, each quote with the words that introduce it after it."""
    heading = _heading(article)
    return [
        NamedPlace(
            article.id,
            quote.start,
            heading,
            "",
            on_a_line(article.text[quote.start : quote.end]),
            on_a_line(article.text[slice(*quote.cue)]) if quote.cue else "",
        )
        for quote in quotes
        if quote.actor == speaker
    ]


def _heading(article: Article) -> str:
    return f"{article.headline.date.isoformat()} {article.headline.title}"


def on_a_line(text: str) -> str:
    """A piece of text on one line, safe to show."""
    return visible_line(text.replace("\n", " ").replace("\t", " "))


def facts_of(mention: Mention, mentions: Iterable[Mention], text: str) -> list[tuple[str, str]]:
    """What is known of a mention, as (what, value) rows."""
    named = _WAYS[mention.way] if isinstance(mention, ActorMention) else ""
    rows: list[tuple[str, str]] = [("kind", f"{mention.kind}{named}")]
    if isinstance(mention, ActorMention):
        names = {text[other.start : other.end] for other in mentions if same_mention(mention, other)}
        aliases = sorted(names - {mention.actor}, key=str.casefold)
        if aliases:
            rows.append(("also", ", ".join(on_a_line(alias) for alias in aliases)))
    if value := value_in_words(mention):
        rows.append(("value", value))
    match mention:
        case Amount(measure=Measure(change=str(change))) | Time(quantity=Measure(change=str(change))):
            rows.append(("change", change))
    return rows
