"""Notes' files renamed to where their articles' notes are to be."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path

from fenttui.articles.article import Entry
from fenttui.notes.following import following
from fenttui.storage.atomic import make_folder
from fenttui.storage.saving import saving


def settle(entry: Entry, path: Path, what: str) -> None:
    """Before notes of `entry` are saved at `path`: rename the file that holds them to it.

    A file of that name which holds the notes of another article is first renamed to that article's.

    Args:
        entry: The article's entry.
        path: Where its notes are to be saved.
        what: What the file holds, for a message.

    Raises:
        ProblemError: A file cannot be renamed; nothing is lost.
    """
    moves = following(entry.root)
    lent = moves.lent.get(path)
    if lent is not None:
        _rename(path, lent, what)
    holder = moves.held.get(path)
    if holder is not None:
        _rename(holder, path, what)


def _rename(old: Path, new: Path, what: str) -> None:
    """Rename a file of notes and the backup of it, under the locks of both folders, unless `new` exists."""
    with ExitStack() as locks:
        # In one order for all programs, so that no two wait for each other.
        for file in sorted({old.parent: old, new.parent: new}.values()):
            locks.enter_context(saving(file, what))
        make_folder(new.parent)
        if os.path.lexists(new) or not os.path.lexists(old):
            return
        backups = [file.with_name(f"{file.name}~") for file in (old, new)]
        if backups[0].is_file() and not os.path.lexists(backups[1]):
            backups[0].rename(backups[1])
        old.rename(new)
