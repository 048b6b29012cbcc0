"""A file that holds the records of one kind: read whole, merged and written whole."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from fenttui.problem import Problem
from fenttui.storage.merging import Key, Record
from fenttui.storage.saving import keep_beside, read_saved, saving, write_over


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFile(ABC, Generic[Key, Record]):
    """What one file holds. Each kind of record has a subclass with the other fields of its file."""

    unknown: Mapping[str, Any] = field(default_factory=dict)
    """Top-level keys that the format does not name."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with single records."""
    content: bytes = b""
    """The file as it was read or written; empty where there is none."""
    written: bool = False
    """Whether `content` was written by this session."""
    removed: Mapping[Any, str] = field(default_factory=dict, repr=False, compare=False)
    """How records that this session removed stood in the file, for one that comes back."""
    drops: bool = False
    """Whether `content` lacks comments of the file that it replaces, which is then kept beside it."""
    clashes: tuple[str, ...] = ()
    """Messages about records that another program changed too, if this was merged with its file."""

    @property
    @abstractmethod
    def records(self) -> Mapping[Key, Record]:
        """The records that could be read."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing for which a file has to be made."""
        return not self.records


File = TypeVar("File", bound=RecordFile[Any, Any])

_TRIES = 5
"""How often a save begins anew where there are no locks and another program was faster."""


def load_file(path: Path, what: str, parse: Callable[[Path, bytes], File], empty: File) -> File:
    """Return what a file holds; `empty` where it is missing or blank.

    Args:
        path: The file.
        what: What it holds, in the plural: "the notes".
        parse: Reads its bytes.
        empty: What an empty file holds.

    Raises:
        ProblemError: It cannot be read, or `parse` refuses it.
    """
    content = read_saved(path, what)
    return parse(path, content) if content.strip() else empty


def save_file(
    path: Path,
    what: str,
    base: File,
    *,
    read: Callable[[], File],
    merge: Callable[[File], File],
    write: Callable[[File], File],
) -> File:
    """Save records under a lock, with what another program wrote since `base` merged in.

    Args:
        path: The file.
        what: What it holds, in the plural: "the notes".
        base: The file as it was last read or written.
        read: Reads the file as it is now.
        merge: Returns the file to write, from the one that `read` gave; its problems are those that are not
            in the file itself.
        write: Returns the file with its new `content`, as reading that back gives it.

    Returns:
        The file as it is on the disk now.

    Raises:
        ProblemError: Nothing was written and the old file is as it was.
    """
    with saving(path, what) as locked:
        theirs = read()
        saved = _merged(base, theirs, merge, write)
        for _ in range(_TRIES):
            # Without locks another program may have saved meanwhile: what it wrote is merged in, too.
            if locked or read_saved(path, what) == theirs.content:
                break
            theirs = read()
            saved = _merged(base, theirs, merge, write)
        if saved is None:
            return merge(theirs)
        on_disk = theirs.content
        own = base.written and base.content == on_disk and not saved.drops
        if on_disk and base.content != on_disk and base.records.keys() - theirs.records.keys():
            # What vanished from the file stands in no file now, unless it was kept when it was replaced.
            keep_beside(path, base.content)
        write_over(path, saved.content, on_disk, own=own)
        return replace(saved, written=True)


def _merged(
    base: File, theirs: File, merge: Callable[[File], File], write: Callable[[File], File]
) -> File | None:
    """Return the file to write; None where there is nothing for which one has to be made."""
    vanished = bool(base.content) and not theirs.content
    # A file that vanished or was emptied is an accident, not the wish to remove every record in it.
    result = merge(base if vanished else theirs)
    if result.is_empty and not theirs.content and not vanished:
        return None
    # Read back before it replaces anything: what cannot be read must not be written.
    saved = write(result)
    return replace(saved, problems=(*saved.problems, *result.problems), clashes=result.clashes)
