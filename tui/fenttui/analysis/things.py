"""What a figure measures, in one form wherever an article says it: "tariffs on all Chinese imports"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from fenttui.extract.mention import ActorMention, Amount, Mention, Span
from fenttui.extract.text.nouns import singular
from fenttui.extract.text.wordlists import word_set

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_EMPTY = word_set(
    "a an the this that these those its his her their our some any all each every both no such same other"
    " of on in at to for from by with against over under between among into onto per as and or than about"
    " which who is are was were be been being has have had will would"
    " new additional extra further more total overall current present existing previous former planned"
    " annual yearly monthly weekly daily average so-called"
)
"""Words that do not distinguish one thing from another."""
_PLAIN = word_set("good product item import export shipment value amount level number rate")
"""Heads that add nothing where another word is left: tariffs on Chinese *goods*."""
_COUNTED = word_set(
    "person people man woman child boy girl country nation state time point part side way thing kind member"
    " group place one other another"
)
"""Nouns that any text counts: 3 people here are not the 5 people there, unless more words say which."""
_MOST_WORDS = 12
"""Words looked at; fewer name what is measured."""


class Thing(NamedTuple):
    """What is measured."""

    unit: str
    """The unit, or the kind where there is none: percent and dollars are never of one thing."""
    words: tuple[str, ...]
    """The words that name it, in the singular and lower case, in alphabetical order."""
    actors: tuple[str, ...]
    """The canonical names of the actors among them, by the alphabet."""

    def __str__(self) -> str:
        return " ".join([*self.words, *(f"({actor})" for actor in self.actors)])


def thing_of(text: str, of: Span, beside: Sequence[Mention], figure: Amount) -> Thing | None:
    """Return the thing that the words `text[slice(*of)]` name; None where they say too little.

    Args:
        text: the article's text.
        of: where the words are.
        beside: the mentions of the sentence.
        figure: the amount that measures it.
    """
    start, end = of
    actors = [m for m in beside if isinstance(m, ActorMention) and start <= m.start < end]
    words = [
        singular(match[0].lower().removesuffix("'s").removesuffix("’s"))
        for match in islice(_WORD.finditer(text, start, end), _MOST_WORDS)
        if not any(m.start <= match.start() < m.end for m in actors)
    ]
    naming = {word for word in words if word not in _EMPTY and not word.isdecimal()}
    naming = {word for word in naming if word not in _PLAIN} or naming
    unit = figure.measure.unit
    names = {m.actor for m in actors}
    if not naming or (not names and (naming <= _COUNTED or (unit or "").endswith(" of age"))):
        return None
    return Thing(unit or figure.kind, tuple(sorted(naming)), tuple(sorted(names)))
