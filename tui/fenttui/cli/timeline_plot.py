"""What `fenttui timeline --plot` draws, as it is asked for on the command line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, NamedTuple, cast

import click

from fenttui.analysis.figure_rows import FigureRow
from fenttui.analysis.findings import Source
from fenttui.analysis.index import index_of
from fenttui.analysis.indexed_article import Part
from fenttui.analysis.series import Series, articles_over_time, mentions_over_time, values_over_time
from fenttui.analysis.tally import ActorRow
from fenttui.cli.conditions import holds
from fenttui.extract.coreference.corrections import Corrections

Subject = Literal["articles", "actor", "figure"]


class Wish(NamedTuple):
    """What is to be drawn."""

    subject: Subject
    words: str
    """An actor's name or part of it, or words that name what a figure measures."""


def parse_plot(written: str) -> Wish:
    """Read `articles`, `actor:NAME` or `figure:WORDS`.

    Raises:
        click.UsageError: where it is none of these.
    """
    subject, _, words = written.partition(":")
    if (subject == "articles" and not words) or (subject in ("actor", "figure") and words.strip()):
        return Wish(cast(Subject, subject), words.strip())
    raise click.UsageError(f'--plot takes articles, actor:NAME or figure:WORDS, not "{written}"')


def plotted(
    wish: Wish,
    source: Source,
    corrections: Corrections,
    after: dt.date | None,
    before: dt.date | None,
    words: Sequence[str],
) -> Series:
    """Return the requested series, of the articles from `after` on and older than `before`.

    Args:
        wish: what to draw.
        source: the articles with what is found in them.
        corrections: the user's corrections of actors.
        after: the first day.
        before: the day after the last.
        words: what an article's text must hold.

    Raises:
        click.ClickException: if `wish` names no actor or figure.
    """
    meant = (
        findings
        for findings in source
        if (after is None or findings.article.headline.date >= after)
        and (before is None or findings.article.headline.date < before)
        and holds(findings.article.text, words)
    )
    parts: set[Part] = {"figures"} if wish.subject == "figure" else set()
    view = index_of(meant, corrections, parts)
    if wish.subject == "articles":
        return articles_over_time(view.dates)
    if wish.subject == "actor":
        actor = _actor_called(wish.words, view.actors(named_with=False))
        return mentions_over_time(actor.actor, actor.dates)
    return _values(wish.words, view.figures())


def _actor_called(name: str, actors: Sequence[ActorRow]) -> ActorRow:
    """Return the actor of that name, else the most mentioned one with `name` in one of its names."""
    folded = name.casefold()
    for row in actors:
        if row.actor.casefold() == folded:
            return row
    for row in actors:
        if any(folded in each.casefold() for each in (row.actor, *row.aliases)):
            return row
    raise click.ClickException(f'no actor is called "{name}"; `fenttui actors` lists all')


def _values(words: str, rows: Sequence[FigureRow]) -> Series:
    """Return the values of the figures that measure what the words name."""
    meant = [
        row
        for row in rows
        if row.value is not None
        and row.time is None
        and holds(f"{row.of or row.sentence} {row.text}", words.split())
    ]
    if not meant:
        raise click.ClickException(f'no figure is about "{words}"; `fenttui figures --text` finds others')
    return values_over_time(words, meant)
