"""The program's own work without a screen: laying text out and finding mentions, in words a second."""

from __future__ import annotations

import datetime as dt
import statistics
import time
from collections.abc import Callable

from benchmarks.dossiers import seed_texts

_ROUNDS = 5
_COPIES = 40


def _rate(words: int, work: Callable[[], object]) -> float:
    """Words a second: the median of some rounds, after one that is not counted."""
    work()
    seconds = []
    for _ in range(_ROUNDS):
        before = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - before)
    return words / statistics.median(seconds)


def layout_rate() -> float:
    """How many words a second are wrapped into lines."""
    from fenttui.ui.widgets.reader.layout import lay_out

    text = "\n\n".join(seed_texts() * _COPIES)
    return _rate(len(text.split()), lambda: lay_out(text, 76))


def extraction_rate() -> float:
    """How many words a second are read for actors and figures, article by article."""
    from fenttui.extract import extract

    texts = seed_texts()
    day = dt.date(2025, 4, 2)
    return _rate(sum(len(text.split()) for text in texts), lambda: [extract(text, day) for text in texts])
