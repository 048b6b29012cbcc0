"""The notes of one open article: every change saved at once, and undone at will."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from fenttui.articles.article import Article
from fenttui.notes.anchoring import WHOLE_ARTICLE, anchor, in_text_order, make_target
from fenttui.notes.annotation import Anchor, Anchored, Annotation, Target
from fenttui.notes.history import Change
from fenttui.notes.identity import new_id
from fenttui.notes.merging import CONFLICT, merge, same
from fenttui.notes.notes_file import NotesFile, in_order
from fenttui.notes.store import read_notes, save_notes
from fenttui.problem import Problem, ProblemError

CHANGED_ELSEWHERE = "not possible: another program changed this note since"
BOTH_KEPT = f"another program changed it too: both are kept, the other one tagged {CONFLICT}"
CAME_BACK = f"another program changed the note deleted here: it is back, tagged {CONFLICT}"


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Notebook:
    """The notes of one article.

    A change is in memory first and then on the disk: where saving fails, the methods that change raise
    ProblemError, `unsaved` is true, and `save` tries again. A file that cannot be used is among `problems`;
    notes are then kept in memory until the file is mended, since it is never overwritten.
    """

    def __init__(
        self,
        article: Article,
        path: Path,
        clock: Callable[[], dt.datetime] = _utc_now,
        author: str = "",
    ) -> None:
        """Reads the notes.

        Args:
            article: The article that the notes are on.
            path: The notes' file, as `notes_path` gives it.
            clock: Gives the time now, with a time zone.
            author: Who writes the new notes.
        """
        self._article = article
        self._path = path
        self._clock = clock
        self._author = author
        self._base = NotesFile()
        self._annotations: tuple[Annotation, ...] = ()
        self._anchored: tuple[Anchored, ...] = ()
        self._anchors: dict[Target, Anchor] = {}
        self._undo: list[Change] = []
        self._redo: list[Change] = []
        self._unsaved = False
        self._problems: tuple[Problem, ...] = ()
        self._unreadable: Problem | None = None
        self._clash: str | None = None
        try:
            self._take(read_notes(article.entry, path))
        except ProblemError as error:
            self._problems = (error.problem,)
            self._unreadable = error.problem

    @property
    def anchored(self) -> tuple[Anchored, ...]:
        """The notes with their places: on the whole article first, then in text order, orphans last."""
        return self._anchored

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the notes' file, or with single records in it."""
        return self._problems

    @property
    def unreadable(self) -> Problem | None:
        """Why the notes' file could not be used and its notes are not among these; None where it could."""
        return self._unreadable

    @property
    def unsaved(self) -> bool:
        """Whether something is in memory alone."""
        return self._unsaved

    @property
    def path(self) -> Path:
        """The notes' file."""
        return self._path

    def find(self, identity: str) -> Annotation | None:
        """The note with this id."""
        return next((note for note in self._annotations if note.id == identity), None)

    def at(self, offset: int) -> Anchored | None:
        """The note on the shortest passage that contains the code point at `offset`."""
        found = [
            (note.anchor.end - note.anchor.start, index, note)
            for index, note in enumerate(self._anchored)
            if note.anchor.start is not None
            and note.anchor.end is not None
            and note.anchor.start <= offset < note.anchor.end
        ]
        return min(found)[2] if found else None

    def add(
        self,
        span: tuple[int, int] | None,
        body: str,
        tags: Iterable[str] = (),
        color: str = "yellow",
    ) -> Annotation:
        """Makes a note on `text[start:end]`, or on the whole article where `span` is None.

        Raises:
            ValueError: The span is empty or not inside the text.
            ProblemError: The note is made, but could not be saved.
        """
        target = make_target(self._article.text, *span) if span else None
        now = self._now()
        note = Annotation(new_id(self._clock()), now, now, self._author, tuple(tags), color, body, target)
        self._do(Change(None, note))
        return note

    def edit(
        self,
        identity: str,
        *,
        body: str | None = None,
        tags: Iterable[str] | None = None,
        color: str | None = None,
    ) -> Annotation:
        """Changes what is given of a note; without a difference nothing happens.

        Raises:
            KeyError: There is no note with this id.
            ProblemError: The note is changed, but could not be saved.
        """
        before = self._known(identity)
        after = replace(
            before,
            body=before.body if body is None else body,
            tags=before.tags if tags is None else tuple(tags),
            color=before.color if color is None else color,
        )
        if after == before:
            return before
        after = replace(after, modified=max(self._now(), before.modified))
        self._do(Change(before, after))
        return after

    def delete(self, identity: str) -> None:
        """Removes a note; `undo` brings it back.

        Raises:
            KeyError: There is no note with this id.
            ProblemError: The note is removed, but that could not be saved.
        """
        self._do(Change(self._known(identity), None))

    def undo(self) -> str | None:
        """Takes the last change back, as far as no other program touched the same note since.

        Returns:
            What happened, for the status line; None where there is nothing to undo.

        Raises:
            ProblemError: It is undone, but that could not be saved.
        """
        if not self._undo:
            return None
        change = self._undo.pop()
        if not self._apply(change.reversed()):
            return CHANGED_ELSEWHERE
        self._redo.append(change)
        self.save()
        if change.before is None:
            return "new note removed"
        return "deleted note restored" if change.after is None else "edit undone"

    def redo(self) -> str | None:
        """Makes the last undone change again; as `undo`."""
        if not self._redo:
            return None
        change = self._redo.pop()
        if not self._apply(change):
            return CHANGED_ELSEWHERE
        self._undo.append(change)
        self.save()
        if change.before is None:
            return "note added again"
        return "note deleted again" if change.after is None else "edit made again"

    def save(self) -> None:
        """Saves, and takes in what another program wrote meanwhile.

        Raises:
            ProblemError: Nothing was written; the notes stay in memory, `unsaved`.
        """
        self._unsaved = True
        saved = save_notes(self._article, self._path, self._base, self._annotations, self._clock())
        self._clash = self._clash_in(saved)
        self._take(saved)
        self._unsaved = False

    def take_clash(self) -> str | None:
        """What the last save found that another program had done to the same note; each is told once.

        Returns:
            It in words, for the status line; None where there was nothing.
        """
        clash, self._clash = self._clash, None
        return clash

    def reload(self) -> bool:
        """Takes in what another program wrote, without losing what is unsaved here.

        Returns:
            Whether the notes differ from before.

        Raises:
            ProblemError: The file cannot be used now; the notes here stay.
        """
        theirs = read_notes(self._article.entry, self._path)
        if self._base.content and not theirs.content:
            # A vanished file is written again by the next save rather than taken as every note's deletion.
            self._unsaved = True
            return False
        before = self._annotations
        merged = merge(self._base.annotations, before, theirs.annotations, lambda: new_id(self._clock()))
        own_content = self._base.written and self._base.content == theirs.content
        self._take(replace(theirs, written=own_content))
        if self._unsaved:
            self._show(merged)
        return len(before) != len(self._annotations) or not all(map(same, before, self._annotations))

    def _now(self) -> dt.datetime:
        return self._clock().astimezone(dt.UTC).replace(microsecond=0)

    def _known(self, identity: str) -> Annotation:
        note = self.find(identity)
        if note is None:
            raise KeyError(identity)
        return note

    def _do(self, change: Change) -> None:
        self._apply(change)
        self._undo.append(change)
        self._redo.clear()
        self.save()

    def _apply(self, change: Change) -> bool:
        """Makes a change in memory; false where another program's change of the note is in the way."""
        changed = change.apply(self._annotations)
        if changed is None:
            return False
        self._show(changed)
        return True

    def _clash_in(self, saved: NotesFile) -> str | None:
        """What of the notes that were saved came from a conflict, in words."""
        ours, known = ({note.id for note in notes} for notes in (self._annotations, self._base.annotations))
        taken = [note for note in saved.annotations if note.id not in ours and CONFLICT in note.tags]
        if any(note.id not in known for note in taken):
            return BOTH_KEPT
        return CAME_BACK if taken else None

    def _take(self, notes: NotesFile) -> None:
        self._base = notes
        self._unreadable = None
        self._problems = notes.problems
        self._show(notes.annotations)

    def _show(self, annotations: Iterable[Annotation]) -> None:
        self._annotations = in_order(annotations)
        text, known = self._article.text, self._anchors
        targets = (note.target for note in self._annotations)
        self._anchors = {target: known.get(target) or anchor(text, target) for target in targets if target}
        self._anchored = in_text_order(
            Anchored(note, self._anchors[note.target] if note.target else WHOLE_ARTICLE)
            for note in self._annotations
        )
