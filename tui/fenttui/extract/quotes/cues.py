"""Cues: the words of speech in a sentence, who they say speaks, and where what they introduce begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fenttui.extract.quotes.content import after_object, content_after
from fenttui.extract.quotes.passages import Passage
from fenttui.extract.quotes.phrases import (
    Phrase,
    is_own_voice,
    phrase_starting,
    subject_after,
    subject_before,
)
from fenttui.extract.quotes.verbs import INVERTED, Verb, verbs
from fenttui.extract.quotes.words import AUXILIARIES, PREPOSITIONS, PRONOUNS, RELATIVES
from fenttui.extract.wordlists import word_set

_BE = word_set("is are was were be been being get got gets 's 're isn't wasn't")
_NOT = word_set(
    "to dare not never n't cannot without if may might could would should can must let didn't doesn't"
    " don't won't wouldn't couldn't can't hasn't haven't"
)
_WITH_OBJECT = word_set("tell inform remind assure caution warn advise ask question")
NO_SOURCES = word_set("plan law rules tradition schedule need merit size age taste custom type")
_OPENS_APPOSITION = word_set("who which whose a an the")
_FARTHEST = 40


@dataclass(frozen=True, slots=True)
class Cue:
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


def cues_in(passage: Passage) -> list[Cue]:
    """The cues of a sentence, in order."""
    return list(_cues(passage))


def _cues(passage: Passage) -> Iterator[Cue]:
    table = verbs()
    passed = 0
    for at in [at for at, word in enumerate(passage.words) if word in table or word == "according"]:
        word = passage.words[at]
        if at < passed or passage.actors[at] is not None:
            continue
        if word == "according" and passage.word(at + 1) == "to":
            source = phrase_starting(passage, at + 2)
            if source is not None and passage.words[source.end - 1] not in NO_SOURCES:
                yield Cue(None, at, at + 2, source, True, source.end, False, at)
            continue
        verb = table.get(word)
        if verb is not None and (cue := _verb_cue(passage, at, verb)) is not None:
            passed = cue.end
            yield cue


def _verb_cue(passage: Passage, at: int, verb: Verb) -> Cue | None:
    before = passage.word(at - 1)
    if (
        before in _NOT
        or passage.word(at - 2) in ("not", "never", "n't")
        or before in ("the", "a", "an", "so")
    ):
        return None
    if before.endswith("n't") or (before == "to" and passage.word(at - 2) != "on"):
        return None
    if _is_passive(passage, at, verb):
        return None
    if verb.lemma == "quote":
        return _quoted_as_saying(passage, at, verb)
    end = after_object(passage, at + 1) if verb.lemma in _WITH_OBJECT else at + 1
    if verb.lemma == "speak":
        if passage.word(end) != "of":
            return None
        end += 1
    if verb.lemma == "point":
        if passage.word(end) != "out":
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
    before = passage.word(at - 1)
    if before.endswith("ly") or before in ("also", "being", "reportedly", "never", "then"):
        before = passage.word(at - 2)
    return before in _BE


def _is_inverted(passage: Passage, at: int) -> bool:
    """Whether the subject follows: after a quotation, or after a clause and a comma."""
    if passage.words[at] not in INVERTED or at + 1 >= len(passage):
        return False
    before = at - 1
    if passage.word(before) == ",":
        before -= 1
        if passage.quotation(before) is None and not _ends_with_subject(passage, at):
            return False
    elif passage.quotation(before) is None:
        return False
    follows = passage.words[at + 1]
    if passage.actors[at + 1] is not None:
        return passage.word(at + 2) not in ("is", "was", "has", "had", "will", "would", "were", "are")
    if follows in PRONOUNS or follows in PREPOSITIONS or not follows[0].isalpha():
        return False
    return follows not in ("that", "also", "also", "later") and not passage.times[at + 1]


def _ends_with_subject(passage: Passage, at: int) -> bool:
    """Whether the verb after a clause and a comma has its subject, and nothing else, after it."""
    subject = phrase_starting(passage, at + 1)
    if passage.words[at] not in ("said", "says") or subject is None:
        return False
    if not AUXILIARIES.isdisjoint(passage.words[subject.first : subject.end]):
        return False
    if _ends_apposition(passage, at - 1) and not any(passage.actors[subject.first : subject.end]):
        return False
    after = passage.word(subject.end)
    return not after or after in ",.;—–" or after in ("who", "whose") or passage.time(subject.end)


def _ends_apposition(passage: Passage, comma: int) -> bool:
    """Whether the comma ends what is said of a name or a noun: "a diplomat, who asked not to be named,"."""
    return any(
        passage.words[at] == "," and passage.words[at + 1] in _OPENS_APPOSITION
        for at in range(max(1, comma - _FARTHEST), comma)
    )


def _shares_subject(passage: Passage, at: int) -> bool:
    """Whether the verb shares the subject of one before: "rose and said"."""
    before = passage.word(at - 1)
    if before in ("also", "then", "later", "further"):
        before = passage.word(at - 2)
    return before in ("and", "but", ",", "then") or passage.quotation(at - 1) is not None


def _is_surely_verb(passage: Passage, at: int, subject: Phrase | None) -> bool:
    """Whether a form that is a noun or an adjective as often is a verb here."""
    if passage.quotation(at - 1) is not None or passage.quotation(at + 1) is not None:
        return True
    before = passage.word(at - 1)
    if before in PRONOUNS or before in RELATIVES or passage.actor(at - 1) is not None:
        mention = passage.actor(at - 1)
        return mention is None or mention.way != "demonym"
    if subject is not None and (last := passage.actor(subject.end - 1)) is not None:
        return last.way != "demonym"
    if before in ("also", "has", "had", "have", "and", "who"):
        return True
    if passage.words[at].endswith("ed"):
        follows = passage.word(at + 1)
        return subject is not None and (
            follows in ("that", ":", "the", "a", "on", "in", "as")
            or passage.times[min(at + 1, len(passage) - 1)]
        )
    if passage.word(at + 1) == "that":
        return subject is not None and subject.end - subject.first > 1 and before.endswith("s")
    return False


def _quoted_as_saying(passage: Passage, at: int, verb: Verb) -> Cue | None:
    """Of "was quoted as saying" and "quoted Wang as saying": who is quoted is the subject."""
    for saying in range(at + 1, min(at + 14, len(passage) - 1)):
        if passage.words[saying] == "as" and passage.words[saying + 1] in ("saying", "telling"):
            before = subject_before(passage, at - 1 if passage.word(at - 1) in _BE else at)
            quoted = phrase_starting(passage, at + 1) if saying > at + 1 else before
            content, that = content_after(passage, saying + 2)
            outer = at if before is None else before.outer
            return Cue(verb, at, saying + 2, quoted, False, content, that, outer)
    return None
