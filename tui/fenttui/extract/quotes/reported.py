"""Reported speech: the clause that words of speech introduce, follow or part."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from fenttui.extract.quotes.claim import Claim
from fenttui.extract.quotes.cues import Cue
from fenttui.extract.quotes.passages import Passage
from fenttui.extract.quotes.phrases import dateline_end
from fenttui.extract.quotes.words import AUXILIARIES, PREPOSITIONS, PRONOUNS, RELATIVES
from fenttui.extract.text.wordlists import word_set

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
_BEFORE_SOURCE = _CONJUNCTIONS | {"also", "meanwhile"}
_NEAR = 14
_LONGEST = 60
"""Tokens of a clause that are looked at for its end."""
_CUES = 12
"""Cues after a cue that may end its clause."""


class _Around(NamedTuple):
    """What stands around a cue."""

    passage: Passage
    following: Sequence[Cue]
    """The next cues, as far as a clause may reach."""
    direct: Sequence[int]
    """The tokens of quotations beside cues, in order."""
    used: Set[int]
    """The first tokens of the cues that they stand beside."""
    first: int
    """The first token that may be said: after a dateline and what is quoted before."""


def reported(passage: Passage, cues: Sequence[Cue], direct: Mapping[int, Claim]) -> list[Claim]:
    """Return the reported clauses by their token, apart from the quotations `direct` beside cues."""
    used = {claim.cue.first for claim in direct.values() if claim.cue is not None}
    free = [(number, cue) for number, cue in enumerate(cues, 1) if cue.first not in used]
    if not free:
        return []
    positions = sorted(direct)
    first = dateline_end(passage)
    found: list[Claim] = []
    for number, cue in free:
        if (cue.verb is None and direct) or cue.first < first:
            continue
        around = _Around(passage, cues[number : number + _CUES], positions, used, first)
        if cue.verb is None:
            claims = _by_source(around, cue, is_first=not found)
        elif _introduces_clause(passage, cue):
            end = _clause_end(around, cue.content, is_aside=cue.first <= 1 and cue.verb.form == "ing")
            claims = [Claim(cue.content, end, cue)] if end - cue.content >= 2 else []
        elif cue.verb.clause and cue.subject is not None:
            claims = _before_and_after(around, cue)
        else:
            continue
        if claims:
            found += claims
            first = claims[-1].end
    return found


def _introduces_clause(passage: Passage, cue: Cue) -> bool:
    verb, first = cue.verb, cue.content
    if verb is None or first >= passage.size or passage.words[cue.outer - 1] in ("what", "as", "than"):
        return False
    if cue.that:
        return verb.clause
    if passage.words[first] in AUXILIARIES:
        # "problems that officials say have long been known"
        return False
    word = passage.words[first]
    if word in _QUESTIONS and first not in passage.actors:
        return verb.lemma in ("ask", "explain", "tell") and passage.size - first > 3
    if not verb.clause or not verb.bare:
        return False
    if word == ":" and verb.lemma == "say":
        return passage.size - first > 4
    if first not in passage.actors and (word in _NO_CLAUSE or not (word[0].isalnum() or word in '$£€₹"')):
        return False
    if verb.lemma == "say":
        return True
    if word in PREPOSITIONS or word.endswith("ing"):
        return False
    for at in range(first, min(first + _NEAR, passage.size)):
        each = passage.words[at]
        if at not in passage.actors:
            if each in AUXILIARIES and at > first:
                return True
            if each in RELATIVES or each in _COMMAS:
                return False
        if at == first and each in PRONOUNS and each != "it":
            return True
    return False


def _clause_end(around: _Around, first: int, is_aside: bool = False) -> int:
    """Return the token after a clause that begins with token `first`: before the next words of speech.

    An aside, "Noting that exports fell, he", ends at its comma.
    """
    passage = around.passage
    end = passage.size
    for cue in around.following:
        cut = _cut_before(around, cue, first) if cue.first >= first else None
        if cut is not None:
            end = cut
            break
    quotation = bisect_right(around.direct, first)
    if quotation < len(around.direct):
        end = min(end, around.direct[quotation])
    for at in range(first + 2, min(end - 1, first + _LONGEST)):
        word = passage.words[at]
        if is_aside and word == ",":
            return at
        if word in ("and", "but") and passage.words[at + 1] in _FURTHER_ACTS:
            end = at
            break
    return _trimmed(passage, first, end)


def _cut_before(around: _Around, cue: Cue, first: int) -> int | None:
    """Return where a clause ends that is followed by another cue.

    None where the cue is part of the clause.
    """
    if cue.verb is None:
        return cue.first
    passage = around.passage
    if cue.subject is not None and not cue.inverted:
        between = passage.words[cue.subject.end : cue.first]
        if any(word in RELATIVES for word in between):
            return None
    at = cue.outer - 1
    joined = passage.words[at] in _CONJUNCTIONS
    while at > first and passage.words[at] in _CONJUNCTIONS:
        at -= 1
    if at <= first + 1:
        return None
    if passage.words[at] in _COMMAS:
        return at
    if at in passage.quotations and passage.quoted(at).endswith(","):
        return at + 1
    if cue.subject is None and joined and (cue.that or cue.first in around.used):
        return at + 1
    return None


def _trimmed(passage: Passage, first: int, end: int) -> int:
    while end > first and (
        passage.words[end - 1] in _TRAILING
        or (passage.words[end - 1] in ("and", "but") and end - 1 not in passage.actors)
    ):
        end -= 1
    return end


def _before_and_after(around: _Around, cue: Cue) -> list[Claim]:
    """Return the clause that a cue follows or splits: "Exports fell, he said, because of the tariffs"."""
    passage, after = around.passage, cue.content
    comma = cue.outer - 1
    if after < passage.size and passage.words[after] not in _TRAILING:
        return []
    if passage.words[comma] not in (",", "—", "–"):
        return []
    quoted = bisect_left(around.direct, comma)
    first = max(around.first, around.direct[quoted - 1] + 1 if quoted else 0)
    while first < comma and (passage.words[first] in _TRAILING or passage.words[first] in ("and", "but")):
        first += 1
    end = _trimmed(passage, first, comma)
    opening = end - first < 2 or (end - first < 5 and passage.words[first] in PREPOSITIONS)
    return ([] if opening else [Claim(first, end, cue)]) + _rest(around, cue, after, 2)


def _by_source(around: _Around, cue: Cue, is_first: bool) -> list[Claim]:
    """Return the clause of "according to"."""
    passage = around.passage
    after = _after_source(passage, cue.subject.end if cue.subject is not None else cue.end)
    if cue.first == 0 or (cue.first <= 2 and passage.words[0] in _BEFORE_SOURCE):
        if passage.words[after] != ",":
            return []
        end = _clause_end(around, after + 1)
        return [Claim(after + 1, end, cue)] if end - after > 2 else []
    first = around.first
    while first < cue.first and passage.words[first] in _TRAILING:
        first += 1
    end = _trimmed(passage, first, cue.first)
    if not is_first and end - first < 4:
        return []
    return ([Claim(first, end, cue)] if end - first >= 2 else []) + _rest(around, cue, after, 3)


def _rest(around: _Around, cue: Cue, after: int, least: int) -> list[Claim]:
    """Return the rest of a clause that a cue splits, of more than `least` tokens after the comma `after`."""
    if around.passage.words[after] != ",":
        return []
    end = _clause_end(around, after + 1)
    goes_on = end - after > least and _goes_on(around.passage, cue, after + 1, end)
    return [Claim(after + 1, end, cue)] if goes_on else []


def _after_source(passage: Passage, at: int) -> int:
    """Return the token after a source and its apposition: "according to Li Wei, an analyst at the bank,"."""
    if passage.words[at] == "," and passage.words[at + 1] in ("a", "an", "the", "who", "which"):
        for comma in range(at + 2, min(at + _NEAR, passage.size)):
            if passage.words[comma] == ",":
                named = passage.actors.get(at - 1)
                return comma if named is not None and named.kind == "person" else at
    end = min(passage.size, at + _LONGEST)
    while at < end and passage.words[at] not in _TRAILING and at not in passage.quotations:
        at += 1
    return at


def _goes_on(passage: Passage, cue: Cue, first: int, end: int) -> bool:
    """Return whether what follows a cue and a comma is said too, rather than describes the speaker."""
    word = passage.words[first]
    if word in _NO_CONTINUATION or word.endswith("ing"):
        return False
    names = word in ("a", "an", "the") or (cue.inverted and cue.verb is not None)
    return not names or not AUXILIARIES.isdisjoint(passage.words[first:end])
