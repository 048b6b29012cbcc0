"""`fenttui [PATH...]`: the reader."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

import click

from fenttui.cli.opening import default_paths
from fenttui.cli.parameters import paths_argument
from fenttui.settings.loading import load_settings
from fenttui.settings.types import Order


@click.command(add_help_option=False)
@paths_argument
@click.option("--theme", metavar="NAME", help="The theme, in place of the config's.")
@click.option("--measure", type=int, metavar="CELLS", help="The longest line of the article.")
@click.option("--order", type=click.Choice(get_args(Order)), help="How the articles are sorted at start.")
def command(paths: tuple[Path, ...], theme: str | None, measure: int | None, order: str | None) -> int:
    """Open the reader."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        sentence = "the reader needs a terminal; use `fenttui list` or `fenttui export` in a pipe or a script"
        print(f"fenttui: {sentence}", file=sys.stderr)
        return 1
    paths = paths or default_paths()
    flags = {"reader.theme": theme, "reader.measure": measure, "sidebar.order": order}
    loaded = load_settings([_root(path) for path in paths], flags)

    # ~200 ms to import: textual, which no other command needs.
    from fenttui.ui.launch import run_reader

    return run_reader(paths, dossier, loaded)


def _root(path: Path) -> Path:
    """The root that `open_dossier` gives to a path, without looking through the folder for it."""
    try:
        return path if path.is_dir() else path.parent
    except (OSError, ValueError):
        return path.parent
