"""Reads the public sets that the extraction is scored on; none of them is part of the project."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import unescape

NAME_KINDS = {
    "Person": "person",
    "Organization": "organization",
    "Location": "place",
    "NORP": "group",
    "Facility": "facility",
}
"""The labels of names; a facility counts where the kind does not."""

_FARTHEST = 400
_MAY_DIFFER = 0.02
_CLOSES = re.compile(r"[.,;:!?%)\]’]")


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with what is right about it; each kind of set fills one of the lists."""

    text: str
    date: dt.date | None = None
    names: frozenset[tuple[int, int, str]] = frozenset()
    """First code point, one past the last, kind."""
    amounts: tuple[tuple[str, str], ...] = ()
    """A number or a range as the set writes it, and the unit."""
    times: tuple[tuple[int, int, str], ...] = ()
    """First code point, one past the last, TIMEX3 value."""


def words_of(samples: list[Sample]) -> int:
    """How many words the texts have, split at white space."""
    return sum(len(sample.text.split()) for sample in samples)


def read_news(folder: Path) -> list[Sample]:
    """One split of English Worldwide Newswire (Shan et al. 2023): labeled tokens, the text beside."""
    return [_news(path) for path in sorted(folder.glob("*.tsv"))]


def _news(path: Path) -> Sample:
    sentences = _sentences(path.read_text("utf-8", errors="replace"))
    words = [word for sentence in sentences for word, _ in sentence]
    source = path.with_suffix("")
    text = source.read_text("utf-8", errors="replace") if source.exists() else ""
    places = _aligned(words, text)
    if not words or places.count(None) > _MAY_DIFFER * len(words):
        text, places = _rebuilt(sentences)
    names = set()
    for first, end, label in _spans([label for sentence in sentences for _, label in sentence]):
        if words[first].lower() == "the" and end - first > 1:
            first += 1
        begin, close = places[first], places[end - 1]
        if label in NAME_KINDS and begin is not None and close is not None:
            names.add((begin[0], close[1], NAME_KINDS[label]))
    return Sample(text, names=frozenset(names))


def _sentences(table: str) -> list[list[tuple[str, str]]]:
    """Sentences of words, each with its outermost label."""
    found: list[list[tuple[str, str]]] = [[]]
    for line in table.split("\n"):
        word, _, rest = line.partition("\t")
        if word.strip():
            found[-1].append((word, rest.split("\t")[0] or "O"))
        else:
            found.append([])
    return [sentence for sentence in found if sentence]


def _aligned(words: list[str], text: str) -> list[tuple[int, int] | None]:
    """Where each word stands in the text; None for one that is not found soon after the one before."""
    places: list[tuple[int, int] | None] = []
    at = 0
    for word in words:
        start = text.find(word, at, at + _FARTHEST)
        if start >= 0:
            at = start + len(word)
        places.append((start, at) if start >= 0 else None)
    return places


def _rebuilt(sentences: list[list[tuple[str, str]]]) -> tuple[str, list[tuple[int, int] | None]]:
    """A text made of the words themselves, for an article whose text is another version."""
    parts: list[str] = []
    places: list[tuple[int, int] | None] = []
    at = 0
    for sentence in sentences:
        for number, (word, _) in enumerate(sentence):
            if number and not _CLOSES.match(word):
                parts.append(" ")
                at += 1
            parts.append(word)
            places.append((at, at + len(word)))
            at += len(word)
        parts.append("\n")
        at += 1
    return "".join(parts), places


def _spans(labels: list[str]) -> Iterator[tuple[int, int, str]]:
    start, kind = None, ""
    for index, label in enumerate([*labels, "O"]):
        if start is not None and (label == "O" or label.startswith("B-") or label[2:] != kind):
            yield start, index, kind
            start = None
        if label != "O" and start is None:
            start, kind = index, label[2:]


def read_amounts(path: Path) -> list[Sample]:
    """NewsQuant (Almasian et al. 2023) and its sister sets: sentences with values and units."""
    items: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return [
        Sample(
            item["text"],
            amounts=tuple(
                (str(each["value"]), str(each["normalized_unit"] or "-")) for each in item["quantities"]
            ),
        )
        for item in items
    ]


_DAY = re.compile(r"<DCT>.*?value=\"(\d{4}-\d\d-\d\d)", re.DOTALL)
_BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_VALUE = re.compile(r'value="([^"]*)"')
_ENTITIES = {"&quot;": '"', "&apos;": "'"}


def read_times(folder: Path) -> list[Sample]:
    """TimeML documents, as TimeBank has them: times with their TIMEX3 values."""
    pages = [path.read_text("utf-8", errors="replace") for path in sorted(folder.glob("*.tml"))]
    return [_timed(page, body[1]) for page in pages if (body := _BODY.search(page))]


def _timed(page: str, body: str) -> Sample:
    text = ""
    found: list[tuple[int, int, str]] = []
    opened: list[tuple[int, str]] = []
    for piece in re.split(r"(<[^>]+>)", body):
        if piece.startswith("<TIMEX3"):
            value = _VALUE.search(piece)
            opened.append((len(text), value[1] if value else ""))
        elif piece.startswith("</TIMEX3"):
            start, given = opened.pop()
            found.append((start, len(text), given))
        elif not piece.startswith("<"):
            text += unescape(piece, _ENTITIES)
    day = _DAY.search(page)
    return Sample(text, dt.date.fromisoformat(day[1]) if day else None, times=tuple(found))
