"""All that is known of an article and its notes, for the formats that lose nothing."""

from __future__ import annotations

from typing import Any

from fenttui.exports.book import ArticleNotes
from fenttui.notes.annotation import Anchored
from fenttui.notes.notes_file import describe
from fenttui.notes.records import make_record


def article_record(chapter: ArticleNotes, notes_key: str) -> dict[str, Any]:
    """Return the article's table with its notes under `notes_key`; unknown fields are left out."""
    article, headline = chapter.article, chapter.article.headline
    origin = {"source": headline.source, "url": headline.url, "author": headline.author}
    return {
        **describe(article),
        "date_source": headline.date_source,
        **{key: value for key, value in origin.items() if value is not None},
        notes_key: [_note_record(note) for note in chapter.notes],
    }


def _note_record(note: Anchored) -> dict[str, Any]:
    """Return the note as in its file, with its current position under `anchor`; an orphan has no offsets."""
    found = note.anchor
    anchor: dict[str, Any] = {"found": found.found, "score": found.score}
    if found.start is not None and found.end is not None:
        anchor = {"start": found.start, "end": found.end, **anchor}
    # If a file already uses `anchor` for something else, that is kept instead.
    return {"anchor": anchor} | make_record(note.annotation)
