"""`fenttui list`: the articles of a dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from fenttui.articles.article import Entry, Headline
from fenttui.articles.headline import read_headline
from fenttui.cli.json_lines import write_lines
from fenttui.cli.opening import Opened, open_paths
from fenttui.cli.parameters import json_option, paths_argument
from fenttui.cli.print_table import Column, write_table
from fenttui.cli.progress import with_progress
from fenttui.notes.store import read_notes
from fenttui.problem import ProblemError

_COLUMNS = (
    Column("id"),
    Column("date"),
    Column("title", gives_way=True),
    Column("notes", is_number=True),
    Column("words", is_number=True),
)


@dataclass(frozen=True, slots=True)
class _Row:
    entry: Entry
    headline: Headline
    annotations: int | None
    """None where the notes' file cannot be read."""
    words: int | None
    """None where the article cannot be read."""


@click.command(
    epilog="\b\nExamples:\n  fenttui list ~/dossiers/tariffs\n  fenttui list --json | jq -r .title\n",
)
@paths_argument
@json_option
def command(paths: tuple[Path, ...], as_json: bool) -> int:
    """List the articles, oldest first: id, date, title, number of annotations, words.

    A date with ~ after it is the file's own, since the article names none. In a pipe the columns are
    separated by tabs.
    """
    opened = open_paths(paths)
    rows = [_row(opened, entry) for entry in with_progress(opened.dossier.entries, "Reading")]
    rows.sort(key=lambda row: (row.headline.date, row.entry.id))
    if as_json:
        write_lines(map(_record, rows))
    else:
        write_table(_COLUMNS, map(_cells, rows))
    return opened.exit_code


def _row(opened: Opened, entry: Entry) -> _Row:
    article = opened.read(entry)
    try:
        annotations = len(read_notes(entry).annotations)
    except ProblemError as error:
        opened.tell(error.problem)
        annotations = None
    if article is None:
        return _Row(entry, read_headline(entry, opened.settings.articles), annotations, None)
    return _Row(entry, article.headline, annotations, len(article.text.split()))


def _cells(row: _Row) -> Sequence[object]:
    inferred = "~" if row.headline.date_source == "modified" else ""
    date = f"{row.headline.date.isoformat()}{inferred}"
    return row.entry.id, date, row.headline.title, row.annotations, row.words


def _record(row: _Row) -> dict[str, object]:
    return {
        "id": row.entry.id,
        "path": str(row.entry.path),
        "date": row.headline.date.isoformat(),
        "date_source": row.headline.date_source,
        "title": row.headline.title,
        "annotations": row.annotations,
        "words": row.words,
    }
