"""A number in digits, exactly, in any script and grouping: 1,234.5 and 1.234,50, 1,00,000, ١٢٣, １２３."""

from __future__ import annotations

import unicodedata
from decimal import Context, Decimal
from fractions import Fraction

from fenttui.extract.mention import Number

_LONGEST = 200
"""Digits of a number that means an amount, so that its double is finite; a longer one is a serial number."""
_EXACT = Context(prec=_LONGEST + 40)
_PLACES = Decimal("0.000001")
_GROUPS = str.maketrans("", "", ",،٬，'’\u00a0\u2009\u202f")
_MARKS = str.maketrans("٫．", "..")
_SPACES = frozenset("'’\u00a0\u2009\u202f")


def number_in(word: str) -> Number | None:
    """Return the number that the digits of a token say; None where they are too many or no number."""
    if word.isdecimal():
        return int(word) if len(word) <= _LONGEST else None
    if len(word) > _LONGEST or not (word[0].isdecimal() or word[0] == "."):
        return None
    plain = _plain(word.translate(_MARKS))
    if not plain.replace(".", "", 1).isdecimal():
        return None
    return Decimal(plain) if "." in plain else int(plain)


def _plain(word: str) -> str:
    """Return the digits with a full stop as decimal mark and without group marks."""
    mark = word.rfind(",")
    if mark > 0 and (mark > word.find(".") > 0 or not _SPACES.isdisjoint(word)):
        return f"{word[:mark].replace('.', '').translate(_GROUPS)}.{word[mark + 1 :]}"
    if word.count(".") > 1:
        return word.replace(".", "")
    return word.translate(_GROUPS)


def times(value: Number, factor: int) -> Number:
    """Return the exact product: 1.5 million is the integer 1500000; 12.50 stays a decimal."""
    if factor == 1:
        return value
    if isinstance(value, int):
        return value * factor
    product = _EXACT.multiply(value, Decimal(factor))
    return int(product) if product == product.to_integral_value() else product


def plus(value: Number, more: Number) -> Number:
    """Return the exact sum."""
    if isinstance(value, int) and isinstance(more, int):
        return value + more
    return _EXACT.add(Decimal(value), Decimal(more))


def part(above: int, below: int) -> Number:
    """Return the quotient as a decimal, to six places where it has no end."""
    quotient = Fraction(above, below)
    if quotient.denominator == 1:
        return quotient.numerator
    return (Decimal(above) / Decimal(below)).quantize(_PLACES, context=_EXACT).normalize()


def vulgar_fraction(sign: str) -> Number | None:
    """Return the value of a sign such as ½; None for any other."""
    if len(sign) != 1 or sign < "\u00bc" or not unicodedata.decomposition(sign).startswith("<fraction>"):
        return None
    return part(*Fraction(unicodedata.numeric(sign)).limit_denominator(100).as_integer_ratio())
