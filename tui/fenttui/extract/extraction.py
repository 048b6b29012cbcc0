"""Text to mentions: the entry to the recognizer and the rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from fenttui.extract.coreference import resolve
from fenttui.extract.coreference.corrections import NO_CORRECTIONS, Corrections, corrected
from fenttui.extract.figures import find_figures
from fenttui.extract.mention import ActorMention, FigureMention, Mention, Time
from fenttui.extract.names.engines.engine import Engine, own_names
from fenttui.extract.names.settling import settled
from fenttui.extract.text.tokens import Tokens, tokenize


def extract(
    text: str,
    date: dt.date | None = None,
    corrections: Corrections = NO_CORRECTIONS,
    engine: Engine = own_names,
) -> tuple[Mention, ...]:
    """Return what `text` names: actors, figures and times, in order and without overlaps.

    Args:
        text: any text; nothing in it is an error.
        date: the day that "Tuesday" and "last month" are counted from. Without it such a time has a TIMEX3
            value with unknown parts, as in `XXXX-03`, or `PAST_REF`.
        corrections: what the reader says about actors.
        engine: what finds the names of actors; coreference is the same for all engines.
    """
    return _mentions(tokenize(text), date, corrections, engine)


def extract_with_quotes(
    text: str,
    date: dt.date | None = None,
    corrections: Corrections = NO_CORRECTIONS,
    engine: Engine = own_names,
) -> tuple[Mention, ...]:
    """Return what `extract` finds and who says what, in the order of their starts, the longer of two first.

    Quotes may hold other mentions; for the arguments see `extract`.
    """
    # ~10 ms: who wants no quotes does not wait for their rules.
    from fenttui.extract.quotes import with_quotes

    tokens = tokenize(text)
    return with_quotes(text, _mentions(tokens, date, corrections, engine), tokens)


def _mentions(
    tokens: Tokens, date: dt.date | None, corrections: Corrections, engine: Engine
) -> tuple[Mention, ...]:
    found = _apart(tokens.text, _actors(tokens, engine), find_figures(tokens, date))
    return tuple(corrected(tokens.text, found, corrections))


def _actors(tokens: Tokens, engine: Engine) -> list[ActorMention]:
    names = settled(tokens, engine(tokens))
    resolve(tokens, names)
    return [
        ActorMention(tokens.starts[name.first], tokens.ends[name.end - 1], name.kind, name.actor, name.way)
        for name in names
        if name.kind is not None and name.actor is not None
    ]


def _apart(text: str, actors: Sequence[ActorMention], figures: Sequence[FigureMention]) -> list[Mention]:
    """Return both in order, without overlaps.

    A country inside money is the currency's (US$5), and one inside a date is the feast's (Chinese New Year).
    Another figure keeps what it says before an actor, as in "two" of "two Chinese officials"; and one that
    starts in an actor's name is part of that name: G20.
    """
    merged: list[Mention] = []
    position = 0
    for figure in figures:
        while position < len(actors) and actors[position].end <= figure.start:
            merged.append(actors[position])
            position += 1
        actor = actors[position] if position < len(actors) and actors[position].start < figure.end else None
        if actor is None:
            merged.append(figure)
        elif actor.start >= figure.start and (
            figure.kind == "money" or (isinstance(figure, Time) and actor.end <= figure.end)
        ):
            merged.append(figure)
            while position < len(actors) and actors[position].start < figure.end:
                position += 1
        elif actor.start > figure.start:
            said = text[figure.start : actor.start].rstrip()
            merged.append(replace(figure, end=figure.start + len(said)))
    return merged + list(actors[position:])
