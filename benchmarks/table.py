"""What was measured as rows: a figure of ours, what it is compared with, the ratio and its goal."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.outside import Run, Stroke

_NAMES = {"\x04": "ctrl+d"}
_KEY_GOAL = 1.3


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    value: float
    """Ours: a median unless the name says otherwise."""
    other: float | None = None
    """What it is compared with."""
    against: str = ""
    """The name of that."""
    ratio: float | None = None
    """Ours by the other's."""
    goal: float | None = None
    """The ratio not to exceed."""


def compare(
    name: str,
    ours: Sequence[Run],
    others: Sequence[Run],
    figure: Callable[[Run], float],
    against: str,
    goal: float | None = None,
) -> Row:
    """Medians of a figure of runs that were made in turn.

    The ratio is the median of the ratios of neighboring runs: what slows the machine for a while slows both.
    """
    mine, theirs = [figure(run) for run in ours], [figure(run) for run in others]
    ratio = statistics.median(a / b for a, b in zip(mine, theirs, strict=True))
    return Row(name, statistics.median(mine), statistics.median(theirs), against, ratio, goal)


def key_rows(ours: Sequence[Run], floor: Sequence[Run], keys: Sequence[str]) -> list[Row]:
    """For each key the time to its last byte and the bytes; then the same for all keys together."""
    rows = []
    for key in (*keys, None):
        name = "all keys" if key is None else _NAMES.get(key, key)
        mine, theirs = _strokes(ours, key), _strokes(floor, key)
        if not mine or not theirs:
            continue
        for what, figure, goal in (
            ("p50 ms", _median_time, None),
            ("p95 ms", _p95_time, _KEY_GOAL),
            ("mean bytes", _mean_bytes, None),
        ):
            value, other = figure(mine), figure(theirs)
            rows.append(Row(f"key {name}, {what}", value, other, "bare app", value / other, goal))
    return rows


def _median_time(strokes: Sequence[Stroke]) -> float:
    return 1000 * statistics.median(stroke.seconds for stroke in strokes)


def _p95_time(strokes: Sequence[Stroke]) -> float:
    """The 95th percentile by nearest rank."""
    times = sorted(stroke.seconds for stroke in strokes)
    return 1000 * times[max(0, -(-95 * len(times) // 100) - 1)]


def _mean_bytes(strokes: Sequence[Stroke]) -> float:
    return statistics.fmean(stroke.sent for stroke in strokes)


def _strokes(runs: Sequence[Run], key: str | None) -> list[Stroke]:
    """The strokes that painted something, of one key or of all."""
    return [stroke for run in runs for stroke in run.strokes if stroke.sent and key in (None, stroke.key)]


def print_table(rows: Sequence[Row]) -> None:
    """Print the rows, those whose goal is missed marked."""
    head = ("", "fenttui", "other", "", "ratio", "goal")
    lines = [head, *map(_cells, rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(head))]
    for line in lines:
        first, *rest = (
            cell.ljust(width) if at in (0, 3) else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        print("  ".join((first, *rest)).rstrip())


def _cells(row: Row) -> tuple[str, ...]:
    goal = ""
    if row.goal is not None and row.ratio is not None:
        goal = f"{row.goal:g} " + ("met" if row.ratio <= row.goal else "MISSED")
    ratio = f"{row.ratio:.2f}" if row.ratio is not None else ""
    other = _number(row.other) if row.other is not None else ""
    return row.name, _number(row.value), other, row.against, ratio, goal


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3f}" if value < 10 else f"{value:.1f}"
