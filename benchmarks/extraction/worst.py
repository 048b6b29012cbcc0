"""Texts that no recognizer is made for, in growing lengths: time has to grow as the text does."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle

from benchmarks.dossiers import seed_texts
from benchmarks.extraction.report import Line
from fenttui.extract import extract
from fenttui.extract.quotes import with_quotes

_MOST = 1.25
"""The largest exponent that still counts as linear: what is cached and what is timed both leave some play."""
_BRIEF = 0.5
"""Seconds under which a time is the best of three."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of text."""

    name: str
    full: int
    """Its greatest length in code points; it is read in a quarter and in half of that as well."""
    make: Callable[[int], str]
    """The text of a length."""


def _repeated(*parts: str) -> Callable[[int], str]:
    """Texts of these parts over and over."""
    whole = "".join(parts)

    def make(length: int) -> str:
        return (whole * (length // len(whole) + 1))[:length]

    return make


def _without_ends(length: int) -> str:
    words = (word.strip(".!?,;:\"'“”’") for text in cycle(seed_texts()) for word in text.split())
    parts: list[str] = []
    size = 0
    while size < length:
        parts.append(next(words))
        size += len(parts[-1]) + 1
    return " ".join(parts)[:length]


def kinds() -> Iterator[Kind]:
    """Every kind, from the most to the least like news."""
    million = 1_000_000
    news = "\n\n".join(seed_texts()) + "\n\n"
    headlines = "".join(f"{line[:70].title()}\n" for line in news.split(". "))
    yield Kind("news of 5 MB", 5 * million, _repeated(news))
    yield Kind("all capitals", million, _repeated(news.upper()))
    yield Kind("no capitals", million, _repeated(news.lower()))
    yield Kind("headlines", million, _repeated(headlines))
    yield Kind("a list", million, _repeated("- Anna Moe, Oslo\n- Port Authority of Lagos\n* 3 tons\n"))
    yield Kind("a table", million, _repeated("Norway\t1,204\t3.5 %\t2024\n", "Kenya | 88 | -2 % | Q1 2023\n"))
    yield Kind("Chinese", million, _repeated("外交部发言人周三在北京表示,关税上调百分之二十。"))
    yield Kind("Arabic", million, _repeated("قال وزير الخارجية يوم الثلاثاء إن الرسوم ٢٠ في المئة. "))
    yield Kind(
        "Russian", million, _repeated("Министр Иван Петров заявил в Москве, что пошлины выросли на 20%. ")
    )
    yield Kind("mixed scripts", million, _repeated("Mr Петров of 北京 met الوزير in Ōsaka on 5 May. \u0301"))
    yield Kind("100,000 words without a full stop", 600_000, _without_ends)
    yield Kind("capitals without a full stop", million, _repeated("Anna Moe and "))
    for name, part in (
        ("one word", "x"), ("one word in capitals", "X"), ("brackets", "("), ("quotation marks", '"'),
        ("opening quotation marks", "“"), ("digits", "7"), ("digits and commas", "7,"), ("full stops", "."),
        ("letters with full stops", "A."), ("hyphens", "A-"), ("apostrophes", "A'"), ("line breaks", "\n"),
        ("NULs", "\0"), ("combining marks", "\u0301"), ("surrogates", "\ud800"),
    ):  # fmt: skip
        yield Kind(name, million, _repeated(part))


def worst_texts() -> Iterator[Line]:
    """For each kind the seconds of its full length, and how time grows: 1 is linear, 2 quadratic."""
    yield Line("empty, ms", 1000 * _seconds(""))
    for kind in kinds():
        lengths = [kind.full // part for part in (4, 2, 1)]
        short, middle, full = (_seconds(kind.make(length)) for length in lengths)
        exponent = math.log2(full / short) / 2
        note = f"{short:.3f}, {middle:.3f}, {full:.3f} s for {', '.join(f'{each:,}' for each in lengths)}"
        yield Line(f"{kind.name}: growth", exponent, most=_MOST, note=note)


def _seconds(text: str) -> float:
    best = math.inf
    for _ in range(3):
        # Of the processor: what else runs on the machine is not to look like growth.
        before = time.process_time()
        with_quotes(text, extract(text))
        best = min(best, time.process_time() - before)
        if best > _BRIEF:
            break
    return best
