"""Days that share the name of their month: April 16 and 17; 16, 17 and 18 April 2024."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.extract.amounts.following_unit import unit_at
from fenttui.extract.numbers.numerals import Numeral
from fenttui.extract.text.calendar_names import after_day, day_at, month_of, year_at
from fenttui.extract.text.tokens import Tokens

_LINKS = (",", "and", "or", "to", "-", "–", "&", "through", "until")
_HALVES = ("am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock", "o’clock")
_LONGEST = 8
"""Days of one list, so that the work stays linear."""


@dataclass(frozen=True, slots=True)
class ListedDay:
    """A day whose month stands at another day of its list."""

    day: int
    month: int
    year: int | None
    """None where the text does not say it."""
    end: int
    """The token after what says the day."""


def listed_day(tokens: Tokens, index: int) -> ListedDay | None:
    """Return the day at token `index`, where it takes its month from a list."""
    if day_at(tokens, index) is None:
        return None
    return _after_month(tokens, index) or _before_month(tokens, index)


def days_from(tokens: Tokens, first: int) -> tuple[list[int], int]:
    """Return the tokens of the days of a list that starts at token `first`, and the token after the last.

    The days of a list rise. A comma alone makes none, and a number that counts something is not a day:
    "April 16, 17 people".
    """
    positions, ends = [first], [after_day(tokens, first)]
    while (
        len(positions) < _LONGEST
        and tokens.lower(ends[-1]) in _LINKS
        and (day_at(tokens, ends[-1] + 1) or 0) > int(tokens.words[positions[-1]])
    ):
        positions.append(ends[-1] + 1)
        ends.append(after_day(tokens, positions[-1]))
    while len(positions) > 1 and (
        tokens.lower(positions[-1] - 1) == "," or _counts(tokens, positions[-1], ends[-1])
    ):
        positions.pop()
        ends.pop()
    return positions, ends[-1]


def year_after(tokens: Tokens, end: int) -> tuple[int | None, int]:
    """Return the year after a date that ends before token `end`, and the token after it."""
    position = end + (tokens.lower(end) in (",", "of"))
    year = year_at(tokens, position)
    return (year, position + 1) if year is not None else (None, end)


def _counts(tokens: Tokens, index: int, end: int) -> bool:
    if tokens.lower(end) in _HALVES:
        return True
    numeral = Numeral(int(tokens.words[index]), end, digits=True)
    return month_of(tokens, end) is None and unit_at(tokens, end, numeral) is not None


def _after_month(tokens: Tokens, index: int) -> ListedDay | None:
    """Return the day at `index` after its month: 17 in "April 16 and 17"."""
    first = index
    for _ in range(_LONGEST):
        if tokens.lower(first - 1) not in _LINKS:
            return None
        before = first - 2
        if day_at(tokens, before) is None:
            before -= 1
        if before < 0 or after_day(tokens, before) != first - 1 or day_at(tokens, before) is None:
            return None
        first = before
        number = month_of(tokens, first - 1 - (tokens.lower(first - 1) == "."))
        if number is None:
            continue
        positions, end = days_from(tokens, first)
        if index not in positions or month_of(tokens, end) is not None:
            return None
        year, stop = year_after(tokens, end)
        return ListedDay(
            int(tokens.words[index]),
            number,
            year,
            stop if index == positions[-1] and year is not None else after_day(tokens, index),
        )
    return None


def _before_month(tokens: Tokens, index: int) -> ListedDay | None:
    """Return the day at `index` before its month: 16 in "16 and 17 April", 17 in "16-17 April"."""
    positions, end = days_from(tokens, index)
    number = month_of(tokens, end + (tokens.lower(end) == "of"))
    if number is None:
        return None
    after_month = end + (tokens.lower(end) == "of") + 1
    year, stop = year_after(tokens, after_month)
    day = int(tokens.words[index])
    if len(positions) > 1 and not tokens.joined(index):
        return ListedDay(day, number, year, after_day(tokens, index))
    if tokens.joined(index) and tokens.words[index - 1] in "-–" and day_at(tokens, index - 2) is not None:
        return ListedDay(day, number, year, stop)
    return None
