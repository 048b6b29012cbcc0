"""A text with composed letters, which everything that reads it expects, and where its characters stood.

Some systems write ë as an e and a mark (Unicode's form NFD, annex 15): names would end at the mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_HANGUL = "[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"


@dataclass(frozen=True, slots=True)
class Composed:
    """A text in the form NFC."""

    text: str
    origins: Sequence[int] | None = None
    """The offset in the original of each character, and at last its length; None where they are the same."""

    def origin(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return the span of the original that a span of `text` was made from."""
        return span if self.origins is None else (self.origins[span[0]], self.origins[span[1]])


def compose(text: str) -> Composed:
    """Return a text composed; most are, and are returned as they are."""
    if unicodedata.is_normalized("NFC", text):
        return Composed(text)
    marks = "".join(sign for sign in set(text) if unicodedata.combining(sign))
    pattern = f".?[{re.escape(marks)}]+|{_HANGUL}|." if marks else f"{_HANGUL}|."
    parts: list[str] = []
    origins: list[int] = []
    for piece in re.finditer(pattern, text, re.DOTALL):
        part = unicodedata.normalize("NFC", piece[0])
        parts.append(part)
        origins += [piece.start()] * len(part)
    return Composed("".join(parts), [*origins, len(text)])
