"""Which names of one text refer to the same actor."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from fenttui.extract.gazetteer import family_names, leaders
from fenttui.extract.name import Name
from fenttui.extract.people import compound_given_name
from fenttui.extract.tokens import Tokens


def link(tokens: Tokens, names: list[Name]) -> None:
    """Gives every name its canonical actor.

    A person's is the full name as first written; a surname alone refers to the nearest full name before it
    that has it, else to the first after it, else to the leader who is known by it. An organization's acronym
    in parentheses stands for the name before it.
    """
    _link_people(tokens, [name for name in names if name.kind == "person" and name.actor is None])
    _link_organizations(tokens, names)
    for name in names:
        name.actor = name.actor or tokens.said(name.first, name.end)


def _link_people(tokens: Tokens, people: list[Name]) -> None:
    full: dict[tuple[str, str], str] = {}
    bearers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for name in people:
        if name.end - name.first < 2:
            continue
        first, last = tokens.words[name.first], tokens.words[name.end - 1]
        actor = full.setdefault((first, last), " ".join(tokens.said(name.first, name.end).split()))
        name.actor = actor
        given = compound_given_name(tokens, name.first, name.end)
        if given is not None:
            for surname in tokens.words[name.first : given]:
                bearers[surname].append((name.first, actor))
            continue
        surname = first if first in family_names() else last
        bearers[surname].append((name.first, actor))
        if surname == last and first != last:
            bearers[first].append((name.first, actor))
    for name in people:
        if name.actor is None:
            word = tokens.words[name.first]
            candidates = bearers.get(word)
            if candidates:
                name.actor = candidates[max(bisect_left(candidates, (name.first, "")) - 1, 0)][1]
            else:
                name.actor = leaders().get(word, word)


def _link_organizations(tokens: Tokens, names: list[Name]) -> None:
    stands_for: dict[str, str] = {}
    longer: dict[str, str] = {}
    previous: Name | None = None
    for name in names:
        if name.kind == "organization":
            said = tokens.said(name.first, name.end)
            if (
                previous is not None
                and previous.kind == "organization"
                and _in_parentheses(tokens, previous, name)
            ):
                stands_for[said] = previous.actor or tokens.said(previous.first, previous.end)
            name.actor = stands_for.get(said) or longer.get(name.actor or said) or name.actor or said
            words = name.actor.split()
            for cut in range(1, len(words) - 1):
                longer.setdefault(" ".join(words[cut:]), name.actor)
        previous = name


def _in_parentheses(tokens: Tokens, before: Name, name: Name) -> bool:
    return name.first == before.end + 1 and tokens.words[before.end] == "(" and tokens.lower(name.end) == ")"
