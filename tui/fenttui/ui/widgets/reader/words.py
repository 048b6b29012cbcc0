"""Words: where one begins and ends in any script, and the motions over them."""

from __future__ import annotations

import unicodedata
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from fenttui.graphemes import cluster_at, cluster_end, cluster_start

if TYPE_CHECKING:
    from fenttui.ui.widgets.reader.page import Page

_JOINERS = frozenset("'’.,-‐‑")
"""Signs that between two letters or digits belong to the word: China's, U.S, 1,000, well-known."""
_MARKS = frozenset(("Mn", "Mc", "Me", "Cf", "Sk"))


class Kind(Enum):
    """What a run of characters is made of; a word ends where the kind changes, as in vim."""

    SPACE = auto()
    LETTERS = auto()
    """Letters, digits and the underscore."""
    HAN = auto()
    HIRAGANA = auto()
    KATAKANA = auto()
    SYMBOLS = auto()
    """Emoji among them."""
    SIGNS = auto()
    """Punctuation, currency and mathematical signs."""


class Run(NamedTuple):
    """A longest span of characters of one kind."""

    start: int
    end: int
    blank: bool
    """Whether it is what stands between two things, not one of them."""


@cache
def _kind_of(character: str) -> Kind | None:
    """The kind of one code point; None for a mark, which is of the kind that it follows."""
    if character.isspace():
        return Kind.SPACE
    if character.isalnum() or character == "_":
        return _script(ord(character))
    category = unicodedata.category(character)
    if category in _MARKS and not character.isascii():
        return None
    return Kind.SYMBOLS if category == "So" else Kind.SIGNS


def _script(code: int) -> Kind:
    if 0x3041 <= code <= 0x309F:
        return Kind.HIRAGANA
    if 0x30A0 <= code <= 0x30FF or 0x31F0 <= code <= 0x31FF or 0xFF66 <= code <= 0xFF9F:
        return Kind.KATAKANA
    if 0x2E80 <= code <= 0x3007 or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000:
        return Kind.HAN
    return Kind.LETTERS


def _kind_before(text: str, offset: int) -> Kind | None:
    """Return the kind of the last character before `offset` that is not a mark."""
    while offset > 0:
        offset -= 1
        kind = _kind_of(text[offset])
        if kind is not None:
            return kind
    return None


def _kind_from(text: str, offset: int) -> Kind | None:
    """Return the kind of the first character from `offset` that is not a mark."""
    while offset < len(text):
        kind = _kind_of(text[offset])
        if kind is not None:
            return kind
        offset += 1
    return None


def kind_at(text: str, offset: int) -> Kind:
    """Return the kind of the grapheme cluster at `offset`."""
    start, end = cluster_at(text, offset)
    kind = _kind_of(text[start]) if start < end else None
    if kind is None:
        # A mark without a letter, or one before it.
        kind = next((kind for kind in map(_kind_of, text[start:end]) if kind is not None), None)
    if kind is None:
        return _kind_before(text, start) or Kind.LETTERS
    joins = kind is Kind.SIGNS and text[start] in _JOINERS
    if joins and _kind_before(text, start) is Kind.LETTERS and _kind_from(text, end) is Kind.LETTERS:
        return Kind.LETTERS
    return kind


def is_word_cut(text: str, offset: int) -> bool:
    """Return whether a word continues across `offset`; a possessive is not part of a word."""
    if not 0 < offset < len(text):
        return False
    kind = _kind_of(text[offset])
    return kind is None or (
        kind is _kind_before(text, offset) and kind not in (Kind.SPACE, Kind.SIGNS, Kind.SYMBOLS)
    )


def run_at(text: str, offset: int, big: bool = False) -> Run:
    """Return the run of one kind that holds `offset`, which is inside the text.

    Args:
        text: The article's text.
        offset: Where.
        big: Whether all but white space is of one kind, as for vim's `W`.
    """
    start, end = cluster_at(text, offset)
    kind = kind_at(text, offset)

    def goes_on(at: int) -> bool:
        other = kind_at(text, at)
        return other is kind or (big and Kind.SPACE not in (kind, other))

    while start > 0 and goes_on(start - 1):
        start = cluster_start(text, start - 1)
    while end < len(text) and goes_on(end):
        end = cluster_end(text, end)
    return Run(start, end, kind is Kind.SPACE)


def word_forward(page: Page, caret: int, count: int, big: bool = False) -> int:
    """Return the start of the `count`-th word after the caret."""
    text = page.text
    for _ in range(count):
        if caret >= page.last:
            break
        run = run_at(text, caret, big)
        caret = run.end
        if not run.blank and caret < len(text) and (after := run_at(text, caret, big)).blank:
            caret = after.end
    return min(caret, page.last)


def word_end(page: Page, caret: int, count: int, big: bool = False) -> int:
    """Return the last character of the `count`-th word that ends after the caret."""
    text = page.text
    for _ in range(count):
        caret = cluster_end(text, caret)
        if caret < len(text) and (run := run_at(text, caret, big)).blank:
            caret = run.end
        if caret >= len(text):
            return page.last
        caret = cluster_start(text, run_at(text, caret, big).end - 1)
    return caret


def word_back(page: Page, caret: int, count: int, big: bool = False) -> int:
    """Return the start of the `count`-th word that begins before the caret."""
    text = page.text
    for _ in range(count):
        if caret <= 0:
            break
        run = run_at(text, caret - 1, big)
        if run.blank and run.start > 0:
            run = run_at(text, run.start - 1, big)
        caret = run.start
    return max(0, caret)


def word_end_back(page: Page, caret: int, count: int, big: bool = False) -> int:
    """Return the last character of the `count`-th word that ends before the caret."""
    text = page.text
    for _ in range(count):
        if not text:
            break
        at = run_at(text, caret, big).start
        if at > 0 and (before := run_at(text, at - 1, big)).blank:
            at = before.start
        caret = cluster_start(text, max(0, at - 1))
    return caret


def word_span(page: Page, caret: int) -> tuple[int, int]:
    """Return the span of the word at the caret, else that of the character there."""
    if caret >= len(page.text):
        return caret, len(page.text)
    run = run_at(page.text, caret)
    return cluster_at(page.text, caret) if run.blank else (run.start, run.end)
