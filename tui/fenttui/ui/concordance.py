"""Every place where an actor or figure is named, in context."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fenttui.ui.values import value_in_words
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.articles.article import Article
    from fenttui.extract.mention import Amount, Mention

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


def same_mention(mention: Mention, other: Mention, name: str, other_name: str) -> bool:
    """Whether two mentions name the same: one actor, or the same value in the same unit."""
    if mention.actor is not None or other.actor is not None:
        return mention.actor == other.actor
    if mention.kind != other.kind:
        return False
    if mention.time is not None or mention.amount is not None:
        return (mention.time, _measured(mention.amount)) == (other.time, _measured(other.amount))
    return name == other_name


def _measured(amount: Amount | None) -> tuple[object, object] | None:
    return (amount.value, amount.unit) if amount else None


def places_in(article: Article, mentions: Sequence[Mention], wanted: Mention, name: str) -> list[NamedPlace]:
    """The places of `article` that name what `wanted` names; `name` is how it was written there."""
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
        if same_mention(wanted, mention, name, article.text[mention.start : mention.end])
    ]


def quotes_of(article: Article, quotes: Sequence[Mention], speaker: str) -> list[NamedPlace]:
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


def facts_of(mention: Mention, name: str, mentions: Iterable[Mention], text: str) -> list[tuple[str, str]]:
    """What is known of a mention, as (what, value) rows."""
    named = {"demonym": ", named by its people", "capital": ", named by its capital"}.get(
        mention.way or "", ""
    )
    rows: list[tuple[str, str]] = [("kind", f"{mention.kind}{named}")]
    if mention.actor is not None:
        names = {text[other.start : other.end] for other in mentions if other.actor == mention.actor}
        aliases = sorted(names - {mention.actor}, key=str.casefold)
        if aliases:
            rows.append(("also", ", ".join(on_a_line(alias) for alias in aliases)))
    if value := value_in_words(mention):
        rows.append(("value", value))
    if mention.amount is not None and mention.amount.change is not None:
        rows.append(("change", mention.amount.change))
    return rows
