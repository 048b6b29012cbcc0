"""Feasts and public holidays that have a day: Christmas, Easter Monday, Thanksgiving, Chinese New Year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from fenttui.extract.text.calendar_names import year_at
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times import timex
from fenttui.extract.times.context import Context
from fenttui.extract.times.figure import TimeFigure, date_or_time
from fenttui.extract.times.timex import Sense


@dataclass(frozen=True, slots=True)
class Rule:
    """When a holiday is."""

    kind: Literal["fixed", "easter", "weekday", "lunar"]
    month: int = 0
    day: int = 0
    """Of the month; the days after Easter or the lunar New Year; the weekday, Monday being 0."""
    which: int = 0
    """The n-th of that weekday in its month; -1 for the last."""


_NAMES: dict[str, Rule] = {
    "new year 's day": Rule("fixed", 1, 1),
    "new year 's eve": Rule("fixed", 12, 31),
    "valentine 's day": Rule("fixed", 2, 14),
    "st . patrick 's day": Rule("fixed", 3, 17),
    "april fools ' day": Rule("fixed", 4, 1),
    "may day": Rule("fixed", 5, 1),
    "juneteenth": Rule("fixed", 6, 19),
    "independence day": Rule("fixed", 7, 4),
    "july fourth": Rule("fixed", 7, 4),
    "fourth of july": Rule("fixed", 7, 4),
    "bastille day": Rule("fixed", 7, 14),
    "halloween": Rule("fixed", 10, 31),
    "all saints ' day": Rule("fixed", 11, 1),
    "guy fawkes night": Rule("fixed", 11, 5),
    "armistice day": Rule("fixed", 11, 11),
    "veterans day": Rule("fixed", 11, 11),
    "christmas eve": Rule("fixed", 12, 24),
    "christmas day": Rule("fixed", 12, 25),
    "christmas": Rule("fixed", 12, 25),
    "boxing day": Rule("fixed", 12, 26),
    "martin luther king day": Rule("weekday", 1, 0, 3),
    "martin luther king jr . day": Rule("weekday", 1, 0, 3),
    "presidents ' day": Rule("weekday", 2, 0, 3),
    "presidents day": Rule("weekday", 2, 0, 3),
    "mother 's day": Rule("weekday", 5, 6, 2),
    "memorial day": Rule("weekday", 5, 0, -1),
    "father 's day": Rule("weekday", 6, 6, 3),
    "labor day": Rule("weekday", 9, 0, 1),
    "columbus day": Rule("weekday", 10, 0, 2),
    "thanksgiving": Rule("weekday", 11, 3, 4),
    "thanksgiving day": Rule("weekday", 11, 3, 4),
    "shrove tuesday": Rule("easter", day=-47),
    "ash wednesday": Rule("easter", day=-46),
    "palm sunday": Rule("easter", day=-7),
    "maundy thursday": Rule("easter", day=-3),
    "good friday": Rule("easter", day=-2),
    "easter": Rule("easter"),
    "easter sunday": Rule("easter"),
    "easter monday": Rule("easter", day=1),
    "ascension day": Rule("easter", day=39),
    "pentecost": Rule("easter", day=49),
    "whit monday": Rule("easter", day=50),
    "chinese new year": Rule("lunar"),
    "lunar new year": Rule("lunar"),
    "spring festival": Rule("lunar"),
    "lantern festival": Rule("lunar", day=14),
}


def _by_first() -> dict[str, tuple[tuple[tuple[str, ...], Rule], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], Rule]]] = {}
    for name, rule in _NAMES.items():
        first, *rest = name.split()
        index.setdefault(first, []).append((tuple(rest), rule))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in index.items()}


_INDEX = _by_first()
HOLIDAY_WORDS = frozenset(_INDEX)
"""The first words of the holidays, in lower case."""

_PLACED = word_set(
    "at by on for before after since until this last next over during around of every in from to through and"
    " till past , ("
)
_LUNAR_FIRST = 1901
_LUNAR = (
    "ti8qe4nc1k9sg5od2lbui7qf3nc2k9rg5oe3lati6pf4nc1k8rg6od3masi7pf4nc0j9rg6pd2lash7qf4ncuj8rg6pe2kath7qf"
    "3mb1j8sh5od2kati7qf4mb1k8rg5nd2lati7pe3mb1k9rg5oc2lbti7pe3mc0j8rf5od2lath6pf3mc1j8rg5od3k9sh6pf4mb0"
)
"""The days from 21 January to the lunar New Year, one sign a year from 1901 to 2099, in base 36.

As the Hong Kong Observatory's conversion tables have it; each was checked against the new moon at Beijing by
Meeus, Astronomical Algorithms, chapter 49.
"""


def holiday(context: Context, index: int) -> TimeFigure | None:
    """Return the holiday that starts at token `index`, on the side of the article's date that verbs show."""
    return holiday_at(context, index, None)


def holiday_at(context: Context, index: int, sense: Sense, *, strict: bool = False) -> TimeFigure | None:
    """Return the holiday at token `index`; `strict` leaves out the article's own day."""
    tokens = context.tokens
    if index >= len(tokens) or not tokens.capital[index]:
        return None
    found = _named(tokens, index)
    if found is None:
        return None
    rule, end = found
    if end == index + 1 and not strict and not _stands_alone(tokens, index, end):
        return None
    position = end + (tokens.lower(end) in (",", "of"))
    year = year_at(tokens, position)
    if year is not None:
        day = day_in(rule, year)
        return date_or_time(index, position + 1, day.isoformat() if day else f"{year:04}")
    return date_or_time(
        index, end, _nearest(context, rule, sense or context.sense(index, end), strict=strict)
    )


def _named(tokens: Tokens, index: int) -> tuple[Rule, int] | None:
    for rest, rule in _INDEX.get(tokens.lowers[index], ()):
        end = index + 1 + len(rest)
        said = tuple(word.replace("’", "'") for word in tokens.lowers[index + 1 : end])
        if said == rest and (end == index + 1 or tokens.capital[end - 1] or tokens.words[index] == "Fourth"):
            return rule, end
    return None


def _stands_alone(tokens: Tokens, index: int, end: int) -> bool:
    """Return whether the name is not part of another, as in "the Christmas tree"."""
    following = tokens.lower(end)
    if following == "-" or following in ("'s", "’s") or (end < len(tokens) and tokens.capital[end]):
        return False
    return tokens.lower(index - 1) in _PLACED or not following.isalpha()


def _nearest(context: Context, rule: Rule, sense: Sense, *, strict: bool) -> str:
    date = context.date
    if date is None:
        return f"XXXX-{rule.month:02}-{rule.day:02}" if rule.kind == "fixed" else "XXXX-XX-XX"
    if strict:
        date = timex.step_day(date, 1 if sense == "future" else -1)
    return timex.nearest(date, lambda year: day_in(rule, year), sense) or "XXXX-XX-XX"


def day_in(rule: Rule, year: int) -> dt.date | None:
    """Return the day of the holiday in that year; None where the calendar or the table does not reach."""
    try:
        if rule.kind == "fixed":
            return dt.date(year, rule.month, rule.day)
        if rule.kind == "weekday":
            return _weekday_in(year, rule)
        if rule.kind == "lunar":
            return _lunar_new_year(year) + dt.timedelta(days=rule.day)
        # ~1 ms to import: only where a text names a feast of the Easter circle.
        from dateutil.easter import easter  # noqa: PLC0415

        return easter(year) + dt.timedelta(days=rule.day) if 1583 <= year <= 4099 else None
    except (ValueError, OverflowError, IndexError):
        return None


def _weekday_in(year: int, rule: Rule) -> dt.date:
    first = dt.date(year, rule.month, 1)
    day = 1 + (rule.day - first.weekday()) % 7 + 7 * max(rule.which - 1, 0)
    if rule.which == -1:
        day += 28 if day + 28 <= 31 else 21
    return dt.date(year, rule.month, day)


def _lunar_new_year(year: int) -> dt.date:
    """Return the first day of the Chinese year; IndexError outside the table."""
    if year < _LUNAR_FIRST:
        raise IndexError(year)
    return dt.date(year, 1, 21) + dt.timedelta(days=int(_LUNAR[year - _LUNAR_FIRST], 36))
