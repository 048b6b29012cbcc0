"""Runs of capitalized words to names: which words belong together, and what kind of actor they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from fenttui.extract.gazetteer import Known, given_names
from fenttui.extract.mention import ActorKind, Way
from fenttui.extract.organizations import (
    canonical_organization,
    is_acronym,
    is_field,
    is_tail,
    ministry_name,
    takes_complement,
)
from fenttui.extract.people import begins_person, is_honorific, is_title, person_votes
from fenttui.extract.phrases import known_phrases, phrase_at
from fenttui.extract.runs import name_runs
from fenttui.extract.tokens import Tokens
from fenttui.extract.wordlists import word_set

_PLACE_TAILS = word_set(
    "river province county island islands lake city district sea ocean gulf valley bay mountains mountain"
    " desert state region peninsula strait village town township prefecture municipality canal hills"
    " forest coast creek falls beach basin governorate oblast territory reef delta park"
)
_PLACE_HEADS = word_set("lake mount mt cape gulf port fort republic isle strait bay san santa st saint são")
_COMPASS = word_set(
    "northern southern eastern western central downtown north south east west northeast northwest"
    " southeast southwest north-eastern upstate nearby"
)
_THINGS = word_set(
    "act law bill treaty agreement accord deal pact plan award awards prize medal cup games olympics festival"
    " championship championships tournament day war revolution hotel stadium airport station bridge street"
    " road avenue highway building tower hall square cathedral temple mosque prison palace declaration"
    " convention protocol summit conference resolution strategy report index amendment rights equality code"
    " constitution visa virus disease syndrome language"
)
"""What ends with one of these is no actor: laws, prizes, buildings."""


@dataclass(slots=True)
class Name:
    """Tokens that name an actor; `kind` is None while nothing tells it, `actor` while it is not linked."""

    first: int
    end: int
    kind: ActorKind | None = None
    actor: str | None = None
    way: Way = "name"
    titled: bool = False
    """Whether an honorific or an office stands before it."""


def find_names(tokens: Tokens) -> list[Name]:
    """The names in a text, in order; those that nothing speaks for are left out."""
    names = [name for first, end in name_runs(tokens) for name in _split(tokens, first, end)]
    _decide(tokens, names)
    return [name for name in names if name.kind is not None]


def _split(tokens: Tokens, first: int, end: int) -> Iterator[Name]:
    """The names within one run: what is known, organizations by their last word, and the rest."""
    index, titled = first, False
    while index < end:
        word, lower = tokens.words[index], tokens.lowers[index]
        if word in ("-", ".", "&") or (len(word) == 1 and not word.isalpha()):
            index += 1
            continue
        phrase = phrase_at(known_phrases(), tokens, index)
        stop = _organization_end(tokens, index, end)
        if stop is not None and (phrase is None or phrase[0] < stop):
            name = tokens.said(index, stop)
            yield Name(index, stop, "organization", canonical_organization(name))
            index, titled = stop, False
            continue
        if begins_person(tokens, index, end) and (phrase is None or phrase[0] == index + 1):
            stop = _person_end(tokens, index, end)
            yield Name(index, stop, "person", titled=titled)
            index, titled = stop, False
            continue
        if phrase is not None:
            stop, known = phrase
            ministry = _ministry(tokens, index, stop, known)
            yield ministry or Name(index, stop, known.kind, known.actor, known.way)
            index, titled = (ministry.end if ministry else stop), False
            continue
        if is_title(lower) and (index + 1 < end or is_honorific(lower)):
            titled = titled or is_honorific(lower)
            index += 1
            continue
        stop = index + 1
        while (
            stop < end
            and phrase_at(known_phrases(), tokens, stop) is None
            and not is_title(tokens.lowers[stop])
        ):
            stop += 1
        while stop > index + 1 and tokens.words[stop - 1] in ("-", ".", "&", "de", "la", "al"):
            stop -= 1
        yield Name(index, stop, titled=titled)
        index, titled = stop, False


def _person_end(tokens: Tokens, first: int, end: int) -> int:
    stop = first + 2
    while stop < end and not is_title(tokens.lowers[stop]):
        stop += 1
    return stop


def _organization_end(tokens: Tokens, first: int, end: int) -> int | None:
    """Where the organization that starts here ends; None where the run's words do not say one."""
    words = tokens.words
    for index in range(end - 1, first - 1, -1):
        if words[index] in ("of", "for") and takes_complement(words[index - 1]) and index > first:
            return _before_title(tokens, index + 2, end)
    for index in range(end - 1, first, -1):
        if (
            is_tail(words[index])
            and tokens.capital[index]
            and (index == end - 1 or _parts(tokens, index + 1, end))
        ):
            return index + 1
    return None


def _before_title(tokens: Tokens, index: int, end: int) -> int:
    while index < end and not is_honorific(tokens.lowers[index]):
        index += 1
    return index


def _parts(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a new name starts at `index`: a title, a person, or something known."""
    if is_title(tokens.lowers[index]) or tokens.words[index] in ("-", "."):
        return True
    return begins_person(tokens, index, end) or phrase_at(known_phrases(), tokens, index) is not None


def _ministry(tokens: Tokens, first: int, stop: int, known: Known) -> Name | None:
    """The ministry in "Chinese foreign ministry", and in "China's foreign ministry" without the owner."""
    if known.actor is None or not is_field(tokens.lower(stop)) or tokens.lower(stop + 1) != "ministry":
        return None
    return Name(first, stop + 2, "organization", ministry_name(known.actor, tokens.lowers[stop]))


def _decide(tokens: Tokens, names: list[Name]) -> None:
    """Gives a kind to the names that have none, by all that is said around them in the whole text."""
    shouting = _shouting(tokens)
    votes: dict[str, dict[ActorKind, int]] = defaultdict(lambda: defaultdict(int))
    for name in names:
        if name.kind is None:
            _vote(tokens, name, votes[tokens.said(name.first, name.end)], shouting)
    for name in names:
        if name.kind is None and (tally := votes[tokens.said(name.first, name.end)]):
            name.kind, _ = max(tally.items(), key=lambda item: (item[1], item[0]))
    people = {
        word
        for name in names
        if name.kind == "person" and name.end - name.first > 1
        for word in tokens.words[name.first : name.end]
        if len(word) > 2
    }
    for name in names:
        if name.actor is None and name.end - name.first == 1 and tokens.words[name.first] in people:
            name.kind = "person"


def _vote(tokens: Tokens, name: Name, votes: dict[ActorKind, int], shouting: list[bool]) -> None:
    first, end = name.first, name.end
    word, size = tokens.words[first], end - first
    if tokens.lower(end) == "-" and tokens.joined(end) and tokens.joined(end + 1):
        return
    before = tokens.lower(first - 1)
    if size == 1 and is_acronym(word) and not shouting[first]:
        votes["organization"] += 2
        return
    if len(word) == 1 and size == 1:
        return
    if tokens.lowers[end - 1] in _THINGS and not name.titled:
        return
    person = person_votes(tokens, first, end) + 3 * name.titled
    if size > 1 or not tokens.opens[first]:
        if tokens.lowers[end - 1] in _PLACE_TAILS and size > 1:
            votes["place"] += 4
        elif (tokens.lowers[first] in _PLACE_HEADS or tokens.lowers[first] in _COMPASS) and size > 1:
            votes["place"] += 2
        if before in ("in", "near") and person == 0:
            votes["place"] += 2
        elif before in _COMPASS:
            votes["place"] += 3
        elif (
            before in ("from", "at", "to", "outside")
            and person == 0
            and tokens.lower(first - 2) != "according"
        ):
            votes["place"] += 1
    if tokens.lower(end) == "," and end + 1 < len(tokens) and tokens.capital[end + 1]:
        following = phrase_at(known_phrases(), tokens, end + 1)
        if (
            following is not None
            and following[1].kind == "place"
            and before in ("in", "at", "from", "near", ",", "of")
        ):
            votes["place"] += 2
    if person:
        votes["person"] += person
    elif 2 <= size <= 3 and not shouting[first] and not tokens.opens[first] and word not in given_names():
        votes["person"] += 1


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
