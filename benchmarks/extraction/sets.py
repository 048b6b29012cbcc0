"""Reads the public sets that the extraction is scored on; none of them is part of the project."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import unescape

from training.newswire import read_newswire

NAME_KINDS = {
    "Person": "person",
    "Organization": "organization",
    "Location": "place",
    "NORP": "group",
    "Facility": "facility",
}
"""The labels of names; a facility counts where the kind does not."""


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
    return [
        Sample(
            news.text,
            names=frozenset(
                (start, end, NAME_KINDS[label]) for start, end, label in news.names if label in NAME_KINDS
            ),
        )
        for news in read_newswire(folder)
    ]


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
