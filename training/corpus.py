"""The articles that the recognizer learns from, with their names on our own tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from pathlib import Path

from fenttui.extract.names.recognizer.labels import Token
from fenttui.extract.text.tokens import Tokens, tokenize
from training.newswire import NewsText, read_newswire

_KINDS = {
    "Person": "person",
    "Organization": "organization",
    "Location": "place",
    "NORP": "group",
    "Facility": "facility",
    "Misc": "other",
    "Product": "other",
}
"""What each label of the data is for us; dates and money are not the recognizer's."""


@dataclass(frozen=True, slots=True)
class Labeled:
    """An article with its names as first token, one past the last, and kind."""

    name: str
    tokens: Tokens
    names: list[Token]


def read_corpus(folder: Path) -> list[Labeled]:
    """The articles of one split, in the order of their files' names.

    Raises:
        OSError: when the folder cannot be read.
        ValueError: when it holds no article.
    """
    articles = [_article(news) for news in read_newswire(folder)]
    if not articles:
        raise ValueError(f"{folder} holds no .tsv file; name the folder of one split, as train")
    return articles


def _article(news: NewsText) -> Labeled:
    tokens = tokenize(news.text)
    starts, ends = tokens.starts, tokens.ends
    names: list[Token] = []
    for begin, close, label in news.names:
        kind = _KINDS.get(label)
        if kind is None:
            continue
        # Where our tokens are longer (U.S. and its full stop), the name takes the whole token.
        left = bisect_right(starts, begin) - 1
        right = bisect_left(ends, close) + 1
        if (
            (not names or names[-1][1] <= left)
            and right <= len(tokens)
            and not tokens.words[left].startswith("http")
        ):
            names.append((left, right, kind))
    return Labeled(news.name, tokens, names)
