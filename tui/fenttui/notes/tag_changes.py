"""Tags renamed everywhere in a dossier: planned, written, kept for an undo, and undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fenttui.articles.reading import read_article
from fenttui.notes.annotation import Annotation
from fenttui.notes.codebook import codebook_path
from fenttui.notes.codebook_renaming import rename_in_codebook, renamed_codebook, restore_codebook
from fenttui.notes.notes_path import notes_path
from fenttui.notes.store import read_notes, save_notes
from fenttui.notes.tag_journal import (
    ANY,
    BookChange,
    NoteChange,
    TagChange,
    forget_last,
    last_change,
    push_change,
)
from fenttui.notes.tags import renamed_tags
from fenttui.problem import Problem, ProblemError

if TYPE_CHECKING:
    from fenttui.articles.article import Entry
    from fenttui.articles.dossier import Dossier
    from fenttui.settings.types import ArticleSettings


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rename or its undo did, or would do."""

    notes: int
    articles: int
    coded: int
    """Tags of the codebooks that were renamed; for an undo, codebooks that are as before."""
    problems: tuple[Problem, ...] = ()
    what: str = ""
    """The change, for a message: "claim to statement"."""
    left: int = 0
    """Notes that an undo left alone, since their tags were changed again."""


def rename_tags(notes: Iterable[Annotation], old: str, new: str) -> list[Annotation]:
    """Return those of `notes` that the rename of `old`, with the tags below it, changes, as changed."""
    return [
        replace(note, tags=tags)
        for note in notes
        if (tags := renamed_tags(note.tags, old, new)) != tuple(note.tags)
    ]


def rename_in_dossier(
    dossier: Dossier,
    settings: ArticleSettings,
    old: Sequence[str],
    new: str,
    now: dt.datetime,
    *,
    dry_run: bool = False,
) -> Outcome:
    """Rename each of the tags `old`, with those below it, to `new`: in every note and in the codebooks.

    The change is kept first, so that `undo_in_dossier` takes back also one that was interrupted. An article
    or a file that cannot be used is among the problems; the others are changed.

    Raises:
        ProblemError: The change cannot be kept; nothing was renamed.
    """

    def tags_of(article: str, note: Annotation) -> tuple[str, ...]:
        tags = tuple(note.tags)
        for each in old:
            tags = renamed_tags(tags, each, new)
        return tags

    planned, problems = _retag(dossier.entries, settings, tags_of, None)
    books, coded, wrong = _books(dossier, old, new)
    problems += wrong
    what = f"{', '.join(old)} to {new}"
    if not dry_run and (planned or books):
        push_change(_home(dossier), TagChange(what, tuple(planned), tuple(books)))
        planned, problems = _retag(dossier.entries, settings, tags_of, now)
        problems += wrong
        for book in books:
            try:
                rename_in_codebook(book.path, old, new)
            except ProblemError as error:
                problems.append(error.problem)
    return Outcome(len(planned), len({each.article for each in planned}), coded, tuple(problems), what)


def undo_in_dossier(dossier: Dossier, settings: ArticleSettings, now: dt.datetime) -> Outcome | None:
    """Take the last rename back, where the tags are still those that it left; None without one.

    Raises:
        ProblemError: What was kept of it cannot be read.
    """
    change = last_change(_home(dossier))
    if change is None:
        return None
    known = {(each.article, each.note): each for each in change.notes}
    seen: set[tuple[str, str]] = set()

    def tags_of(article: str, note: Annotation) -> tuple[str, ...]:
        own = known.get((article, note.id))
        if own is not None and tuple(note.tags) == own.after:
            seen.add((article, note.id))
            return own.before
        return tuple(note.tags)

    done, problems = _retag(dossier.entries, settings, tags_of, now)
    restored = 0
    for book in change.books:
        try:
            restored += restore_codebook(book.path, book.before.encode(ANY), book.after.encode(ANY))
        except ProblemError as error:
            problems.append(error.problem)
    forget_last(_home(dossier))
    articles = len({each.article for each in done})
    return Outcome(len(done), articles, restored, tuple(problems), change.what, len(known.keys() - seen))


def _retag(
    entries: Iterable[Entry],
    settings: ArticleSettings,
    tags_of: Callable[[str, Annotation], tuple[str, ...]],
    now: dt.datetime | None,
) -> tuple[list[NoteChange], list[Problem]]:
    """Give the notes the tags that `tags_of` returns; only look where `now` is None."""
    changes: list[NoteChange] = []
    problems: list[Problem] = []
    for entry in entries:
        try:
            base = read_notes(entry)
            found = [
                NoteChange(entry.id, note.id, tuple(note.tags), after)
                for note in base.annotations
                if (after := tags_of(entry.id, note)) != tuple(note.tags)
            ]
            if found and now is not None:
                tags = {each.note: each.after for each in found}
                ours = (
                    replace(note, tags=tags[note.id], modified=max(now, note.modified))
                    if note.id in tags
                    else note
                    for note in base.annotations
                )
                save_notes(read_article(entry, settings), notes_path(entry), base, ours, now)
        except ProblemError as error:
            problems.append(error.problem)
        else:
            changes += found
    return changes, problems


def _books(dossier: Dossier, old: Sequence[str], new: str) -> tuple[list[BookChange], int, list[Problem]]:
    """Return the codebooks that name one of `old`, how many tags those are, and what is wrong."""
    books: list[BookChange] = []
    problems: list[Problem] = []
    coded = 0
    for root in dossier.roots:
        path = codebook_path(root)
        try:
            before, after, count = renamed_codebook(path, old, new)
        except ProblemError as error:
            problems.append(error.problem)
            continue
        coded += count
        if count:
            books.append(BookChange(path, before.decode(ANY), after.decode(ANY)))
    return books, coded, problems


def _home(dossier: Dossier) -> Sequence[str]:
    """Return what names the dossier: its folders, else those of its files."""
    return [str(root) for root in dossier.roots or dict.fromkeys(entry.root for entry in dossier.entries)]
