"""Text to mentions: names and their actors, then figures, then the user's corrections, then quotes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from fenttui.extract.coreference import resolve
from fenttui.extract.coreference.corrections import NO_CORRECTIONS, Corrections, corrected
from fenttui.extract.figures import find_figures
from fenttui.extract.mention import ActorMention, FigureMention, Mention, Time
from fenttui.extract.names.engines.engine import Engine, own_names
from fenttui.extract.names.gazetteer_rules import with_gazetteer_rules
from fenttui.extract.original_spans import in_original
from fenttui.extract.text.composed import compose
from fenttui.extract.text.tokens import Tokens, tokenize


def extract(
    text: str,
    date: dt.date | None = None,
    corrections: Corrections = NO_CORRECTIONS,
    engine: Engine = own_names,
) -> tuple[Mention, ...]:
    """Return the actors, amounts and times that `text` mentions, in order and without overlaps.

    Args:
        text: any text; nothing in it is an error.
        date: the day that "Tuesday" and "last month" are counted from. Without it such a time has a TIMEX3
            value with unknown parts, as in `XXXX-03`, or `PAST_REF`.
        corrections: what the user says about actors.
        engine: what finds the names of actors; coreference is the same for all engines.
    """
    composed = compose(text)
    return in_original(composed, _mentions(tokenize(composed.text), date, corrections, engine))


def extract_with_quotes(
    text: str,
    date: dt.date | None = None,
    corrections: Corrections = NO_CORRECTIONS,
    engine: Engine = own_names,
) -> tuple[Mention, ...]:
    """Return what `extract` finds together with the quotes, by start, the longer of two first.

    Other mentions may lie inside of quotes. The arguments are those of `extract`.
    """
    # ~10 ms to import: not needed where no quotes are wanted.
    from fenttui.extract.quotes import with_quotes  # noqa: PLC0415

    composed = compose(text)
    tokens = tokenize(composed.text)
    mentions = _mentions(tokens, date, corrections, engine)
    return in_original(composed, with_quotes(composed.text, mentions, tokens))


def _mentions(
    tokens: Tokens, date: dt.date | None, corrections: Corrections, engine: Engine
) -> tuple[Mention, ...]:
    found = _without_overlaps(tokens.text, _actors(tokens, engine), find_figures(tokens, date))
    return tuple(corrected(tokens.text, found, corrections))


def _actors(tokens: Tokens, engine: Engine) -> list[ActorMention]:
    names = with_gazetteer_rules(tokens, engine(tokens))
    resolve(tokens, names)
    return [
        ActorMention(tokens.starts[name.first], tokens.ends[name.end - 1], name.kind, name.actor, name.way)
        for name in names
        if name.kind is not None and name.actor is not None
    ]


def _without_overlaps(
    text: str, actors: Sequence[ActorMention], figures: Sequence[FigureMention]
) -> list[Mention]:
    """Return actors and figures in order, without overlaps.

    A country in money belongs to the currency (US$5), and one in a date to the holiday (Chinese New Year).
    Any other figure ends before the actor, as "two" of "two Chinese officials" does, and a figure that starts
    in an actor's name is part of that name: G20.
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
