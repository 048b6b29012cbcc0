"""The notes of one open article: each change is saved at once and can be undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from fenttui.articles.article import Article
from fenttui.notes.anchoring import anchor_note, in_text_order, make_target, places
from fenttui.notes.annotation import Anchor, Anchored, Annotation
from fenttui.notes.conflicts import Choice, settled
from fenttui.notes.identity import new_id
from fenttui.notes.merging import NoteLosses, NoteRules
from fenttui.notes.notes_file import NotesFile
from fenttui.notes.store import NoteStore
from fenttui.problem import Problem
from fenttui.storage.journal import Journal

CHANGED_ELSEWHERE = "not possible: another program changed this note since"


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Notebook:
    """The notes of one article.

    A change is made in memory and then saved: where saving fails, the methods that change raise ProblemError,
    `unsaved` is true, and `save` tries again. A file that cannot be used is among `problems`; notes are then
    kept in memory until the file is fixed, since it is never overwritten.
    """

    def __init__(
        self,
        article: Article,
        path: Path,
        clock: Callable[[], dt.datetime] = _utc_now,
        author: str = "",
        edited: Callable[[], None] = lambda: None,
    ) -> None:
        """Read the notes.

        Args:
            article: The article that the notes are on.
            path: The notes' file, as `notes_path` gives it.
            clock: Gives the time now, with a time zone.
            author: Who writes the new notes.
            edited: Is called for each change that `undo` takes back, before it is saved.
        """
        self._article = article
        self._path = path
        self._clock = clock
        self._author = author
        self._edited = edited
        self._anchored: tuple[Anchored, ...] = ()
        self._journal: Journal[str, Annotation, NotesFile] = Journal(
            NoteStore(article, path, clock),
            NoteRules(lambda: new_id(clock())),
            NotesFile(),
            refusal=CHANGED_ELSEWHERE,
            changed=self._show,
            losses=NoteLosses(path.name, edited),
        )

    @property
    def anchored(self) -> tuple[Anchored, ...]:
        """The notes with their anchors: on the whole article first, then in text order, orphans last."""
        return self._anchored

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the notes' file, or with single records in it."""
        return self._journal.problems

    @property
    def unreadable(self) -> Problem | None:
        """Why the notes' file could not be used when it was last read; None where it could."""
        return self._journal.unreadable

    @property
    def unsaved(self) -> bool:
        """Whether something is in memory alone."""
        return self._journal.unsaved

    @property
    def path(self) -> Path:
        """The notes' file."""
        return self._path

    def find(self, identity: str) -> Annotation | None:
        """Return the note with this id; None where there is none."""
        return self._journal.records.get(identity)

    def add(
        self,
        span: tuple[int, int] | None,
        body: str,
        tags: Iterable[str] = (),
        color: str = "yellow",
    ) -> Annotation:
        """Make a note on `text[start:end]`, or on the whole article where `span` is None.

        Raises:
            ValueError: The span is empty or not inside the text.
            ProblemError: The note is made, but could not be saved.
        """
        (note,) = self.add_many([span], body, tags, color)
        return note

    def add_many(
        self,
        spans: Iterable[tuple[int, int] | None],
        body: str,
        tags: Iterable[str] = (),
        color: str = "yellow",
    ) -> list[Annotation]:
        """Make a note on each span, all of them as one step of undo.

        Raises:
            ValueError: A span is empty or not inside the text; no note is made.
            ProblemError: The notes are made, but could not be saved.
        """
        targets = [make_target(self._article.text, *span) if span else None for span in spans]
        now, held = self._now(), tuple(tags)
        notes = [
            Annotation(new_id(self._clock()), now, now, self._author, held, color, body, target)
            for target in targets
        ]
        count = len(notes)
        undone, redone = (
            ("new note removed", "note added again")
            if count == 1
            else (f"{count} new notes removed", f"{count} notes added again")
        )
        self._edit({note.id: note for note in notes}, undone=undone, redone=redone)
        return notes

    def edit(
        self,
        identity: str,
        *,
        body: str | None = None,
        tags: Iterable[str] | None = None,
        color: str | None = None,
    ) -> Annotation:
        """Change what is given of a note; without a difference nothing happens.

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
        self._edit({identity: after}, undone="edit undone", redone="edit redone")
        return after

    def attach(self, identity: str, span: tuple[int, int]) -> Annotation:
        """Put a note on `text[start:end]`; `undo` puts it back.

        Raises:
            KeyError: There is no note with this id.
            ValueError: The span is empty or not inside the text.
            ProblemError: The note is attached there, but that could not be saved.
        """
        before = self._known(identity)
        after = replace(before, target=make_target(self._article.text, *span))
        if after == before:
            return before
        after = replace(after, modified=max(self._now(), before.modified))
        self._edit({identity: after}, undone="note is back where it was", redone="note attached there again")
        return after

    def settle(self, identity: str, choice: Choice) -> bool:
        """Settle the conflict of a note: keep this version, the other one, or both.

        Returns:
            Whether it has one.

        Raises:
            KeyError: There is no note with this id.
            ProblemError: It is settled, but that could not be saved.
        """
        changes = settled(self._journal.records, identity, choice)
        if changes:
            self._edit(changes, undone="both versions are back", redone="conflict settled again")
        return bool(changes)

    def places(self, identity: str) -> tuple[Anchor, ...]:
        """Return where the passage of a note may be, the likeliest place first.

        Raises:
            KeyError: There is no note with this id.
        """
        target = self._known(identity).target
        return places(self._article.text, target) if target is not None else ()

    def delete(self, identity: str) -> None:
        """Remove a note; `undo` restores it.

        Raises:
            KeyError: There is no note with this id.
            ProblemError: The note is removed, but that could not be saved.
        """
        note = self._known(identity)
        self._edit({note.id: None}, undone="deleted note restored", redone="note deleted again")

    def change(self, changes: Mapping[str, Annotation | None], *, undone: str, redone: str) -> None:
        """Change several notes in one step.

        Args:
            changes: By id, the notes as they are to be; None for one that is removed.
            undone: What `undo` says of this change.
            redone: What `redo` says of it.

        Raises:
            ProblemError: The notes are changed, but that could not be saved.
        """
        now = self._now()
        self._edit(
            {
                key: replace(note, modified=max(now, note.modified)) if note is not None else None
                for key, note in changes.items()
            },
            undone=undone,
            redone=redone,
        )

    def bring_back(self, note: Annotation) -> None:
        """Put a note that was deleted earlier back as it was.

        Raises:
            ProblemError: It is back, but that could not be saved.
        """
        self._edit({note.id: note}, undone="note deleted again", redone="deleted note restored")

    def undo(self) -> str | None:
        """Take the last change back, unless another program changed the same of the note since.

        Returns:
            What happened, for the status line; None where there is nothing to undo.

        Raises:
            ProblemError: It is undone, but that could not be saved.
        """
        return self._journal.undo()

    def redo(self) -> str | None:
        """Make the last undone change again; as `undo`."""
        return self._journal.redo()

    def continue_from(self, earlier: Notebook) -> None:
        """Make the changes of an earlier notebook of the same article the ones that `undo` takes back."""
        self._journal.continue_from(earlier._journal)

    def save(self) -> None:
        """Save, and take in what another program wrote meanwhile.

        Raises:
            ProblemError: Nothing was written; the notes stay in memory, `unsaved`.
        """
        self._journal.save()

    def take_clash(self) -> str | None:
        """Return what another program had done to a note that was changed here; each is returned once.

        Returns:
            A sentence for the status line; None where there was nothing.
        """
        return self._journal.take_clash()

    def reload(self) -> bool:
        """Take in what another program wrote, without losing what is unsaved here.

        Returns:
            Whether the notes differ from before.

        Raises:
            ProblemError: The file cannot be used now; the notes here stay.
        """
        return self._journal.reload()

    def _edit(self, changes: Mapping[str, Annotation | None], *, undone: str, redone: str) -> None:
        self._edited()
        self._journal.edit(changes, undone=undone, redone=redone)

    def _now(self) -> dt.datetime:
        return self._clock().astimezone(dt.UTC).replace(microsecond=0)

    def _known(self, identity: str) -> Annotation:
        note = self.find(identity)
        if note is None:
            raise KeyError(identity)
        return note

    def _show(self, notes: Mapping[str, Annotation]) -> None:
        self._anchored = in_text_order(anchor_note(self._article.text, note) for note in notes.values())
