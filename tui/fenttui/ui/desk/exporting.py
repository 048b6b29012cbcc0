"""Exporting from the screen: what is proposed, and the file as the export command writes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fenttui.problem import Problem, ProblemError
from fenttui.ui.desk.telling import tell_problems

if TYPE_CHECKING:
    from fenttui.ui.desk.desk import Desk
    from fenttui.ui.screens.export import ExportWish, Scope


class Exporting:
    """The export screen, and what it asks for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self) -> None:
        """Open the export screen."""
        # ~10 ms
        from fenttui.ui.screens.export import Export

        article, session = self._desk.article, self._desk.session
        if article is None:
            self._desk.say("no article is open")
            return
        notes = len(self._desk.notebook.anchored) if self._desk.notebook else 0
        listed = len(self._desk.sidebar.items)
        scopes: dict[Scope, str] = {
            "article": f"this article: {notes} note{'s' if notes != 1 else ''}",
            "listed": f"the {listed:,} articles listed: those with notes",
        }
        own = session.settings.export.folder
        folder = Path(own).expanduser() if own else Path.cwd()
        proposed = f"{article.id.replace('/', '-')}-notes"

        def done(said: str | None) -> None:
            if said is not None:
                self._desk.say(said)

        screen = Export(folder, proposed, session.settings.export.format, scopes, self._write)
        self._desk.app.push_screen(screen, done)

    def _write(self, wish: ExportWish) -> str:
        from fenttui.exports import render
        from fenttui.exports.writing import write_export

        article = self._desk.article
        if wish.scope == "article" and article is not None:
            ids = {article.id}
        else:
            ids = {item.id for item in self._desk.sidebar.items}
        gathered = self._desk.session.gather(ids)
        total = sum(len(each.notes) for each in gathered.book)
        if not total:
            nothing = Problem(wish.path, "is not written: there are no notes to export")
            raise ProblemError(next(iter(gathered.problems), nothing))
        if wish.path.exists() and not wish.force:
            raise FileExistsError(wish.path)
        backup = write_export(render(wish.format, gathered.book), wish.path, wish.force)
        said = f"{total:,} note{'s' if total != 1 else ''} exported to {wish.path}"
        said += f"; the old file is {backup}" if backup else ""
        return f"{said}; left out: {tell_problems(gathered.problems)}" if gathered.problems else said
