"""`fenttui notes restore`: deleted notes come back."""

from __future__ import annotations

from pathlib import Path

import click

from fenttui.articles.reading import read_article
from fenttui.cli.opening import open_paths
from fenttui.cli.parameters import paths_argument
from fenttui.notes.history import Event, deleted_notes, read_history
from fenttui.notes.notebook import Notebook
from fenttui.notes.notes_path import notes_path
from fenttui.problem import Problem, ProblemError
from fenttui.visible import visible_line


@click.command(
    epilog="\b\nExamples:\n  fenttui annotations --deleted ~/tariffs\n"
    "  fenttui notes restore 0196a3c2 ~/tariffs\n",
)
@click.argument("identity", metavar="ID")
@paths_argument
def command(identity: str, paths: tuple[Path, ...]) -> int:
    """Bring a deleted note back as it was: ID is its id, or how that begins.

    `fenttui annotations --deleted` lists the notes that this user's programs have deleted.
    """
    opened = open_paths(paths)
    found = [
        (root, event)
        for root in opened.dossier.roots
        for note_id, event in deleted_notes(read_history(root)).items()
        if note_id.startswith(identity)
    ]
    if len(found) != 1:
        which = (
            "no deleted note has this id"
            if not found
            else f"{len(found)} deleted notes have ids that begin so"
        )
        raise click.UsageError(f"{which}; `fenttui annotations --deleted` lists them")
    ((root, event),) = found
    entry = next((each for each in opened.dossier.entries if each.id == event.article), None)
    if entry is None:
        message = f"the article {visible_line(event.article)} is no longer in the dossier; put it back first"
        raise ProblemError(Problem(root, message))
    book = Notebook(read_article(entry, opened.settings.articles), notes_path(entry))
    if book.unreadable is not None:
        raise ProblemError(book.unreadable)
    book.bring_back(event.note)
    click.echo(_told(event, book))
    return 0


def _told(event: Event, book: Notebook) -> str:
    body = visible_line(" ".join(event.note.body.split()))[:60]
    return f"{visible_line(str(book.path))}: the note {event.note.id} is back: {body}"
