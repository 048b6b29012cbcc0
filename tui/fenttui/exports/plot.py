"""A series of numbers over time as a plot of plain characters, for any terminal and for a pipe."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from fenttui.analysis.series import Series
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from plotille import Canvas  # type: ignore[import-untyped]

_LEAST_WIDTH = 16
"""Cells of a plot without its labels: narrower, it shows nothing."""
_DATE_CELLS = 10
_DOTS_ACROSS, _DOTS_DOWN = 2, 4
"""The dots of one braille character."""
_WITH_GAP = 4
"""Dots of a column with the gap after it."""
_BLANK = "\u2800"
_BROADEST = 8
"""Dots of a column: a few days are no wall."""
_LARGE = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))

Point = tuple[dt.date, float]


class _Step(NamedTuple):
    """The time that one column represents."""

    name: str
    begin: Callable[[dt.date], dt.date]
    """The first day of the step that a day belongs to."""


_STEPS = (
    _Step("day", lambda day: day),
    _Step("week", lambda day: dt.date.fromordinal(max(day.toordinal() - day.weekday(), 1))),
    _Step("month", lambda day: day.replace(day=1)),
    _Step("quarter", lambda day: day.replace(month=day.month - (day.month - 1) % 3, day=1)),
    _Step("year", lambda day: day.replace(month=1, day=1)),
)


def plot(series: Series, width: int, height: int) -> list[str]:
    """Return the lines of a plot: its title, the plot with the numbers at its left, and the dates below.

    Counts are columns, of a day each, else of a week, month, quarter or year, whichever lets the whole time
    fit; values are points joined by lines. Braille dots draw it, without any color.

    Args:
        series: what is plotted; nothing is drawn of one without points.
        width: the most cells of a line.
        height: how many lines, of which three are title and dates; at least 4.

    Returns:
        The lines, without newlines; none for a series without points or in too little space.
    """
    points = [(date, number) for date, value in series.points if (number := _as_float(value)) is not None]
    rows = max(height - 3, 1)
    if not points:
        return []
    return _columns(series, points, width, rows) if series.counts else _curve(series, points, width, rows)


def _columns(series: Series, points: Sequence[Point], width: int, rows: int) -> list[str]:
    first, last = points[0][0], points[-1][0]
    gutter = 0
    # Fewer columns may have larger counts, whose numbers take more room.
    while (room := width - gutter) >= _LEAST_WIDTH:
        step = next((each for each in _STEPS if _steps_between(each, first, last) <= room), _STEPS[-1])
        begins, counts, joined = _counted(step, points, first, last, room)
        top = max(float(math.ceil(max(counts))), 1.0)
        labels = [_number(top), "0"]
        if _gutter(labels) <= gutter:
            break
        gutter = _gutter(labels)
    else:
        return []
    canvas = _canvas(room, rows, 0, len(counts), 0, top)
    dots = room * _DOTS_ACROSS
    # A dot parts two columns where all are broad enough.
    gap = int(dots // len(counts) >= _WITH_GAP)
    for at, count in enumerate(counts):
        begin, end = at * dots // len(counts), (at + 1) * dots // len(counts)
        for dot in range(begin, min(max(end - gap, begin + 1), begin + _BROADEST)):
            if count:
                x = (dot + 0.1) * len(counts) / dots
                canvas.line(x, 0, x, count * (1 - 1e-9))
    title = f"{series.title} {f'in {joined} {step.name}s' if joined > 1 else f'a {step.name}'}"
    return _framed(title, canvas, labels, gutter, begins[0], last)


def _curve(series: Series, points: Sequence[Point], width: int, rows: int) -> list[str]:
    numbers = [number for _, number in points]
    low, high = min(numbers), max(numbers)
    labels = list(dict.fromkeys((_number(high), _number(low))))
    gutter = _gutter(labels)
    room = width - gutter
    if room < _LEAST_WIDTH:
        return []
    first, last = points[0][0], points[-1][0]
    # The highest and the lowest point are in the middle of the first and of the last line.
    pad = (high - low) / max(2 * rows - 2, 1) or max(abs(high), 1.0) / 10
    span = max((last - first).days, 1)
    aside = span / room if last > first else span
    canvas = _canvas(room, rows, -aside, span + aside, low - pad, high + pad)
    placed = [((date - first).days, number) for date, number in points]
    for (x, y), (next_x, next_y) in pairwise(placed):
        canvas.line(x, y, next_x, next_y)
    for x, y in placed:
        canvas.point(x, y, marker="o")
    title = f"{series.title}, {series.unit}" if series.unit not in series.title else series.title
    return _framed(title, canvas, labels, gutter, first, last)


def _counted(
    step: _Step, points: Sequence[Point], first: dt.date, last: dt.date, most: int
) -> tuple[list[dt.date], list[float], int]:
    """Return the first day of each column, its count, and how many steps one column joins to fit."""
    counts: defaultdict[dt.date, float] = defaultdict(float)
    for date, number in points:
        counts[step.begin(date)] += number
    begins = [step.begin(first)]
    while (following := _next(step, begins[-1])) is not None and following <= last:
        begins.append(following)
    joined = -(-len(begins) // most)
    numbers = [counts[begin] for begin in begins]
    sums = [sum(numbers[at : at + joined]) for at in range(0, len(numbers), joined)]
    return begins[::joined], sums, joined


def _next(step: _Step, begin: dt.date) -> dt.date | None:
    """Return the first day of the next step after `begin`; None after the last day of the calendar."""
    days = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}[step.name]
    try:
        return step.begin(begin + dt.timedelta(days=days))
    except OverflowError:
        return None


def _steps_between(step: _Step, first: dt.date, last: dt.date) -> int:
    begin, end = step.begin(first), step.begin(last)
    months = (end.year - begin.year) * 12 + end.month - begin.month
    days = (end - begin).days
    return {
        "day": days, "week": days // 7, "month": months, "quarter": months // 3, "year": months // 12,
    }[step.name] + 1  # fmt: skip


def _canvas(width: int, rows: int, left: float, right: float, bottom: float, top: float) -> Canvas:
    # ~50 ms to import.
    from plotille import Canvas  # noqa: PLC0415

    return Canvas(width, rows, xmin=left, ymin=bottom, xmax=right, ymax=top)


def _framed(
    title: str, canvas: Canvas, labels: Sequence[str], gutter: int, first: dt.date, last: dt.date
) -> list[str]:
    """Return the canvas with its numbers, the highest first, and its dates."""
    drawn = canvas.plot(linesep="\n").split("\n")
    numbers = {0: labels[0], len(drawn) - 1: labels[-1]}
    if len(labels) == 1:
        numbers = {(len(drawn) - 1) // 2: labels[0]}
    # Spaces for characters without a dot: a line ends where its last dot is.
    lines = [
        f"{numbers.get(at, ''):>{gutter - 1}}│{line.replace(_BLANK, ' ').rstrip()}"
        for at, line in enumerate(drawn)
    ]
    room = canvas.width
    dates = first.isoformat()
    if last > first and room >= 2 * _DATE_CELLS + 2:
        dates += last.isoformat().rjust(room - _DATE_CELLS)
    return [visible_line(title), *lines, f"{'└':>{gutter}}{'─' * room}", " " * gutter + dates]


def _gutter(labels: Sequence[str]) -> int:
    return max(map(len, labels)) + 2


def _as_float(value: object) -> float | None:
    """Return the number to draw; None if it is too large for a plot."""
    try:
        number = float(value)  # type: ignore[arg-type]
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _number(value: float) -> str:
    for size, name in _LARGE:
        if abs(value) >= size:
            return f"{value / size:,.4g} {name}"
    return f"{value:,.6g}"
