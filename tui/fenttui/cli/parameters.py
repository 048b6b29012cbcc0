"""The arguments and options that commands share, so that they are called and explained alike."""

from __future__ import annotations

from pathlib import Path

import click

paths_argument = click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
"""Folders and files; none for the dossier of the config, else the bundled one."""

json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
"""Records for another program in place of a table for the eye."""
