"""`fenttui notes merge`: a copy of a notes' file merged into it."""

from __future__ import annotations

from pathlib import Path

import click

from fenttui.articles.article import Entry
from fenttui.cli.notes_adopt import give
from fenttui.notes.copies import copy_name
from fenttui.notes.notes_places import entry_of_article, entry_of_notes, root_of
from fenttui.problem import Problem, ProblemError


@click.command(
    epilog="\b\nExamples:\n"
    "  fenttui notes merge 'annotations/talks (1).toml'\n"
    "  fenttui notes merge annotations/talks.toml.orig talks.txt\n",
)
@click.argument("copy", type=click.Path(path_type=Path))
@click.argument("into", required=False, type=click.Path(path_type=Path))
def command(copy: Path, into: Path | None) -> int:
    """Merge the file COPY into the notes' file that it is a copy of, or into INTO, note by note.

    INTO is a notes' file or an article. Of a note that both have in different versions, both are kept, one of
    them tagged `conflict`. The copy is kept under a name that ends in `.merged`.
    """
    give(copy, _article(copy, into))
    return 0


def _article(copy: Path, into: Path | None) -> Entry:
    """Return the article whose notes a copy is merged into.

    Raises:
        ProblemError: There is none, or it cannot be told.
    """
    if into is not None and into.suffix != ".toml":
        return entry_of_article(into, root_of(copy, into))
    if into is None:
        said = copy_name(copy.name)
        if said is None:
            message = "its name does not say of which file it is a copy; name the article after it"
            raise ProblemError(Problem(copy, message))
        into = copy.with_name(said.original)
    if into.absolute() == copy.absolute():
        raise ProblemError(Problem(copy, "a file cannot be merged into itself; name another one"))
    root = root_of(into)
    entry = entry_of_notes(into, root) if root is not None else None
    if entry is None:
        raise ProblemError(Problem(into, "no article of this name is found; name the article after the copy"))
    if entry_of_notes(copy, entry.root) is not None:
        raise ProblemError(Problem(copy, "these are the notes of an article of its own; they stay with it"))
    return entry
