"""Who was introduced as what: "foreign minister Wang Yi" makes Wang Yi "the minister" of what follows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from fenttui.extract.mention import Mention
from fenttui.extract.wordlists import word_set

Gender = Literal["he", "she"]

_APPOSED_BEFORE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?) ([^,.;:\n\"“”()]{3,80}), \Z")
_LONGEST_ROLE = 24
_AFTER = re.compile(r", ([^,.;:\n\"“”()]{3,90})[,.;]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PREPOSITIONS = word_set("of for at in from with on to who which that whose where and but while as by")
_NO_ROLES = _PREPOSITIONS | word_set("the a an when if said says told is was has had after before between")
"""Words beside a name that are nobody's role."""
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
    """What a text calls its actors beside their names; each answer counts only what stands before a place."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._roles: dict[str, tuple[list[int], list[str]]] = defaultdict(lambda: ([], []))
        self.genders: dict[str, Gender] = {}
        """By actor, where an honorific or a role tells it."""
        for mention in mentions:
            if mention.actor is None or mention.kind not in ("person", "organization"):
                continue
            for role in _roles(text, mention):
                if role in _NO_ROLES:
                    continue
                offsets, actors = self._roles[role]
                if not actors or actors[-1] != mention.actor:
                    offsets.append(mention.start)
                    actors.append(mention.actor)
                if role in _GENDERS and mention.kind == "person":
                    self.genders.setdefault(mention.actor, _GENDERS[role])

    def knows(self, role: str, before: int) -> bool:
        """Whether anybody was introduced by `role` (in lower case) before an offset."""
        return role in self._roles and self._roles[role][0][0] < before

    def called(self, role: str, before: int, near: int) -> str | None:
        """The actor that `role` (in lower case) means at offset `before`; None where two have it.

        Args:
            role: the noun: minister, ministry.
            before: only what was introduced before this offset counts.
            near: of several, the only one introduced after this offset is meant.
        """
        if role not in self._roles:
            return None
        offsets, actors = self._roles[role]
        last = bisect_left(offsets, before)
        for first in (0, bisect_left(offsets, near)):
            one = _only(actors[max(first, last - _MOST) : last])
            if one is not None:
                return one
        return None


_MOST = 64
"""Introductions looked at for one role, so that the work stays linear."""


def _only(actors: Sequence[str]) -> str | None:
    return actors[0] if actors and len(set(actors)) == 1 else None


def _roles(text: str, mention: Mention) -> list[str]:
    """The words that stand right before a name or open it, and the nouns in apposition to it."""
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
    """The noun that heads a phrase: the "director" of "deputy director of the bank"."""
    head = ""
    for word in _WORD.findall(phrase):
        if head and word in _PREPOSITIONS:
            break
        head = word
    return head.lower()
