"""Text to tokens: words, numbers and signs with their positions, in one linear pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fenttui.extract.text.wordlists import word_set

_TOKEN = re.compile(
    r"""
      [a-z]{2,}+(?=[\s,])                                          # most words, before the rest is tried
    | \n[^\S\n]*\n\s*                                            # the space between two paragraphs
    | (?:https?://|www\.)\S+                                     # an address is one token
    | (?:[^\W\d_]\.(?=[^\W\d_](?:\.|(?!\w)))){1,9}[^\W\d_]\.?    # U.S., p.m
    | \d{4}-\d\d-\d\d(?!\d)                                      # an ISO date
    | \d{1,2}/\d{1,2}/\d{4}(?!\d)
    | \d{1,2}:\d\d(?::\d\d)?(?!\d)                               # a time of day
    | \d{1,3}(?:\.\d{3}){1,9},\d{1,2}(?!\d)                      # 1.234,50
    | \d{1,3}(?:\.\d{3}){2,9}(?!\.?\d)                          # 1.234.567
    | \d{1,3}(?:(?:[\u00a0\u2009\u202f]\d{3}){1,9}|(?:['’]\d{3}){1,9})(?!\d)(?:[.,]\d+)?
    | \d{1,3}(?:[,،٬，]\d{2,3}){0,9}[,،٬，]\d{3}(?!\d)(?:[.٫．]\d+)?  # 1,234.5 and 1,00,000
    | \d+(?:[.٫．]\d+)?
    | (?<![\w.])\.\d+                                           # .300
    | [^\W\d_]+(?:['’](?!s(?!\w))[^\W\d_]+)*                     # a word; can't, O'Brien
    | ['’]s(?!\w)                                                # the possessive
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Every repetition is bounded or cannot give back what it took, so that scanning is linear."""

_ENDS = frozenset(".!?…;")
_QUOTES = frozenset("\"'“”‘’«»([—–-*•")
_ABBREVIATIONS = word_set(
    "Mr Mrs Ms Dr Prof Rev Hon Fr Sr Jr St Gen Col Maj Capt Cpt Lt Sgt Brig Adm Sen Rep Gov Pres Amb Jan"
    " Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun No Inc Corp"
    " Co Ltd vs"
)
"""Words that a full stop follows without ending the sentence."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into tokens, as parallel lists: the n-th token is `words[n]` at `starts[n]`..`ends[n]`."""

    text: str
    words: list[str]
    lowers: list[str]
    """The words in lower case."""
    starts: list[int]
    ends: list[int]
    capital: list[bool]
    """Whether the word starts with a capital letter."""
    opens: list[bool]
    """Whether the word is the first of its sentence, where a capital says nothing."""

    def __len__(self) -> int:
        return len(self.words)

    def joined(self, index: int) -> bool:
        """Return whether nothing stands between token `index` and the one before it."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def lower(self, index: int) -> str:
        """Return the token in lower case; empty before the first and after the last."""
        try:
            return self.lowers[index] if index >= 0 else ""
        except IndexError:
            return ""

    def said(self, first: int, end: int) -> str:
        """Return what the text says from token `first` up to `end`, which is not included."""
        return self.text[self.starts[first] : self.ends[end - 1]]

    def parts(self, size: int) -> Iterator[tuple[int, Tokens]]:
        """Yield the tokens in parts of about `size`, each with the number of its first.

        Cut between sentences.

        Where no sentence ends for long, a part is at most twice that size.
        """
        if len(self) <= 2 * size:
            yield 0, self
            return
        start = 0
        while start < len(self):
            end = min(start + size, len(self))
            while end < min(start + 2 * size, len(self)) and not self.opens[end]:
                end += 1
            part = slice(start, end)
            yield (
                start,
                Tokens(
                    self.text,
                    self.words[part],
                    self.lowers[part],
                    self.starts[part],
                    self.ends[part],
                    self.capital[part],
                    self.opens[part],
                ),
            )
            start = end


def tokenize(text: str) -> Tokens:
    """Return the tokens of `text`, in order; only white space lies between them."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    words = [text[start:end] for start, end in spans]
    lowers = [word.lower() for word in words]
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    capital = [word[0].isupper() for word in words]
    return Tokens(text, words, lowers, starts, ends, capital, _sentence_starts(words))


def _sentence_starts(words: list[str]) -> list[bool]:
    opens = [False] * (len(words) + 1)
    opens[0] = True
    for index in [index for index, word in enumerate(words) if not word[0].isalnum()]:
        word, previous = words[index], words[index - 1] if index else ""
        if word[0] == "\n":
            opens[index + 1] = True
        elif word in _ENDS and previous not in _ABBREVIATIONS:
            opens[index + 1] = len(previous) != 1 or not previous.isupper()
        elif (opens[index] and word[0] in _QUOTES) or word == ":":
            opens[index + 1] = True
    return opens[: len(words)]
