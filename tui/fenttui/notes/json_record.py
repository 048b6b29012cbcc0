"""An annotation as `fenttui annotations --json` prints it."""

from __future__ import annotations

from fenttui.articles.article import Article
from fenttui.notes.annotation import Anchored
from fenttui.notes.records import Timestamp


def annotation_record(article: Article, note: Anchored) -> dict[str, object]:
    """Return the JSON object of one annotation.

    `start` and `end` are where it is attached now: null for an orphan, and for a note on the whole article,
    which has no `exact` either. Times are in UTC.
    """
    annotation, found = note.annotation, note.anchor
    return {
        "id": annotation.id,
        "article": article.id,
        "author": annotation.author,
        "created": str(Timestamp.of(annotation.created)),
        "modified": str(Timestamp.of(annotation.modified)),
        "tags": list(annotation.tags),
        "body": annotation.body,
        "exact": annotation.target.exact if annotation.target else None,
        "start": found.start,
        "end": found.end,
        "found": found.found,
        "score": found.score,
    }
