"""A progress bar for work that takes long."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TypeVar

Item = TypeVar("Item")

_PATIENCE = 0.5
"""Seconds of work before a bar appears: what is done sooner needs none."""


def with_progress(items: Sequence[Item], label: str, *, hidden: bool = False) -> Iterator[Item]:
    """Yield each of `items`, with a progress bar if they take long and standard error is a terminal.

    Args:
        items: what is worked on.
        label: what is done to them, shown before the bar.
        hidden: no bar in any case, as where the output itself goes to the terminal line by line.
    """
    if hidden or not sys.stderr.isatty():
        yield from items
        return
    begin = monotonic()
    for done, item in enumerate(items):
        if monotonic() - begin > _PATIENCE:
            yield from _with_bar(items, done, label)
            return
        yield item


def _with_bar(items: Sequence[Item], done: int, label: str) -> Iterator[Item]:
    # ~80 ms to import: only where work is long enough.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=len(items), completed=done)
        for item in items[done:]:
            yield item
            progress.advance(task)
