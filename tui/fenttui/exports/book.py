"""What an export is made of: articles with their notes."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.articles.article import Article
from fenttui.notes.annotation import Anchored


@dataclass(frozen=True, slots=True)
class ArticleNotes:
    """One article and the notes on it."""

    article: Article
    notes: tuple[Anchored, ...]
    """In text order, orphans last."""
