"""Reads the English Worldwide Newswire data (Shan et al. 2023): labeled words and the text they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FARTHEST = 400
_MAY_DIFFER = 0.02
_CLOSES = re.compile(r"[.,;:!?%)\]’]")


@dataclass(frozen=True, slots=True)
class NewsText:
    """An article of the data."""

    name: str
    text: str
    names: list[tuple[int, int, str]]
    """First code point, one past the last, and the data's own label, in order; without a leading "the"."""


def read_newswire(folder: Path) -> Iterator[NewsText]:
    """The articles of one split, in the order of their files' names.

    Raises:
        OSError: when the folder cannot be read.
    """
    return (_article(path) for path in sorted(folder.glob("*.tsv")))


def _article(path: Path) -> NewsText:
    sentences = list(_sentences(path))
    words = [word for sentence in sentences for word, _ in sentence]
    source = path.with_suffix("")
    text = source.read_text("utf-8", errors="replace") if source.exists() else ""
    places = _aligned(words, text)
    if not words or places.count(None) > _MAY_DIFFER * len(words):
        text, places = _rebuilt(sentences)
    names = []
    for first, end, label in _spans([label for sentence in sentences for _, label in sentence]):
        if words[first].lower() == "the" and end - first > 1:
            first += 1
        begin, close = places[first], places[end - 1]
        if begin is not None and close is not None:
            names.append((begin[0], close[1], label))
    return NewsText(source.name, text, names)


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
