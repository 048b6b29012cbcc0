"""Reads the English Worldwide Newswire data: articles with their names, on our own tokens."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fenttui.extract.recognizer.labels import Token
from fenttui.extract.tokens import Tokens, tokenize

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
_FARTHEST = 400
_MAY_DIFFER = 0.02
_CLOSES = re.compile(r"[.,;:!?%)\]’]")


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
    articles = [_article(path) for path in sorted(folder.glob("*.tsv"))]
    if not articles:
        raise ValueError(f"{folder} holds no .tsv file; name the folder of one split, as train")
    return articles


def _article(path: Path) -> Labeled:
    sentences = list(_sentences(path))
    words = [word for sentence in sentences for word, _ in sentence]
    labels = [label for sentence in sentences for _, label in sentence]
    source = path.with_suffix("")
    text = source.read_text("utf-8", errors="replace") if source.exists() else ""
    places = _aligned(words, text)
    if sum(place is None for place in places) > _MAY_DIFFER * len(words):
        text, places = _rebuilt(sentences)
    tokens = tokenize(text)
    starts, ends = tokens.starts, tokens.ends
    names: list[Token] = []
    for first, end, label in _spans(labels):
        if words[first].lower() == "the" and end - first > 1:
            first += 1
        begin, close = places[first], places[end - 1]
        kind = _KINDS.get(label)
        if kind is None or begin is None or close is None:
            continue
        # Where our tokens are longer (U.S. and its full stop), the name takes the whole token.
        left = bisect_right(starts, begin[0]) - 1
        right = bisect_left(ends, close[1]) + 1
        if (
            (not names or names[-1][1] <= left)
            and right <= len(tokens)
            and not tokens.words[left].startswith("http")
        ):
            names.append((left, right, kind))
    return Labeled(source.name, tokens, names)


def _sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Sentences of words with their outermost labels."""
    sentence: list[tuple[str, str]] = []
    for line in path.read_text("utf-8", errors="replace").splitlines():
        word, _, rest = line.partition("\t")
        if word.strip():
            sentence.append((word, rest.split("\t")[0] or "O"))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _aligned(words: list[str], text: str) -> list[tuple[int, int] | None]:
    """Where each word stands in the text; None for one that is not found soon after the one before."""
    places: list[tuple[int, int] | None] = []
    at = 0
    for word in words:
        found = text.find(word, at, at + _FARTHEST)
        if found < 0:
            places.append(None)
        else:
            at = found + len(word)
            places.append((found, at))
    return places


def _rebuilt(sentences: list[list[tuple[str, str]]]) -> tuple[str, list[tuple[int, int] | None]]:
    """A text of the words themselves, for an article whose text is another version."""
    text = ""
    places: list[tuple[int, int] | None] = []
    for sentence in sentences:
        for word, _ in sentence:
            if text and not text.endswith("\n") and not _CLOSES.match(word):
                text += " "
            places.append((len(text), len(text) + len(word)))
            text += word
        text += "\n"
    return text, places


def _spans(labels: list[str]) -> Iterator[tuple[int, int, str]]:
    start, kind = None, ""
    for index, label in enumerate([*labels, "O"]):
        if start is not None and (label == "O" or label.startswith("B-") or label[2:] != kind):
            yield start, index, kind
            start = None
        if label != "O" and start is None:
            start, kind = index, label[2:]
