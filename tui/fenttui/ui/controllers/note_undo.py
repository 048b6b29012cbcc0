"""Undo and redo of notes, in whichever articles they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fenttui.ui.wording import shortened, tell_problems

if TYPE_CHECKING:
    from fenttui.ui.host import Host
    from fenttui.ui.session.note_steps import Stepped
    from fenttui.ui.widgets.notes_panel import NotesPanel
    from fenttui.ui.workspace import Workspace


class NoteUndo:
    """Takes changes of notes back and says so."""

    def __init__(self, host: Host, workspace: Workspace, panel: NotesPanel) -> None:
        self._host = host
        self._workspace = workspace
        self._panel = panel

    def undo(self, count: int) -> bool:
        """Undo the last changes; return whether there was one."""
        return self._step(count, self._workspace.session.notes.steps.undo, "nothing to undo among the notes")

    def redo(self, count: int) -> bool:
        """Redo the last undone changes; return whether there was one."""
        return self._step(count, self._workspace.session.notes.steps.redo, "nothing to redo among the notes")

    def _step(self, count: int, step: Callable[[], Stepped | None], otherwise: str) -> bool:
        notebook = self._workspace.notebook
        if notebook is None:
            return False
        done = False
        before = {note.annotation.id for note in notebook.anchored}
        for _ in range(count):
            stepped = step()
            if stepped is None:
                self._host.say(otherwise)
                break
            done = True
            self._tell_step(stepped)
            if stepped.problem is not None:
                break
        notebook = self._workspace.notebook or notebook
        # The next key acts on the note that came back.
        came_back = [note.annotation.id for note in notebook.anchored if note.annotation.id not in before]
        if came_back:
            self._panel.light(came_back[0])
        return done

    def _tell_step(self, stepped: Stepped) -> None:
        """Show what an undo or a redo did, and name the articles where it is not the open one alone."""
        workspace, notes = self._workspace, self._workspace.session.notes
        for article_id in stepped.article_ids:
            notes.recount(article_id)
        workspace.tell_notes()
        if stepped.problem is not None:
            self._host.say(f"{stepped.said}: {tell_problems([stepped.problem])}", error=True)
            return
        here = workspace.article.id if workspace.article is not None else None
        said = stepped.said
        if len(stepped.article_ids) > 1:
            said = f"{said} in {len(stepped.article_ids)} articles"
        elif stepped.article_ids != (here,):
            headline = workspace.session.library.headlines.get(stepped.article_ids[0])
            said = f"{said} in “{shortened(headline.title)}”" if headline is not None else said
        clash = workspace.notebook.take_clash() if workspace.notebook else None
        self._host.say(f"{said}; {clash}" if clash else said)
