"""What an export is made of: articles with their notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fenttui.articles.article import Article
from fenttui.notes.anchoring import in_text_order
from fenttui.notes.annotation import Anchored


@dataclass(frozen=True, slots=True)
class ArticleNotes:
    """One article and the notes on it."""

    article: Article
    notes: tuple[Anchored, ...]
    """In text order, orphans last."""


def book_of(notes: Iterable[tuple[Article, Anchored]]) -> tuple[ArticleNotes, ...]:
    """Return notes, in any order, by their articles: the oldest article first, then by id."""
    articles: dict[str, Article] = {}
    held: dict[str, list[Anchored]] = {}
    for article, note in notes:
        articles[article.id] = article
        held.setdefault(article.id, []).append(note)
    ordered = sorted(articles.values(), key=lambda article: (article.headline.date, article.id))
    return tuple(ArticleNotes(article, in_text_order(held[article.id])) for article in ordered)
