"""The notes of an article on disk: read from where they are, saved with what others wrote merged in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from fenttui.articles.article import Article, Entry
from fenttui.notes.anchoring import CERTAIN, anchor, make_target
from fenttui.notes.annotation import Annotation
from fenttui.notes.following import following
from fenttui.notes.history import keep_history
from fenttui.notes.identity import new_id
from fenttui.notes.merging import NoteRules
from fenttui.notes.notes_file import NotesFile, describe, in_order, parse_notes
from fenttui.notes.notes_path import notes_path, other_notes_path
from fenttui.notes.notes_writing import write_notes
from fenttui.notes.settling import settle
from fenttui.problem import Problem, ProblemError
from fenttui.storage.merging import merge_records
from fenttui.storage.record_file import load_file, save_file

_WHAT = "the notes"


@dataclass(frozen=True, slots=True)
class NoteStore:
    """Where the notes of one article are kept."""

    article: Article
    path: Path
    """The file that they are written to."""
    clock: Callable[[], dt.datetime]
    """Returns the current time, with a time zone."""

    def read(self) -> NotesFile:
        """Return the notes as they are kept now; raises as `read_notes` does."""
        return read_notes(self.article.entry, self.path)

    def save(self, base: NotesFile, records: Mapping[str, Annotation]) -> NotesFile:
        """Save notes; as `save_notes`."""
        now = self.clock()
        saved = save_notes(self.article, self.path, base, records.values(), now)
        entry = self.article.entry
        keep_history(entry.root, entry.id, base.records, records, now)
        return saved


def load_notes(path: Path) -> NotesFile:
    """Return what one notes' file holds; a missing one is empty.

    Raises:
        ProblemError: It cannot be read, does not parse, or is of a newer format.
    """
    return load_file(path, _WHAT, parse_notes, NotesFile())


def read_notes(entry: Entry, path: Path | None = None) -> NotesFile:
    """Return the notes of an article, from both files that they may be in.

    Of a note that is in both, the version modified last counts. The content is that of `path` alone.

    Args:
        entry: The article's entry.
        path: Where they are written; None for `notes_path(entry)`.

    Raises:
        ProblemError: The file at `path` cannot be used.
    """
    path = path or notes_path(entry)
    notes = _load_held(entry, path)
    other, problems = _load_other(entry, path)
    return replace(_with_other(notes, other), problems=(*notes.problems, *problems))


def save_notes(
    article: Article, path: Path, base: NotesFile, ours: Iterable[Annotation], now: dt.datetime
) -> NotesFile:
    """Save the notes of an article, with what another program wrote since `base` merged in.

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
    records = {note.id: note for note in ours}
    rules = NoteRules(lambda: new_id(now))
    settle(article.entry, path, _WHAT)

    def merge(theirs: NotesFile) -> NotesFile:
        other, problems = _load_other(article.entry, path)
        merged = merge_records(base.records, records, _with_other(theirs, other).records, rules)
        return replace(
            theirs,
            removed=base.removed,
            annotations=tuple(_reanchored(note, article.text) for note in merged.records.values()),
            deleted=(theirs.deleted | other.records.keys()) - merged.records.keys(),
            problems=problems,
            clashes=merged.clashes,
        )

    return save_file(
        path,
        _WHAT,
        base,
        read=partial(load_notes, path),
        merge=merge,
        write=partial(write_notes, path, describe(article)),
    )


def _load_held(entry: Entry, path: Path) -> NotesFile:
    """Return the notes of an article whose own file is `path`, from the file that holds them now."""
    holder = following(entry.root).holder(path)
    return load_notes(holder) if holder is not None else NotesFile()


def _load_other(entry: Entry, path: Path) -> tuple[NotesFile, tuple[Problem, ...]]:
    """Return the notes in the file that is only read, and what is wrong with it."""
    try:
        other = _load_held(entry, other_notes_path(entry, path))
    except ProblemError as error:
        return NotesFile(), (error.problem,)
    return other, other.problems


def _with_other(notes: NotesFile, other: NotesFile) -> NotesFile:
    """Return notes with those of the file that is only read."""
    if not other.annotations:
        return notes
    joined = dict(notes.records)
    for note in other.annotations:
        here = joined.get(note.id)
        if (here is None and note.id not in notes.deleted) or (here and note.modified > here.modified):
            joined[note.id] = note
    return replace(notes, annotations=in_order(joined.values()))


def _reanchored(note: Annotation, text: str) -> Annotation:
    """Return the note with its passage as it is in `text`, where that is certain: a doubt is the reader's."""
    # A passage that somebody wrote without offsets is found by its words each time.
    if note.target is None or note.target.start < 0:
        return note
    found = anchor(text, note.target)
    if found.found not in ("quote", "context") or found.score < CERTAIN:
        return note
    if found.start is None or found.end is None:
        return note
    return replace(note, target=make_target(text, found.start, found.end))
