"""The arguments and options that commands share, so that they are called and explained alike."""

from __future__ import annotations

from pathlib import Path

import click

from fenttui.cli.completed_values import values
from fenttui.problem import ProblemError

paths_argument = click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
"""Folders and files; none for the dossier of the config, else the bundled one."""


def _known_engine(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return the name of an existing engine; any other name is refused at once."""
    if value is not None:
        # ~10 ms: only where an engine is named.
        from fenttui.extract.names.engines.lookup import check_engine  # noqa: PLC0415

        try:
            check_engine(value)
        except ProblemError as error:
            raise click.BadParameter(str(error), ctx, param) from None
    return value


def _engine_names(ctx: click.Context) -> tuple[str, ...]:
    # ~10 ms: only where the name of one is completed.
    from fenttui.extract.names.engines.lookup import engine_names  # noqa: PLC0415

    return engine_names()


engine_option = click.option(
    "--engine", callback=_known_engine, shell_complete=values(_engine_names), metavar="NAME",
    help="What finds the names of actors, instead of the config's: `fenttui`, `spacy`.",
)  # fmt: skip
"""The engine of `[extract]`; see `Opened.engine`."""

json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
"""Records for other programs instead of a table."""
