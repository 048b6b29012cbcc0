"""`fenttui figures`: how much and when, of a whole dossier."""

from __future__ import annotations

from pathlib import Path

import click

from fenttui.cli.conditions import article_option, holds, kind_option, text_option
from fenttui.cli.json_lines import write_lines
from fenttui.cli.mentions import articles_with_mentions
from fenttui.cli.opening import open_paths
from fenttui.cli.parameters import json_option, paths_argument
from fenttui.cli.tables import Column, write_table
from fenttui.extract.figure_rows import FigureRow, figure_rows
from fenttui.extract.mention import FIGURE_KINDS
from fenttui.extract.record import json_value

_COLUMNS = (
    Column("article", gives_way=True),
    Column("date", goes=4),
    Column("kind"),
    Column("figure", gives_way=True, least=24),
    Column("value", is_number=True, gives_way=True, least=14),
    Column("unit", gives_way=True),
    Column("bound", goes=3),
    Column("change", goes=2),
    Column("sentence", gives_way=True, least=30, goes=1),
)


@click.command(
    epilog="\b\nExamples:\n  fenttui figures ~/dossiers/tariffs\n"
    "  fenttui figures --kind money --kind percent --text tariff\n"
    "  fenttui figures --json | jq -r .text\n"
)
@paths_argument
@kind_option(FIGURE_KINDS)
@article_option
@text_option
@json_option
def command(
    paths: tuple[Path, ...],
    kinds: tuple[str, ...],
    article: str | None,
    words: tuple[str, ...],
    as_json: bool,
) -> int:
    """List the figures that meet every condition: amounts and times, in the order of the articles.

    Columns: article, its date, kind, text, value (TIMEX3 for a time, low..high for a range), unit, bound,
    change, the sentence; a narrow terminal leaves out what it has no room for. A WORD may stand in the
    sentence. In a pipe the columns are parted by tabs.
    """
    opened = open_paths(paths)
    rows = [
        row
        for row in figure_rows(articles_with_mentions(opened, called=article))
        if (not kinds or row.kind in kinds) and holds(f"{row.text}\n{row.sentence}", words)
    ]
    if as_json:
        write_lines(map(_record, rows))
    else:
        write_table(_COLUMNS, map(_cells, rows))
    return opened.exit_code


def _record(row: FigureRow) -> dict[str, object]:
    """The row with the keys that a mention has in the JSON of `fenttui extract`."""
    amount = None if row.value is None else json_value(row.value)
    record: dict[str, object] = {
        "article": row.article,
        "date": row.date.isoformat(),
        "kind": row.kind,
        "text": row.text,
        "value": row.time or amount,
        "unit": None if row.time else row.unit,
        "bound": None if row.time else row.bound,
        "change": row.change,
        "sentence": row.sentence,
    }
    if row.time and amount is not None:
        record["quantity"] = {"value": amount, "unit": row.unit}
    return record


def _cells(row: FigureRow) -> list[object]:
    record = _record(row)
    record.pop("quantity", None)
    if isinstance(row.value, tuple) and not row.time:
        record["value"] = "{}..{}".format(*row.value)
    return list(record.values())
