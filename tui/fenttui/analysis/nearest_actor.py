"""The actor of a figure: the nearest to it in its sentence."""

from __future__ import annotations

from collections.abc import Iterable

from fenttui.extract.mention import ActorMention, FigureMention, Mention
from fenttui.extract.text.wordlists import word_set

_WHERE = word_set("in at near across throughout inside outside around within")
"""Before a place: it says where, not who."""
_SAYING = word_set(
    "said says say told tells added noted reported reports estimated estimates wrote writes according"
    " announced claimed claims quoted"
)
"""Next to a name: it reports the figure, and need not be the actor that the figure is about."""
_NEAR = 24
"""Code points looked at beside a name, for one word."""


def nearest_actor(text: str, figure: FigureMention, others: Iterable[Mention]) -> str | None:
    """Return the actor of `figure` among the mentions of its sentence; None where it names none.

    One named before the figure is preferred, then one by its name to one by its people, a mere place or who
    only reports the figure, then the nearest.
    """
    actors = [other for other in others if isinstance(other, ActorMention)]
    if not actors:
        return None
    return min(actors, key=lambda actor: _distance(text, figure, actor)).actor


def _distance(text: str, figure: FigureMention, actor: ActorMention) -> tuple[bool, bool, int]:
    after = actor.start >= figure.start
    gap = actor.start - figure.end if after else figure.start - actor.end
    return after, _stands_back(text, actor), abs(gap)


def _stands_back(text: str, actor: ActorMention) -> bool:
    """Return whether another actor is more likely the figure's."""
    if actor.way == "demonym":
        return True
    before = _words(text[max(actor.start - _NEAR, 0) : actor.start])[-2:]
    if actor.kind == "place" and before and before[-1] in _WHERE:
        return True
    return any(word in _SAYING for word in (*before, *_words(text[actor.end : actor.end + _NEAR])[:1]))


def _words(text: str) -> list[str]:
    return [word.strip(",;:") for word in text.lower().split()]
