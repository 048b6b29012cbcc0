"""The notes on disk: read from where they are, saved under a lock with what others wrote merged in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from fenttui.articles.article import Article, Entry
from fenttui.corrections.location import notes_path, other_notes_path
from fenttui.notes.anchoring import anchor, make_target
from fenttui.notes.annotation import Annotation
from fenttui.notes.identity import new_id
from fenttui.notes.merging import merge
from fenttui.notes.notes_file import NotesFile, format_notes, in_order, parse_notes
from fenttui.problem import Problem, ProblemError
from fenttui.storage.saving import read_saved, saving, write_over

_WHAT = "the notes"


def load_notes(path: Path) -> NotesFile:
    """Reads one notes' file; a missing one is empty.

    Raises:
        ProblemError: It cannot be read, does not parse, or is of a newer format.
    """
    content = read_saved(path, _WHAT)
    return parse_notes(path, content) if content.strip() else NotesFile()


def read_notes(entry: Entry, path: Path | None = None) -> NotesFile:
    """The notes of an article, from both places where they may be.

    Of a note that is in both, the version modified last counts. The content is that of `path` alone.

    Args:
        entry: The article's entry.
        path: Where they are written; None for `notes_path(entry)`.

    Raises:
        ProblemError: The file at `path` cannot be used.
    """
    path = path or notes_path(entry)
    notes = load_notes(path)
    other, problems = _load_other(entry, path)
    if not other.annotations:
        return replace(notes, problems=(*notes.problems, *problems))
    joined = {note.id: note for note in notes.annotations}
    for note in other.annotations:
        here = joined.get(note.id)
        if (here is None and note.id not in notes.deleted) or (here and note.modified > here.modified):
            joined[note.id] = note
    return replace(notes, annotations=in_order(joined.values()), problems=(*notes.problems, *problems))


def save_notes(
    article: Article, path: Path, base: NotesFile, ours: Iterable[Annotation], now: dt.datetime
) -> NotesFile:
    """Saves the notes of an article, with what another program wrote since `base` merged in.

    Args:
        article: The article; the passages are found in its text again before their offsets are written.
        path: The notes' file.
        base: The notes as they were last read or written.
        ours: The notes to save.
        now: The time, for the ids of versions kept after a conflict.

    Returns:
        The notes as they are on the disk now.

    Raises:
        ProblemError: Nothing was written and the old file is as it was.
    """
    with saving(path, _WHAT):
        return _save_locked(article, path, base, ours, now)


def _save_locked(
    article: Article, path: Path, base: NotesFile, ours: Iterable[Annotation], now: dt.datetime
) -> NotesFile:
    ours = tuple(ours)
    theirs = read_notes(article.entry, path)
    on_disk = theirs.content
    if base.content and not on_disk:
        # A file that vanished or was emptied is an accident, not the wish to delete every note in it.
        theirs = base
    merged = merge(base.annotations, ours, theirs.annotations, lambda: new_id(now))
    kept = {note.id for note in merged}
    other, _ = _load_other(article.entry, path)
    result = replace(
        theirs,
        annotations=tuple(_placed(note, article.text) for note in merged),
        deleted=(theirs.deleted | {note.id for note in other.annotations}) - kept,
    )
    if not on_disk and not result.annotations:
        return NotesFile(problems=theirs.problems)
    content = format_notes(article, result)
    # Read back before it replaces anything: what cannot be read must not be written.
    saved = parse_notes(path, content)
    write_over(path, content, on_disk, own=base.written and base.content == on_disk)
    return replace(saved, problems=theirs.problems, written=True)


def _load_other(entry: Entry, path: Path) -> tuple[NotesFile, tuple[Problem, ...]]:
    """The notes in the place that is only read, and what is wrong with them."""
    try:
        other = load_notes(other_notes_path(entry, path))
    except ProblemError as error:
        return NotesFile(), (error.problem,)
    return other, other.problems


def _placed(note: Annotation, text: str) -> Annotation:
    """The note with the offsets of its passage in `text`, where that passage is certain."""
    if note.target is None:
        return note
    found = anchor(text, note.target)
    if found.found != "quote" or found.score < 1.0 or found.start is None or found.end is None:
        return note
    return replace(note, target=make_target(text, found.start, found.end))
