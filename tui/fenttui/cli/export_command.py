"""`fenttui export`: the notes, as a file for other programs and for people."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from fenttui.cli.completed_values import files_ending
from fenttui.cli.opening import open_paths
from fenttui.cli.parameters import paths_argument
from fenttui.cli.progress import with_progress
from fenttui.exports import FORMATS, render
from fenttui.exports.formats import format_of
from fenttui.exports.gather import gather
from fenttui.exports.writing import write_export
from fenttui.problem import Problem, ProblemError
from fenttui.visible import visible, visible_line

_STANDARD_OUTPUT = Path("-")


@click.command(
    epilog="\b\nExamples:\n"
    "  fenttui export ~/dossiers/tariffs -o notes.md\n"
    "  fenttui export --format csv -o - | wc -l\n",
)
@paths_argument
@click.option(
    "-f", "--format", "format_name", type=click.Choice(list(FORMATS)),
    help="The format; without it taken from FILE's ending, and if it has none from the config.",
)  # fmt: skip
@click.option(
    "-o", "--output", "target", type=click.Path(path_type=Path), metavar="FILE", default=_STANDARD_OUTPUT,
    shell_complete=files_ending(form.suffix for form in FORMATS.values()),
    help="Where to write; - is standard output, as without it.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Replace FILE where it exists; the old one is kept as FILE~.")
def command(paths: tuple[Path, ...], format_name: str | None, target: Path, force: bool) -> int:
    """Export the annotations of the dossier, for other programs and for people.

    A problem of one article or notes file is reported, and the others are exported. Without any
    note no file is written.
    """
    opened = open_paths(paths, {"export.format": format_name or _format_of(target)})
    gathered = gather(with_progress(opened.dossier.entries, "Reading"), opened.settings.articles)
    for problem in gathered.problems:
        opened.tell(problem)
    if not any(each.notes for each in gathered.book):
        # What reads a pipe gets a document without notes; a file would be taken for an export.
        if target != _STANDARD_OUTPUT:
            raise ProblemError(Problem(target, "is not written: there are no notes to export"))
        click.echo("fenttui: there are no notes to export", err=True)
    text = render(opened.settings.export.format, gathered.book)
    if target == _STANDARD_OUTPUT:
        # A terminal would act on what an export may hold as it is.
        shown = visible(text) if sys.stdout.isatty() else text
        sys.stdout.buffer.write(shown.encode("utf-8", "replace"))
        return opened.exit_code
    backup = write_export(text, target, force)
    if backup is not None:
        click.echo(f"fenttui: the old file is kept as {visible_line(str(backup))}", err=True)
    return opened.exit_code


def _format_of(target: Path) -> str | None:
    """Return the format for the ending of `target`; None if it has no ending, as /dev/stdout.

    Raises:
        click.UsageError: it has one that no format has.
    """
    found = format_of(target)
    if found is None and target.suffix:
        endings = ", ".join(f"{form.suffix} for {name}" for name, form in FORMATS.items())
        raise click.UsageError(
            f"no format ends in `{target.suffix}`; end FILE in {endings}, or give --format"
        )
    return found
