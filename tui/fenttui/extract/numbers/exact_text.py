"""Numbers of any size as exact text."""

from __future__ import annotations

from decimal import Decimal

from fenttui.extract.mention import Number, Value

_MOST_ZEROS = 30
"""Zeros written out: a number with more at its end has an exponent."""


def number_text(number: Number, *, grouped: bool = False) -> str:
    """Return the number with all its digits; whole ones without a decimal point.

    Args:
        number: of any size; an int too long for `str` is none for this.
        grouped: whether commas part the thousands.
    """
    exact = Decimal(number)
    exponent = exact.as_tuple().exponent
    if not isinstance(exponent, int) or abs(exponent) > _MOST_ZEROS:
        return str(exact)
    if exact == exact.to_integral_value():
        exact = exact.to_integral_value()
    return format(exact, ",f" if grouped else "f")


def value_text(value: Value, between: str = "..", *, grouped: bool = False) -> str:
    """Return the number, or the two ends of a range with `between` between them."""
    ends = value if isinstance(value, tuple) else (value,)
    return between.join(number_text(end, grouped=grouped) for end in ends)
