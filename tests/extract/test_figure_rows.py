from __future__ import annotations

import datetime as dt
from pathlib import Path

from fenttui.articles.article import Article, Entry, Headline
from fenttui.extract import extract
from fenttui.extract.figure_rows import Items, figure_rows


def read(name: str, date: dt.date, text: str) -> Items:
    entry = Entry(name, Path(f"{name}.txt"), Path(), name)
    article = Article(entry, Headline(date, "header", name), text)
    return [(article, extract(text, date))]


FIRST = read("a", dt.date(2025, 3, 13), "China spoke. The Chinese left 20 per cent to Peru.")
SECOND = read("b", dt.date(2025, 4, 2), "Beijing spoke on\nTuesday. A Kenyan left.")


def test_figures_come_with_their_sentence_on_one_line() -> None:
    percent, tuesday = figure_rows([*FIRST, *SECOND])
    assert (percent.article, percent.text, percent.kind, percent.value, percent.unit) == (
        "a", "20 per cent", "percent", 20, "percent",
    )  # fmt: skip
    assert percent.sentence == "The Chinese left 20 per cent to Peru."
    assert (tuesday.date, tuesday.time, tuesday.bound) == (dt.date(2025, 4, 2), "2025-04-01", None)
    assert tuesday.sentence == "Beijing spoke on Tuesday."
