"""Numbers in digits and in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from fenttui.extract.mention import Number
from fenttui.extract.tokens import Tokens

_UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * (value + 2)
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    )
}
SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7, "dozen": 12,
}  # fmt: skip
_SUFFIXES = {"k": 10**3, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12}
_MONEY_SUFFIXES = _SUFFIXES | {"m": 10**6, "b": 10**9, "t": 10**12}
_MANY = {
    "dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 10**3, "millions": 10**6,
    "billions": 10**9, "trillions": 10**12,
}  # fmt: skip

NUMBER_WORDS = frozenset(_UNITS) | frozenset(_TENS) | frozenset(_MANY) | {"hundred"}
"""Words that may start a number by themselves."""

_LONGEST = 30
"""Digits of a number that means an amount; a longer one is a serial number."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the text."""

    value: Number
    end: int
    """The token after it."""
    digits: bool
    """Whether it is written in digits."""
    scale: int = 1
    """What a word such as million after the digits has multiplied them by."""
    many: bool = False
    """Whether it is only a size, as "dozens" is: at least so many."""


def numeral_at(tokens: Tokens, index: int, *, money: bool = False) -> Numeral | None:
    """The number that starts at token `index`; `money` makes "5m" five million and not five meters."""
    if index >= len(tokens):
        return None
    word = tokens.words[index]
    if word[0].isdecimal():
        return _with_half(tokens, _in_digits(tokens, index, word, money))
    lower = tokens.lowers[index]
    if lower in _MANY:
        return _many(tokens, index, lower)
    return _half(tokens, index, lower) or _with_half(tokens, _in_words(tokens, index, lower))


def _in_digits(tokens: Tokens, index: int, word: str, money: bool) -> Numeral | None:
    plain = word.replace(",", "")
    if len(plain) > _LONGEST or not plain.replace(".", "", 1).isdecimal():
        return None
    value: Number = Decimal(plain) if "." in plain else int(plain)
    end, factor = index + 1, 1
    suffix = tokens.lower(end)
    if tokens.joined(end) and suffix in (_MONEY_SUFFIXES if money else _SUFFIXES):
        factor, end = (_MONEY_SUFFIXES if money else _SUFFIXES)[suffix], end + 1
    else:
        hyphen = suffix == "-" and tokens.joined(end)
        scale = tokens.lower(end + 1) if hyphen else suffix
        if scale in SCALES or scale == "hundred" or (scale in _SUFFIXES and scale != "k"):
            factor = SCALES.get(scale) or _SUFFIXES.get(scale) or 100
            end += 2 if hyphen else 1
    return Numeral(_whole(value * factor), end, digits=True, scale=factor)


def _whole(value: Number) -> Number:
    """1.5 million is the integer 1500000; 12.50 stays a decimal."""
    if isinstance(value, Decimal) and value == value.to_integral_value() and value >= 1000:
        return int(value)
    return value


def _many(tokens: Tokens, index: int, lower: str) -> Numeral | None:
    value, end = _MANY[lower], index + 1
    if (
        lower in ("tens", "hundreds", "scores")
        and tokens.lower(end) == "of"
        and tokens.lower(end + 1) in _MANY
    ):
        value, end = value * _MANY[tokens.lower(end + 1)], end + 2
    if tokens.lower(end) != "of" or lower == "scores":
        return None
    return Numeral(value, end, digits=False, many=True)


def _in_words(tokens: Tokens, index: int, lower: str) -> Numeral | None:
    total, current, end = 0, -1, index
    if lower in ("a", "an"):
        if tokens.lower(index + 1) not in ("hundred", "thousand", "million", "billion", "trillion", "dozen"):
            return None
        current, end = 1, index + 1
    scaled = False
    last = min(len(tokens), index + 20)
    while end < last:
        word = tokens.lowers[end]
        if word in _UNITS and (
            current <= 0
            or (current >= 20 and current % 10 == 0 and _UNITS[word] < 10)
            or (current >= 100 and current % 100 == 0)
        ):
            current = max(current, 0) + _UNITS[word]
        elif word in _TENS and (current <= 0 or (current >= 100 and current % 100 == 0)):
            current = max(current, 0) + _TENS[word]
        elif word == "hundred" and 0 < current < 100:
            current *= 100
        elif word in SCALES and (current > 0 or total == 0) and end > index:
            total, current, scaled = total + max(current, 1) * SCALES[word], 0, True
        elif word in ("and", "-") and end > index and (current >= 20 or scaled) and _goes_on(tokens, end):
            pass
        else:
            break
        end += 1
    if end == index:
        return None
    return Numeral(total + max(current, 0), end, digits=False)


def _half(tokens: Tokens, index: int, lower: str) -> Numeral | None:
    """Half a dozen, a half million, half-dozen."""
    place = index + (lower == "a")
    if tokens.lower(place) != "half":
        return None
    place += 1
    if place == index + 1:
        place += tokens.lower(place) == "a"
    place += tokens.lower(place) == "-" and tokens.joined(place)
    scale = SCALES.get(tokens.lower(place))
    return Numeral(scale // 2, place + 1, digits=False) if scale else None


def _with_half(tokens: Tokens, numeral: Numeral | None) -> Numeral | None:
    """Two and a half, 2 and a half million."""
    if (
        numeral is None
        or numeral.value >= 1000
        or tokens.lowers[numeral.end : numeral.end + 3] != ["and", "a", "half"]
    ):
        return numeral
    end = numeral.end + 3
    scale = SCALES.get(tokens.lower(end), 1)
    value = _whole((numeral.value + Decimal("0.5")) * scale)
    return Numeral(value, end + (scale > 1), numeral.digits, scale)


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether "and" or "-" is inside a number: a hundred and five, twenty-one."""
    following = tokens.lower(index + 1)
    if tokens.words[index] == "-":
        return tokens.joined(index) and tokens.lower(index - 1) in _TENS and following in _UNITS
    return tokens.lower(index - 1) in ("hundred", "thousand", "million") and (
        following in _UNITS or following in _TENS
    )
