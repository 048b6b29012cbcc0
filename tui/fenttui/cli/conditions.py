"""What is looked for in a table: conditions that several commands take, and whether a text meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import click

from fenttui.articles.article import Article
from fenttui.cli.completed_values import article_ids, values

text_option = click.option(
    "--text", "words", multiple=True, metavar="WORD", help="Holds WORD; may be given again."
)
"""Words that must all be there."""

article_option = click.option(
    "--article", shell_complete=values(article_ids), metavar="TEXT",
    help="Is on an article whose id or title holds TEXT.",
)  # fmt: skip
"""The articles that are looked at."""


def kind_option(kinds: Sequence[str]) -> Callable[[Any], Any]:
    """Return an option for the kinds to include; without it, all are included."""
    return click.option(
        "--kind",
        "kinds",
        type=click.Choice(kinds),
        multiple=True,
        help="Is of this kind; of any, given again.",
    )


def holds(text: str, words: Iterable[str]) -> bool:
    """Return whether `text` contains every one of `words`, ignoring case."""
    folded = text.casefold()
    return all(word.casefold() in folded for word in words)


def is_called(article: Article, text: str) -> bool:
    """Return whether the article's id or title contains `text`."""
    return holds(f"{article.id}\n{article.headline.title}", (text,))
