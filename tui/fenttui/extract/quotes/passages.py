"""Sentences as speech is found in them: quotations, actors and times are one token each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from fenttui.extract.mention import ActorMention, Mention, Span, Time
from fenttui.extract.quotes.sentences import Sentence, sentences
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight")
"""Days that are times even where nobody looked for times."""
_INNER = frozenset(("-", ".", "'s", "’s"))
"""Tokens that may be within a word."""
_SPECIAL = _DAYS | (_INNER - {"."})
_BEYOND = ("", "", "")
_MARKS = "\"'“”‘’„«»`「」 \n\t"

_Item = tuple[int, int, ActorMention | Time | None]
"""A span that is one token: an actor or a time, None for a quotation."""


# Not frozen, which would take three times as long to make: there is one for nearly every other sentence.
@dataclass(slots=True, eq=False)
class Passage:
    """The tokens of one sentence."""

    text: str
    """The whole text."""
    number: int
    """The sentence's number in the text."""
    sentence: Sentence
    words: list[str]
    """In lower case; `"` for a whole quotation. Empty words follow the last, so that there are neighbors
    beyond both ends: `words[at - 2]` and `words[at + 2]` of any token."""
    starts: list[int]
    ends: list[int]
    actors: dict[int, ActorMention]
    """By token, the actors that are named."""
    times: set[int]
    """The tokens that are dates, times and durations."""
    quotations: dict[int, None]
    """The tokens that are quotations, in order."""
    size: int
    """How many tokens there are."""

    def names_actor(self, first: int, end: int) -> bool:
        """Return whether one of the tokens from `first` to `end` (excluded) names an actor."""
        return any(at in self.actors for at in range(first, end))

    def quoted(self, index: int) -> str:
        """Return what the quotation at a token says, with neither marks nor white space around."""
        return self.text[self.starts[index] : self.ends[index]].strip(_MARKS)


class Passages:
    """A text's sentences; each becomes a passage when it is asked for."""

    def __init__(self, tokens: Tokens, mentions: Sequence[Mention], quotations: Sequence[Span]) -> None:
        self.text = tokens.text
        self.mentions = mentions
        """In order and apart."""
        self.quotations = quotations
        """In order and apart."""
        self.sentences = sentences(self.text, quotations)
        """All sentences, in order."""
        self._tokens = tokens
        self._mention_starts = [mention.start for mention in mentions]
        self._quotation_starts = [start for start, _ in quotations]
        self._recent: Passage | None = None

    def passage(self, number: int) -> Passage:
        """Return the sentence of that number as tokens."""
        if self._recent is None or self._recent.number != number:
            self._recent = self._cut(number)
        return self._recent

    def _cut(self, number: int) -> Passage:
        text, tokens, sentence = self.text, self._tokens, self.sentences[number]
        first = bisect_left(tokens.starts, sentence.start)
        last = bisect_left(tokens.starts, sentence.end, first)
        words, starts, ends = tokens.lowers[first:last], tokens.starts[first:last], tokens.ends[first:last]
        if ends and ends[-1] > sentence.end:
            ends[-1] = sentence.end
        if text.find("\n", sentence.start, sentence.end) >= 0:
            words, starts, ends = _without_spaces(words, starts, ends)
        items = self._items(sentence)
        special = not _SPECIAL.isdisjoint(words)
        if special or 0 <= text.find(".", sentence.start, sentence.end) < sentence.end - 1:
            _join_words(text, words, starts, ends, items)
        actors: dict[int, ActorMention] = {}
        times: set[int] = set()
        quotations: dict[int, None] = {}
        at = 0
        for start, end, item in items:
            at = bisect_left(starts, start, at)
            if at == len(starts) or starts[at] != start or ends[at] != end:
                at = _as_one_token(text, words, starts, ends, start, end, at)
            if item is None:
                words[at] = '"'
                quotations[at] = None
            elif isinstance(item, ActorMention):
                actors[at] = item
            else:
                times.add(at)
        if special:
            times.update([at for at, word in enumerate(words) if word in _DAYS])
        words += _BEYOND
        return Passage(text, number, sentence, words, starts, ends, actors, times, quotations, len(starts))

    def _items(self, sentence: Sentence) -> list[_Item]:
        """Return the quotations and the actors and times outside of them, in order."""
        start, end, _ = sentence
        spans = self.quotations
        at = bisect_left(self._quotation_starts, start)
        quoted: list[_Item] = []
        while at < len(spans) and spans[at][0] < end:
            quoted.append((*spans[at], None))
            at += 1
        first = bisect_left(self._mention_starts, start)
        last = bisect_left(self._mention_starts, end, first)
        named: list[_Item] = [
            (mention.start, mention.end, mention)
            for mention in self.mentions[first:last]
            if mention.end <= end and isinstance(mention, ActorMention | Time)
        ]
        return named if not quoted else _outside(quoted, named)


def _outside(quoted: Sequence[_Item], named: Sequence[_Item]) -> list[_Item]:
    """Return both in order, but nothing that overlaps a quotation."""
    items: list[_Item] = []
    position = 0
    for start, end, _ in quoted:
        while position < len(named) and named[position][1] <= start:
            items.append(named[position])
            position += 1
        items.append((start, end, None))
        while position < len(named) and named[position][0] < end:
            position += 1
    return items + list(named[position:])


def _without_spaces(
    words: list[str], starts: list[int], ends: list[int]
) -> tuple[list[str], list[int], list[int]]:
    """Return all but the spaces between paragraphs, which are tokens as well."""
    kept = [at for at, word in enumerate(words) if word[0] != "\n"]
    return [words[at] for at in kept], [starts[at] for at in kept], [ends[at] for at in kept]


def _as_one_token(
    text: str, words: list[str], starts: list[int], ends: list[int], start: int, end: int, first: int
) -> int:
    """Make `text[start:end]`, which token `first` begins, one token and return its position.

    What a token has before or after the span, as a web address may, stays as a token of its own.
    """
    last = bisect_left(starts, end, first)
    rest = text[end : ends[last - 1]].lstrip() if last else ""
    if rest:
        words.insert(last, rest.lower())
        starts.insert(last, ends[last - 1] - len(rest))
        ends.insert(last, ends[last - 1])
    if first and ends[first - 1] > start:
        ends[first - 1] = starts[first - 1] + len(text[starts[first - 1] : start].rstrip())
    words[first:last] = [text[start:end].lower()]
    starts[first:last] = [start]
    ends[first:last] = [end]
    return first


def _join_words(
    text: str, words: list[str], starts: list[int], ends: list[int], items: Sequence[_Item]
) -> None:
    """Make one token each of "so-called", "it's", "example.com" and "--", unless an item ends in it."""
    inner = [at for at, word in enumerate(words) if word in _INNER and at and ends[at - 1] == starts[at]]
    if not inner:
        return
    edges = {edge for item in items for edge in item[:2]}
    # From the last to the first: the positions before stay.
    for at in reversed(inner):
        if starts[at] not in edges and ends[at] not in edges:
            end = at + _joined(text, words, starts, ends, at)
            if end > at:
                words[at - 1 : end] = ["".join(words[at - 1 : end])]
                ends[at - 1 : end] = [ends[end - 1]]
                del starts[at:end]


def _joined(text: str, words: list[str], starts: list[int], ends: list[int], at: int) -> int:
    """Return how many tokens from a sign at `at` on are one word with the token before it."""
    before, sign = words[at - 1], words[at]
    if before == "-":
        return int(sign == "-")
    if not before[0].isalpha():
        return 0
    if sign not in "-.":
        return 1
    follows = text[ends[at] : ends[at] + 1] if starts[at + 1 : at + 2] == [ends[at]] else ""
    return 2 if (follows.isalnum() if sign == "-" else follows.islower()) else 0
