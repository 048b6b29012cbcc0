"""Exporting the notes that the table of all notes lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from fenttui.exports.book import book_of
from fenttui.exports.gather import Gathered
from fenttui.ui.controllers.export import export_folder, write_wish

if TYPE_CHECKING:
    from textual.app import App

    from fenttui.notes.note_rows import NoteRow
    from fenttui.settings.types import ExportSettings
    from fenttui.ui.dialogs.export import ExportWish, Scope


def ask_export(
    app: App[Any], settings: ExportSettings, rows: Sequence[NoteRow], say: Callable[[str], None]
) -> None:
    """Open the export dialog for some notes.

    Args:
        app: where the dialog is shown.
        settings: the folder and the format that are proposed.
        rows: the notes, at least one.
        say: shows what was written.
    """
    # ~10 ms
    from fenttui.ui.dialogs.export import Export  # noqa: PLC0415

    folder = export_folder(settings)
    many = f"{len(rows):,} notes" if len(rows) > 1 else "1 note"
    scopes: dict[Scope, str] = {"notes": f"the {many} listed"}

    def write(wish: ExportWish) -> str:
        return write_wish(folder, wish, lambda: Gathered(book_of(row.placed for row in rows), ()))

    def done(said: str | None) -> None:
        if said is not None:
            say(said)

    app.push_screen(Export(folder, "annotations", settings.format, scopes, write), done)
