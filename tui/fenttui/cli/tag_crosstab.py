"""Tags against actors, months or sources: how many notes there are of each pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from fenttui.articles.article import Article
from fenttui.cli.opening import Opened
from fenttui.exports.book import ArticleNotes
from fenttui.notes.annotation import Anchored
from fenttui.notes.tags import is_under

Against = Literal["actor", "month", "source"]
AGAINST: tuple[Against, ...] = ("actor", "month", "source")
"""What tags can be counted against."""
_MOST = 12
"""Actors or sources that have a column; the rarer ones are left out."""


@dataclass(frozen=True, slots=True)
class Crosstab:
    """The counts of notes; one counts for every tag above its own too."""

    values: tuple[str, ...]
    """The columns: months in order, actors and sources by their number of notes."""
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    """Each tag with a count a column."""
    left_out: int = 0
    """Values without a column."""


def crosstab(
    opened: Opened, book: Iterable[ArticleNotes], tags: Sequence[str], against: Against, *, whole: bool
) -> Crosstab:
    """Count the notes of a dossier by tag and by what they stand in.

    An actor counts for a note where its passage names it. Of an article without a source the value is "-".

    Args:
        opened: The dossier, for the engine and the corrections.
        book: The notes.
        tags: The tags that have a row.
        against: What has a column.
        whole: Whether the rare values have a column too.
    """
    counts: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for chapter in book:
        values_of = _values_of(opened, chapter, against)
        for note in chapter.notes:
            own_values = values_of(note)
            totals.update(own_values)
            held = [tag for tag in tags if any(is_under(own, tag) for own in note.annotation.tags)]
            counts.update((tag, value) for tag in held for value in own_values)
    if against == "month":
        values = sorted(totals)
    else:
        values = sorted(totals, key=lambda value: (-totals[value], value))
    shown = values if whole or against == "month" else values[:_MOST]
    rows = tuple((tag, tuple(counts[tag, value] for value in shown)) for tag in tags)
    return Crosstab(tuple(shown), rows, len(values) - len(shown))


def _values_of(
    opened: Opened, chapter: ArticleNotes, against: Against
) -> Callable[[Anchored], frozenset[str]]:
    headline = chapter.article.headline
    if against == "actor":
        return _actors_of(opened, chapter.article)
    value = f"{headline.date:%Y-%m}" if against == "month" else headline.source or "-"
    return lambda note: frozenset((value,))


def _actors_of(opened: Opened, article: Article) -> Callable[[Anchored], frozenset[str]]:
    # ~10 ms with the tokens: only where actors are wanted.
    from fenttui.extract import extract_with_quotes  # noqa: PLC0415
    from fenttui.extract.mention import ActorMention  # noqa: PLC0415

    mentions = [
        mention
        for mention in extract_with_quotes(
            article.text, article.headline.date, opened.corrections, opened.engine
        )
        if isinstance(mention, ActorMention)
    ]

    def actors(note: Anchored) -> frozenset[str]:
        start, end = note.anchor.start, note.anchor.end
        if start is None or end is None:
            return frozenset()
        return frozenset(each.actor for each in mentions if each.start < end and each.end > start)

    return actors
