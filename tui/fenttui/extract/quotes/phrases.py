"""Noun phrases: where the subject of a verb of speech begins and ends, and what heads it."""

from __future__ import annotations

from typing import NamedTuple

from fenttui.extract.quotes.passages import Passage
from fenttui.extract.quotes.words import (
    ADVERBS,
    AFTER_SOURCE,
    BOUNDARIES,
    DETERMINERS,
    OWN,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    RELEASED,
    SIGNS,
    TIME_WORDS,
    VENUES,
)
from fenttui.extract.text.wordlists import word_set

_NOT_ADVERBS = word_set("family july assembly supply monopoly reply anomaly homily")
_LONGEST = 16
_FARTHEST = 40
_TITLE = 6
_DATELINE = 12


class Phrase(NamedTuple):
    """Tokens of a passage, from `first` up to `end`, which is not included."""

    first: int
    end: int
    outer: int
    """The first token of what belongs to it: the "the mayor," before "Ruth Okafor"."""


def subject_before(passage: Passage, verb: int) -> Phrase | None:
    """Return the subject that stands before token `verb`; None where the verb has none of its own.

    Passed over are adverbs, times ("on Tuesday"), and what stands between two commas: "Wang, 62, said".
    """
    last = _skip_back(passage, verb - 1)
    if last < 0:
        return None
    word = passage.words[last]
    if word == "," and last >= 2:
        return _before_apposition(passage, last)
    if word == ")":
        last = _opening(passage, last) - 1
        if last < 0:
            return None
        word = passage.words[last]
    if word in ("and", "but", "or"):
        return None
    if word in RELATIVES and last not in passage.actors:
        return _antecedent(passage, last)
    return phrase_ending(passage, last)


def is_own_voice(passage: Passage, phrase: Phrase) -> bool:
    """Return whether the subject is "I", "we" or "you"."""
    return passage.words[phrase.end - 1] in OWN


def _skip_back(passage: Passage, last: int) -> int:
    while last >= 0:
        word = passage.words[last]
        if last in passage.times:
            last -= 1
            while last >= 0 and passage.words[last] in TIME_WORDS:
                last -= 1
        elif last not in passage.actors and (
            word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS)
        ):
            last -= 1
        elif word in VENUES and (start := _venue_start(passage, last)) is not None:
            last = start - 1
        else:
            return last
    return last


def _venue_start(passage: Passage, last: int) -> int | None:
    """Return the preposition of "in a statement", where one stands before the noun at `last`."""
    for start in range(last - 1, max(-1, last - 6), -1):
        word = passage.words[start]
        if word in ("in", "at", "during", "on", "through", "via") and start > 0:
            return start
        if word in SIGNS or word in PREPOSITIONS:
            return None
    return None


def _opening(passage: Passage, close: int) -> int:
    for at in range(close - 1, max(-1, close - _LONGEST), -1):
        if passage.words[at] == "(":
            return at
    return close


def _before_apposition(passage: Passage, comma: int) -> Phrase | None:
    """Return the subject before what the comma at `comma` ends: "Wang Yi, China's top diplomat," said."""
    named = _name_in_apposition(passage, comma)
    if named is not None:
        return named
    plain: int | None = None
    organization: int | None = None
    for at in range(comma - 1, max(0, comma - _FARTHEST), -1):
        word = passage.words[at]
        if word in ';"' or (word == ":" and at > 1):
            break
        if word != ",":
            continue
        mention = passage.actors.get(at - 1)
        if mention is not None and mention.kind == "person":
            return phrase_ending(passage, at - 1)
        if passage.words[at - 1] == ")":
            inner = _opening(passage, at - 1) - 1
            if inner >= 0 and inner in passage.actors:
                return phrase_ending(passage, inner)
        if mention is not None and organization is None:
            organization = at
        if plain is None:
            plain = at
    found = organization if organization is not None else plain
    if found is None:
        # "In Paris, said Wang": the comma ends no apposition.
        return None
    return phrase_ending(passage, found - 1)


def _name_in_apposition(passage: Passage, comma: int) -> Phrase | None:
    """Return the name between two commas after an office: "the board's director, Ruth Okafor," said."""
    last = passage.actors.get(comma - 1)
    if last is None or last.kind != "person":
        return None
    for at in range(comma - 2, max(0, comma - _TITLE), -1):
        if passage.words[at] == "," and at - 1 not in passage.actors:
            office = phrase_ending(passage, at - 1)
            return Phrase(at + 1, comma, office.first if office is not None else at + 1)
        if at not in passage.actors and (passage.words[at] in PREPOSITIONS or passage.words[at] in SIGNS):
            return None
    return None


def _antecedent(passage: Passage, relative: int) -> Phrase | None:
    last = relative - 1
    if last >= 0 and passage.words[last] == ",":
        last -= 1
        if passage.words[last] == ",":
            last -= 1
    found = phrase_ending(passage, last) if last >= 0 else None
    if found is not None and found.end - 1 not in passage.actors and relative - last == 2:
        return _before_apposition(passage, relative - 1) or found
    return found


def phrase_ending(passage: Passage, last: int) -> Phrase | None:
    """Return the noun phrase whose last token is `last`."""
    first = last + 1
    while first > 0 and last + 1 - first < _LONGEST:
        word = passage.words[first - 1]
        if (
            first - 1 not in passage.actors
            and (word in SIGNS or word in BOUNDARIES)
            and not (word == "-" and passage.ends[first - 1] == passage.starts[first])
        ):
            break
        if word in ("and", "&") and (first - 1 == 0 or not _joins(passage, first - 1)):
            break
        first -= 1
    while first <= last and passage.words[first] in ("and", "in", "on", "at", "then", "also", "meanwhile"):
        # "In Beijing officials said", "On Tuesday the minister said"
        is_prepositional = passage.words[first] in ("in", "on", "at")
        first += 2 if is_prepositional and first + 2 <= last else 1
    if first > last or (first in passage.times and first == last):
        return None
    return Phrase(first, last + 1, first)


def phrase_starting(passage: Passage, first: int) -> Phrase | None:
    """Return the noun phrase whose first token is `first`: after "said" and after "according to"."""
    end = first
    while end < passage.size and end - first < _LONGEST:
        word = passage.words[end]
        if end in passage.times or (end not in passage.actors and word in AFTER_SOURCE):
            break
        if word == "and" and not _joins(passage, end):
            break
        end += 1
    return Phrase(first, end, first) if end > first else None


def subject_after(passage: Passage, first: int) -> Phrase | None:
    """Return the subject after a verb, from token `first` to the name where its office has commas in it."""
    found = phrase_starting(passage, first)
    if found is None or passage.names_actor(found.first, found.end):
        return found
    for at in range(found.end, min(found.end + _LONGEST, passage.size)):
        mention = passage.actors.get(at)
        if mention is not None and mention.kind == "person":
            return Phrase(found.first, at + 1, found.first)
        if mention is None and passage.words[at] in BOUNDARIES | (SIGNS - {","}):
            break
    return found


def _joins(passage: Passage, conjunction: int) -> bool:
    """Return whether "and" joins two names, or two nouns of one title, rather than two clauses."""
    before, after = passage.actors.get(conjunction - 1), passage.actors.get(conjunction + 1)
    if before is not None:
        return True
    if after is not None:
        return False
    return passage.words[conjunction + 1] not in DETERMINERS | PRONOUNS | OWN and not passage.words[
        conjunction - 1
    ].endswith("ed")


def dateline_end(passage: Passage) -> int:
    """Return the token after a dateline that opens a sentence: "OSLO, May 3 (Dispatch) -"; 0 without one."""
    if not passage.size or not passage.text[passage.starts[0] : passage.ends[0]].isupper():
        return 0
    for at in range(1, min(_DATELINE, passage.size)):
        if passage.words[at] in ("-", "--", "—", "–", ":") and passage.ends[at] - passage.starts[at] < 3:
            apart = passage.text[passage.ends[at] : passage.ends[at] + 1].isspace()
            return at + 1 if apart else 0
    return 0


def head_end(passage: Passage, phrase: Phrase) -> int:
    """Return the token after the phrase's head: its first preposition, else its end."""
    last = passage.actors.get(phrase.end - 1)
    if last is not None and last.kind == "person" and "," in passage.words[phrase.first : phrase.end]:
        return phrase.end
    for at in range(phrase.first + 1, phrase.end):
        word = passage.words[at]
        if at not in passage.actors and (word in PREPOSITIONS or word in RELEASED):
            return at
    return phrase.end
