"""Changes of records: each is saved at once, merged with what other programs write, and can be undone."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar

from fenttui.problem import Problem, ProblemError
from fenttui.storage.merging import (
    ClashError,
    Key,
    MergeRules,
    Record,
    join_record,
    merge_records,
    same_records,
)
from fenttui.storage.record_file import File

Lost = TypeVar("Lost", contravariant=True)


class Store(Protocol[File]):
    """Where the records of a journal are kept."""

    def read(self) -> File:
        """Return the records as they are kept now.

        Raises:
            ProblemError: They cannot be used.
        """

    def save(self, base: File, records: Mapping[Any, Any]) -> File:
        """Save records, with what another program wrote since `base` merged in, and return what is kept now.

        Raises:
            ProblemError: Nothing was written.
        """


@dataclass(frozen=True, slots=True)
class _Step(Generic[Key, Record]):
    """One change, by the records that it touched; a record that is missing from a side was not there."""

    before: Mapping[Key, Record]
    after: Mapping[Key, Record]
    undone: str
    redone: str


class Losses(Protocol[Lost]):
    """What is told of records that were lost from the file by other hands than the user's."""

    def is_lost(self, before: Lost, after: Lost | None) -> bool:
        """Return whether `after`, now in the file, is less than `before` was; None means a missing record."""

    def noted(self) -> None:
        """Take note that there is a step that `undo` takes back: the lost records."""

    def tell(self, count: int) -> str:
        """Return the sentence that says that so many records were lost and that undo brings them back."""

    def tell_back(self, count: int) -> str:
        """Return what `undo` says when it has brought them back."""

    def tell_again(self, count: int) -> str:
        """Return what `redo` says when they are as the file had them."""


class Journal(Generic[Key, Record, File]):
    """The records of one file, with the changes that this session made to them.

    A change is made in memory and then saved: where saving fails, the methods that change raise ProblemError,
    `unsaved` is true, and `save` tries again. A file that cannot be used is never overwritten: `unreadable`
    says why, and changes are kept in memory until it is fixed.
    """

    def __init__(
        self,
        store: Store[File],
        rules: MergeRules[Key, Record],
        empty: File,
        *,
        refusal: str,
        changed: Callable[[Mapping[Key, Record]], None],
        losses: Losses[Record] | None = None,
    ) -> None:
        """Read the records.

        Args:
            store: Where they are kept.
            rules: How they are compared and merged.
            empty: What an empty file holds.
            refusal: What `undo` and `redo` say where another program changed the same record since.
            changed: Takes the records each time that they may have changed, before anything is saved.
            losses: What is told of records that vanished from the file, each time a step that `undo` takes
                back; None where that is no loss.
        """
        self._store = store
        self._rules = rules
        self._base = empty
        self._records: Mapping[Key, Record] = empty.records
        self._refusal = refusal
        self._changed = changed
        self._losses = losses
        self._done: list[_Step[Key, Record]] = []
        self._undone: list[_Step[Key, Record]] = []
        self._unsaved = False
        self._unreadable: Problem | None = None
        self._clashes: list[str] = []
        with contextlib.suppress(ProblemError):
            self.reload()

    @property
    def records(self) -> Mapping[Key, Record]:
        """The records with every change of this session."""
        return self._records

    @property
    def unsaved(self) -> bool:
        """Whether something is in memory alone."""
        return self._unsaved

    @property
    def unreadable(self) -> Problem | None:
        """Why the file could not be used when it was last read; None where it could."""
        return self._unreadable

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the file, or with single records in it."""
        return (*(() if self._unreadable is None else (self._unreadable,)), *self._base.problems)

    def edit(self, changes: Mapping[Key, Record | None], *, undone: str, redone: str) -> None:
        """Change records, and save.

        Args:
            changes: The records as they are to be; None for one that is removed.
            undone: What `undo` says of this change.
            redone: What `redo` says of it.

        Raises:
            ProblemError: The change is made, but could not be saved.
        """
        before = {key: self._records[key] for key in changes if key in self._records}
        after = {key: record for key, record in changes.items() if record is not None}
        self._put(changes)
        self._done.append(_Step(before, after, undone, redone))
        self._undone.clear()
        self.save()

    def undo(self) -> str | None:
        """Take the last change back, unless another program changed the same since.

        Returns:
            What happened, for the status line; None where there is nothing to undo.

        Raises:
            ProblemError: It is undone, but that could not be saved.
        """
        if not self._done:
            return None
        step = self._done.pop()
        if not self._replace(step.after, step.before):
            return self._refusal
        self._undone.append(step)
        self.save()
        return step.undone

    def redo(self) -> str | None:
        """Make the last undone change again; as `undo`."""
        if not self._undone:
            return None
        step = self._undone.pop()
        if not self._replace(step.before, step.after):
            return self._refusal
        self._done.append(step)
        self.save()
        return step.redone

    def continue_from(self, earlier: Journal[Key, Record, File]) -> None:
        """Take over what an earlier journal of the same file could undo and redo."""
        self._done, self._undone = list(earlier._done), list(earlier._undone)

    def save(self) -> None:
        """Save, and take in what another program wrote meanwhile.

        Raises:
            ProblemError: Nothing was written; the records stay in memory, `unsaved`.
        """
        self._unsaved = True
        base, before = self._base, self._records
        try:
            saved = self._store.save(base, before)
        except ProblemError:
            self._find_unreadable()
            raise
        self._note_losses(base.records, before, saved.records)
        self._take(saved, saved.records)
        self._clashes += saved.clashes
        self._unsaved = False

    def reload(self) -> bool:
        """Take in what another program wrote, without losing what is unsaved here.

        Returns:
            Whether the records differ from before.

        Raises:
            ProblemError: The file cannot be used now; the records here stay.
        """
        try:
            theirs = self._store.read()
        except ProblemError as error:
            self._unreadable = error.problem
            raise
        base, before = self._base, self._records
        if base.content and not theirs.content:
            # A vanished file is written again by the next save rather than taken as every record's removal.
            self._unreadable = None
            self._unsaved = True
            return False
        records: Mapping[Key, Record] = theirs.records
        if self._unsaved:
            merged = merge_records(base.records, before, records, self._rules)
            records = merged.records
            self._clashes += merged.clashes
        own = base.written and base.content == theirs.content
        self._note_losses(base.records, before, records)
        self._take(replace(theirs, written=own, removed=base.removed), records)
        return not same_records(before, records, self._rules)

    def take_clash(self) -> str | None:
        """Return what merging found that another program had changed too; each is returned once.

        Returns:
            Sentences for the status line; None where there was nothing.
        """
        clashes = dict.fromkeys(self._clashes)
        self._clashes.clear()
        return "; ".join(clashes) or None

    def _find_unreadable(self) -> None:
        """Find out whether nothing was saved because the file cannot be used."""
        self._unreadable = None
        try:
            self._store.read()
        except ProblemError as error:
            self._unreadable = error.problem

    def _note_losses(
        self, base: Mapping[Key, Record], before: Mapping[Key, Record], after: Mapping[Key, Record]
    ) -> None:
        """Make a step of what the file had and has no more, and tell it: nobody here wished that."""
        losses = self._losses
        if losses is None:
            return
        lost = {
            key: record
            for key, record in before.items()
            if key in base and losses.is_lost(record, after.get(key))
        }
        if lost:
            now = {key: after[key] for key in lost if key in after}
            count = len(lost)
            self._done.append(_Step(lost, now, losses.tell_back(count), losses.tell_again(count)))
            self._clashes.append(losses.tell(count))
            losses.noted()

    def _take(self, file: File, records: Mapping[Key, Record]) -> None:
        self._base = file
        self._unreadable = None
        self._show(records)

    def _show(self, records: Mapping[Key, Record]) -> None:
        self._records = records
        self._changed(records)

    def _put(self, changes: Mapping[Key, Record | None]) -> None:
        after = {**self._records, **changes}
        self._show({key: record for key, record in after.items() if record is not None})

    def _replace(self, before: Mapping[Key, Record], after: Mapping[Key, Record]) -> bool:
        """Replace records by others; return false where another program changed one of them since."""
        try:
            changes = {
                key: join_record(before.get(key), after.get(key), self._records.get(key), self._rules)
                for key in {**before, **after}
            }
        except ClashError:
            return False
        self._put(changes)
        return True
