"""Folding: one form of a text in which what a person takes for the same is the same, with a map back.

In folded text quotation marks and dashes are plain, white space is one space (a line feed where a blank line
parts paragraphs), what has no width is gone, and composed and decomposed letters are alike, as are letters
and their compatibility forms (Unicode's annex 15). Unless asked for, letters have neither case nor accents.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

_PLAIN = {
    **dict.fromkeys("‘’‚‛ʼʻ′´＇", "'"),
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("‹›", "'"),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("⁄∕", "/"),
}
_ACCENTS = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""Marks on Latin, Greek and Cyrillic letters."""
_POINTS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
"""Vowel points of Hebrew and Arabic, which most writers leave out."""
_IGNORED = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
"""Soft hyphens, signs without width, marks of direction, and the choice between forms of one character."""
_BARE = {
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H", "ŧ": "t", "Ŧ": "T",
    "ı": "i", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH",
}  # fmt: skip
"""Letters with an accent that Unicode does not take apart."""

_PLAIN_SIGNS = str.maketrans(_PLAIN)
_BARE_LETTERS = str.maketrans(_BARE)
# й is a separate letter, not an и with an accent.
_MARK = re.compile(f"(?<![\u0438\u0418])\u0306|(?!\u0306)[{_ACCENTS}{_POINTS}]")
_IGNORED_SIGN = re.compile(f"[{_IGNORED}]")
_SPACES = f"\\s[\\s{_IGNORED}]*\\s"
_WRAPPED_WORD = "\u00ad\n(?=\\w)"
"""A soft hyphen that was used, in a text that is wrapped at a fixed width."""
_PARTS_OF_HANGUL = "[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
_ASCII_SPACES = re.compile(r"\s\s+")
_ASCII_TO_SPACE = [sign for sign in map(chr, range(128)) if sign.isspace() and sign != " "]
_ASCII_TO_LOWER = {code: chr(code).lower() for code in range(128) if chr(code).isupper()}
_ASCII = frozenset(map(chr, range(128)))
_FEW = 24
"""Signs that are faster replaced one by one."""
_WHOLE = (0,)
"""The pieces of a text whose characters each become one."""
_SHORT = 1000
"""In characters: patterns and names, which would drive the articles out of the cache."""
_RECENT = 8
"""How many folded texts are kept: the article that is read, in each of its forms."""


@dataclass(frozen=True)
class Folded:
    """A folded text and the positions of its characters in the text that it was made from."""

    text: str
    size: int
    """The length of the text that was folded."""
    _starts: Sequence[int] = field(repr=False)
    """The first offset of each piece of the folded text. The characters of a piece represent those of the
    original one by one, or where their numbers differ each for all of them."""
    _origins: Sequence[int] = field(repr=False)
    """The first offset of each piece in the original text."""

    def spans(self, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Return the spans of the original that those of `text` were made from.

        Args:
            spans: Spans that are not empty, by start. A character that was folded to several, or as one with
                others, is taken whole.
        """
        index, piece = 0, self._piece(0)
        for start, end in spans:
            if start >= piece.end:
                index = bisect_right(self._starts, start, index) - 1
                piece = self._piece(index)
            # Most text is in pieces of one to one, so that this is all there is to most spans.
            if piece.one_to_one and end <= piece.end:
                yield start + piece.shift, end + piece.shift
                continue
            last = self._piece(bisect_right(self._starts, end - 1, index) - 1)
            first = start + piece.shift if piece.one_to_one else piece.origin
            yield first, end + last.shift if last.one_to_one else last.origin_end

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that `text[start:end]`, which is not empty, was made from."""
        return next(self.spans([(start, end)]))

    def _piece(self, index: int) -> _Piece:
        start, origin = self._starts[index], self._origins[index]
        last = index + 1 == len(self._starts)
        end = len(self.text) if last else self._starts[index + 1]
        origin_end = self.size if last else self._origins[index + 1]
        return _Piece(end, origin, origin_end, origin - start, end - start == origin_end - origin)


class _Piece(NamedTuple):
    end: int
    origin: int
    origin_end: int
    shift: int
    """From an offset in the folded text to that in the original."""
    one_to_one: bool


def fold(text: str, case: bool = False, accents: bool = False) -> Folded:
    """Return `text` folded; of long texts the last few results are kept.

    Args:
        text: Any text.
        case: Whether upper and lower case stay apart.
        accents: Whether letters keep their accents.
    """
    return _recent(text, case, accents) if len(text) > _SHORT else _fold(text, case, accents)


def _fold(text: str, case: bool, accents: bool) -> Folded:
    if text.isascii():
        return _assemble(text if case else text.lower(), _ASCII_SPACES, _one_space, _fold_ascii_spaces)
    plan = _plan(frozenset(text) - _ASCII, unicodedata.is_normalized("NFC", text), case, accents)
    return _assemble(text, plan.pieces, lambda piece: _fold_piece(piece, case, accents), plan.fold_signs)


_recent = lru_cache(maxsize=_RECENT)(_fold)


def has_capital(text: str) -> bool:
    """Return whether `text` has an upper-case letter."""
    return any(character.isupper() or character.istitle() for character in text)


def has_accent(text: str) -> bool:
    """Return whether `text` has a letter that loses an accent when it is folded without accents."""
    return not text.isascii() and fold(text, True, True).text != fold(text, True, False).text


def plain_sign(character: str) -> str:
    """Return the sign of a keyboard for a quotation mark, a dash or white space; else `character` itself."""
    return " " if character.isspace() else _PLAIN.get(character, character)


def _assemble(
    text: str, pieces: re.Pattern[str], fold_piece: Callable[[str], str], fold_signs: Callable[[str], str]
) -> Folded:
    """Fold each of the `pieces` as a whole, and what is between them sign by sign by `fold_signs`."""
    if pieces.search(text) is None:
        return Folded(fold_signs(text), len(text), _WHOLE, _WHOLE)
    parts: list[str] = []
    starts, origins = [0], [0]
    at = length = 0
    for match in pieces.finditer(text):
        start, end = match.span()
        folded = fold_piece(match[0])
        parts += (fold_signs(text[at:start]), folded)
        length += start - at
        starts += (length, length + len(folded))
        origins += (start, end)
        length += len(folded)
        at = end
    parts.append(fold_signs(text[at:]))
    return Folded("".join(parts), len(text), starts, origins)


def _fold_ascii_spaces(text: str) -> str:
    # Many times as fast as a table.
    for space in _ASCII_TO_SPACE:
        text = text.replace(space, " ")
    return text


@dataclass(frozen=True)
class _Plan:
    """How texts with certain characters are folded."""

    table: Mapping[int, str]
    """What becomes one character each."""
    pieces: re.Pattern[str]
    """All else that changes."""
    replaced: Sequence[tuple[str, str]]
    """The same as the table, where it is short; else empty."""

    def fold_signs(self, text: str) -> str:
        """Fold what becomes one character each."""
        if not self.replaced:
            return text.translate(self.table)
        # Thirty times as fast as a table for a text that is not ASCII.
        for sign, folded in self.replaced:
            text = text.replace(sign, folded)
        return text


@lru_cache(maxsize=256)
def _plan(signs: frozenset[str], composed: bool, case: bool, accents: bool) -> _Plan:
    """Return how to fold texts that have `signs` beside ASCII; `composed` where they are in the form NFC."""
    table = {ord(space): " " for space in _ASCII_TO_SPACE}
    if not case:
        table |= _ASCII_TO_LOWER
    marks, others = [], []
    for character in signs:
        folded = _fold_stretch(character, case, accents)
        if _is_mark(character) and (not composed or folded != character):
            marks.append(character)
        elif len(folded) != 1:
            others.append(character)
        elif folded != character:
            table[ord(character)] = folded
    pieces = [_WRAPPED_WORD, _SPACES]
    if marks:
        mark = re.escape("".join(marks))
        pieces.append(f"[^\\s{mark}]?[{mark}]+")
    if not composed:
        pieces.append(_PARTS_OF_HANGUL)
    if others:
        pieces.append(f"[{re.escape(''.join(others))}]")
    replaced = [(chr(code), folded) for code, folded in table.items()]
    # One after the other is the same as all at once only where none makes what another one takes away.
    if len(table) > _FEW or not table.keys().isdisjoint(map(ord, table.values())):
        replaced = []
    return _Plan(table, re.compile("|".join(pieces)), replaced)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" and not _IGNORED_SIGN.match(character)


def _fold_piece(piece: str, case: bool, accents: bool) -> str:
    if piece[0].isspace():
        return _one_space(piece)
    return "" if piece == "\u00ad\n" else _fold_stretch(piece, case, accents)


def _one_space(spaces: str) -> str:
    return "\n" if spaces.count("\n") > 1 else " "


@lru_cache(maxsize=4096)
def _fold_stretch(stretch: str, case: bool, accents: bool) -> str:
    """Fold one character with its marks."""
    stretch = _IGNORED_SIGN.sub("", stretch)
    if stretch.isspace():
        return " "
    folded = unicodedata.normalize("NFKC", stretch.translate(_PLAIN_SIGNS)).translate(_PLAIN_SIGNS)
    if " " in folded:
        # An accent alone, which the compatibility form would put on a space.
        folded = stretch
    if not case:
        folded = folded.casefold()
    if not accents:
        folded = _MARK.sub("", unicodedata.normalize("NFD", folded)).translate(_BARE_LETTERS)
    return unicodedata.normalize("NFC", folded)
