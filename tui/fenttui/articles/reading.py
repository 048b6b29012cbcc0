"""An article read whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fenttui.articles.article import Article, Entry, Fold, digest_of
from fenttui.articles.boilerplate import boilerplate_folds
from fenttui.articles.document import Document, Remark
from fenttui.articles.headline import headline_of
from fenttui.articles.registry import format_by_bytes, format_by_suffix
from fenttui.articles.regular_file import read_content
from fenttui.problem import Problem, ProblemError

if TYPE_CHECKING:
    # Only its type is needed here: msgspec takes ~10 ms to import.
    from fenttui.settings.types import ArticleSettings


def read_article(entry: Entry, settings: ArticleSettings) -> Article:
    """Return the article of `entry`, with the headline that `read_headline` gives.

    Raises:
        ProblemError: the file is gone, unreadable, too large, empty or no text.
    """
    content = read_content(entry.path, settings.max_bytes)
    headline = headline_of(entry, content, settings)
    form = format_by_bytes(content.data) or format_by_suffix(entry.path.suffix)
    document, *others = form.articles(content.data) or (Document(""),)
    if not document.body:
        raise ProblemError(Problem(entry.path, "the file holds no text; fill it or delete it"))
    remarks = document.remarks
    if others:
        count = len(others) + 1
        remarks = (*remarks, Remark(f"the file holds {count} articles and the first alone is read; split it"))
    return Article(
        entry,
        headline,
        document.body,
        _folds(document, settings),
        document.encoding,
        tuple(Problem(entry.path, remark.message, remark.line, "warning") for remark in remarks),
    )


_LARGEST = 200_000_000
"""Bytes of the largest file whose text is compared."""


def text_digest(path: Path) -> str | None:
    """Return the `sha256` of the article in a file, without its headline; None where it cannot be read."""
    try:
        content = read_content(path, _LARGEST)
        form = format_by_bytes(content.data) or format_by_suffix(path.suffix)
        found = form.articles(content.data)
    except ProblemError:
        return None
    return digest_of(found[0].body) if found else None


def _folds(document: Document, settings: ArticleSettings) -> tuple[Fold, ...]:
    """Return what is folded, in order: what the format says, and the boilerplate that does not overlap it."""
    own = document.folds
    boilerplate = boilerplate_folds(document.body, settings.boilerplate)
    if not own:
        return boilerplate
    apart = [
        fold for fold in boilerplate if all(fold.end <= each.start or each.end <= fold.start for each in own)
    ]
    return tuple(sorted((*own, *apart), key=lambda fold: fold.start))
