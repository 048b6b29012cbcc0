"""Whom the subject of a verb of speech means: an actor by name, by office, or by pronoun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fenttui.extract.quotes.introductions import Introductions
from fenttui.extract.quotes.offices import BODIES, NEAR_TO, OFFICES, OFFICIAL, STYLES, VOICES
from fenttui.extract.quotes.passages import Passage, Passages
from fenttui.extract.quotes.phrases import Phrase, head_end, phrase_ending
from fenttui.extract.quotes.words import PREPOSITIONS, PRONOUNS
from fenttui.extract.text.wordlists import word_set

_FOR = word_set("for from of at by with in")
_HEAD = 32
"""Tokens of a sentence among which its subject is looked for."""
_LAST_SENTENCES = 4
_PARAGRAPHS = 2
"""How far back who spoke last still is whom "he" means."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke last."""

    actor: str
    is_person: bool
    offset: int
    paragraph: int


class Speakers:
    """Resolves who speaks, in the order of the text: what was said before decides whom "he" means."""

    def __init__(self, passages: Passages) -> None:
        self._passages = passages
        self._introductions = Introductions(passages.text, passages.mentions)
        self._unnamed: dict[str, str] = {}
        """From the noun of a speaker without a name to the actor that it spoke for."""
        self.last: Speaker | None = None
        """Who spoke last, where that is known."""

    def spoke(self, actor: str | None, passage: Passage, offset: int) -> None:
        """Remember who spoke at an offset; nobody whom the text names where `actor` is None."""
        self.last = None if actor is None else self._speaker(actor, offset, passage)

    def _speaker(self, actor: str, offset: int, passage: Passage) -> Speaker:
        return Speaker(actor, self._introductions.is_person(actor), offset, passage.sentence.paragraph)

    def of_phrase(self, passage: Passage, phrase: Phrase) -> str | None:
        """Return the actor that a noun phrase means, None where that is not clear."""
        head = head_end(passage, phrase)
        last = head - 1
        word = passage.words[last]
        if phrase.first == last and word in PRONOUNS:
            return self._of_pronoun(word, passage, last)
        mention = passage.actors.get(last)
        if mention is not None:
            if self._is_one_of_two(passage, phrase.first, last):
                return None
            return mention.actor
        return self._of_noun(passage, phrase, head)

    def _is_one_of_two(self, passage: Passage, first: int, last: int) -> bool:
        return any(
            passage.words[at] in ("and", "&") and at - 1 in passage.actors for at in range(first + 1, last)
        )

    def _of_noun(self, passage: Passage, phrase: Phrase, head: int) -> str | None:
        noun = passage.words[head - 1]
        person = self._appended_person(passage, phrase, head)
        if person is not None:
            return person
        if noun in VOICES and (actor := self._spoken_for(passage, head, phrase.end)) is not None:
            self._unnamed[noun] = actor
            return actor
        if noun in OFFICIAL or noun in VOICES:
            for at in range(head - 2, phrase.first - 1, -1):
                mention = passage.actors.get(at)
                if mention is not None and mention.kind != "person":
                    self._unnamed[noun] = mention.actor
                    return mention.actor
            if (actor := self._spoken_for(passage, head, phrase.end)) is not None:
                self._unnamed[noun] = actor
                return actor
        if noun in STYLES:
            return self._of_pronoun("he or she", passage, phrase.first)
        if passage.words[phrase.first] not in ("the", "this", "that"):
            return None
        offset = passage.starts[phrase.first]
        near = self.last.offset if self.last is not None else offset
        found = self._introductions.called(noun, offset, near) or self._unnamed.get(noun)
        if found is None and self._introductions.knows(noun, offset):
            return None
        if found is None and noun in OFFICES:
            return self._of_pronoun("he or she", passage, phrase.first)
        if found is None and noun in BODIES and head - phrase.first <= 3:
            return self._of_pronoun("it", passage, phrase.first)
        return found

    def _appended_person(self, passage: Passage, phrase: Phrase, head: int) -> str | None:
        """Return the person named right after an office: "the head of the WHO Tedros Ghebreyesus"."""
        last = passage.actors.get(phrase.end - 1)
        if last is None or last.kind != "person" or passage.words[head - 1] in NEAR_TO:
            return None
        return None if passage.words[phrase.end - 2] in PREPOSITIONS else last.actor

    def _spoken_for(self, passage: Passage, first: int, end: int) -> str | None:
        """Return the organization or place after "for": the one whose spokesman speaks."""
        if passage.words[first] not in _FOR and not passage.words[first].endswith("ed"):
            return None
        for at in range(first + 1, end):
            mention = passage.actors.get(at)
            if mention is not None and mention.kind != "person" and mention.way != "demonym":
                return mention.actor
            if mention is not None and mention.way == "demonym":
                follows = passage.words[at + 1]
                if follows in OFFICIAL or passage.words[at + 2] in OFFICIAL:
                    return mention.actor
        return None

    # Pronouns

    def _of_pronoun(self, word: str, passage: Passage, at: int) -> str | None:
        for candidate in self._candidates(passage, at):
            if self._fits(word, candidate):
                return candidate.actor
        return None

    def _candidates(self, passage: Passage, at: int) -> Iterator[Speaker]:
        """Yield whom a pronoun may mean, the nearest first: subjects of sentences and who spoke last.

        The sentence's own subject; then, back to the paragraph before, the subjects of the sentences since
        somebody spoke, and who that was.
        """
        about = passage.actors.get(2 if passage.words[0] == "as" else 1)
        if passage.words[0] in ("for", "as") and about is not None:
            yield self._speaker(about.actor, passage.sentence.start, passage)
        actor = self.of_sentence(passage, at)
        if actor is not None:
            yield self._speaker(actor, passage.sentence.start, passage)
        spoken = self.last.offset if self.last is not None else -1
        paragraph = passage.sentence.paragraph
        for number in range(passage.number - 1, max(-1, passage.number - 1 - _LAST_SENTENCES), -1):
            sentence = self._passages.sentences[number]
            if sentence.end <= spoken or sentence.paragraph < paragraph - 1:
                break
            if sentence.start <= spoken:
                break
            earlier = self._passages.passage(number)
            actor = self.of_sentence(earlier)
            if actor is not None:
                yield self._speaker(actor, sentence.start, earlier)
        if self.last is not None and paragraph - self.last.paragraph <= _PARAGRAPHS:
            yield self.last

    def _fits(self, word: str, speaker: Speaker) -> bool:
        if word in ("they", "it"):
            return not speaker.is_person
        gender = self._introductions.gender(speaker.actor)
        return speaker.is_person and (gender is None or gender in word.split())

    # Subjects of sentences

    def of_sentence(self, passage: Passage, before: int | None = None) -> str | None:
        """Return the actor that a sentence is about: the first one named, if only its title precedes.

        Args:
            passage: the sentence.
            before: only the tokens before this one count.
        """
        end = min(passage.size if before is None else before, _HEAD)
        first = self._after_opening(passage, end)
        found = self.of_clause(passage, first, end)
        if found is None and first and passage.words[0] in _SUBORDINATE:
            return self.of_clause(passage, 1, first)
        return found

    def of_clause(self, passage: Passage, first: int, end: int) -> str | None:
        """Return the actor that a clause from token `first` on is about, looked for up to token `end`."""
        if passage.words[first] in PRONOUNS and first < end and first:
            return self._of_pronoun(passage.words[first], passage, first)
        for at in range(first, min(first + 10, end)):
            if at not in passage.actors:
                named = passage.words[at] == "," and at + 1 in passage.actors
                if not named and (passage.words[at] in _STOPS or not passage.words[at][0].isalpha()):
                    return None
                continue
            follows = passage.words[at + 1]
            if follows in ("'s", "’s", "'", "’") or at + 1 in passage.actors:
                continue
            if follows in ("and", "&"):
                return None
            mention = passage.actors.get(at)
            if mention is not None and mention.way == "demonym":
                continue
            if follows in OFFICIAL:
                found = phrase_ending(passage, at + 1)
                return self.of_phrase(passage, found) if found else None
            return mention.actor if mention else None
        return None

    def _after_opening(self, passage: Passage, end: int) -> int:
        """Return the token after an opening such as "On Tuesday," or "Speaking in Paris,"."""
        if passage.words[0] in _OPENINGS or passage.words[0].endswith("ing") or 0 in passage.times:
            for at in range(1, end):
                if passage.words[at] == ",":
                    return at + 1
                if passage.words[at] in ("—", "–"):
                    # "During the talks—the first in May—Okafor said": after the second dash, if there is one.
                    rest = passage.words[at + 1 : end]
                    return at + 2 + rest.index(passage.words[at]) if passage.words[at] in rest else at + 1
        return 0


_OPENINGS = word_set(
    "in on at after before during while when as since following despite although though with by for from"
    " earlier later meanwhile however but and asked"
)
_SUBORDINATE = word_set("when while as after before since although though because if once")
_STOPS = word_set(
    "is are was were has have had will would can could should may might must do does did who which that of"
    " for in on at to from with by about said says say told met after before"
)
