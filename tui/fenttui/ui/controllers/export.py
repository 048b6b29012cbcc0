"""Exporting from the screen: the proposed file name, and the file as the export command writes it."""

from __future__ import annotations

from collections.abc import Callable
from errno import EEXIST
from pathlib import Path
from typing import TYPE_CHECKING

from fenttui.problem import Problem, ProblemError
from fenttui.ui.wording import tell_problems

if TYPE_CHECKING:
    from fenttui.exports.gather import Gathered
    from fenttui.settings.types import ExportSettings
    from fenttui.ui.dialogs.export import ExportWish, Scope
    from fenttui.ui.host import Host
    from fenttui.ui.widgets.sidebar import Sidebar
    from fenttui.ui.workspace import Workspace


class Export:
    """Opens the export dialog, and writes what it asks for."""

    def __init__(self, host: Host, workspace: Workspace, sidebar: Sidebar) -> None:
        self._host = host
        self._workspace = workspace
        self._sidebar = sidebar

    def ask(self) -> None:
        """Open the export dialog."""
        # ~10 ms
        from fenttui.ui.dialogs.export import Export as ExportDialog  # noqa: PLC0415

        article, session = self._workspace.article, self._workspace.session
        if article is None:
            self._host.say("no article is open")
            return
        notes = len(self._workspace.notebook.anchored) if self._workspace.notebook else 0
        listed = len(self._sidebar.items)
        scopes: dict[Scope, str] = {
            "article": f"this article: {notes} note{'s' if notes != 1 else ''}",
            "listed": f"the {listed:,} articles listed: those with notes",
        }

        def done(said: str | None) -> None:
            if said is not None:
                self._host.say(said)

        dialog = ExportDialog(
            self.folder, self._proposed, session.settings.export.format, scopes, self._write
        )
        self._host.app.push_screen(dialog, done)

    @property
    def folder(self) -> Path:
        """The folder of files that are named without one."""
        return export_folder(self._workspace.session.settings.export)

    def write(self, format_name: str, name: str, force: bool) -> str:
        """Write the notes of the open article; return the message.

        Args:
            format_name: the format.
            name: the file; the one that the dialog proposes where it is empty.
            force: whether it may replace a file, which is kept as a backup.

        Raises:
            ProblemError: nothing is written.
        """
        from fenttui.exports import FORMATS  # noqa: PLC0415 - not at start
        from fenttui.ui.dialogs.export import ExportWish  # noqa: PLC0415 - not at start

        file = name or f"{self._proposed}{FORMATS[format_name].suffix}"
        try:
            return self._write(ExportWish(format_name, "article", file, force))
        except FileExistsError as error:
            path = Path(error.filename)
            message = f"exists already; :export! replaces it and keeps the old one as {path.name}~"
            raise ProblemError(Problem(path, message)) from None

    @property
    def _proposed(self) -> str:
        article = self._workspace.article
        return f"{article.id.replace('/', '-')}-notes" if article is not None else "notes"

    def _write(self, wish: ExportWish) -> str:
        article = self._workspace.article
        if wish.scope == "article" and article is not None:
            ids = {article.id}
        else:
            ids = {item.id for item in self._sidebar.items}
        return write_wish(self.folder, wish, lambda: self._workspace.session.gather(ids))


def export_folder(settings: ExportSettings) -> Path:
    """Return the folder of files that are named without one."""
    return Path(settings.folder).expanduser() if settings.folder else Path.cwd()


def write_wish(folder: Path, wish: ExportWish, gather: Callable[[], Gathered]) -> str:
    """Write an export; return the message.

    Args:
        folder: the folder of a file that is named without one.
        wish: the file, and how it is written.
        gather: returns the notes to write.

    Raises:
        ProblemError: nothing is written.
        FileExistsError: the file exists, and may not be replaced.
    """
    try:
        return _write_to(folder / Path(wish.name).expanduser(), wish, gather)
    except (RuntimeError, ValueError) as error:
        # `~nobody`, a NUL, half of a surrogate pair.
        message = f"this is not a valid file name ({error}); choose another"
        raise ProblemError(Problem(Path(wish.name), message)) from None


def _write_to(path: Path, wish: ExportWish, gather: Callable[[], Gathered]) -> str:
    from fenttui.exports import render  # noqa: PLC0415 - not at start
    from fenttui.exports.writing import write_export  # noqa: PLC0415 - not at start

    gathered = gather()
    total = sum([len(each.notes) for each in gathered.book])
    if not total:
        nothing = Problem(path, "is not written: there are no notes to export")
        raise ProblemError(next(iter(gathered.problems), nothing))
    if path.exists() and not wish.force:
        raise FileExistsError(EEXIST, "the file exists already", path)
    backup = write_export(render(wish.format, gathered.book), path, wish.force)
    said = f"{total:,} note{'s' if total != 1 else ''} exported to {path}"
    said += f"; the old file is {backup}" if backup else ""
    return f"{said}; left out: {tell_problems(gathered.problems)}" if gathered.problems else said
