"""CSV: one note a row, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from fenttui.articles.article import Article
from fenttui.exports.book import ArticleNotes
from fenttui.exports.csv_cells import BYTE_ORDER_MARK, csv_cell
from fenttui.notes.annotation import Anchored
from fenttui.notes.notes_file import describe
from fenttui.notes.records import Timestamp
from fenttui.notes.tags import format_tags

SUFFIX = ".csv"
DOC = "a table for a spreadsheet, one note a row"

COLUMNS = (
    "article_id", "article_date", "article_title", "path", "id", "created", "modified", "author", "color",
    "tags", "exact", "prefix", "suffix", "start", "end", "found", "body",
)  # fmt: skip


def render(book: Sequence[ArticleNotes]) -> str:
    """Return the table, quoted as RFC 4180 requires; an orphan has no start and no end."""
    table = io.StringIO(newline="")
    table.write(BYTE_ORDER_MARK)
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for chapter in book:
        for note in chapter.notes:
            writer.writerow(_row(chapter.article, note))
    return table.getvalue()


def _row(article: Article, note: Anchored) -> list[str | int | None]:
    annotation, target, found = note.annotation, note.annotation.target, note.anchor
    about = describe(article)
    texts = (
        article.id, article.headline.date.isoformat(), article.headline.title, about["path"],
        annotation.id, str(Timestamp.of(annotation.created)), str(Timestamp.of(annotation.modified)),
        annotation.author, annotation.color, format_tags(annotation.tags),
        *((target.exact, target.prefix, target.suffix) if target else ("", "", "")),
    )  # fmt: skip
    return [*map(csv_cell, texts), found.start, found.end, found.found, csv_cell(annotation.body)]
