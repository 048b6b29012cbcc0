"""`fenttui tags`: the tags of a dossier counted, and renamed everywhere."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fenttui.cli.json_lines import write_lines
from fenttui.cli.opening import Opened, open_paths
from fenttui.cli.parameters import json_option, paths_argument
from fenttui.cli.print_table import Column, write_table
from fenttui.cli.progress import with_progress
from fenttui.cli.tag_crosstab import AGAINST, Against, crosstab
from fenttui.exports.gather import gather
from fenttui.notes.codebook import CodebookFile, read_codebook
from fenttui.notes.tag_counts import TagCount, count_tags
from fenttui.notes.tags import clean_tag, tag_key
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fenttui.exports.book import ArticleNotes
    from fenttui.notes.tag_changes import Outcome

_COLUMNS = (
    Column("tag", gives_way=True, least=12),
    Column("notes", is_number=True),
    Column("articles", is_number=True),
    Column("notes below", is_number=True),
    Column("articles below", is_number=True),
    Column("remark"),
    Column("description", gives_way=True, least=12, goes=1),
)
_COUNT = "count"
"""The command that counts; it is not typed, since it is inserted where no other is called."""
_dry_run = click.option("--dry-run", is_flag=True, help="Say what would be renamed, and change nothing.")


class _Tags(click.Group):
    """The commands on tags; without the name of one, they are counted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands that are typed."""
        return [name for name in self.commands if name != _COUNT]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Insert the counting where no command is called."""
        named = bool(args) and args[0] in self.list_commands(ctx)
        asks = any(option in ctx.help_option_names for option in args)
        if not named and not asks and (args or not ctx.resilient_parsing):
            args = [_COUNT, *args]
        return super().parse_args(ctx, args if named or not asks else ["--help"])

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the ways to call it."""
        formatter.write_usage(ctx.command_path, "[OPTIONS] [PATH]...")
        formatter.write_usage(ctx.command_path, "COMMAND [ARGS]...", prefix=" " * len("Usage: "))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options of the counting, then the commands."""
        self.commands[_COUNT].format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


@click.group(
    cls=_Tags,
    epilog="\b\nExamples:\n"
    "  fenttui tags ~/dossiers/tariffs\n"
    "  fenttui tags --crosstab month\n"
    "  fenttui tags rename claim/contested contested --dry-run\n",
)
def command() -> None:
    """Count the tags of the notes, and rename them everywhere.

    Columns: tag, its notes and articles, those with it or a tag below it, a remark (unused, undescribed),
    and its description in tags.toml. In a pipe the columns are separated by tabs.
    """


@command.command(_COUNT, hidden=True)
@paths_argument
@click.option(
    "--crosstab", "against", type=click.Choice(AGAINST),
    help="Count the notes of each tag by actor in the passage, month or source.",
)  # fmt: skip
@json_option
def count(paths: tuple[Path, ...], against: Against | None, as_json: bool) -> int:
    """Count the tags of the notes."""
    opened = open_paths(paths)
    gathered = gather(with_progress(opened.dossier.entries, "Reading"), opened.settings.articles)
    codebook = read_codebook(opened.dossier.roots)
    for problem in (*gathered.problems, *codebook.problems):
        opened.tell(problem)
    uses = ((chapter.article.id, note.annotation.tags) for chapter in gathered.book for note in chapter.notes)
    counts = count_tags(uses, (tag.name for tag in codebook.tags))
    if against is not None:
        _write_crosstab(opened, gathered.book, [each.name for each in counts], against, as_json)
    elif as_json:
        write_lines(_record(each, codebook) for each in counts)
    else:
        write_table(_COLUMNS, (_cells(each, codebook) for each in counts))
    return opened.exit_code


@command.command(
    epilog="\b\nExamples:\n  fenttui tags rename claim/contested contested\n",
    short_help="Rename a tag everywhere.",
)
@click.argument("old")
@click.argument("new")
@paths_argument
@_dry_run
def rename(old: str, new: str, paths: tuple[Path, ...], dry_run: bool) -> int:
    """Rename the tag OLD, with the tags below it, in all notes and in tags.toml.

    `fenttui tags undo` takes it back.
    """
    return _rename(open_paths(paths), [old], new, dry_run)


@command.command(
    epilog="\b\nExamples:\n  fenttui tags merge claims assertion claim\n", short_help="Make several tags one."
)
@click.argument("tags", nargs=-1, required=True, metavar="TAG... INTO")
@click.option(
    "--in", "paths", multiple=True, type=click.Path(path_type=Path), metavar="PATH",
    help="The dossier; may be given again.",
)  # fmt: skip
@_dry_run
def merge(tags: tuple[str, ...], paths: tuple[Path, ...], dry_run: bool) -> int:
    """Make each TAG, with the tags below it, the tag INTO, in all notes and in tags.toml.

    `fenttui tags undo` takes it back.
    """
    if len(tags) < 2:
        raise click.UsageError("name the tags to merge and, last, the one that they become")
    return _rename(open_paths(paths), tags[:-1], tags[-1], dry_run)


@command.command(
    epilog="\b\nExamples:\n  fenttui tags undo\n", short_help="Take the last rename or merge back."
)
@paths_argument
def undo(paths: tuple[Path, ...]) -> int:
    """Take the last rename or merge of the dossier back, note by note.

    A note whose tags were changed since keeps them.
    """
    from fenttui.notes.tag_changes import undo_in_dossier  # noqa: PLC0415 - only for a change

    opened = open_paths(paths)
    outcome = undo_in_dossier(opened.dossier, opened.settings.articles, dt.datetime.now(dt.UTC))
    if outcome is None:
        click.echo("no rename to take back")
        return opened.exit_code
    left = f"; {_number(outcome.left, 'note')} changed since left alone" if outcome.left else ""
    what = f"taken back, {visible_line(outcome.what)}"
    click.echo(f"{what}: {_where(outcome)}{left}")
    return _told(opened, outcome)


def _rename(opened: Opened, old: Sequence[str], new: str, dry_run: bool) -> int:
    from fenttui.notes.tag_changes import rename_in_dossier  # noqa: PLC0415 - only for a change

    into = clean_tag(new).strip()
    wanted = [clean for tag in old if (clean := clean_tag(tag).strip()) and clean != into]
    if not tag_key(into).strip("/") or not wanted:
        raise click.UsageError("the old and the new name must be two different tags")
    settings, now = opened.settings.articles, dt.datetime.now(dt.UTC)
    outcome = rename_in_dossier(opened.dossier, settings, wanted, into, now, dry_run=dry_run)
    done = "would be renamed" if dry_run else "renamed"
    click.echo(f"{done}, {visible_line(outcome.what)}: {_where(outcome)}, {outcome.coded} in tags.toml")
    return _told(opened, outcome)


def _told(opened: Opened, outcome: Outcome) -> int:
    for problem in outcome.problems:
        opened.tell(problem)
    return opened.exit_code


def _where(outcome: Outcome) -> str:
    return f"{_number(outcome.notes, 'note')} in {_number(outcome.articles, 'article')}"


def _number(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _record(each: TagCount, codebook: CodebookFile) -> dict[str, object]:
    coded = codebook.records.get(tag_key(each.name))
    return {
        "tag": each.name,
        "notes": each.notes,
        "articles": each.articles,
        "notes_below": each.notes_below,
        "articles_below": each.articles_below,
        "in_codebook": coded is not None,
        "description": coded.description if coded else "",
        "color": coded.color if coded else None,
        "key": coded.key if coded else None,
    }


def _cells(each: TagCount, codebook: CodebookFile) -> tuple[object, ...]:
    coded = codebook.records.get(tag_key(each.name))
    description = coded.description if coded else ""
    remarks = ("" if each.notes_below else "unused", "" if description else "undescribed")
    return (
        each.name, each.notes, each.articles, each.notes_below, each.articles_below,
        ", ".join(filter(None, remarks)), description,
    )  # fmt: skip


def _write_crosstab(
    opened: Opened, book: Sequence[ArticleNotes], tags: Sequence[str], against: Against, as_json: bool
) -> None:
    whole = as_json or not sys.stdout.isatty()
    table = crosstab(opened, book, tags, against, whole=whole)
    if as_json:
        write_lines(
            {"tag": tag, against: value, "notes": notes}
            for tag, counts in table.rows
            for value, notes in zip(table.values, counts, strict=True)
            if notes
        )
        return
    rows = [(tag, *counts) for tag, counts in table.rows]
    names = ("tag", *table.values)
    columns = [
        Column(visible_line(name), is_number=at > 0, goes=len(names) - at if at else 0)
        for at, name in enumerate(names)
    ]
    # A pipe gets no headings of its own, and the columns mean nothing without.
    write_table(columns, [names, *rows] if not sys.stdout.isatty() else rows)
    if table.left_out:
        click.echo(f"and {table.left_out} more of the kind {against}; a pipe or --json has all", err=True)
