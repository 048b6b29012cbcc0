"""Who was introduced as what: "foreign minister Wang Yi" makes Wang Yi "the minister" of what follows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from fenttui.extract.mention import Mention
from fenttui.extract.wordlists import word_set

Gender = Literal["he", "she"]

_APPOSED_BEFORE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?) ([^,.;:\n\"“”()]{3,80}), \Z")
_LONGEST_ROLE = 24
_AFTER = re.compile(r", ([^,.;:\n\"“”()]{3,90})[,.;]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PREPOSITIONS = word_set("of for at in from with on to who which that whose where and but while as by")
_HE = word_set(
    "mr sir lord king prince spokesman chairman businessman congressman father husband brother son"
)
_SHE = word_set(
    "mrs ms miss lady dame queen princess spokeswoman chairwoman businesswoman congresswoman mother wife"
    " sister daughter actress"
)


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
                self._note(role, mention.start, mention.actor, mention.kind == "person")

    def _note(self, role: str, offset: int, actor: str, is_person: bool) -> None:
        offsets, actors = self._roles[role]
        if not actors or actors[-1] != actor:
            offsets.append(offset)
            actors.append(actor)
        if is_person:
            if role in _HE:
                self.genders.setdefault(actor, "he")
            elif role in _SHE:
                self.genders.setdefault(actor, "she")

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


def _roles(text: str, mention: Mention) -> Iterator[str]:
    """The nouns that stand before a name, in it, or in apposition to it."""
    before = text[max(0, mention.start - _LONGEST_ROLE) : mention.start].rsplit(None, 1)
    if before and text[mention.start - 1] == " ":
        yield before[-1].lower().rstrip(".")
    name = text[mention.start : mention.end]
    if " " in name:
        words = _WORD.findall(name) or [""]
        # "Ministry of Commerce", "Mrs Okafor" where the title is a part of the name
        yield words[0].lower()
        if mention.kind == "organization":
            yield words[-1].lower()
    if text[mention.start - 2 : mention.start] == ", ":
        apposed = _APPOSED_BEFORE.search(text, max(0, mention.start - 90), mention.start)
        if apposed is not None:
            yield _head(apposed[1])
    apposed = _AFTER.match(text, mention.end) if text[mention.end : mention.end + 2] == ", " else None
    if apposed is not None:
        yield _head(apposed[1])


def _head(phrase: str) -> str:
    """The noun that heads a phrase: the "director" of "deputy director of the bank"."""
    head = ""
    for word in _WORD.findall(phrase):
        if head and word in _PREPOSITIONS:
            break
        head = word
    return head.lower()
