"""Values that complete options: what the program knows without reading articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from fenttui.articles.article import Entry
    from fenttui.notes.annotation import Annotation

Completer: TypeAlias = Callable[[click.Context, click.Parameter, str], list[CompletionItem[str]]]
"""As click takes it: the context with the preceding words, the option, the value so far."""

_MOST_NOTES = 2000
"""Articles whose notes are looked through: a key waits for the answer."""


def values(find: Callable[[click.Context], Iterable[str]]) -> Completer:
    """Return a completer that offers the values that `find` gives, each once and in order."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        return [CompletionItem(value) for value in sorted(set(find(ctx))) if value.startswith(incomplete)]

    return complete


def open_values(*starts: str) -> Completer:
    """Return a completer for values with a few known starts; after a colon the user types the rest."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        found = (start for start in starts if start.startswith(incomplete))
        return [CompletionItem(start, type="open" if start.endswith(":") else "plain") for start in found]

    return complete


def files_ending(endings: Iterable[str]) -> Completer:
    """Return a completer for files with certain endings."""
    known = tuple(endings)

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        return [CompletionItem(incomplete, type="file", endings=known)]

    return complete


def article_ids(ctx: click.Context) -> Iterator[str]:
    """Return the ids of the articles in the dossier that the command line names."""
    return (entry.id for entry in _entries(ctx))


def tags_of_notes(ctx: click.Context) -> Iterator[str]:
    """Yield the tags of the dossier's notes, and their parent tags."""
    for note in _notes(ctx):
        for tag in note.tags:
            parts = tag.split("/")
            yield from ("/".join(parts[:size]) for size in range(1, len(parts) + 1))


def authors(ctx: click.Context) -> Iterator[str]:
    """Return the authors of the dossier's notes."""
    return (note.author for note in _notes(ctx) if note.author)


def _entries(ctx: click.Context) -> tuple[Entry, ...]:
    from fenttui.articles.dossier import open_dossier  # noqa: PLC0415 - not at start
    from fenttui.cli.opening import default_paths  # noqa: PLC0415 - not at start

    # Where the option that is completed has no value yet, click leaves the paths among the other arguments.
    given: Sequence[Path | str] = ctx.params.get("paths") or ctx.args
    return open_dossier(tuple(Path(path).expanduser() for path in given) or default_paths()).entries


def _notes(ctx: click.Context) -> Iterator[Annotation]:
    # ~20 ms to import: only where a value out of the notes is wanted.
    from fenttui.notes.store import read_notes  # noqa: PLC0415
    from fenttui.problem import ProblemError  # noqa: PLC0415

    for entry in _entries(ctx)[:_MOST_NOTES]:
        try:
            yield from read_notes(entry).annotations
        except ProblemError:
            continue
