"""Runs of capitalized words to names: which words belong together."""

from __future__ import annotations

from collections.abc import Iterator

from fenttui.extract.gazetteer import Known, given_places
from fenttui.extract.heads import THINGS, names_no_person
from fenttui.extract.kinds import decide_kinds
from fenttui.extract.name import Name
from fenttui.extract.organizations import (
    canonical_organization,
    is_field,
    is_tail,
    ministry_name,
    takes_complement,
)
from fenttui.extract.people import begins_person, is_honorific, is_office_holder, is_title, person_votes
from fenttui.extract.phrases import known_phrases, phrase_at
from fenttui.extract.runs import name_runs
from fenttui.extract.tokens import Tokens

_LINKS = ("of", "for", "the", "and", "on", "to", "against")
_INSIDE = ("-", ".", "&", "de", "la", "al")
_PARTICLES = ("de", "del", "do", "da", "di")


def find_names(tokens: Tokens) -> list[Name]:
    """The names in a text, in order; those that nothing speaks for are left out."""
    names = [name for first, end in name_runs(tokens) for name in _split(tokens, first, end)]
    decide_kinds(tokens, names)
    return [name for name in names if name.kind is not None]


def _split(tokens: Tokens, first: int, end: int) -> Iterator[Name]:
    """The names within one run: what is known, organizations by their last word, and the rest."""
    index, titled = first, False
    while index < end:
        word, lower = tokens.words[index], tokens.lowers[index]
        if word in ("-", ".", "&") or word in _LINKS or (len(word) == 1 and not word.isalpha()):
            index += 1
            continue
        phrase = phrase_at(known_phrases(), tokens, index)
        if phrase is not None and _goes_on(tokens, phrase[0], end):
            stop = _own_end(tokens, phrase[0] + 2, end)
            yield Name(index, stop, phrase[1].kind)
            index, titled = stop, False
            continue
        organization_end = _organization_end(tokens, index, end)
        if organization_end is not None and (phrase is None or phrase[0] < organization_end):
            name = tokens.said(index, organization_end)
            yield Name(index, organization_end, "organization", canonical_organization(name))
            index, titled = organization_end, False
            continue
        if _is_person(tokens, index, end, phrase):
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
            titled = titled or is_office_holder(lower)
            index += 1
            continue
        stop = _own_end(tokens, index + 1, end)
        yield Name(index, stop, titled=titled)
        index, titled = stop, False


def _own_end(tokens: Tokens, stop: int, end: int) -> int:
    """The end of an unknown name, which has the tokens up to `stop`: before a name of its own."""
    least = stop
    while (
        stop < end
        and phrase_at(known_phrases(), tokens, stop) is None
        and not is_title(tokens.lowers[stop])
        and not (names_no_person(tokens.lowers[stop - 1]) and begins_person(tokens, stop, end))
    ):
        stop += 1
    while stop > least and (tokens.words[stop - 1] in _LINKS or tokens.words[stop - 1] in _INSIDE):
        stop -= 1
    return stop


def _goes_on(tokens: Tokens, stop: int, end: int) -> bool:
    """Whether a known name is only the start of a longer one: Santiago de Cuba."""
    return stop + 1 < end and tokens.words[stop] in _PARTICLES and tokens.capital[stop + 1]


def _is_person(tokens: Tokens, index: int, end: int, phrase: tuple[int, Known] | None) -> bool:
    """Whether a full name starts at `index`, though its first word may be a known place's: Paris Hilton."""
    if phrase is not None and phrase[0] != index + 1:
        return False
    if is_honorific(tokens.lowers[index]) and begins_person(tokens, index + 1, end):
        return False
    if begins_person(tokens, index, end):
        return True
    return (
        phrase is not None
        and tokens.words[index] in given_places()
        and end - index == 2
        and phrase_at(known_phrases(), tokens, index + 1) is None
        and not (is_title(tokens.lowers[index + 1]) or tokens.lowers[index + 1] in THINGS)
        and not names_no_person(tokens.lowers[index + 1])
        and person_votes(tokens, index, end) > 0
    )


def _person_end(tokens: Tokens, first: int, end: int) -> int:
    stop = first + 2
    while stop < end and not is_title(tokens.lowers[stop]):
        stop += 1
    return stop


def _organization_end(tokens: Tokens, first: int, end: int) -> int | None:
    """Where the organization that starts here ends; None where the run's words do not say one."""
    words = tokens.words
    for index in range(end - 1, first - 1, -1):
        if (
            words[index] in ("of", "for")
            and takes_complement(words[index - 1])
            and index > first
            and not _titled_person(tokens, index + 1, end)
        ):
            return _before_title(tokens, index + 2, end)
    for index in range(end - 1, first, -1):
        if (
            is_tail(words[index])
            and tokens.capital[index]
            and (index == end - 1 or _parts(tokens, index + 1, end))
        ):
            return index + 1
    return None


def _titled_person(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a person follows "of", and no field: the cabinet of Prime Minister Kishida."""
    stop = index
    while stop < end and is_title(tokens.lowers[stop]):
        stop += 1
    if stop == index or not is_honorific(tokens.lowers[stop - 1]):
        return False
    return stop - index > 1 or (stop < end and tokens.lowers[index] != "justice")


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
