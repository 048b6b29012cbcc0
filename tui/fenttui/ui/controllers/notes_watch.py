"""What other programs do to the open article's notes appears in the panel without a key.

The file is looked at every other second: what tells of changes by itself does not on network file systems.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from fenttui.problem import ProblemError
from fenttui.ui.wording import tell_problems
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.notes.notebook import Notebook
    from fenttui.ui.host import Host
    from fenttui.ui.workspace import Workspace

EVERY = 2.0
"""Seconds from one look to the next."""

_State: TypeAlias = tuple[int, int, int] | None
"""When a file was written, its size and its number on the disk; None where there is none."""


class NotesWatch:
    """Looks whether the notes of the open article were changed by another program."""

    def __init__(self, host: Host, workspace: Workspace) -> None:
        self._host = host
        self._workspace = workspace
        self._seen: _State = None
        workspace.notes_changed.subscribe(self._remember)
        self._remember()

    async def look(self) -> None:
        """Look once; take in a change, and tell it."""
        notebook = self._workspace.notebook
        if notebook is None:
            return
        # In a thread: a network file system that does not answer must not hold the keys.
        state = await asyncio.to_thread(_state_of, notebook.path)
        if notebook is self._workspace.notebook and state != self._seen:
            self._seen = state
            self._take_in(notebook, state)

    def _take_in(self, notebook: Notebook, state: _State) -> None:
        try:
            changed = notebook.reload()
        except ProblemError as error:
            self._workspace.tell_notes()
            self._host.say(tell_problems([error.problem]), error=True)
            return
        name = visible_line(notebook.path.name)
        if state is None and notebook.unsaved:
            self._workspace.tell_notes()
            self._host.say(f"{name} is gone; the notes are in memory, and the next save writes them again")
        elif changed:
            self._workspace.tell_notes()
            said = notebook.take_clash()
            self._host.say(said or f"another program changed {name}: its notes are shown")

    def _remember(self) -> None:
        """Remember the file as this program knows it."""
        notebook = self._workspace.notebook
        self._seen = _state_of(notebook.path) if notebook is not None else None


def _state_of(path: Path) -> _State:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
