"""Reported speech: the clause that words of speech introduce, follow or part."""

from __future__ import annotations

from collections.abc import Sequence

from fenttui.extract.quotes.claim import Claim
from fenttui.extract.quotes.cues import Cue
from fenttui.extract.quotes.passages import Passage
from fenttui.extract.quotes.phrases import AUXILIARIES, PREPOSITIONS, PRONOUNS, RELATIVES, dateline_end
from fenttui.extract.wordlists import word_set

_CONJUNCTIONS = word_set("and but while as whereas though although with")
_COMMAS = frozenset(",;—–")
_TRAILING = frozenset(".!?,;:—–…-")
_NO_CLAUSE = word_set("to of about so no yes goodbye nothing little sorry for as with into against")
_QUESTIONS = word_set("whether if why how what")
_NO_CONTINUATION = word_set("who which whose while but and according citing where though although or")
_FURTHER_ACTS = word_set(
    "called urged expressed accused thanked vowed pledged demanded criticized criticised praised condemned"
    " rejected denied welcomed invited voiced appealed declined refused"
)
"""What the speaker did besides: said that exports fell and called for talks."""
_NEAR = 14


def reported(passage: Passage, cues: Sequence[Cue], direct: dict[int, Claim]) -> list[Claim]:
    """The clauses that are reported, apart from the quotations `direct` beside cues, by their token."""
    used = {claim.cue.first for claim in direct.values() if claim.cue is not None}
    found: list[Claim] = []
    for number, cue in enumerate(cues):
        if cue.first in used or (cue.verb is None and direct):
            continue
        following = cues[number + 1 :]
        if found and cue.first < found[-1].end:
            continue
        if cue.verb is None:
            found += _by_source(passage, cue, following, direct, found)
        elif _introduces_clause(passage, cue):
            end = _clause_end(passage, cue.content, following, direct)
            if end - cue.content >= 2:
                found.append(Claim(cue.content, end, cue))
        elif cue.verb.clause and cue.subject is not None:
            found += _around(passage, cue, cue.content, following, direct, found)
    return found


def _introduces_clause(passage: Passage, cue: Cue) -> bool:
    verb, first = cue.verb, cue.content
    if verb is None or first >= len(passage) or passage.word(cue.outer - 1) == "what":
        return False
    if cue.that:
        return verb.clause
    word = passage.words[first]
    if word in _QUESTIONS and passage.actors[first] is None:
        return verb.lemma in ("ask", "explain", "tell") and len(passage) - first > 3
    if not verb.clause or not verb.bare:
        return False
    if word == ":" and verb.lemma == "say":
        return len(passage) - first > 4
    if passage.actors[first] is None and (word in _NO_CLAUSE or not (word[0].isalnum() or word in '$£€₹"')):
        return False
    if verb.lemma == "say":
        return True
    if word in PREPOSITIONS or word.endswith("ing"):
        return False
    for at in range(first, min(first + _NEAR, len(passage))):
        each = passage.words[at]
        if passage.actors[at] is None:
            if each in AUXILIARIES and at > first:
                return True
            if each in RELATIVES or each in _COMMAS:
                return False
        if at == first and each in PRONOUNS:
            return True
    return False


def _clause_end(passage: Passage, first: int, following: Sequence[Cue], direct: dict[int, Claim]) -> int:
    """The token after a clause that begins with token `first`: before the next words of speech."""
    end = len(passage)
    for cue in following:
        if cue.first < first:
            continue
        cut = _cut_before(passage, cue, first, direct)
        if cut is not None:
            end = cut
            break
    for at in direct:
        if first < at < end:
            end = at
    for at in range(first + 2, end - 1):
        if passage.words[at] in ("and", "but") and passage.words[at + 1] in _FURTHER_ACTS:
            end = at
            break
    return _trimmed(passage, first, end)


def _cut_before(passage: Passage, cue: Cue, first: int, direct: dict[int, Claim]) -> int | None:
    """Where a clause ends that is followed by another cue; None where the cue is part of the clause."""
    if cue.verb is None:
        return cue.first
    if cue.subject is not None and not cue.inverted:
        between = passage.words[cue.subject.end : cue.first]
        if any(word in RELATIVES for word in between):
            return None
    at = cue.outer - 1
    joined = passage.word(at) in _CONJUNCTIONS
    while at > first and passage.word(at) in _CONJUNCTIONS:
        at -= 1
    if at <= first + 1:
        return None
    if passage.word(at) in _COMMAS:
        return at
    if passage.quotation(at) is not None and passage.quoted(at).endswith(","):
        return at + 1
    speaks_on = cue.that or any(claim.cue is cue for claim in direct.values())
    if cue.subject is None and joined and speaks_on:
        return at + 1
    return None


def _trimmed(passage: Passage, first: int, end: int) -> int:
    while end > first and (
        passage.words[end - 1] in _TRAILING
        or (passage.words[end - 1] in ("and", "but") and passage.actors[end - 1] is None)
    ):
        end -= 1
    return end


def _around(
    passage: Passage,
    cue: Cue,
    after: int,
    following: Sequence[Cue],
    direct: dict[int, Claim],
    found: Sequence[Claim],
) -> list[Claim]:
    """The clause that a cue follows or parts: "Exports fell, the ministry said, because of the tariffs"."""
    if after < len(passage) and passage.words[after] not in _TRAILING:
        return []
    comma = cue.outer - 1
    if passage.word(comma) not in (",", "—", "–") and not (cue.inverted and passage.word(comma) == ","):
        return []
    first = found[-1].end if found else dateline_end(passage)
    first = max([first, *(at + 1 for at in direct if at < comma)])
    while first < comma and (passage.words[first] in _TRAILING or passage.words[first] in ("and", "but")):
        first += 1
    end = _trimmed(passage, first, comma)
    opening = end - first < 2 or (end - first < 5 and passage.words[first] in PREPOSITIONS)
    claims = [] if opening else [Claim(first, end, cue)]
    if passage.word(after) == ",":
        rest = _clause_end(passage, after + 1, following, direct)
        follows = passage.word(after + 1)
        if rest - after > 2 and follows not in _NO_CONTINUATION and not follows.endswith("ing"):
            claims.append(Claim(after + 1, rest, cue))
    return claims


def _by_source(
    passage: Passage,
    cue: Cue,
    following: Sequence[Cue],
    direct: dict[int, Claim],
    found: Sequence[Claim],
) -> list[Claim]:
    """The clause of "according to"."""
    if cue.subject is None:
        return []
    after = _after_source(passage, cue.subject.end)
    opens = cue.first == 0 or (cue.first <= 2 and passage.words[0] in _CONJUNCTIONS | {"also", "meanwhile"})
    if opens:
        if passage.word(after) != ",":
            return []
        end = _clause_end(passage, after + 1, following, direct)
        return [Claim(after + 1, end, cue)] if end - after > 2 else []
    first = found[-1].end if found else dateline_end(passage)
    while first < cue.first and passage.words[first] in _TRAILING:
        first += 1
    end = _trimmed(passage, first, cue.first)
    if found and end - first < 4:
        return []
    claims = [Claim(first, end, cue)] if end - first >= 2 else []
    if passage.word(after) == ",":
        rest = _clause_end(passage, after + 1, following, direct)
        follows = passage.word(after + 1)
        if rest - after > 3 and follows not in _NO_CONTINUATION and not follows.endswith("ing"):
            claims.append(Claim(after + 1, rest, cue))
    return claims


def _after_source(passage: Passage, at: int) -> int:
    """The token after a source and what is said of it: "according to Li Wei, an analyst at the bank,"."""
    if passage.word(at) == "," and passage.word(at + 1) in ("a", "an", "the", "who", "which"):
        for comma in range(at + 2, min(at + _NEAR, len(passage))):
            if passage.words[comma] == ",":
                named = passage.actor(at - 1)
                return comma if named is not None and named.kind == "person" else at
    while at < len(passage) and passage.words[at] not in _TRAILING and not passage.quotations[at]:
        at += 1
    return at
