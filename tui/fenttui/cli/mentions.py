"""The articles of a dossier, each with its mentions."""

from __future__ import annotations

from collections.abc import Iterator

from fenttui.articles.article import Article
from fenttui.cli.conditions import is_called
from fenttui.cli.opening import Opened
from fenttui.extract import extract, extract_with_quotes
from fenttui.extract.mention import Mention


def articles_with_mentions(
    opened: Opened, *, called: str | None = None, streaming: bool = False, quotes: bool = False
) -> Iterator[tuple[Article, tuple[Mention, ...]]]:
    """Every article that can be read with what it names, by the corrections in force.

    Args:
        opened: the dossier.
        called: what the id or the title must hold.
        streaming: whether the command prints while it reads; see `Opened.articles`.
        quotes: whether who said what is among the mentions.
    """
    corrections, engine = opened.corrections, opened.engine
    found_in = extract_with_quotes if quotes else extract
    for article in opened.articles("Extracting", streaming=streaming):
        if called is None or is_called(article, called):
            yield article, found_in(article.text, article.headline.date, corrections, engine)
