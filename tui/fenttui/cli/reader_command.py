"""`fenttui [PATH...]`: opens the screen."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import click

from fenttui.articles.dossier import open_dossier
from fenttui.cli.completed_values import values
from fenttui.cli.opening import default_paths, settings_in_force, tell
from fenttui.cli.parameters import engine_option, paths_argument
from fenttui.problem import Problem
from fenttui.settings.given import Given
from fenttui.settings.schema import SettingError, accept
from fenttui.settings.themes import THEMES
from fenttui.settings.types import ExtractSettings, Order

_NOTHING = "holds no article; put .txt or .md files into it, or name another folder"


def _setting(*key: str) -> Callable[[click.Context, click.Parameter, str | None], object]:
    """Return a callback that takes an option as a setting's value, and refuses it where the setting does."""

    def accepted(ctx: click.Context, param: click.Parameter, value: str | None) -> object:
        if value is None:
            return None
        try:
            return accept(Given(key, value, Path(param.opts[0]), is_text=True))
        except SettingError as error:
            raise click.BadParameter(error.wanted, ctx, param) from None

    return accepted


@click.command(add_help_option=False)
@paths_argument
@click.option(
    "--theme",
    callback=_setting("reader", "theme"),
    shell_complete=values(lambda ctx: THEMES),
    metavar="NAME",
    help="The theme, instead of the config's.",
)
@click.option(
    "--measure", callback=_setting("reader", "measure"), metavar="CELLS",
    help="The longest line of the article, 20 to 400 cells.",
)  # fmt: skip
@click.option("--order", type=click.Choice(get_args(Order)), help="How the articles are sorted at start.")
@engine_option
def command(
    paths: tuple[Path, ...], theme: str | None, measure: int | None, order: str | None, engine: str | None
) -> int:
    """Open articles on the screen."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        sentence = "reading needs a terminal; use `fenttui list` or `fenttui export` in a pipe or a script"
        print(f"fenttui: {sentence}", file=sys.stderr)
        return 1
    if not sys.stderr.isatty():
        # On standard output, since standard error is not seen.
        print("fenttui: the screen is drawn on standard error; leave that on the terminal")
        return 1
    # What is made until the first text is painted stays: looking for garbage takes a tenth of that time.
    # The reading screen enables it.
    gc.disable()
    paths = paths or default_paths()
    dossier = open_dossier(paths)
    if not dossier.entries:
        for problem in dossier.problems or (Problem(paths[0], _NOTHING),):
            tell(problem)
        return 1
    flags = {
        "reader.theme": theme,
        "reader.measure": measure,
        "sidebar.order": order,
        "extract.engine": engine,
    }
    loaded = settings_in_force(dossier.roots, flags)

    process = None
    if loaded.settings.extract.engine == ExtractSettings().engine:
        from fenttui.ui.session.extraction_process import started  # noqa: PLC0415 - not at start

        # It imports what finds mentions beside what follows here.
        process = started()
    # ~200 ms to import: textual, which no other command needs.
    from fenttui.ui.launch import run_reader  # noqa: PLC0415

    return run_reader(paths, dossier, loaded, process)
