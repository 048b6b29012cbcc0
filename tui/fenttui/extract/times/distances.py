"""What a length of time means: itself, a date (two weeks ago), or how often (20 a year)."""

from __future__ import annotations

from fenttui.extract.mention import Measure
from fenttui.extract.numbers.bounds import bound_of
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times import timex
from fenttui.extract.times.context import Context
from fenttui.extract.times.durations import Length, length_at
from fenttui.extract.times.figure import TimeFigure, date_or_time
from fenttui.extract.times.quarters import before_quarter
from fenttui.extract.times.timex import FUTURE, PAST

_NO_VERBS = word_set("is was has as 's ’s his this its us")
_SOMEDAY = word_set("he she they we i you it would could might may will can and must")
"""Before "one day" these make it some day to come."""
_RATES = word_set("once twice times % percent cent million billion trillion")


def length_of_time(context: Context, index: int) -> TimeFigure | None:
    """Return a duration (three days, 10-year, several months), or a date where "ago" or "later" follows."""
    tokens = context.tokens
    length = length_at(tokens, index)
    if length is None:
        return None
    end = length.end
    if tokens.lower(end + (tokens.lower(end) == "-")) in ("old", "olds"):
        return None
    if tokens.lowers[index] == "one" and length.unit == "day" and tokens.lower(index - 1) in _SOMEDAY:
        return None
    if (distant := _distant(context, index, length)) is not None:
        return distant
    if tokens.lowers[index] in ("a", "an") and length.value == 1 and _rated(tokens, index):
        return TimeFigure(index, end, "set", length.timex)
    return TimeFigure(index, end, "duration", length.timex, measure=_measure(tokens, index, length))


def _measure(tokens: Tokens, first: int, length: Length) -> Measure | None:
    if length.value is None:
        return None
    return Measure(length.value, length.unit, bound_of(tokens, first, length.end) or "exact")


def _distant(context: Context, first: int, length: Length) -> TimeFigure | None:
    """Return a date at a distance: two weeks ago, a year earlier, three days later, a month from now."""
    tokens, end = context.tokens, length.end
    if tokens.lower(end) == "or" and tokens.lower(end + 1) in ("so", "more"):
        end += 2
    word = tokens.lower(end)
    if word == "ago":
        return date_or_time(first, end + 1, _ago(context, first, length))
    if word in ("earlier", "before", "previously") and not (
        word == "before" and not _closed(tokens, end + 1)
    ):
        return date_or_time(first, end + 1, _from_last_date(context, first, length, -1))
    if word in ("later", "afterward", "afterwards", "thereafter") or (
        word == "after" and _closed(tokens, end + 1)
    ):
        value = _from_last_date(context, first, length, 1)
        return date_or_time(first, end + 1, value) if value not in (PAST, FUTURE) else None
    if word == "from" and tokens.lower(end + 1) in ("now", "today", "tomorrow"):
        return date_or_time(first, end + 2, _shifted(context, length, 1))
    if word == "hence":
        return date_or_time(first, end + 1, _shifted(context, length, 1))
    return None


def _closed(tokens: Tokens, position: int) -> bool:
    """Return whether nothing follows that "before" or "after" could be said of."""
    return position >= len(tokens) or tokens.lowers[position] in (",", ".", ";", ")", "\n", ":")


def _ago(context: Context, first: int, length: Length) -> str:
    if length.value == 1 and length.unit == "year":
        return before_quarter(context, first, 1)
    return _shifted(context, length, -1)


def _shifted(context: Context, length: Length, sign: int) -> str:
    """Return the length before or after the article's own day."""
    if isinstance(length.value, int) and length.granule is not None:
        return timex.shifted(context.date, sign * length.value, length.granule)
    if length.granule is None and length.value is not None and context.date is not None:
        return context.date.isoformat()
    return PAST if sign < 0 else FUTURE


def _from_last_date(context: Context, first: int, length: Length, sign: int) -> str:
    """Return the length before or after the last date stated.

    "earlier" without one is before the article's day.
    """
    anchor = context.anchor(first)
    if anchor is not None and isinstance(length.value, int) and length.granule is not None:
        if length.unit == "year" and sign < 0 and (quarter := context.last_quarter(first)) is not None:
            anchor = quarter
        if (moved := timex.moved(anchor, sign * length.value, length.granule)) is not None:
            return moved
    return _shifted(context, length, sign) if sign < 0 else FUTURE


def _rated(tokens: Tokens, first: int) -> bool:
    """Return whether "a year" after an amount says how often: 5 million tons a year, twice a week."""
    before = tokens.lower(first - 1)
    if before in _RATES:
        return True
    near = range(max(first - 3, 0), first)
    plural = before.endswith("s") and not before.endswith("ss") and before not in _NO_VERBS
    return before[:1].isdecimal() or (plural and any(tokens.lowers[i][0].isdecimal() for i in near))
