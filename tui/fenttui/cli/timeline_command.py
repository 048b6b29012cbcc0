"""`fenttui timeline`: what a dossier says happened when."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fenttui.analysis.index import index_of
from fenttui.analysis.intervals import when_text
from fenttui.analysis.timeline import TimelineEntry
from fenttui.cli.completed_values import open_values
from fenttui.cli.conditions import article_option, holds, text_option
from fenttui.cli.json_lines import write_lines
from fenttui.cli.mentions import findings_of
from fenttui.cli.opening import open_paths
from fenttui.cli.parameters import engine_option, json_option, paths_argument
from fenttui.cli.print_table import Column, write_table
from fenttui.extract.record import json_value

if TYPE_CHECKING:
    from fenttui.analysis.series import Series

_COLUMNS = (
    Column("date"),
    Column("said", gives_way=True, least=12, goes=3),
    Column("article", gives_way=True, goes=4),
    Column("sentence", gives_way=True, least=30),
    Column("actors", gives_way=True, least=14, goes=1),
    Column("figures", gives_way=True, least=10, goes=2),
)

_PLOT_LINES = 14
_PIPE_WIDTH = 80


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """Return a day, or the first day of a month or year, from its text."""
    if value is None:
        return None
    match = re.fullmatch(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?", value)
    try:
        if match is not None:
            return dt.date(*(int(part or 1) for part in match.groups()))
    except ValueError:
        # The calendar has no such day.
        pass
    raise click.BadParameter(f'"{value}" is no date; write it as 2025, 2025-04 or 2025-04-02', ctx, param)


@click.command(
    epilog="\b\nExamples:\n  fenttui timeline ~/dossiers/tariffs\n"
    "  fenttui timeline --after 2025-03 --before 2025-04 --text tariff\n"
    "  fenttui timeline --plot articles\n"
    '  fenttui timeline --plot "actor:Wang Yi"\n'
    "  fenttui timeline --plot figure:tariffs\n"
)
@paths_argument
@click.option(
    "--after", callback=_day, metavar="DATE", help="Is on DATE or later: 2025, 2025-04, 2025-04-02."
)
@click.option("--before", callback=_day, metavar="DATE", help="Is before DATE.")
@article_option
@text_option
@click.option(
    "--plot", shell_complete=open_values("articles", "actor:", "figure:"), metavar="WHAT",
    help="Plot `articles`, `actor:NAME` or `figure:WORDS` over time instead.",
)  # fmt: skip
@engine_option
@json_option
def command(
    paths: tuple[Path, ...],
    after: dt.date | None,
    before: dt.date | None,
    article: str | None,
    words: tuple[str, ...],
    plot: str | None,
    engine: str | None,
    as_json: bool,
) -> int:
    """List the dates in the articles in order of time, the articles' own dates included.

    Columns: date, how the text says it, article, sentence (an article's title), actors and figures in the
    sentence; a narrow terminal leaves out what it has no room for. A WORD may occur in the sentence. In a
    pipe the columns are separated by tabs.
    """
    flags = {"extract.engine": engine}
    if plot is not None:
        # ~10 ms, and most calls list.
        from fenttui.cli.timeline_plot import parse_plot, plotted  # noqa: PLC0415

        what = parse_plot(plot)
        opened = open_paths(paths, flags)
        findings = findings_of(opened, called=article)
        series = plotted(what, findings, opened.corrections, after, before, words)
        if as_json:
            write_lines(
                {"date": date.isoformat(), "value": json_value(value)} for date, value in series.points
            )
        else:
            _write_plot(series)
        return opened.exit_code
    opened = open_paths(paths, flags)
    view = index_of(findings_of(opened, called=article), opened.corrections, parts={"timeline"})
    listed = [
        entry
        for entry in view.timeline()
        if (after is None or entry.when.last >= after)
        and (before is None or entry.when.first < before)
        and holds(f"{entry.text}\n{entry.sentence}", words)
    ]
    if as_json:
        write_lines(map(_record, listed))
    else:
        write_table(_COLUMNS, map(_cells, listed))
    return opened.exit_code


def _record(entry: TimelineEntry) -> dict[str, object]:
    return {
        "first": entry.when.first.isoformat(),
        "last": entry.when.last.isoformat(),
        "granularity": entry.when.granularity,
        "article": entry.article,
        "date": entry.date.isoformat(),
        "is_article": entry.is_article,
        "start": entry.start,
        "end": entry.end,
        "text": entry.text,
        "sentence": entry.sentence,
        "actors": list(entry.actors),
        "figures": list(entry.figures),
    }


def _cells(entry: TimelineEntry) -> list[object]:
    return [
        when_text(entry.when),
        "article" if entry.is_article else entry.text,
        entry.article,
        entry.sentence,
        ", ".join(entry.actors),
        ", ".join(entry.figures),
    ]


def _write_plot(series: Series) -> None:
    """Print a plot as wide as the terminal, or as lines of a file mostly are."""
    from fenttui.exports.plot import plot  # noqa: PLC0415 - not at start

    lines = plot(series, shutil.get_terminal_size((_PIPE_WIDTH, 0)).columns, _PLOT_LINES)
    if not lines:
        raise click.ClickException("nothing to plot; no point has a date and a number in these bounds")
    sys.stdout.writelines(f"{line}\n" for line in lines)
