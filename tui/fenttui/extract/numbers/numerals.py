"""Numbers in digits and in words."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.extract.mention import Number
from fenttui.extract.numbers.digits import number_in, part, plus, times, vulgar_fraction
from fenttui.extract.numbers.words import (
    NUMBER_WORDS,
    SCALES,
    TENS,
    VAGUE,
    fraction_after,
    half_scale,
    scaled,
    size_at,
    words_at,
)
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

__all__ = ["NUMBER_WORDS", "VAGUE", "Numeral", "numeral_at", "scale_at"]

_SUFFIXES = {
    "k": 10**3, "mn": 10**6, "mln": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12,
    "trn": 10**12, "cr": 10**7, "crore": 10**7, "lakh": 10**5, "million": 10**6, "billion": 10**9,
}  # fmt: skip
"""Scales that may be joined to the digits."""
_MONEY_SUFFIXES = _SUFFIXES | {"m": 10**6, "mm": 10**6, "b": 10**9, "t": 10**12, "tr": 10**12}
_SPACED = ("mn", "mln", "bn", "bln", "tn", "trn", "cr")
_BELOWS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100})
"""Denominators of a fraction in digits; others are dates, scores and names: 9/11."""
_LENGTHS = word_set("long wide tall high deep away thick across race sprint hurdles freestyle")
"""Words after "100m" that make it meters."""
_GOES_ON = SCALES.keys() | {f"{scale}s" for scale in SCALES} | {*_SPACED, "-", "/", ",", "and", "point"}
"""What may follow the digits of a number and belong to it, besides what is joined to them."""
_CLOSES = word_set(". ; : ! ? ) % ] ’ ” \" '")
_ORDINALS = word_set("first third fourth fifth sixth seventh eighth ninth")
"""Ordinals after tens; "second" is a unit of time as well, which is left to the times."""
_REACH = 5
"""Words among which the noun of "2.7m combined sales" stands."""


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
    """Whether it is only a size, as "dozens" is: from so many to ten times as many."""


def numeral_at(tokens: Tokens, index: int, *, money: bool = False) -> Numeral | None:
    """Return the number that starts at token `index`; `money` makes "5m" five million and not five meters."""
    if index >= len(tokens):
        return None
    word = tokens.words[index]
    if word[0].isdecimal() or (word[0] == "." and len(word) > 1):
        return _in_digits(tokens, index, word, money)
    fraction = vulgar_fraction(word)
    if fraction is not None:
        return Numeral(fraction, index + 1, digits=True)
    lower = tokens.lowers[index]
    size = size_at(tokens, index, lower)
    if size is not None:
        return Numeral(*size, digits=False, many=True)
    if lower == "a" and tokens.lower(index + 1) == "couple":
        return _couple(tokens, index + 2)
    half = half_scale(tokens, index, lower)
    if half is not None:
        return Numeral(*half, digits=False)
    return _in_words(tokens, index, lower)


def _couple(tokens: Tokens, end: int) -> Numeral | None:
    if tokens.lower(end) == "more" and tokens.lower(end + 1).isalpha():
        return Numeral(2, end, digits=False)
    of = tokens.lower(end) == "of"
    scale = SCALES.get(tokens.lower(end + of))
    if scale:
        return Numeral(2 * scale, end + of + 1, digits=False)
    return Numeral(2, end + 1, digits=False) if of and tokens.lower(end + 1) not in ("the", "them") else None


def _in_words(tokens: Tokens, index: int, lower: str) -> Numeral | None:
    whole = words_at(tokens, index, lower)
    if whole is None or _is_ordinal(tokens, whole[1]):
        return None
    value, end = whole
    following = fraction_after(tokens, end) if value < 1000 else None
    if following is None:
        return Numeral(value, end, digits=False)
    more, end = following
    scale, end = scale_at(tokens, end)
    return Numeral(scaled(value, more, scale), end, digits=False)


def _is_ordinal(tokens: Tokens, end: int) -> bool:
    """Return whether the tens before token `end` are those of an ordinal: twenty-first."""
    return (
        tokens.lower(end) == "-"
        and tokens.joined(end)
        and tokens.joined(end + 1)
        and tokens.lower(end - 1) in TENS
        and tokens.lower(end + 1) in _ORDINALS
    )


def _in_digits(tokens: Tokens, index: int, word: str, money: bool) -> Numeral | None:
    value, end = number_in(word), index + 1
    if value is None:
        return None
    following = tokens.lower(end)
    joined = tokens.joined(end) and following not in _CLOSES
    if not (joined or following in _GOES_ON or following[:1].isdecimal()):
        return Numeral(value, end, digits=True)
    value, end = _grouped(tokens, index, value, end)
    value, end = _comma_decimal(tokens, index, value, end)
    fraction = _fraction(tokens, index, value, end)
    if fraction is not None:
        return fraction
    suffix = tokens.lower(end)
    if tokens.joined(end):
        factor = (_MONEY_SUFFIXES if money else _SUFFIXES).get(suffix)
        if factor is None and suffix == "m" and _counts_millions(tokens, end):
            factor = 10**6
        if factor is not None:
            more, end = scale_at(tokens, end + 1)
            return Numeral(times(value, factor * more), end, digits=True, scale=factor * more)
        sign = vulgar_fraction(suffix)
        if sign is not None:
            value, end = plus(value, sign), end + 1
    added = fraction_after(tokens, end) if value < 1000 and following != "point" else None
    if added is not None:
        value, end = plus(value, added[0]), added[1]
    scale, end = scale_at(tokens, end)
    if scale in (10**2, 10**3) and tokens.lower(end) == "and":
        below = words_at(tokens, end + 1, tokens.lower(end + 1))
        if below is not None and below[0] < scale and tokens.lower(below[1]) not in SCALES:
            return Numeral(plus(times(value, scale), below[0]), below[1], digits=True)
    return Numeral(times(value, scale), end, digits=True, scale=scale)


def _grouped(tokens: Tokens, index: int, value: Number, end: int) -> tuple[Number, int]:
    """Return a number with spaces between its groups, unless one of them could be a number: 12 000 000."""
    text, words = tokens.text, tokens.words
    if len(words[index]) > 3 or not words[index].isdecimal() or words[index][0] == "0":
        return value, end
    last = min(len(words), index + 5)
    while (
        end < last
        and len(words[end]) == 3
        and words[end].isdecimal()
        and tokens.starts[end] == tokens.ends[end - 1] + 1
        and text[tokens.ends[end - 1]] == " "
    ):
        end += 1
    alone = index == 0 or not (tokens.words[index - 1][0].isdecimal() or tokens.capital[index - 1])
    open_end = end < len(words) and (words[end][0].isdecimal() or words[end] in "-–/")
    if end == index + 1 or open_end or not (alone or tokens.joined(index)):
        return value, index + 1
    return int("".join(words[index:end])), end


def _comma_decimal(tokens: Tokens, index: int, value: Number, end: int) -> tuple[Number, int]:
    """Return a number with a decimal comma before a scale or a percent sign: 92,2 million, 3,5 %."""
    if tokens.lower(end) != "," or not (tokens.joined(end) and tokens.joined(end + 1)) or end != index + 1:
        return value, end
    decimals = tokens.words[end + 1]
    if not (decimals.isdecimal() and len(decimals) < 3 and isinstance(value, int)):
        return value, end
    following = tokens.lower(end + 2)
    if following not in SCALES and following not in ("%", "percent", "per", "bn", "mn"):
        return value, end
    decimal = number_in(f"{tokens.words[index]}.{decimals}")
    return (value, end) if decimal is None else (decimal, end + 2)


def _fraction(tokens: Tokens, index: int, value: Number, end: int) -> Numeral | None:
    """Return a fraction, with the scale after it: 1/4, 10 1/2, 2-1/2."""
    if not isinstance(value, int):
        return None
    whole, position = 0, index
    if tokens.lower(end + 1) == "/" and tokens.lower(end)[0].isdecimal() and not tokens.joined(end):
        whole, position = value, end
    elif tokens.lower(end) == "-" and tokens.lower(end + 2) == "/" and tokens.joined(end + 1):
        whole, position = value, end + 1
    if not (
        tokens.lower(position + 1) == "/" and tokens.joined(position + 1) and tokens.joined(position + 2)
    ):
        return None
    above, below = tokens.words[position], tokens.lower(position + 2)
    if not (len(above) < 3 and len(below) < 4 and above.isdecimal() and below.isdecimal()):
        return None
    after = tokens.words[position + 3] if tokens.joined(position + 3) else ""
    if int(below) not in _BELOWS or not 0 < int(above) < int(below) or after in ("/", "-") or after.isalnum():
        return None
    scale, stop = scale_at(tokens, position + 3)
    return Numeral(scaled(whole, part(int(above), int(below)), scale), stop, digits=True, scale=scale)


def scale_at(tokens: Tokens, end: int) -> tuple[int, int]:
    """Return the product of the scale words at token `end` and the token after them: 5 lakh crore."""
    scale = 1
    for _ in range(3):
        hyphen = tokens.lower(end) == "-" and tokens.joined(end) and tokens.joined(end + 1)
        word = tokens.lower(end + hyphen)
        factor = SCALES.get(word) or SCALES.get(word.removesuffix("s") if word != "dozens" else "")
        if factor is None and word in _SPACED:
            factor = _SUFFIXES[word]
        if factor is None:
            break
        scale, end = scale * factor, end + hyphen + 1
    return scale, end


def _counts_millions(tokens: Tokens, index: int) -> bool:
    """Return whether the m at token `index` is a million: a plural noun follows, as in 2.7m sales."""
    following = tokens.lower(index + 1)
    if following in _LENGTHS or not (following.isalpha() or following[:1] == "-"):
        return False
    for position in range(index + 1, min(index + 1 + _REACH, len(tokens))):
        word = tokens.lowers[position]
        if not word.isalpha() or word in ("in", "from", "to", "or", "at", "away", "the", "on"):
            return False
        if word == "people" or (len(word) > 3 and word[-1] == "s" and word[-2] != "s" and word != "its"):
            return True
    return False
