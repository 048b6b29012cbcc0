"""`fenttui config`: the settings in force and where each came from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from fenttui.articles.dossier import open_dossier
from fenttui.cli.json_lines import write_lines
from fenttui.cli.opening import default_paths, settings_in_force, tell
from fenttui.cli.parameters import json_option, paths_argument
from fenttui.cli.print_table import Column, write_table
from fenttui.paths import config_file
from fenttui.settings.loading import rows

_COLUMNS = (Column("setting"), Column("value", gives_way=True), Column("from", gives_way=True))


@click.command(
    epilog="\b\nExamples:\n  fenttui config\n  $EDITOR $(fenttui config --path)\n",
)
@paths_argument
@json_option
@click.option("--path", "only_path", is_flag=True, help="Print where your own config.toml is, or would be.")
def command(paths: tuple[Path, ...], as_json: bool, only_path: bool) -> int:
    """Show the settings in force for the dossier, and where each came from.

    Columns: setting, value, origin. In a pipe the columns are separated by tabs.
    """
    if only_path:
        click.echo(str(config_file()))
        return 0
    loaded = settings_in_force(open_dossier(paths or default_paths()).roots)
    if as_json:
        names = ("setting", "value", "origin")
        write_lines(dict(zip(names, row, strict=True)) for row in rows(loaded))
    else:
        shown = (
            (name, None if value is None else json.dumps(value, ensure_ascii=False), origin)
            for name, value, origin in rows(loaded)
        )
        write_table(_COLUMNS, shown)
    for problem in loaded.problems:
        tell(problem)
    return int(bool(loaded.problems))
