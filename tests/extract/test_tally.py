from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from fenttui.articles.article import Article, Entry, Headline
from fenttui.extract import extract
from fenttui.extract.mention import Mention
from fenttui.extract.tally import tally_actors


def read(name: str, date: dt.date, text: str) -> tuple[Article, Sequence[Mention]]:
    entry = Entry(name, Path(f"{name}.txt"), Path(), name)
    article = Article(entry, Headline(date, "header", name), text)
    return article, extract(text, date)


FIRST = read("a", dt.date(2025, 3, 13), "China spoke. The Chinese left 20 per cent to Peru.")
SECOND = read("b", dt.date(2025, 4, 2), "Beijing spoke on\nTuesday. A Kenyan left.")


def test_each_actor_has_one_row_the_most_mentioned_first() -> None:
    rows = tally_actors([FIRST, SECOND])
    assert [(row.actor, row.kind, row.count, row.articles) for row in rows] == [
        ("China", "place", 3, 2),
        ("Kenya", "place", 1, 1),
        ("Peru", "place", 1, 1),
    ]
    assert (rows[0].first, rows[0].last) == (dt.date(2025, 3, 13), dt.date(2025, 4, 2))


def test_the_order_of_articles_changes_no_row() -> None:
    assert tally_actors([SECOND, FIRST]) == tally_actors([FIRST, SECOND])
