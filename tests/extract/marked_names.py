"""The marked texts of the coreference samples with the spans of their names, and how well these are found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coreference_score import KINDS, MARK, articles


@dataclass(frozen=True)
class MarkedText:
    text: str
    names: frozenset[tuple[int, int, str]]


def marked_texts(half: str) -> list[MarkedText]:
    sample = articles(Path(__file__).with_name(f"coreference_sample_{half}.txt"))
    return [_read(marked) for marked in sample.values()]


def _read(marked: str) -> MarkedText:
    text, names, place = "", set(), 0
    for match in MARK.finditer(marked):
        text += marked[place : match.start()]
        names.add((len(text), len(text) + len(match[3]), KINDS[match[1]]))
        text += match[3]
        place = match.end()
    return MarkedText(text + marked[place:], frozenset(names))


def f1(gold: set[object], said: set[object]) -> float:
    return 2 * len(gold & said) / (len(gold) + len(said))
