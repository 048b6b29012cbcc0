"""What a figure says, in a few words: the value as it was read, with its bound and unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fenttui.extract.mention import Measure, Mention

_BOUNDS = {"exact": "", "about": "about ", "over": "more than ", "under": "at most "}


def measure_in_words(measure: Measure) -> str:
    """Return a measure as `at most 15 percent` or `10 to 15 USD`."""
    # Most articles are read without asking for a value.
    from fenttui.extract.numbers.exact_text import value_text  # noqa: PLC0415

    shown = value_text(measure.value, " to ", grouped=True)
    return f"{_BOUNDS[measure.bound]}{shown}{f' {measure.unit}' if measure.unit else ''}"


def value_in_words(mention: Mention) -> str:
    """The value of a figure, nothing for an actor; a duration that reads as an amount shows its bound."""
    # Imported with the first mentions, after the first text is painted.
    from fenttui.extract.mention import Amount, Time  # noqa: PLC0415

    match mention:
        case Amount(measure=measure):
            return measure_in_words(measure)
        case Time(value=value, quantity=quantity):
            return f"{_BOUNDS[quantity.bound] if quantity else ''}{value}"
    return ""
