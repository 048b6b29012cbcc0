"""The notes of a stray or of a copy given to an article, merged by id; the file itself is kept."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, replace
from pathlib import Path

from fenttui.articles.article import Article
from fenttui.notes.annotation import Annotation
from fenttui.notes.identity import new_id
from fenttui.notes.merging import NoteRules
from fenttui.notes.notes_file import NotesFile
from fenttui.notes.notes_path import notes_path
from fenttui.notes.store import load_notes, read_notes, save_notes
from fenttui.problem import Problem, ProblemError, reason
from fenttui.storage.merging import merge_records
from fenttui.storage.saving import saving

_WHAT = "the notes"


@dataclass(frozen=True, slots=True)
class Adopted:
    """What became of a file whose notes were given to an article."""

    path: Path
    """The notes' file of the article."""
    kept: Path
    """Where the file is kept, under a name that nothing reads; `path` where it became the article's."""
    added: int
    """How many notes the article has more, kept versions included."""
    conflicts: int
    """How many notes differed, of which both versions are kept."""
    problems: tuple[Problem, ...]
    """What is wrong with single notes of the file, which stay in it alone."""


def adopt(source: Path, article: Article, now: dt.datetime) -> Adopted:
    """Merge the notes of a file into those of an article, and rename the file to one that nothing reads.

    Raises:
        ProblemError: Nothing is lost: either file cannot be used, the notes cannot be saved, or the file was
            changed meanwhile.
    """
    path = notes_path(article.entry)
    if not source.is_file():
        raise ProblemError(Problem(source, "there is no such file; check the path"))
    theirs = load_notes(source)
    # The file may hold the article's notes already, as one that follows it does.
    ours = read_notes(article.entry, path)
    rules = NoteRules(lambda: new_id(now))
    differing = {
        note.id: note
        for note in theirs.annotations
        if not (known := ours.records.get(note.id)) or not _says_the_same(known, note, rules)
    }
    merged = merge_records({}, ours.records, differing, rules).records
    # Also where nothing differs: the article's notes may be read from the very file that is put away.
    save_notes(article, path, ours, merged.values(), now)
    kept = _put_away(source, theirs, path)
    conflicts = len(merged.keys() - ours.records.keys() - differing.keys())
    return Adopted(path, kept, len(merged) - len(ours.records), conflicts, theirs.problems)


def _says_the_same(one: Annotation, other: Annotation, rules: NoteRules) -> bool:
    """Return whether two versions of a note are the same but for where their passage was found."""
    if one.target is not None and other.target is not None and one.target.exact == other.target.exact:
        other = replace(other, target=one.target)
    return rules.same(one, other)


def _put_away(source: Path, read: NotesFile, path: Path) -> Path:
    """Rename a file whose notes are saved in `path`, and return its new name."""
    with saving(source, _WHAT):
        # A file that followed its article was renamed by the save.
        if not source.is_file():
            return path
        if source.read_bytes() != read.content:
            message = "the file was changed meanwhile and is kept; call the command again"
            raise ProblemError(Problem(source, message))
        kept, number = source.with_name(f"{source.name}.merged"), 2
        while os.path.lexists(kept):
            kept, number = source.with_name(f"{source.name}.merged-{number}"), number + 1
        try:
            source.rename(kept)
        except OSError as error:
            message = f"its notes are in {path} now, but it cannot be renamed, {reason(error)}; delete it"
            raise ProblemError(Problem(source, message)) from None
        return kept
