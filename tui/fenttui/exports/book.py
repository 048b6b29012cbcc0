"""What an export is made of: articles with their notes."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.annotations.annotation import Anchored
from fenttui.articles.article import Article


@dataclass(frozen=True, slots=True)
class ArticleNotes:
    """One article and the notes on it."""

    article: Article
    notes: tuple[Anchored, ...]
    """In text order, orphans last."""
