"""A text that knows of each of its characters where it stood before the text was edited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

NEW = -1
"""The origin of a character that was not there before."""

SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”’)]*(?=\s)|(?=\n)|\Z)\s*")
PARAGRAPH = re.compile(r"(?:(?!\n\s*\n).)+(?:\n\s*\n\s*|\Z)", re.DOTALL)
WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


@dataclass(frozen=True)
class Tracked:
    """A text with the origins of its characters."""

    text: str
    origins: Sequence[int]

    def __getitem__(self, span: slice) -> Tracked:
        return Tracked(self.text[span], self.origins[span])


def original(text: str) -> Tracked:
    """Return a text that was not edited yet."""
    return Tracked(text, range(len(text)))


def new(text: str) -> Tracked:
    """Return a text that was not there before."""
    return Tracked(text, [NEW] * len(text))


def join(parts: Iterable[Tracked]) -> Tracked:
    """Return one text of several."""
    texts, origins = [], list[int]()
    for part in parts:
        texts.append(part.text)
        origins += part.origins
    return Tracked("".join(texts), origins)


def replace_spans(text: Tracked, changes: Iterable[tuple[int, int, Tracked]]) -> Tracked:
    """Return a text with spans, in order, replaced."""
    parts, at = list[Tracked](), 0
    for start, end, other in changes:
        parts += (text[at:start], other)
        at = end
    return join([*parts, text[at:]])


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Return where a pattern matches."""
    return [match.span() for match in pattern.finditer(text)]
