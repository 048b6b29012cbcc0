"""Persons: surnames, given names and titles to the full names of one article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice

from fenttui.extract.coreference.full_names import FullName, parse_name, same_person, without_titles
from fenttui.extract.coreference.given_names import Gender
from fenttui.extract.coreference.leaders import gender_of_leader, leader_named, leaders_by_surname
from fenttui.extract.coreference.person_titles import Title, title_before
from fenttui.extract.coreference.spelling import fullest, one_line
from fenttui.extract.names.name import Name
from fenttui.extract.text.tokens import Tokens

_MOST_ASKED = 8
"""How many bearers of one name are asked, the nearest first, so that the time is linear."""
_SURNAME, _MIDDLE, _GIVEN = 0, 1, 2


@dataclass(slots=True, eq=False)
class _Person:
    """One person of the article."""

    names: list[FullName] = field(default_factory=list)
    """The forms of the name, the longest first."""
    alone: dict[tuple[str, int], None] = field(default_factory=dict)
    """The words that may stand for the person alone, each with how well it does."""
    said: list[str] = field(default_factory=list)
    """The forms of the name as they are written, in the order of the text."""
    gender: Gender | None = None
    heads: bool = False
    """Whether the text calls the person a president, premier or chancellor."""
    aside: bool = False
    """Whether the person so far came in only as somebody's kin, so that the surname is another's."""
    met: bool = False
    """Whether the text has named the person so far."""
    honorific: str = ""
    """The first that stands before the name, as it is written."""

    def note_title(self, title: Title) -> None:
        """Learn what a title says of the person."""
        self.gender = self.gender or title.gender
        self.heads = self.heads or title.heads
        self.honorific = self.honorific or title.honorific

    def add(self, name: FullName) -> None:
        """Add a form of the name, and the words of it that may refer to the person alone."""
        self.names.append(name)
        if len(self.names) > _MOST_ASKED:
            return
        for position, word in enumerate(name.words):
            if len(word) == 1:
                continue
            if name.son_of and position == len(name.words) - 1:
                self.alone[f"bin {word}", _SURNAME] = None
            elif word in name.surnames:
                self.alone[word, _SURNAME] = None
            else:
                self.alone[word, _GIVEN if position == 0 else _MIDDLE] = None


_Ranks = tuple[dict[_Person, None], dict[_Person, None], dict[_Person, None]]


@dataclass(slots=True)
class _Bearers:
    """Who may be meant by one word, by how well it stands for each: as surname, middle or given name."""

    recent: _Ranks = field(default_factory=lambda: ({}, {}, {}))
    """Those named so far, the latest last."""
    coming: _Ranks = field(default_factory=lambda: ({}, {}, {}))
    """Those whom the article names in full, in the order of the text."""


def resolve_people(tokens: Tokens, names: list[Name]) -> None:
    """Give every person's name the person's full name.

    A surname is that of the nearest person before it who has it, unless an honorific says otherwise, then of
    the first after it; without either it is the leader's who is known by it. A given name alone is taken for
    a person's if only one person has it.
    """
    people = _People()
    mentions: list[_Mention] = []
    for name in names:
        said = one_line(tokens.said(name.first, name.end))
        parsed = people.parsed(said)
        if parsed is None:
            name.actor = said
        else:
            title = title_before(tokens, name.first, len(parsed.words) > 1)
            mentions.append(_Mention(name, said, parsed, title))
    people.distinguish(mentions)
    meant = [people.meant(mention) for mention in mentions]
    for mention, person in zip(mentions, meant, strict=True):
        mention.name.actor = people.called(person)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A person's name where it stands."""

    name: Name
    said: str
    parsed: FullName
    title: Title

    def fits(self, person: _Person) -> bool:
        """Return whether no title, "Jr." or particle contradicts the person: Al-Amin, Idi Amin."""
        if self.title.gender and person.gender and self.title.gender != person.gender:
            return False
        generation, particle = self.parsed.generation, self.parsed.particle
        if particle and not any(not name.is_full or name.particle == particle for name in person.names):
            return False
        return not generation or any(name.generation == generation for name in person.names)


class _People:
    """The persons of one article, as far as it is read."""

    def __init__(self) -> None:
        self._parsed: dict[str, FullName | None] = {}
        self._full: dict[FullName, _Person] = {}
        self._leaders: dict[str, _Person] = {}
        self._bearers: dict[str, _Bearers] = defaultdict(_Bearers)
        self._called: dict[_Person, str] = {}

    def parsed(self, said: str) -> FullName | None:
        """Return the name taken apart."""
        if said not in self._parsed:
            self._parsed[said] = parse_name(said)
        return self._parsed[said]

    def distinguish(self, mentions: list[_Mention]) -> None:
        """Distinguish the persons of all full names, the longest names first."""
        forms: dict[FullName, list[_Mention]] = {}
        for mention in mentions:
            if mention.parsed.is_full:
                forms.setdefault(mention.parsed, []).append(mention)
        by_word: dict[str, dict[_Person, None]] = defaultdict(dict)
        for form in sorted(forms, key=_length, reverse=True):
            person = self._same(by_word, form) or _Person()
            person.add(form)
            self._full[form] = person
            for word in (form.words[0], form.words[-1]):
                by_word[word][person] = None
            for mention in forms[form]:
                person.note_title(mention.title)
        for form, said in forms.items():
            person = self._full[form]
            person.said += [mention.said for mention in said]
            person.gender = person.gender or form.gender
            for word, rank in person.alone:
                self._bearers[word].coming[rank][person] = None
            leader = leader_named(form)
            if leader is not None:
                self._leaders.setdefault(leader, person)
                self._called[person] = leader

    @staticmethod
    def _same(by_word: dict[str, dict[_Person, None]], form: FullName) -> _Person | None:
        for word in (form.words[-1], form.words[0]):
            for person in islice(by_word[word], _MOST_ASKED):
                if same_person(form, person.names[0]):
                    return person
        return None

    def meant(self, mention: _Mention) -> _Person:
        """Return the person whom the next mention of the text means."""
        person = self._full.get(mention.parsed) or self._of_short(mention)
        if mention.parsed not in self._full:
            person.said.append(mention.said)
        person.note_title(mention.title)
        person.aside = mention.title.kin and (person.aside or not person.met)
        person.met = True
        for word, rank in person.alone:
            recent = self._bearers[word].recent[rank]
            recent.pop(person, None)
            recent[person] = None
        return person

    def _of_short(self, mention: _Mention) -> _Person:
        """Return the person whom one word means."""
        bearers = self._bearers[mention.parsed.short]
        leader = leaders_by_surname().get(mention.parsed.words[0]) if not mention.parsed.generation else None
        if leader is not None and (led := self._leaders.get(leader)) and mention.fits(led):
            return led
        for people in (
            *(reversed(bearers.recent[rank]) for rank in (_SURNAME, _MIDDLE)),
            *(bearers.coming[rank] for rank in (_SURNAME, _MIDDLE) if leader is None),
        ):
            fitting = [person for person in islice(people, _MOST_ASKED) if mention.fits(person)]
            if mention.title.heads:
                heads = [person for person in fitting if person.heads]
                fitting = heads if heads or leader else fitting
            if fitting:
                return next((person for person in fitting if not person.aside), fitting[0])
        if leader is not None:
            led = _Person(gender=gender_of_leader(leader))
            led.add(mention.parsed)
            if mention.fits(led):
                self._leaders[leader] = led
                self._called[led] = leader
                return led
        for given in (bearers.recent[_GIVEN], bearers.coming[_GIVEN]):
            if len(given) == 1 and mention.fits(only := next(iter(given))):
                return only
        stranger = _Person()
        stranger.add(mention.parsed)
        return stranger

    def called(self, person: _Person) -> str:
        """Return the canonical name: a leader's as it is known, else the fullest form in the article."""
        if person not in self._called:
            name = without_titles(fullest(person.said))
            bearers = self._bearers[person.names[0].short]
            if len(person.names[0].words) == 1 and person.honorific and len(bearers.recent[_SURNAME]) > 1:
                name = f"{person.honorific} {name}"
            self._called[person] = name
        return self._called[person]


def _length(name: FullName) -> tuple[int, int]:
    """Return how many whole words the name has, and how many letters."""
    return sum(len(word) > 1 for word in name.words), sum(map(len, name.words))
