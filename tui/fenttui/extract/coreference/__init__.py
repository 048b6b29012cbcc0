"""Which names of one text refer to the same actor, and how each names it."""

from __future__ import annotations

from fenttui.extract.coreference.actor_kinds import agree_on_kinds
from fenttui.extract.coreference.bodies import resolve_bodies
from fenttui.extract.coreference.countries import resolve_countries
from fenttui.extract.coreference.people import resolve_people
from fenttui.extract.names.name import Name
from fenttui.extract.text.tokens import Tokens

__all__ = ["resolve"]


def resolve(tokens: Tokens, names: list[Name]) -> None:
    """Give every name its canonical actor and its way of naming it, in time linear in the text.

    All follows from the words, the kinds and the lists of known names; an actor that a name already has is
    replaced. Countries come first, with their peoples and capitals, then persons, then all the others.

    Args:
        tokens: the whole text.
        names: its names in order; those without a kind are taken as what they say.
    """
    agree_on_kinds(tokens, names)
    for name in names:
        name.actor, name.way = None, "name"
    resolve_countries(tokens, names)
    resolve_people(tokens, [name for name in names if name.kind == "person"])
    resolve_bodies(tokens, names)
