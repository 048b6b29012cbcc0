"""Which kind of actor an unknown name names, by all that is said around it in the whole text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from fenttui.extract.gazetteer import leaders
from fenttui.extract.heads import PLACE_HEADS, PLACE_TAILS, THINGS, names_no_person
from fenttui.extract.mention import ActorKind
from fenttui.extract.name import Name
from fenttui.extract.organizations import is_acronym
from fenttui.extract.people import has_surname_ending, person_votes
from fenttui.extract.phrases import known_phrases, phrase_at
from fenttui.extract.tokens import Tokens
from fenttui.extract.wordlists import word_set

_COMPASS = word_set(
    "northern southern eastern western central downtown north south east west northeast northwest"
    " southeast southwest north-eastern upstate nearby"
)
_LISTED = ((",",), ("and",), (",", "and"), ("&",), ("or",))
"""What may stand between two names of a list."""

_Votes = dict[ActorKind, int]


@dataclass(frozen=True, slots=True)
class _Text:
    """What the whole text tells of its names."""

    tokens: Tokens
    shouting: list[bool]
    """For each token, whether it stands in a headline, where a capital says nothing."""
    alone: frozenset[str]
    """Names of one word, which may be the surnames of longer ones."""


def decide_kinds(tokens: Tokens, names: list[Name]) -> None:
    """Gives a kind to the names that have none; those that nothing speaks for stay without."""
    alone = frozenset(tokens.words[name.first] for name in names if name.kind is None and name.size == 1)
    text = _Text(tokens, _shouting(tokens), alone)
    votes: dict[str, _Votes] = defaultdict(lambda: defaultdict(int))
    for name in names:
        if name.kind is None:
            _vote(text, name, votes[tokens.said(name.first, name.end)])
    for name in names:
        if name.kind is None and (tally := votes[tokens.said(name.first, name.end)]):
            name.kind, _ = max(tally.items(), key=lambda item: (item[1], item[0]))
    _follow_lists(text, names)
    _follow_lists(text, names[::-1])
    people = {
        word
        for name in names
        if name.kind == "person" and name.size > 1
        for word in tokens.words[name.first : name.end]
        if len(word) > 2
    }
    for name in names:
        if name.actor is None and name.size == 1 and tokens.words[name.first] in people:
            name.kind = "person"


def _vote(text: _Text, name: Name, votes: _Votes) -> None:
    tokens, first, end = text.tokens, name.first, name.end
    word, last = tokens.words[first], tokens.lowers[end - 1]
    if tokens.lower(end) == "-" and tokens.joined(end) and tokens.joined(end + 1):
        return
    if name.size == 1 and is_acronym(word) and not text.shouting[first]:
        votes["organization"] += 2
        return
    if (len(word) == 1 and name.size == 1) or (last in THINGS and not name.titled):
        return
    if "&" in tokens.words[first:end]:
        votes["organization"] += 2
        return
    person = _person_votes(text, name)
    if name.size > 1 or not tokens.opens[first]:
        _vote_place(tokens, name, votes, person)
    if person:
        votes["person"] += person


def _person_votes(text: _Text, name: Name) -> int:
    tokens = text.tokens
    if names_no_person(tokens.lowers[name.end - 1]):
        return 0
    votes = person_votes(tokens, name.first, name.end) + 3 * name.titled
    if votes:
        return votes if name.titled or name.size > 1 or tokens.lower(name.first - 1) != "the" else 0
    if name.size == 1:
        return int(tokens.words[name.first] in leaders())
    last = tokens.words[name.end - 1]
    return int(_may_be_person(text, name) and (last in text.alone or has_surname_ending(last)))


def _may_be_person(text: _Text, name: Name) -> bool:
    """Whether a little evidence is enough to take the name for a person's."""
    last = text.tokens.lowers[name.end - 1]
    return (
        2 <= name.size <= 3
        and not text.shouting[name.first]
        and not names_no_person(last)
        and last not in THINGS
    )


def _vote_place(tokens: Tokens, name: Name, votes: _Votes, person: int) -> None:
    first, end = name.first, name.end
    before = tokens.lower(first - 1)
    if tokens.lowers[end - 1] in PLACE_TAILS and name.size > 1:
        votes["place"] += 4
    elif (tokens.lowers[first] in PLACE_HEADS or tokens.lowers[first] in _COMPASS) and name.size > 1:
        votes["place"] += 2
    if before in ("in", "near") and person == 0:
        votes["place"] += 2
    elif before in _COMPASS:
        votes["place"] += 3
    elif before in ("from", "at", "to", "outside") and person == 0 and tokens.lower(first - 2) != "according":
        votes["place"] += 1
    if tokens.lower(end) == "," and end + 1 < len(tokens) and tokens.capital[end + 1]:
        following = phrase_at(known_phrases(), tokens, end + 1)
        if (
            following is not None
            and following[1].kind == "place"
            and before in ("in", "at", "from", "near", ",", "of")
        ):
            votes["place"] += 2


def _follow_lists(text: _Text, names: Iterable[Name]) -> None:
    """Takes an undecided full name for a person's where a person's full name stands beside it in a list."""
    previous: Name | None = None
    for name in names:
        if (
            previous is not None
            and name.kind is None
            and previous.kind == "person"
            and previous.size > 1
            and _may_be_person(text, name)
        ):
            low, high = sorted((previous, name), key=lambda each: each.first)
            if tuple(text.tokens.lowers[low.end : high.first]) in _LISTED:
                name.kind = "person"
        previous = name


def _shouting(tokens: Tokens) -> list[bool]:
    """For each token, whether its paragraph is a headline, where most words have a capital."""
    marks: list[bool] = []
    start, size = 0, len(tokens)
    while start < size:
        end = start
        while end < size and tokens.words[end][0] != "\n":
            end += 1
        long = [tokens.capital[i] for i in range(start, end) if len(tokens.words[i]) > 3]
        loud = len(long) > 2 and sum(long) > 0.7 * len(long)
        marks += [loud] * (min(end + 1, size) - start)
        start = end + 1
    return marks
