"""What a list shows of an article, from the first part of its file alone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from fenttui.articles.article import DateSource, Entry, Headline
from fenttui.articles.binary import binary_kind
from fenttui.articles.datelines import date_in_datelines
from fenttui.articles.document import Document
from fenttui.articles.name_dates import date_in_address
from fenttui.articles.quick_date import folder_date, modified_date, name_date
from fenttui.articles.registry import format_by_bytes, format_by_suffix
from fenttui.articles.regular_file import read_content
from fenttui.articles.titles import find_title, one_line
from fenttui.problem import Problem, ProblemError
from fenttui.storage.regular_files import Content

if TYPE_CHECKING:
    # Only its type is needed here: msgspec takes ~10 ms to import.
    from fenttui.settings.types import ArticleSettings

HEAD_BYTES = 16 * 1024
"""How much of a file its headline is made of."""


def read_headline(entry: Entry, settings: ArticleSettings) -> Headline:
    """Return the headline of `entry`; if the file cannot be read, the headline holds the problem."""
    try:
        return headline_of(entry, read_content(entry.path, settings.max_bytes, HEAD_BYTES), settings)
    except ProblemError as error:
        date, source = _date(entry, None, Document(""))
        return Headline(date, source, one_line(entry.path.name) or "?", problem=error.problem)


def headline_of(entry: Entry, content: Content, settings: ArticleSettings) -> Headline:
    """Return the headline from the first `HEAD_BYTES` of `content`, even if it holds more.

    Raises:
        ProblemError: the content is empty or not text.
    """
    head = content.data[:HEAD_BYTES]
    complete = content.complete and len(head) == len(content.data)
    if not head:
        raise ProblemError(Problem(entry.path, "the file is empty; fill it or delete it"))
    form = format_by_bytes(head)
    if form is None and (kind := binary_kind(head)):
        message = f"this is no text but seems to be {kind}; save the article as plain text or Markdown"
        raise ProblemError(Problem(entry.path, message))
    document = (form or format_by_suffix(entry.path.suffix)).headline(head, complete=complete)
    if complete and not document.body:
        raise ProblemError(Problem(entry.path, "the file holds no text; fill it or delete it"))
    date_source: DateSource
    if document.date is not None:
        date, date_source = document.date, document.date_source
    else:
        date, date_source = _date(entry, content.modified, document)
    return Headline(
        date,
        date_source,
        find_title(document.title, document.body, settings.boilerplate, entry.path.name),
        source=one_line(document.source) if document.source else None,
        url=one_line(document.url) if document.url else None,
        author=one_line(document.author) if document.author else None,
    )


def _date(entry: Entry, modified: float | None, document: Document) -> tuple[dt.date, DateSource]:
    """Return the date of an article whose file declares none, and where it was found."""
    if date := name_date(entry):
        return date, "name"
    if date := date_in_datelines(document.body):
        return date, "dateline"
    if document.url and (date := date_in_address(document.url)):
        return date, "address"
    if date := folder_date(entry):
        return date, "name"
    return modified_date(entry, modified), "modified"
