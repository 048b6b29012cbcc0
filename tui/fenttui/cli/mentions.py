"""The articles of a dossier, each with its mentions."""

from __future__ import annotations

from collections.abc import Iterator

from fenttui.articles.article import Article
from fenttui.cli.conditions import is_called
from fenttui.cli.opening import Opened
from fenttui.extract import extract
from fenttui.extract.mention import Mention


def articles_with_mentions(
    opened: Opened, *, called: str | None = None, streaming: bool = False
) -> Iterator[tuple[Article, tuple[Mention, ...]]]:
    """Every article that can be read with what it names, by the corrections in force.

    Args:
        opened: the dossier.
        called: what the id or the title must hold.
        streaming: whether the command prints while it reads; see `Opened.articles`.
    """
    corrections, engine = opened.corrections, opened.engine
    for article in opened.articles("Extracting", streaming=streaming):
        if called is None or is_called(article, called):
            yield article, extract(article.text, article.headline.date, corrections, engine)
