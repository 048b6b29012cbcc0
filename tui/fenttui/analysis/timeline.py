"""What a dossier says happened when: its resolved dates in order, its articles' own dates among them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fenttui.analysis.intervals import Interval, interval
from fenttui.analysis.sentence_context import SentenceContext
from fenttui.articles.article import Article
from fenttui.extract.mention import ActorMention, Amount, Mention, Time


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
    """How the text gives the date: "last month"; empty where this is the article itself."""
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


def timeline_entries(
    article: Article, mentions: Sequence[Mention], context: SentenceContext
) -> Iterator[TimelineEntry]:
    """Yield the article's own date, then the dates in its text that are resolved, in its order.

    Args:
        article: the article.
        mentions: of its text, by the corrections in force.
        context: the sentences of its text with those mentions.
    """
    date = article.headline.date
    own = Interval(date, date, "day")
    yield TimelineEntry(own, article.id, date, 0, 0, "", article.headline.title, (), ())
    text = article.text
    for mention in mentions:
        if not isinstance(mention, Time) or mention.kind not in ("date", "time"):
            continue
        when = interval(mention.value)
        if when is None:
            continue
        span = context.span(mention)
        beside = context.mentions_in(span)
        actors = dict.fromkeys(other.actor for other in beside if isinstance(other, ActorMention))
        figures = dict.fromkeys(
            " ".join(text[other.start : other.end].split()) for other in beside if isinstance(other, Amount)
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
    """Return entries by their first day, the longer first, a day's articles before what is said of it.

    The same days with the same sentence occur once, from the earliest article.
    """
    once: dict[tuple[Interval, str, bool, str], TimelineEntry] = {}
    for entry in sorted(entries, key=lambda each: (each.date, each.article, each.start)):
        # Two articles of one title are two, though.
        of_article = entry.article if entry.is_article else ""
        once.setdefault((entry.when, entry.sentence, entry.is_article, of_article), entry)
    return sorted(once.values(), key=time_order)


def time_order(entry: TimelineEntry) -> tuple[dt.date, int, bool, dt.date, str, int]:
    """Return what entries are sorted by."""
    first, last, _ = entry.when
    return first, -last.toordinal(), not entry.is_article, entry.date, entry.article, entry.start
