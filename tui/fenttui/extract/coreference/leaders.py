"""Leaders whom news call by the surname alone."""

from __future__ import annotations

from functools import cache

from fenttui.extract.coreference.full_names import FullName, parse_name, same_person
from fenttui.extract.coreference.given_names import Gender
from fenttui.extract.coreference.spelling import folded
from fenttui.extract.text.gazetteer import leaders


@cache
def leaders_by_surname() -> dict[str, str]:
    """Return full names by folded surname."""
    return {folded(surname): full for surname, full in leaders().items()}


@cache
def _parsed(leader: str) -> FullName | None:
    return parse_name(leader)


def gender_of_leader(leader: str) -> Gender | None:
    """Return the gender that the leader's given name implies."""
    parsed = _parsed(leader)
    return parsed.gender if parsed else None


def leader_named(name: FullName) -> str | None:
    """Return the leader whom a full name names, in any spelling of the surname.

    None for anybody else.
    """
    for word in (name.words[-1], name.words[0], *name.words[1:-1]):
        leader = leaders_by_surname().get(word)
        if leader is None:
            continue
        parsed = _parsed(leader)
        if parsed is None:
            continue
        surname = next(iter(parsed.surnames))
        respelled = tuple(surname if part == word else part for part in name.words)
        if same_person(FullName(respelled, parsed.surnames, name.generation, name.particle), parsed):
            return leader
    return None
