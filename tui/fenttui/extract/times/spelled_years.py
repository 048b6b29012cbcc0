"""Years and decades in words: nineteen ninety-four, two thousand and three, the nineties."""

from __future__ import annotations

from fenttui.extract.text.calendar_names import numbered
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.times.context import Context
from fenttui.extract.times.figure import TimeFigure

_TENS = {
    word: 10 * number
    for word, number in numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()
}
_TEENS = numbered("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10)
_ONES = numbered("one two three four five six seven eight nine")
DECADES = {f"{name[:-1]}ies": number for name, number in _TENS.items()}
"""The twenties, the nineties."""
_CENTURIES = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}
SPELLED = (*_CENTURIES, "two")
"""The words that a year in words may start with."""
_BEFORE_SPELLED = ("in", "since", "by", "until", "of", "from")


def decade_word(context: Context, index: int) -> TimeFigure | None:
    """Return the nineties, the roaring twenties: a decade of the twentieth century."""
    tokens = context.tokens
    if (
        tokens.lower(index - 1) not in ("the", "early", "late", "mid", "-")
        and tokens.lower(index - 2) != "the"
    ):
        return None
    return TimeFigure(index, index + 1, "date", f"19{DECADES[tokens.lowers[index]] // 10}")


def spelled_year(context: Context, index: int) -> TimeFigure | None:
    """Return a year or a decade in words: nineteen ninety-four, nineteen oh five, the nineteen-sixties."""
    tokens = context.tokens
    lower, position = tokens.lowers[index], index + 1
    position += tokens.lower(position) == "-"
    if lower != "two" and tokens.lower(position) in DECADES:
        high = _CENTURIES[lower]
        return TimeFigure(index, position + 1, "date", f"{(high + DECADES[tokens.lower(position)]) // 10}")
    found = spelled_year_at(tokens, index)
    if found is None:
        return None
    before, following = tokens.lower(index - 1), tokens.lower(found[1])
    if lower != "nineteen" and before != "year" and (before not in _BEFORE_SPELLED or following.isalpha()):
        return None
    return TimeFigure(index, found[1], "date", f"{found[0]:04}")


def spelled_year_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Return the year that words may say, and the token after it.

    Elsewhere the same words may count something.
    """
    high, position = _CENTURIES.get(tokens.lower(index), 0), index + 1
    if tokens.lower(index) == "two":
        return _thousands(tokens, index) if tokens.lower(position) == "thousand" else None
    position += tokens.lower(position) == "-"
    word = tokens.lower(position)
    if not high:
        return None
    if word in _TEENS:
        return high + _TEENS[word], position + 1
    if word == "oh" and tokens.lower(position + 1) in _ONES:
        return high + _ONES[tokens.lower(position + 1)], position + 2
    if word not in _TENS:
        return None
    year, end = high + _TENS[word], position + 1
    last = end + (tokens.lower(end) == "-")
    return (year + _ONES[tokens.lower(last)], last + 1) if tokens.lower(last) in _ONES else (year, end)


def _thousands(tokens: Tokens, index: int) -> tuple[int, int]:
    """Return a year in thousands: two thousand, two thousand and fifteen."""
    last = index + 2 + (tokens.lower(index + 2) == "and")
    word = tokens.lower(last)
    more = _ONES.get(word) or _TEENS.get(word)
    if more is not None:
        return 2000 + more, last + 1
    if word in _TENS:
        ones = last + 1 + (tokens.lower(last + 1) == "-")
        one = _ONES.get(tokens.lower(ones))
        return 2000 + _TENS[word] + (one or 0), last + 1 if one is None else ones + 1
    return 2000, index + 2
