"""`fenttui figures`: how much and when, of a whole dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from fenttui.analysis.figure_rows import FigureRow
from fenttui.analysis.index import index_of
from fenttui.analysis.series import middle
from fenttui.cli.conditions import article_option, holds, kind_option, text_option
from fenttui.cli.json_lines import write_lines
from fenttui.cli.mentions import findings_of
from fenttui.cli.opening import open_paths
from fenttui.cli.parameters import engine_option, json_option, paths_argument
from fenttui.cli.print_table import Column, write_table
from fenttui.extract.mention import Value
from fenttui.extract.numbers.exact_text import number_text, value_text
from fenttui.extract.record import json_value
from fenttui.kinds import FIGURE_KINDS

_COLUMNS = (
    Column("article", gives_way=True),
    Column("date", goes=7),
    Column("kind"),
    Column("figure", gives_way=True, least=24),
    Column("value", is_number=True, gives_way=True, least=14),
    Column("unit", gives_way=True),
    Column("bound", goes=6),
    Column("change", goes=5),
    Column("before", is_number=True, gives_way=True, goes=2),
    Column("of", gives_way=True, least=16, goes=3),
    Column("actor", gives_way=True, least=12, goes=4),
    Column("sentence", gives_way=True, least=30, goes=1),
)

_ORDERS = ("date", "value", "unit", "actor")


@click.command(
    epilog="\b\nExamples:\n  fenttui figures ~/dossiers/tariffs\n"
    "  fenttui figures --kind money --kind percent --text tariff --sort value\n"
    "  fenttui figures --disagreeing\n"
    "  fenttui figures --csv > figures.csv\n"
)
@paths_argument
@kind_option(FIGURE_KINDS)
@click.option("--unit", "units", multiple=True, metavar="UNIT", help="Has UNIT: percent, USD, death.")
@click.option("--actor", metavar="NAME", help="The actor nearest in the sentence has NAME in its name.")
@article_option
@text_option
@click.option(
    "--disagreeing",
    is_flag=True,
    help="Only figures that disagree between articles or are said to have changed, in groups.",
)
@click.option("--sort", type=click.Choice(_ORDERS), default="date", help="The order; by date unless given.")
@engine_option
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="A table for a spreadsheet.")
def command(
    paths: tuple[Path, ...],
    kinds: tuple[str, ...],
    units: tuple[str, ...],
    actor: str | None,
    article: str | None,
    words: tuple[str, ...],
    disagreeing: bool,
    sort: str,
    engine: str | None,
    as_json: bool,
    as_csv: bool,
) -> int:
    """List the figures that meet every condition: amounts and times.

    Columns: article, its date, kind, text, value (TIMEX3 for a time, low..high for a range), unit, bound,
    change, the value before the change, what is measured, the nearest actor, the sentence; a narrow terminal
    leaves out what it has no room for. A WORD may occur in the sentence. In a pipe the columns are separated
    by tabs.
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other; leave one out")
    opened = open_paths(paths, {"extract.engine": engine})
    view = index_of(findings_of(opened, called=article), opened.corrections, parts={"figures"})
    wanted = {unit.casefold() for unit in units}
    rows = [
        row
        for row in view.figures()
        if (not kinds or row.kind in kinds)
        and (not wanted or (row.unit or "").casefold() in wanted)
        and (actor is None or holds(row.actor or "", (actor,)))
        and holds(f"{row.text}\n{row.sentence}", words)
    ]
    if sort in _KEYS:
        rows.sort(key=_KEYS[sort])
    if disagreeing:
        rows = list(_disagreeing(rows))
    if as_json:
        write_lines(map(_record, rows))
    elif as_csv:
        _write_csv(rows)
    else:
        write_table(_COLUMNS, map(_cells, rows))
    return opened.exit_code


def _by_value(row: FigureRow) -> tuple[bool, Any]:
    return row.value is None, 0 if row.value is None else -middle(row.value)


_KEYS: dict[str, Callable[[FigureRow], Any]] = {
    "value": _by_value,
    "unit": lambda row: (row.unit is None, row.unit or row.kind, *_by_value(row)),
    "actor": lambda row: (row.actor is None, row.actor or ""),
}
"""The orders other than by date; what has no value, unit or actor comes last."""


def _disagreeing(rows: Sequence[FigureRow]) -> Iterator[FigureRow]:
    # ~3 ms, and most tables compare nothing.
    from fenttui.analysis.disagreements import disagreements  # noqa: PLC0415

    for found in disagreements(rows):
        yield from found.rows


def _record(row: FigureRow) -> dict[str, object]:
    """Return the row with the keys of a mention in the JSON of `fenttui extract`, and a few more."""
    amount = None if row.value is None else json_value(row.value)
    record: dict[str, object] = {
        "article": row.article,
        "date": row.date.isoformat(),
        "start": row.start,
        "end": row.end,
        "kind": row.kind,
        "text": row.text,
        "value": row.time or amount,
        "unit": None if row.time else row.unit,
        "bound": None if row.time else row.bound,
        "change": row.change,
        "before": None if row.before is None else json_value(row.before),
        "of": row.of,
        "actor": row.actor,
        "sentence": row.sentence,
    }
    if row.time and amount is not None:
        record["quantity"] = {"value": amount, "unit": row.unit}
    return record


def _cells(row: FigureRow) -> list[object]:
    return [
        row.article,
        row.date.isoformat(),
        row.kind,
        row.text,
        row.time or _shown(row.value),
        None if row.time else row.unit,
        None if row.time else row.bound,
        row.change,
        _shown(row.before),
        row.of,
        row.actor,
        row.sentence,
    ]


def _shown(value: Value | None) -> str | None:
    return None if value is None else value_text(value)


_CSV_COLUMNS = (
    "article", "date", "start", "end", "kind", "text", "value", "value_high", "unit", "bound", "change",
    "before", "before_high", "of", "actor", "sentence",
)  # fmt: skip


def _write_csv(rows: Sequence[FigureRow]) -> None:
    """Write the rows as RFC 4180 has it, numbers with all their digits."""
    import csv  # noqa: PLC0415 - not at start
    import sys  # noqa: PLC0415 - not at start

    # ~5 ms
    from fenttui.exports.csv_cells import BYTE_ORDER_MARK, csv_cell  # noqa: PLC0415

    sys.stdout.write(BYTE_ORDER_MARK)
    writer = csv.writer(sys.stdout, lineterminator="\r\n")
    writer.writerow(_CSV_COLUMNS)
    for row in rows:
        article, text, time, unit, of, actor, sentence = (
            csv_cell(each or "")
            for each in (row.article, row.text, row.time, row.unit, row.of, row.actor, row.sentence)
        )
        value = (time, "", "", "") if row.time else (*_ends(row.value), unit, row.bound)
        where = (article, row.date.isoformat(), row.start, row.end, row.kind, text)
        writer.writerow((*where, *value, row.change, *_ends(row.before), of, actor, sentence))


def _ends(value: Value | None) -> tuple[str, str]:
    """Return a number and None, or the two ends of a range."""
    if value is None:
        return "", ""
    return (
        (number_text(value[0]), number_text(value[1]))
        if isinstance(value, tuple)
        else (number_text(value), "")
    )
