"""Money whose sign stands before it, and amounts in dollars and cents."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.extract.amounts.currencies import (
    HUNDREDTHS,
    LETTERS,
    currencies,
    currency_before,
    currency_named,
)
from fenttui.extract.amounts.following_unit import rated, unit_at
from fenttui.extract.amounts.unit import Unit
from fenttui.extract.mention import Number
from fenttui.extract.numbers.digits import part, plus
from fenttui.extract.numbers.numerals import Numeral, numeral_at
from fenttui.extract.text.tokens import Tokens

_FACTORS = {"k": 10**3, "K": 10**3, "M": 10**6, "m": 10**6, "B": 10**9, "b": 10**9}
_LARGE = 100
_WORDS = frozenset(
    {"All", "ALL", "TOP", "TRY", "CUP", "MAD", "PEN", "SOS", "COP", "Re", "Fr", "Br", "Sh", "AMD"}
)
"""Codes and abbreviations that are words of headlines as well."""


@dataclass(frozen=True, slots=True)
class Prefix:
    """The sign of a currency before a number."""

    code: str
    end: int
    """The token of the number."""
    letter: bool = False
    """Whether it is a single letter, which takes a large number to mean money."""
    minus: bool = False
    """Whether a minus stands between the sign and the number: $-5bn."""
    factor: int = 1
    """What the sign itself multiplies by: MUSD 5."""
    word: bool = False
    """Whether it is a word as well, which takes the form of a sum, and nothing counted: COP 3,000."""

    def fits(self, tokens: Tokens, index: int, numeral: Numeral) -> bool:
        """Return whether the number after the sign is one that money has."""
        if not numeral.digits:
            return False
        if self.word:
            summed = numeral.scale > 1 or "," in tokens.words[index]
            return summed and unit_at(tokens, numeral.end, numeral) is None
        if not self.letter:
            return True
        return numeral.scale > 1 or "," in tokens.words[index] or numeral.value >= _LARGE

    def rated(self, tokens: Tokens, end: int) -> Unit:
        """Return the currency as a unit that ends at `end`, with what the price is for."""
        return rated(tokens, Unit(end, "money", self.code))


def money_prefix(tokens: Tokens, index: int) -> Prefix | None:
    """Return the sign, abbreviation or code of a currency at token `index`, right before a number."""
    if index >= len(tokens) or tokens.words[index][0].isdecimal():
        return None
    word = tokens.words[index]
    position = index + 1
    wordy = word in _WORDS
    code = currency_before(word) if not wordy or _is_code(tokens, index) else None
    following = tokens.words[position] if position < len(tokens) else ""
    if (following in ("$", "£", "¥", "¢", "₵", "＄") and word.isalpha()) or word in ("U.S.", "U.S"):
        signed = currency_before(f"{word}{following}") or currency_before(f"{word.upper()}{following}")
        near = tokens.joined(position) or len(word) > 1 or word == "c"
        if signed is not None and near:
            code, position = signed, position + 1
        elif code is None:
            return None
    elif code is not None and word.isalpha() and following == ".":
        position += 1
    elif word == "S" and following == "/":
        code, position = "PEN", position + 1
    factor = 1
    scaled = _scaled_code(word) if code is None else None
    if scaled is not None:
        code, factor = scaled
    if code is None:
        return None
    letter = word in LETTERS and position == index + 1
    if letter and not tokens.joined(position):
        return None
    minus = position < len(tokens) and tokens.words[position] in "-−" and tokens.joined(position + 1)
    position += minus
    if position >= len(tokens) or not (
        tokens.words[position][0].isdecimal() or tokens.words[position][0] == "."
    ):
        return None
    return Prefix(code, position, letter, minus, factor, wordy and position - minus == index + 1)


def _is_code(tokens: Tokens, index: int) -> bool:
    """Return whether capitals make a code of the word at token `index`, among words that have none."""
    return (
        len(tokens.words[index]) == 3
        and tokens.words[index].isupper()
        and not (index > 0 and tokens.words[index - 1].isupper())
    )


def country_after(tokens: Tokens, end: int, name: str | None) -> tuple[str | None, int]:
    """Return the currency of "$5 million Canadian" and the token after it, unless a Canadian noun follows."""
    closed = end + 1 >= len(tokens) or not tokens.words[end + 1][0].isalnum()
    if name != "USD" or end >= len(tokens) or not tokens.capital[end] or not closed:
        return name, end
    code = currency_named(f"{tokens.lowers[end]} dollar")
    return (code, end + 1) if code is not None else (name, end)


def sign_scale(tokens: Tokens, numeral: Numeral) -> tuple[str, int] | None:
    """Return the currency and the factor of "30 MUSD": a code behind the letter of its scale."""
    return _scaled_code(tokens.words[numeral.end]) if numeral.end < len(tokens) else None


def _scaled_code(word: str) -> tuple[str, int] | None:
    if len(word) != 4 or word[0] not in _FACTORS:
        return None
    code = currencies().before.get(word[1:])
    return (code, _FACTORS[word[0]]) if code is not None else None


def cents_after(tokens: Tokens, end: int, value: Number, code: str | None) -> tuple[Number, int]:
    """Return the whole of "3 dollars 50 cents" and "15 dollars 50", and the token after it."""
    linked = tokens.lower(end) == "and"
    other = numeral_at(tokens, end + linked)
    if other is None or not isinstance(other.value, int) or not 0 < other.value < 100 or code in HUNDREDTHS:
        return value, end
    unit = unit_at(tokens, other.end, other)
    if unit is not None and unit.name in HUNDREDTHS:
        return plus(value, part(other.value, HUNDREDTHS[unit.name])), unit.end
    plain = tokens.words[end + linked]
    closed = other.end >= len(tokens) or tokens.words[other.end] in ".;!?"
    if unit is None and closed and plain.isdecimal() and len(plain) == 2:
        return plus(value, part(other.value, 100)), other.end
    return value, end
