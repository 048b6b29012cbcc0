"""What a figure says, in a few words: the value as it was read, with its bound and unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fenttui.extract.mention import Amount, Mention

_BOUNDS = {"exact": "", "about": "about ", "over": "more than ", "under": "at most "}


def amount_in_words(amount: Amount) -> str:
    """An amount: `at most 15 percent`, `10 to 15 USD`."""
    # Most articles are read without asking for a value.
    from fenttui.extract.numbers.exact_text import value_text

    shown = value_text(amount.value, " to ", grouped=True)
    return f"{_BOUNDS[amount.bound]}{shown}{f' {amount.unit}' if amount.unit else ''}"


def value_in_words(mention: Mention) -> str:
    """The value of a figure, nothing for an actor; a duration that reads as an amount tells its bound."""
    if mention.time is not None:
        bound = _BOUNDS[mention.amount.bound] if mention.amount is not None else ""
        return f"{bound}{mention.time}"
    return amount_in_words(mention.amount) if mention.amount is not None else ""
