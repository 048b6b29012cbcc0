"""Who was introduced as what: "foreign minister Wang Yi" makes Wang Yi "the minister" of what follows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from fenttui.extract.mention import ActorMention, Mention
from fenttui.extract.text.wordlists import word_set

Gender = Literal["he", "she"]

_APPOSED_BEFORE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?) ([^,.;:\n\"“”()]{3,80}), \Z")
_LONGEST_ROLE = 24
_AFTER = re.compile(r", ([^,.;:\n\"“”()]{3,90})[,.;]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PREPOSITIONS = word_set("of for at in from with on to who which that whose where and but while as by")
_GENDERS: dict[str, Gender] = {
    **dict.fromkeys(
        word_set(
            "mr sir lord king prince spokesman chairman businessman congressman father husband brother son"
        ),
        "he",
    ),
    **dict.fromkeys(
        word_set(
            "mrs ms miss lady dame queen princess spokeswoman chairwoman businesswoman congresswoman mother"
            " wife sister daughter actress"
        ),
        "she",
    ),
}


class Introductions:
    """What a text calls its actors beside their names; read when it is asked for."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = mentions
        self._genders: dict[str, Gender | None] = {}

    @cached_property
    def _introduced(self) -> dict[str, list[tuple[int, str]]]:
        """By role, who is introduced so and where."""
        introduced: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for mention in self._mentions:
            if isinstance(mention, ActorMention) and mention.kind in ("person", "organization"):
                for role in _roles(self._text, mention):
                    called = introduced[role]
                    if not called or called[-1][1] != mention.actor:
                        called.append((mention.start, mention.actor))
        return introduced

    @cached_property
    def _people(self) -> dict[str, list[ActorMention]]:
        people: dict[str, list[ActorMention]] = defaultdict(list)
        for mention in self._mentions:
            if isinstance(mention, ActorMention) and mention.kind == "person":
                people[mention.actor].append(mention)
        return people

    def is_person(self, actor: str) -> bool:
        """Return whether the text names the actor as a person."""
        return actor in self._people

    def gender(self, actor: str) -> Gender | None:
        """Return the gender that the first honorific or role with one gives the actor in the whole text."""
        if actor not in self._genders:
            roles = (role for mention in self._people.get(actor, ()) for role in _roles(self._text, mention))
            self._genders[actor] = next((_GENDERS[role] for role in roles if role in _GENDERS), None)
        return self._genders[actor]

    def knows(self, role: str, before: int) -> bool:
        """Return whether anybody was introduced by `role` (in lower case) before an offset."""
        return role in self._introduced and self._introduced[role][0][0] < before

    def called(self, role: str, before: int, near: int) -> str | None:
        """Return the actor that `role` (in lower case) means at offset `before`; None where two have it.

        Args:
            role: the noun: minister, ministry.
            before: only what was introduced before this offset counts.
            near: of several, the only one introduced after this offset is meant.
        """
        called = self._introduced.get(role, ())
        last = bisect_left(called, (before,))
        for first in (0, bisect_left(called, (near,))):
            actors = {actor for _, actor in called[max(first, last - _MOST) : last]}
            if len(actors) == 1:
                return actors.pop()
        return None


_MOST = 64
"""Introductions looked at for one role, so that the work stays linear."""


def _roles(text: str, mention: ActorMention) -> list[str]:
    """Return the words that stand right before a name or open it, and the nouns in apposition to it."""
    start, end = mention.start, mention.end
    roles = []
    before = text[max(0, start - _LONGEST_ROLE) : start]
    if before[-1:] == " " and (words := before.rsplit(None, 1)):
        roles.append(words[-1].lower().rstrip("."))
        if before[-2:] == ", ":
            apposed = _APPOSED_BEFORE.search(text, max(0, start - 90), start)
            if apposed is not None:
                roles.append(_head(apposed[1]))
    name = text[start:end]
    if " " in name:
        # "Ministry of Commerce", "Mrs Okafor" where the title is a part of the name
        words = _WORD.findall(name) or [""]
        roles.append(words[0].lower())
        if mention.kind == "organization":
            roles.append(words[-1].lower())
    if text.startswith(", ", end) and (apposed := _AFTER.match(text, end)) is not None:
        roles.append(_head(apposed[1]))
    return roles


def _head(phrase: str) -> str:
    """Return the noun that heads a phrase: the "director" of "deputy director of the bank"."""
    head = ""
    for word in _WORD.findall(phrase):
        if head and word in _PREPOSITIONS:
            break
        head = word
    return head.lower()
