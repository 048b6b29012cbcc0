"""Sentences as speech is found in them: quotations, actors and times are one token each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from fenttui.extract.mention import Mention, Span
from fenttui.extract.quotes.sentences import Sentence, sentences
from fenttui.extract.wordlists import word_set

_TOKEN = re.compile(r"['’]s(?!\w)|[^\W\d_]+(?:['’.-][^\W_]+)*|\d+(?:[.,]\d+)*|—|--|\S")
_STOPS = frozenset(",.;:?!")
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight")
"""Days that are times even where nobody looked for times."""
_MARKS = "\"'“”‘’„«»`「」 \n\t"


@dataclass(frozen=True, slots=True)
class Passage:
    """The tokens of one sentence, as parallel lists."""

    text: str
    """The whole text."""
    number: int
    """The sentence's number in the text."""
    sentence: Sentence
    words: list[str]
    """In lower case; `"` for a whole quotation."""
    starts: list[int]
    ends: list[int]
    actors: list[Mention | None]
    """The actor that the token names."""
    times: list[bool]
    """Whether the token is a date, a time or a duration."""
    quotations: list[int | None]
    """The number of the quotation that the token is."""

    def __len__(self) -> int:
        return len(self.words)

    def word(self, index: int) -> str:
        """The token in lower case; empty before the first and after the last."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def actor(self, index: int) -> Mention | None:
        """The actor that a token names, None outside of the sentence too."""
        return self.actors[index] if 0 <= index < len(self.actors) else None

    def time(self, index: int) -> bool:
        """Whether a token is a date, a time or a duration, False outside of the sentence too."""
        return 0 <= index < len(self.times) and self.times[index]

    def quotation(self, index: int) -> int | None:
        """The number of the quotation that a token is, None outside of the sentence too."""
        return self.quotations[index] if 0 <= index < len(self.quotations) else None

    def quoted(self, index: int) -> str:
        """What the quotation at a token says, with neither marks nor white space around."""
        return self.text[self.starts[index] : self.ends[index]].strip(_MARKS)


class Passages:
    """A text's sentences; each becomes a passage when it is asked for."""

    def __init__(self, text: str, mentions: Sequence[Mention], quotations: Sequence[Span]) -> None:
        self.text = text
        self.mentions = mentions
        """In order and apart."""
        self.quotations = quotations
        """In order and apart."""
        self.sentences = sentences(text, quotations)
        """All sentences, in order."""
        self._mention_starts = [mention.start for mention in mentions]
        self._quotation_starts = [start for start, _ in quotations]
        self._recent: Passage | None = None

    def passage(self, number: int) -> Passage:
        """The sentence of that number as tokens."""
        if self._recent is None or self._recent.number != number:
            self._recent = self._tokens(number)
        return self._recent

    def _tokens(self, number: int) -> Passage:
        text, sentence = self.text, self.sentences[number]
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        items: list[tuple[int, Mention | int]] = []
        at = sentence.start
        for start, end, item in self._items(sentence):
            if start >= at:
                _cut(text, at, start, words, starts, ends)
                items.append((len(words), item))
                words.append(text[start:end].lower())
                starts.append(start)
                ends.append(end)
                at = end
        _cut(text, at, sentence.end, words, starts, ends)
        none: list[None] = [None] * len(words)
        found = Passage(text, number, sentence, words, starts, ends, [*none], [False] * len(words), [*none])
        for at, item in items:
            if isinstance(item, int):
                found.words[at], found.quotations[at] = '"', item
            elif item.actor is not None:
                found.actors[at] = item
            else:
                found.times[at] = True
        if not _DAYS.isdisjoint(words):
            for at, word in enumerate(words):
                if word in _DAYS:
                    found.times[at] = True
        return found

    def _items(self, sentence: Sentence) -> list[tuple[int, int, Mention | int]]:
        """Quotations, then actors and times outside of them, by place."""
        quoted: list[tuple[int, int, Mention | int]] = []
        mentions, end = self.mentions, sentence.end
        at = bisect_left(self._quotation_starts, sentence.start)
        while at < len(self.quotations) and self.quotations[at][0] < sentence.end:
            quoted.append((*self.quotations[at], at))
            at += 1
        items = quoted[:]
        at, place = bisect_left(self._mention_starts, sentence.start), 0
        while at < len(mentions) and (mention := mentions[at]).start < end:
            at += 1
            while place < len(quoted) and quoted[place][1] <= mention.start:
                place += 1
            free = mention.end <= (quoted[place][0] if place < len(quoted) else end)
            if free and (mention.actor is not None or mention.time is not None):
                items.append((mention.start, mention.end, mention))
        if quoted:
            items.sort(key=lambda item: item[0])
        return items


def _cut(text: str, at: int, end: int, words: list[str], starts: list[int], ends: list[int]) -> None:
    """Add the tokens of `text[at:end]`; most are words between two spaces, which need no pattern."""
    for piece in text[at:end].split(" "):
        size = len(piece)
        if piece.isalpha():
            words.append(piece.lower())
            starts.append(at)
            ends.append(at + size)
        elif size > 1 and piece[-1] in _STOPS and piece[:-1].isalpha():
            words += (piece[:-1].lower(), piece[-1])
            starts += (at, at + size - 1)
            ends += (at + size - 1, at + size)
        elif size:
            for match in _TOKEN.finditer(piece):
                words.append(match[0].lower())
                starts.append(at + match.start())
                ends.append(at + match.end())
        at += size + 1
