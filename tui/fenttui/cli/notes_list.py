"""`fenttui notes list`: the notes' files without an article, and the copies of notes' files."""

from __future__ import annotations

from pathlib import Path

import click

from fenttui.cli.json_lines import write_lines
from fenttui.cli.opening import open_paths
from fenttui.cli.parameters import json_option, paths_argument
from fenttui.cli.print_table import Column, write_table
from fenttui.notes.following import following
from fenttui.notes.following_problems import adopt_command, merge_command

_COLUMNS = (Column("kind"), Column("file", gives_way=True), Column("command", gives_way=True))


@click.command(
    epilog="\b\nExamples:\n  fenttui notes list ~/dossiers/tariffs\n"
    "  fenttui notes list --json | jq -r .command\n",
)
@paths_argument
@json_option
def command(paths: tuple[Path, ...], as_json: bool) -> int:
    """List the notes' files that belong to no article, and copies, each with the command that helps.

    Columns: kind (stray, conflict or backup), file, and the command. In a pipe the columns are separated by
    tabs.
    """
    opened = open_paths(paths)
    rows: list[tuple[str, str, str]] = []
    for root in opened.dossier.roots:
        found = following(root)
        rows += [("stray", str(stray.path), adopt_command(stray)) for stray in found.strays]
        rows += [(copy.kind, str(copy.path), merge_command(copy, root)) for copy in found.copies]
    if as_json:
        write_lines({"kind": kind, "file": file, "command": helps} for kind, file, helps in rows)
    else:
        write_table(_COLUMNS, rows)
    return opened.exit_code
