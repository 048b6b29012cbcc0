"""Sentences as speech is found in them: quotations, actors and times are one token each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fenttui.articles.abbreviations import AFTER_NAME, BEFORE_NUMBER, STARTERS, TITLES
from fenttui.extract.mention import TIME_KINDS, Mention, Span
from fenttui.extract.quotes.verbs import speaks
from fenttui.extract.wordlists import word_set

_STOP = re.compile(r"\n\s*|[.!?…。！？]+[\"'”’»」)\]]*(?=\s|\Z)|[。！？]")
_AFTER = re.compile(r"\s*[\"'“‘«„(\[]*")
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"['’]s(?!\w)|[^\W\d_]+(?:['’.-][^\W_]+)*|\d+(?:[.,]\d+)*|—|--|\S")
_LONGEST_WORD = 16
_LONGEST = 3_000
"""In code points: a sentence of more is a table or a list, and is cut so that all work stays linear."""
_FAR = 60
"""Code points after a question in quotes where "he asked" is looked for."""
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight")
"""Days that are times even where nobody looked for times."""
_TIMES = frozenset(TIME_KINDS)
_MARKS = "\"'“”‘’„«»`「」 \n\t"
_BREAKS = frozenset(".!?…。！？:\"'”’»")


class Sentence(NamedTuple):
    """A sentence by its place; a quotation is never cut by its end."""

    start: int
    end: int
    paragraph: int
    """The paragraph's number."""


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


def sentences(text: str, quotations: Sequence[Span]) -> list[Sentence]:
    """The sentences of `text`; one that ends in `?"` goes on where words of speech follow.

    Args:
        text: any text.
        quotations: spans, in order, that are not to be cut.
    """
    found: list[Sentence] = []
    start = paragraph = place = 0
    for match in _STOP.finditer(text):
        at, end = match.span()
        while place < len(quotations) and quotations[place][1] <= at:
            place += 1
        inside = place < len(quotations) and quotations[place][0] < at
        if inside and end < quotations[place][1]:
            continue
        if text[at] == "\n":
            opens = place < len(quotations) and quotations[place][0] == end
            if inside or not _breaks(text, at, end) or (opens and text[at - 1 : at] == ":"):
                continue
        elif not _ends(text, at, end) or (inside and _goes_on(text, at, end)):
            continue
        found += _pieces(text, start, at if text[at] == "\n" else end, paragraph, quotations)
        paragraph += text[at] == "\n"
        start = end
    found += _pieces(text, start, len(text), paragraph, quotations)
    return found


def _pieces(
    text: str, start: int, end: int, paragraph: int, quotations: Sequence[Span]
) -> Iterator[Sentence]:
    """The sentence without white space around it; one beyond measure in pieces, but no quotation cut."""
    start = _after_space(text, start)
    while end - start > _LONGEST:
        cut = text.find(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut >= 0 else start + _LONGEST
        place = bisect_left(quotations, (cut, cut)) - 1
        if place >= 0 and quotations[place][0] < cut:
            cut = max(cut, quotations[place][1])
        if cut >= end:
            break
        yield Sentence(start, cut, paragraph)
        start = _after_space(text, cut)
    if start < end:
        yield Sentence(start, end, paragraph)


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _breaks(text: str, at: int, end: int) -> bool:
    """Whether this is the end of a paragraph and not of a line of a letter or a mail."""
    return text.count("\n", at, end) > 1 or text[at - 1 : at] in _BREAKS or not at


def _ends(text: str, at: int, end: int) -> bool:
    """Whether the stop ends a sentence, by the words around it."""
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        # The common case: a long word of small letters before, a capital after.
        last = text[at - 5 : at]
        if text[at:end] != "." or (last.isalpha() and last.islower()):
            return True
    after = _AFTER.match(text, end)
    following = after.end() if after else end
    letter = text[following : following + 1]
    if not letter:
        return True
    if letter.islower():
        return False
    if text[at:end] != "." or "\n" in text[end:following]:
        return True
    before = text[max(0, at - _LONGEST_WORD) : at].rsplit(None, 1)
    word = before[-1].lower().lstrip(_MARKS + "(") if before else ""
    if word in TITLES or (word in BEFORE_NUMBER and letter.isdigit()):
        return False
    if word in AFTER_NAME or "." in word or (len(word) == 1 and word.isalpha()):
        first = _WORD.match(text, following)
        return first is not None and first[0].lower() in STARTERS
    return True


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether words of speech follow soon on the end of a quotation."""
    if text[at] not in "!?…":
        return False
    return speaks(text[end : end + _FAR].partition(".")[0].lower())


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
            elif item.is_actor:
                found.actors[at] = item
            else:
                found.times[at] = True
        for at, word in enumerate(words):
            if word in _DAYS:
                found.times[at] = True
        return found

    def _items(self, sentence: Sentence) -> list[tuple[int, int, Mention | int]]:
        """Quotations, then actors and times outside of them, by place."""
        quoted: list[tuple[int, int, Mention | int]] = []
        at = bisect_left(self._quotation_starts, sentence.start)
        while at < len(self.quotations) and self.quotations[at][0] < sentence.end:
            quoted.append((*self.quotations[at], at))
            at += 1
        items = quoted[:]
        at, place = bisect_left(self._mention_starts, sentence.start), 0
        while at < len(self.mentions) and self.mentions[at].start < sentence.end:
            mention = self.mentions[at]
            at += 1
            while place < len(quoted) and quoted[place][1] <= mention.start:
                place += 1
            if mention.end > (quoted[place][0] if place < len(quoted) else sentence.end):
                continue
            if mention.is_actor or mention.kind in _TIMES:
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
        elif size:
            for match in _TOKEN.finditer(piece):
                words.append(match[0].lower())
                starts.append(at + match.start())
                ends.append(at + match.end())
        at += size + 1
