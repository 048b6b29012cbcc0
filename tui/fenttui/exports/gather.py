"""The book of a dossier: every article that has notes, with its notes at their positions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fenttui.articles.article import Entry
from fenttui.articles.reading import read_article
from fenttui.exports.book import ArticleNotes
from fenttui.notes.anchoring import anchor_note, in_text_order
from fenttui.notes.store import read_notes
from fenttui.problem import Problem, ProblemError

if TYPE_CHECKING:
    # Only its type is needed here: msgspec takes ~10 ms to import.
    from fenttui.settings.types import ArticleSettings


@dataclass(frozen=True, slots=True)
class Gathered:
    """The notes that were found, and the problems."""

    book: tuple[ArticleNotes, ...]
    """By date, oldest first, then by id."""
    problems: tuple[Problem, ...]
    """Problems of notes' files and articles; the others are in the book."""


def gather(entries: Iterable[Entry], settings: ArticleSettings) -> Gathered:
    """Return the notes of `entries`; only articles with notes are read."""
    book: list[ArticleNotes] = []
    problems: list[Problem] = []
    for entry in entries:
        try:
            notes = read_notes(entry)
            problems += notes.problems
            if not notes.annotations:
                continue
            article = read_article(entry, settings)
        except ProblemError as error:
            problems.append(error.problem)
        else:
            anchored = (anchor_note(article.text, note) for note in notes.annotations)
            book.append(ArticleNotes(article, in_text_order(anchored)))
    book.sort(key=lambda chapter: (chapter.article.headline.date, chapter.article.id))
    return Gathered(tuple(book), tuple(problems))
