"""What a dossier says happened when: its resolved dates in order, its articles' own dates among them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fenttui.analysis.figure_rows import Items
from fenttui.analysis.intervals import Interval, interval
from fenttui.analysis.sentence_context import SentenceContext
from fenttui.articles.article import Article
from fenttui.extract.mention import AMOUNT_KINDS, Mention


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One date of the timeline, with what is said of it."""

    when: Interval
    """The days that are meant, and how exactly."""
    article: str
    """The id of the article that says it."""
    date: dt.date
    """That article's date."""
    start: int
    """The first code point of the date in the article's text."""
    end: int
    """One past its last; `start` where this is the article itself."""
    text: str
    """How the text tells the date: "last month"; empty where this is the article itself."""
    sentence: str
    """The sentence, its lines joined by spaces; the title where this is the article itself."""
    actors: tuple[str, ...]
    """The canonical names of the actors in the sentence, in its order, each once."""
    figures: tuple[str, ...]
    """The amounts in the sentence as they are written, in its order, each once."""

    @property
    def is_article(self) -> bool:
        """Whether this is an article's own date."""
        return self.start == self.end


def timeline(items: Items) -> list[TimelineEntry]:
    """The entries of all articles in the order of time; the same date with the same sentence once."""
    return in_order(entry for article, mentions in items for entry in entries_of(article, mentions))


def entries_of(article: Article, mentions: Sequence[Mention]) -> Iterator[TimelineEntry]:
    """The article's own date, then the dates that its text tells and that are resolved, in its order."""
    date = article.headline.date
    own = Interval(date, date, "day")
    yield TimelineEntry(own, article.id, date, 0, 0, "", article.headline.title, (), ())
    text = article.text
    context = SentenceContext(text, mentions)
    for mention in mentions:
        if mention.kind not in ("date", "time") or mention.time is None:
            continue
        when = interval(mention.time)
        if when is None:
            continue
        span = context.span(mention)
        beside = context.mentions_in(span)
        actors = dict.fromkeys(other.actor for other in beside if other.is_actor and other.actor)
        figures = dict.fromkeys(
            " ".join(text[other.start : other.end].split()) for other in beside if other.kind in AMOUNT_KINDS
        )
        yield TimelineEntry(
            when,
            article.id,
            date,
            mention.start,
            mention.end,
            " ".join(text[mention.start : mention.end].split()),
            context.said(span),
            tuple(actors),
            tuple(figures),
        )


def in_order(entries: Iterable[TimelineEntry]) -> list[TimelineEntry]:
    """Entries by their first day, the longer before the shorter, a day's articles before what is told of it.

    The same days with the same sentence stand once, as the earliest article has them.
    """
    once: dict[tuple[Interval, str, bool, str], TimelineEntry] = {}
    for entry in sorted(entries, key=lambda each: (each.date, each.article, each.start)):
        # Two articles of one title are two, though.
        of_article = entry.article if entry.is_article else ""
        once.setdefault((entry.when, entry.sentence, entry.is_article, of_article), entry)
    return sorted(once.values(), key=place_in_time)


def place_in_time(entry: TimelineEntry) -> tuple[dt.date, int, bool, dt.date, str, int]:
    """What entries are sorted by."""
    first, last, _ = entry.when
    return first, -last.toordinal(), not entry.is_article, entry.date, entry.article, entry.start
