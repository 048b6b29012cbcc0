"""JSON: one document with everything that the notes' files hold."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from decimal import Decimal

from fenttui.exports.book import ArticleNotes
from fenttui.exports.whole_record import article_record
from fenttui.notes.records import Timestamp

SUFFIX = ".json"
DOC = "one document with everything, for programs"


def render(book: Sequence[ArticleNotes]) -> str:
    """Return the document. Control characters are escapes in it; they are data."""
    document = {"schema": 1, "articles": [article_record(chapter, "annotations") for chapter in book]}
    # Lone surrogates and bidirectional marks become escapes, too: the file is ASCII and shows no tricks.
    return json.dumps(document, indent=2, default=_as_json, allow_nan=False) + "\n"


def _as_json(value: object) -> str | float:
    """Return a value that JSON has no type for: times as text, decimals as numbers if no digit is lost."""
    if isinstance(value, Decimal):
        number = float(value)
        return number if value.is_finite() and Decimal(repr(number)) == value else str(value)
    if isinstance(value, Timestamp):
        return str(value)
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not a type of TOML")
