"""The articles of a dossier, each with its mentions."""

from __future__ import annotations

from collections.abc import Iterator

from fenttui.analysis.findings import Findings
from fenttui.articles.article import Article
from fenttui.cli.conditions import is_called
from fenttui.cli.opening import Opened
from fenttui.extract import extract, extract_with_quotes
from fenttui.extract.mention import Mention


def findings_of(opened: Opened, *, called: str | None = None) -> Iterator[Findings]:
    """Yield what is found in each article that can be read, before any correction.

    Args:
        opened: the dossier.
        called: what the id or the title must hold.
    """
    engine = opened.engine
    for article in opened.articles("Extracting"):
        if called is None or is_called(article, called):
            yield Findings(article, extract(article.text, article.headline.date, engine=engine))


def articles_with_quotes(opened: Opened) -> Iterator[tuple[Article, tuple[Mention, ...]]]:
    """Yield each article that can be read with its mentions and quotes, by the corrections in force."""
    corrections, engine = opened.corrections, opened.engine
    for article in opened.articles("Extracting", streaming=True):
        yield article, extract_with_quotes(article.text, article.headline.date, corrections, engine)
