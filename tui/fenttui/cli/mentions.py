"""The articles of a dossier, each with its mentions."""

from __future__ import annotations

from collections.abc import Iterator

from fenttui.articles.article import Article
from fenttui.cli.opening import Opened
from fenttui.extract import extract
from fenttui.extract.corrections import corrections_from
from fenttui.extract.mention import Mention


def articles_with_mentions(
    opened: Opened, *, streaming: bool = False
) -> Iterator[tuple[Article, tuple[Mention, ...]]]:
    """Every article that can be read with what it names, by the settings in force.

    Args:
        opened: the dossier.
        streaming: whether the command prints while it reads; see `Opened.articles`.
    """
    corrections = corrections_from(opened.settings)
    for article in opened.articles("Extracting", streaming=streaming):
        yield article, extract(article.text, article.headline.date, corrections)
