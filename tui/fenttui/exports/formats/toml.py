"""TOML: one document with everything that the notes' files hold, in their own words."""

from __future__ import annotations

from collections.abc import Sequence

from fenttui.exports.book import ArticleNotes
from fenttui.exports.whole_record import article_record
from fenttui.storage.toml_text import write_table

SUFFIX = ".toml"
DOC = "one document with everything, as the notes' files have it"


def render(book: Sequence[ArticleNotes]) -> str:
    """Return the document: `[[article]]`, and in each its `[[article.annotation]]`."""
    parts = [write_table({"schema": 1})]
    for chapter in book:
        record = article_record(chapter, "annotation")
        notes = record.pop("annotation")
        parts.append(write_table(record, "article"))
        parts += (write_table(note, "article.annotation") for note in notes)
    return "\n".join(parts)
