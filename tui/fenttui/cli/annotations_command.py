"""`fenttui annotations`: the notes of a dossier, all or those that are looked for."""

from __future__ import annotations

from pathlib import Path

import click

from fenttui.articles.article import Article
from fenttui.cli.completed_values import authors, open_values, tags_of_notes, values
from fenttui.cli.conditions import article_option, is_called, text_option
from fenttui.cli.json_lines import write_lines
from fenttui.cli.opening import open_paths
from fenttui.cli.parameters import json_option, paths_argument
from fenttui.cli.print_table import Column, write_table
from fenttui.cli.progress import with_progress
from fenttui.exports.gather import gather
from fenttui.notes.annotation import Anchored
from fenttui.notes.codebook import COLORS
from fenttui.notes.history import Event, changed_fields, deleted_notes, event_record, read_history
from fenttui.notes.json_record import annotation_record
from fenttui.notes.query import NAMES, STATES, NoteQuery, matches, parse_query, passes
from fenttui.notes.records import Timestamp
from fenttui.notes.tags import format_tags

_COLUMNS = (
    Column("article", gives_way=True),
    Column("author"),
    Column("tags", gives_way=True),
    Column("passage", gives_way=True, least=12),
    Column("note", gives_way=True, least=12),
    Column("found"),
)

_OF_HISTORY = (
    Column("time"), Column("article"), Column("id"), Column("what"), Column("passage", gives_way=True),
    Column("note", gives_way=True),
)  # fmt: skip


@click.command(
    epilog="\b\nExamples:\n"
    "  fenttui annotations --tag claim --author Ada\n"
    "  fenttui annotations --where 'color:red state:orphan date:2025-04'\n"
    "  fenttui annotations --text tariff --json | jq -r .body\n",
)
@paths_argument
@text_option
@click.option(
    "--tag", "tags", multiple=True, shell_complete=values(tags_of_notes), metavar="TAG",
    help="Has TAG or one below; may be given again.",
)  # fmt: skip
@click.option("--author", shell_complete=values(authors), metavar="NAME", help="Was written by NAME.")
@article_option
@click.option(
    "--state", "states", multiple=True, type=click.Choice(STATES),
    help="Is in this state; in any, given again.",
)  # fmt: skip
@click.option(
    "--color", "colors", multiple=True, shell_complete=values(lambda ctx: COLORS), metavar="NAME",
    help="Has this color; any, given again.",
)  # fmt: skip
@click.option(
    "--where", metavar="QUERY", default="", shell_complete=open_values(*(f"{name}:" for name in NAMES)),
    help="Passes QUERY: words and tag: author: color: state: article: text: date: before: after:",
)  # fmt: skip
@click.option(
    "--deleted", is_flag=True, help="The notes that were deleted; `fenttui notes restore` brings one back."
)
@click.option("--history", "with_history", is_flag=True, help="What happened to the notes, the latest last.")
@json_option
def command(
    paths: tuple[Path, ...],
    words: tuple[str, ...],
    tags: tuple[str, ...],
    author: str | None,
    article: str | None,
    states: tuple[str, ...],
    colors: tuple[str, ...],
    where: str,
    deleted: bool,
    with_history: bool,
    as_json: bool,
) -> int:
    """List the annotations that meet every condition, or all of them.

    Columns: article, author, tags, passage, note, and how the passage was found in the article as it is now
    (position, quote, context, fuzzy, or orphan where it was not). In a pipe the columns are separated by
    tabs.
    """
    query = parse_query(where)
    if query.unread:
        raise click.BadParameter("; ".join(query.unread), param_hint="--where")
    options = NoteQuery(states=states, colors=tuple(color.casefold() for color in colors))
    opened = open_paths(paths)
    if deleted or with_history:
        events = [
            event
            for root in opened.dossier.roots
            for event in (deleted_notes(read_history(root)).values() if deleted else read_history(root))
            if matches(event.note, (*words, *query.words), (*tags, *query.tags), author)
        ]
        if as_json:
            write_lines(map(event_record, events))
        else:
            write_table(_OF_HISTORY, map(_happened, events))
        return opened.exit_code
    gathered = gather(with_progress(opened.dossier.entries, "Reading"), opened.settings.articles)
    for problem in gathered.problems:
        opened.tell(problem)
    found = [
        (chapter.article, note)
        for chapter in gathered.book
        if article is None or is_called(chapter.article, article)
        for note in chapter.notes
        if matches(note.annotation, words, tags, author)
        and all(passes(each, chapter.article.headline, chapter.article.id, note) for each in (options, query))
    ]
    if as_json:
        write_lines(annotation_record(on, note) for on, note in found)
    else:
        write_table(_COLUMNS, (_cells(on, note) for on, note in found))
    return opened.exit_code


def _cells(article: Article, note: Anchored) -> tuple[object, ...]:
    annotation = note.annotation
    passage = annotation.target.exact if annotation.target else None
    tags = format_tags(annotation.tags)
    return article.id, annotation.author, tags, passage, annotation.body, note.anchor.found


def _happened(event: Event) -> tuple[object, ...]:
    what = " ".join((event.what, *changed_fields(event)))
    note = event.note
    passage = note.target.exact if note.target else None
    return str(Timestamp.of(event.time)), event.article, note.id, what, passage, note.body
