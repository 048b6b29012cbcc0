"""`fenttui actors`: who is named in a dossier, and how often."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from fenttui.analysis.index import index_of
from fenttui.analysis.over_time import over_time, sparkline
from fenttui.analysis.tally import ActorRow
from fenttui.cli.conditions import holds, kind_option, text_option
from fenttui.cli.json_lines import write_lines
from fenttui.cli.mentions import findings_of
from fenttui.cli.opening import open_paths
from fenttui.cli.parameters import engine_option, json_option, paths_argument
from fenttui.cli.print_table import Column, write_table
from fenttui.kinds import ACTOR_KINDS

_COLUMNS = (
    Column("actor", gives_way=True, least=16),
    Column("kind", goes=5),
    Column("mentions", is_number=True),
    Column("articles", is_number=True, goes=3),
    Column("first", goes=4),
    Column("last", goes=2),
    Column("over time", goes=6),
    Column("named with", gives_way=True, least=16, goes=1),
)
_BARS = 12
"""The most columns of a sparkline."""

_ORDERS: Mapping[str, Callable[[ActorRow], Any]] = {
    "mentions": lambda row: -row.count,
    "articles": lambda row: -row.articles,
    "name": lambda row: row.actor.casefold(),
    "first": lambda row: row.first,
    "last": lambda row: -row.last.toordinal(),
}


@click.command(
    epilog="\b\nExamples:\n  fenttui actors ~/dossiers/tariffs\n  fenttui actors --kind person --text wang\n"
    "  fenttui actors --sort last\n  fenttui actors --json | jq -r .actor\n"
)
@paths_argument
@kind_option(ACTOR_KINDS)
@text_option
@click.option(
    "--sort", type=click.Choice([*_ORDERS]), default="mentions",
    help="The order: the most mentions or articles, the name, the earliest first or the latest last date.",
)  # fmt: skip
@engine_option
@json_option
def command(
    paths: tuple[Path, ...],
    kinds: tuple[str, ...],
    words: tuple[str, ...],
    sort: str,
    engine: str | None,
    as_json: bool,
) -> int:
    """List the actors of the whole dossier that meet every condition, the most mentioned first.

    Columns: actor, kind, number of mentions, number of articles, dates of the first and the last, mentions
    over the time of the dossier, the actors that it shares most sentences with; a narrow terminal leaves out
    what it has no room for. One of an actor's names must hold every WORD. In a pipe the columns are separated
    by tabs.
    """
    opened = open_paths(paths, {"extract.engine": engine})
    view = index_of(findings_of(opened), opened.corrections, parts=())
    rows = [
        row
        for row in view.actors()
        if (not kinds or row.kind in kinds) and any(holds(name, words) for name in (row.actor, *row.aliases))
    ]
    rows.sort(key=_ORDERS[sort])
    if as_json:
        write_lines(map(_record, rows))
    else:
        span = view.span
        write_table(_COLUMNS, (_cells(row, *span) for row in rows if span is not None))
    return opened.exit_code


def _cells(row: ActorRow, first: dt.date, last: dt.date) -> Sequence[object]:
    columns = min(_BARS, (last - first).days + 1)
    return (
        row.actor,
        row.kind,
        row.count,
        row.articles,
        row.first.isoformat(),
        row.last.isoformat(),
        sparkline(over_time(row.dates, first, last, columns)),
        ", ".join(actor for actor, _ in row.named_with),
    )


def _record(row: ActorRow) -> dict[str, object]:
    return {
        "actor": row.actor,
        "kind": row.kind,
        "mentions": row.count,
        "articles": row.articles,
        "first": row.first.isoformat(),
        "last": row.last.isoformat(),
        "aliases": list(row.aliases),
        "dates": [{"date": date.isoformat(), "mentions": count} for date, count in row.dates],
        "named_with": [{"actor": actor, "sentences": count} for actor, count in row.named_with],
    }
