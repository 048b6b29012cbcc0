"""Numbers in words: twenty-one, two and a half million, one hundred and five, two point five."""

from __future__ import annotations

from decimal import Decimal

from fenttui.extract.mention import Number
from fenttui.extract.numbers.digits import part, plus, times
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
"""Tens in words, which a word below ten may follow."""
SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "quadrillion": 10**15, "lakh": 10**5, "lac": 10**5, "crore": 10**7, "dozen": 12,
}  # fmt: skip
"""Words that multiply the number before them."""
MANY = {
    "dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 10**3, "millions": 10**6,
    "billions": 10**9, "trillions": 10**12, "lakhs": 10**5, "crores": 10**7,
}  # fmt: skip
"""Words that give only a size: at least so many."""
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
"""Parts of a whole, each with how many of them make it."""
PLURAL_PARTS = {f"{name}s": number for name, number in PARTS.items() if name != "half"}
VAGUE = word_set("several few many")
"""Words before "hundred" that leave open how many hundreds."""

NUMBER_WORDS = frozenset(_UNITS) | frozenset(TENS) | frozenset(MANY) | {"hundred"}
"""Words that may start a number by themselves."""
FOLDS = {f"{word}fold": value for word, value in (_UNITS | TENS | {"hundred": 100}).items() if value > 1}
"""Multiples in one word: sixfold."""
_ARTICLES = ("a", "an")
_LONGEST = 20
"""Tokens of one number, so that reading is linear."""


def small_number(word: str) -> int | None:
    """Return the value of one word below a hundred: seven, ninety."""
    value = _UNITS.get(word)
    return TENS.get(word) if value is None else value


def words_at(tokens: Tokens, index: int, lower: str) -> tuple[int, int] | None:
    """Return the whole number in words that starts at token `index`, and the token after it.

    A reader of groups as in `Cardinal numbers <https://en.wikipedia.org/wiki/English_numerals>`_: what is
    below the next scale word is gathered in `group`, multiplied by it and added, the scales falling.
    """
    total, group, end, least = 0, -1, index, 0
    if lower in _ARTICLES:
        if tokens.lower(index + 1) not in SCALES:
            return None
        group, end = 1, index + 1
    last = min(len(tokens), index + _LONGEST)
    while end < last:
        word = tokens.lowers[end]
        small = _UNITS.get(word)
        if small is not None:
            if not (group <= 0 or _takes(group, small)):
                break
            group = max(group, 0) + small
        elif word in TENS and (group <= 0 or (group >= 100 and group % 100 == 0)):
            group = max(group, 0) + TENS[word]
        elif word == "hundred" and (0 < group < 100 or end == index):
            group = max(group, 1) * 100
        elif word in SCALES and word != "hundred" and group > 0 and not 0 < least <= SCALES[word]:
            total, group, least = total + group * SCALES[word], 0, SCALES[word]
        elif not (end > index and _goes_on(tokens, end)):
            break
        end += 1
    return (total + max(group, 0), end) if end > index else None


def _takes(group: int, small: int) -> bool:
    """Return whether a word below twenty continues the group before it: twenty one, a hundred twelve."""
    return small > 0 and ((group >= 20 and group % 10 == 0 and small < 10) or group % 100 == 0)


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Return whether "and" or "-" is inside a number: a hundred and five, twenty-one."""
    before, following = tokens.lowers[index - 1], tokens.lower(index + 1)
    if tokens.words[index] == "-":
        return tokens.joined(index) and (
            (before in TENS and following in _UNITS) or (before in _UNITS and following in SCALES)
        )
    return (
        tokens.lowers[index] == "and"
        and before in ("hundred", "thousand", "million")
        and small_number(following) is not None
        and (tokens.lower(index + 2) not in SCALES or (before == "hundred" != tokens.lower(index + 2)))
    )


def fraction_after(tokens: Tokens, index: int) -> tuple[Number, int] | None:
    """Return the part after a number and the token after it: "and a half", "and two-thirds", "point six"."""
    hyphen = tokens.lower(index) == "-" and tokens.joined(index)
    if tokens.lower(index + hyphen) == "point":
        return _decimals(tokens, index + hyphen + 1)
    if tokens.lower(index + hyphen) != "and":
        return None
    position = index + hyphen + 1
    position += hyphen and tokens.lower(position) == "-"
    bare = tokens.lower(position) == "half"
    above = 1 if bare or tokens.lower(position) in _ARTICLES else _UNITS.get(tokens.lower(position), 0)
    position += not bare
    position += tokens.lower(position) == "-" and tokens.joined(position)
    below = (PARTS if above == 1 else PLURAL_PARTS).get(tokens.lower(position), 0)
    return (part(above, below), position + 1) if 0 < above < below else None


def _decimals(tokens: Tokens, index: int) -> tuple[Number, int] | None:
    """Return the digits after "point", one word each, or one word of two digits."""
    digits, end = "", index
    while end < len(tokens) and len(digits) < _LONGEST:
        value = small_number(tokens.lowers[end])
        if value is None or (value > 9 and digits):
            break
        digits, end = f"{digits}{value}", end + 1
    return (Decimal(f"0.{digits}"), end) if digits else None


def half_scale(tokens: Tokens, index: int, lower: str) -> tuple[int, int] | None:
    """Return half a scale and the token after it: half a dozen, a half million, a quarter million."""
    position = index + (lower in _ARTICLES)
    parts = {"half": 2, "quarter": 4}.get(tokens.lower(position))
    if parts is None:
        return None
    position += 1
    if position == index + 1 or tokens.lower(position) == "of":
        position += (tokens.lower(position) == "of") + (
            tokens.lower(position + (tokens.lower(position) == "of")) == "a"
        )
    position += tokens.lower(position) == "-" and tokens.joined(position)
    scale = SCALES.get(tokens.lower(position))
    return (scale // parts, position + 1) if scale else None


def size_at(tokens: Tokens, index: int, lower: str) -> tuple[int, int] | None:
    """Return an indefinite size and the token after it: tens of thousands, several hundred."""
    position = index + (lower == "a")
    if tokens.lower(position) in VAGUE:
        position += 1 + (tokens.lower(position + 1) == "-")
        scale, end = 1, position
        while tokens.lower(end) in SCALES and end < position + 3:
            scale, end = scale * SCALES[tokens.lower(end)], end + 1
        return (scale, end) if scale > 1 else None
    if lower not in MANY:
        return None
    value, end = MANY[lower], index + 1
    while tokens.lower(end) == "of" and tokens.lower(end + 1) in MANY and value < 10**9:
        value, end = value * MANY[tokens.lower(end + 1)], end + 2
    if tokens.lower(end) != "of" and (lower in ("scores", "tens") or tokens.lower(index - 1) == "the"):
        return None
    return value, end


def scaled(value: Number, more: Number | None, scale: int) -> Number:
    """Return `value` with the part after it, times the scale word that follows both."""
    return times(value if more is None else plus(value, more), scale)
