"""Cues: the words of speech in a sentence, who they say speaks, and where what they introduce begins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import compress, count
from typing import NamedTuple

from fenttui.extract.quotes.content import after_object, content_after
from fenttui.extract.quotes.passages import Passage
from fenttui.extract.quotes.phrases import (
    Phrase,
    is_own_voice,
    phrase_starting,
    subject_after,
    subject_before,
)
from fenttui.extract.quotes.verbs import INVERTED, Verb, verbs, words_of_speech
from fenttui.extract.quotes.words import AUXILIARIES, PREPOSITIONS, PRONOUNS, RELATIVES
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

_BE = word_set("is are was were be been being get got gets 's 're isn't wasn't")
_NO_CUE_AFTER = word_set(
    "the a an so to dare not never cannot without if may might could would should can must let"
)
"""Words before a noun, or before what nobody has said."""
_NO_VERB_AFTER = PREPOSITIONS | word_set("his her their its my our your this one some any no")
_PASSIVE = word_set("is are was were be been being")
_NOT = word_set("not never")
_WITH_OBJECT = word_set("tell inform remind assure caution warn advise ask question")
NO_SOURCES = word_set("plan law rules tradition schedule need merit size age taste custom type")
_OPENS_APPOSITION = word_set("who which whose a an the")
_FARTHEST = 40


class Cue(NamedTuple):
    """Words of speech in a passage."""

    verb: Verb | None
    """None for "according to"."""
    first: int
    end: int
    """The token after the cue: after "told reporters"."""
    subject: Phrase | None
    """Who speaks, as the text says it; None where the verb takes its subject from elsewhere."""
    inverted: bool
    """Whether the subject stands after it."""
    content: int
    """The token where what is said begins, if it stands after the cue."""
    that: bool
    """Whether "that" stands before it."""
    outer: int
    """The first token of the cue with its subject."""


def positions_of_speech(tokens: Tokens) -> list[int]:
    """Return the offsets of the words that may be cues by the words before them: not "did not say"."""
    barred, lowers, positions = _barred(), tokens.lowers, []
    for at in compress(count(), map(barred.__contains__, lowers)):
        before = lowers[at - 1] if at else ""
        earlier = lowers[at - 2] if at > 1 else ""
        if not (before in barred[lowers[at]] or earlier in _NOT or before.endswith(("n't", "n’t"))):
            positions.append(tokens.starts[at])
    return positions


@cache
def _barred() -> dict[str, frozenset[str]]:
    """Return the words before each word of speech that make it no cue."""
    barred = dict.fromkeys(words_of_speech(), _NO_CUE_AFTER)
    for word, verb in verbs().items():
        if verb.noun:
            barred[word] |= _NO_VERB_AFTER
        if verb.form == "finite" and verb.lemma != "quote":
            barred[word] |= _PASSIVE
    return barred


def cues_in(passage: Passage, positions: Sequence[int]) -> list[Cue]:
    """Return the cues of a sentence, in order.

    Args:
        passage: the sentence.
        positions: of `positions_of_speech`, those within it.
    """
    table = verbs()
    cues: list[Cue] = []
    passed = 0
    for position in positions:
        at = bisect_left(passage.starts, position, passed)
        if at == passage.size or passage.starts[at] != position or at in passage.actors:
            continue
        word = passage.words[at]
        if word == "according" and passage.words[at + 1] == "to":
            source = phrase_starting(passage, at + 2)
            if source is not None and passage.words[source.end - 1] not in NO_SOURCES:
                cues.append(Cue(None, at, at + 2, source, True, source.end, False, at))
            continue
        verb = table.get(word)
        if verb is not None and (cue := _verb_cue(passage, at, verb)) is not None:
            passed = cue.end
            cues.append(cue)
    return cues


def _verb_cue(passage: Passage, at: int, verb: Verb) -> Cue | None:
    if _is_passive(passage, at, verb):
        return None
    if verb.lemma == "quote":
        return _quoted_as_saying(passage, at, verb)
    end = after_object(passage, at + 1) if verb.lemma in _WITH_OBJECT else at + 1
    if verb.lemma == "speak":
        if passage.words[end] != "of":
            return None
        end += 1
    if verb.lemma == "point":
        if passage.words[end] != "out":
            return None
        end += 1
    subject = None
    inverted = _is_inverted(passage, at)
    if inverted:
        subject = subject_after(passage, at + 1)
        if subject is None:
            return None
    elif verb.form != "ing":
        subject = subject_before(passage, at)
        if subject is not None and is_own_voice(passage, subject):
            return None
        if subject is None and not _shares_subject(passage, at):
            return None
    if verb.noun and not _is_surely_verb(passage, at, subject):
        return None
    content, that = content_after(passage, subject.end if inverted and subject else end)
    outer = at if subject is None or inverted else subject.outer
    return Cue(verb, at, end, subject, inverted, content, that, outer)


def _is_passive(passage: Passage, at: int, verb: Verb) -> bool:
    if verb.form != "finite" or verb.lemma == "quote":
        return False
    before = passage.words[at - 1]
    if before.endswith("ly") or before in ("also", "being", "reportedly", "never", "then"):
        before = passage.words[at - 2]
    return before in _BE


def _is_inverted(passage: Passage, at: int) -> bool:
    """Return whether the subject follows: after a quotation, or after a clause and a comma."""
    if passage.words[at] not in INVERTED or at + 1 >= passage.size:
        return False
    before = at - 1
    if passage.words[before] == ",":
        before -= 1
        if before not in passage.quotations and not _ends_with_subject(passage, at):
            return False
    elif before not in passage.quotations:
        return False
    follows = passage.words[at + 1]
    if at + 1 in passage.actors:
        return passage.words[at + 2] not in ("is", "was", "has", "had", "will", "would", "were", "are")
    if follows in PRONOUNS or follows in PREPOSITIONS or not follows[0].isalpha():
        return False
    return follows not in ("that", "also", "also", "later") and at + 1 not in passage.times


def _ends_with_subject(passage: Passage, at: int) -> bool:
    """Return whether the verb after a clause and a comma has its subject, and nothing else, after it."""
    subject = phrase_starting(passage, at + 1)
    if passage.words[at] not in ("said", "says") or subject is None:
        return False
    if not AUXILIARIES.isdisjoint(passage.words[subject.first : subject.end]):
        return False
    if _ends_apposition(passage, at - 1) and not passage.names_actor(subject.first, subject.end):
        return False
    after = passage.words[subject.end]
    return not after or after in ",.;—–" or after in ("who", "whose") or subject.end in passage.times


def _ends_apposition(passage: Passage, comma: int) -> bool:
    """Return whether the comma ends an apposition or relative clause: "aides, who asked not to be named,"."""
    return any(
        passage.words[at] == "," and passage.words[at + 1] in _OPENS_APPOSITION
        for at in range(max(1, comma - _FARTHEST), comma)
    )


def _shares_subject(passage: Passage, at: int) -> bool:
    """Return whether the verb shares the subject of one before: "rose and said"."""
    before = passage.words[at - 1]
    if before in ("also", "then", "later", "further"):
        before = passage.words[at - 2]
    return before in ("and", "but", ",", "then") or at - 1 in passage.quotations


def _is_surely_verb(passage: Passage, at: int, subject: Phrase | None) -> bool:
    """Return whether a form that is a noun or an adjective as often is a verb here."""
    if at - 1 in passage.quotations or at + 1 in passage.quotations:
        return True
    before = passage.words[at - 1]
    if before in PRONOUNS or before in RELATIVES or at - 1 in passage.actors:
        mention = passage.actors.get(at - 1)
        return mention is None or mention.way != "demonym"
    if subject is not None and (last := passage.actors.get(subject.end - 1)) is not None:
        return last.way != "demonym"
    if before in ("also", "has", "had", "have", "and", "who"):
        return True
    if passage.words[at].endswith("ed"):
        follows = passage.words[at + 1]
        return subject is not None and (
            follows in ("that", ":", "the", "a", "on", "in", "as") or at + 1 in passage.times
        )
    if passage.words[at + 1] == "that":
        return subject is not None and subject.end - subject.first > 1 and before.endswith("s")
    return False


def _quoted_as_saying(passage: Passage, at: int, verb: Verb) -> Cue | None:
    """Return the cue of "was quoted as saying" or "quoted Wang as saying"; the quoted one is the subject."""
    for saying in range(at + 1, min(at + 14, passage.size - 1)):
        if passage.words[saying] == "as" and passage.words[saying + 1] in ("saying", "telling"):
            before = subject_before(passage, at - 1 if passage.words[at - 1] in _BE else at)
            quoted = phrase_starting(passage, at + 1) if saying > at + 1 else before
            content, that = content_after(passage, saying + 2)
            outer = at if before is None else before.outer
            return Cue(verb, at, saying + 2, quoted, False, content, that, outer)
    return None
