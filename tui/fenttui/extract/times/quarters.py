"""Quarters and halves of a year: third-quarter, the first half of 2024, Q3, the year-earlier quarter."""

from __future__ import annotations

from fenttui.extract.text.calendar_names import year_at
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times import timex
from fenttui.extract.times.context import Context
from fenttui.extract.times.figure import TimeFigure
from fenttui.extract.times.lengths import PLURALS

QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
CODES = {"q": {str(n): f"Q{n}" for n in range(1, 5)}, "h": {"1": "H1", "2": "H2"}}
"""Q3, H1: the letter is a token of its own."""
_HALVES = {"first": 1, "second": 2, "last": 2, "latter": 2}
_STEPS = {"last": -1, "this": 0, "next": 1, "current": 0, "previous": -1}
_NEAR = 12
_BUSINESS = word_set(
    "profit profits sales earnings growth economy revenue revenues gdp inflation output results income loss"
    " losses exports imports investment fiscal quarter percent % demand spending forecast"
)
FISCAL = ("fiscal", "calendar", "financial")


def part_of_year(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Return the quarter or half that starts at token `index`, and the token after it: ("Q3", 12)."""
    index += tokens.lower(index) in FISCAL
    lower = tokens.lower(index)
    if lower in CODES and tokens.capital[index] and tokens.joined(index + 1):
        number = CODES[lower].get(tokens.lower(index + 1))
        return (number, index + 2) if number is not None and not _runs_on(tokens, index + 2) else None
    ordinal, position = QUARTERS.get(lower), index + 1
    if lower.isdecimal() and len(lower) == 1 and tokens.joined(index + 1):
        ordinal, position = QUARTERS.get(lower + tokens.lower(index + 1)), index + 2
    position += tokens.lower(position) == "-" and tokens.joined(position)
    position += tokens.lower(position) in FISCAL
    if ordinal is not None and tokens.lower(position) == "quarter":
        return f"Q{ordinal}", position + 1
    if lower in _HALVES and tokens.lower(position) == "half":
        return f"H{_HALVES[lower]}", position + 1
    return None


def _runs_on(tokens: Tokens, end: int) -> bool:
    """Return whether something is joined to Q3 that makes it the name of a thing: Q3e."""
    return tokens.joined(end) and tokens.words[end][0].isalnum()


def quarter(context: Context, index: int) -> TimeFigure | None:
    """Return a quarter or a half by its number, in the year beside it, else on the side that verbs show."""
    tokens = context.tokens
    found = part_of_year(tokens, index)
    if found is None:
        return None
    code, end = found
    year, stop = _year_after(context, end)
    if year is not None:
        return TimeFigure(index, stop, "date", f"{year}-{code}")
    if tokens.lower(end) == "of":
        return None
    if code[0] == "H":
        # Games have halves as well: a year beside it, a hyphen or talk of business make it half of a year.
        return _half(context, index, end, code)
    return TimeFigure(
        index, end, "date", timex.quarter(context.date, int(code[1]), context.sense(index, end))
    )


def _half(context: Context, index: int, end: int, code: str) -> TimeFigure | None:
    tokens = context.tokens
    near = tokens.lowers[max(index - _NEAR, 0) : end + _NEAR]
    told_of = tokens.lower(index + 1) == "-" or tokens.lower(index) in CODES or not _BUSINESS.isdisjoint(near)
    if not told_of or context.tokens.lower(end) in ("goal", "goals", "lead", "penalty", "strike", "deficit"):
        return None
    year = f"{context.date.year:04}" if context.date is not None else "XXXX"
    return TimeFigure(index, end, "date", f"{year}-{code}")


def _year_after(context: Context, end: int) -> tuple[str | None, int]:
    """Return the year after a quarter: of 2024, 2024, of last year, of the year, of fiscal 2024."""
    tokens, position = context.tokens, end
    linked = tokens.lower(position) in ("of", ",")
    position += linked
    position += tokens.lower(position) == "the" and linked
    position += tokens.lower(position) in FISCAL
    year = year_at(tokens, position)
    if year is not None:
        return f"{year:04}", position + 1
    step = _STEPS.get(tokens.lower(position))
    if step is not None and tokens.lower(position + 1 + (tokens.lower(position + 1) in FISCAL)) == "year":
        value = timex.shifted(context.date, step, "year")
        return value if value.isdecimal() else "XXXX", position + 2 + (tokens.lower(position + 1) in FISCAL)
    if linked and tokens.lower(position) == "year" and tokens.lower(position + 1) != "-":
        return (f"{context.date.year:04}" if context.date is not None else "XXXX"), position + 1
    return None, end


def with_quarter(context: Context, year: TimeFigure) -> TimeFigure:
    """Return the quarter of a year that stands before it: this year's third quarter, the 1988 quarter."""
    tokens = context.tokens
    position = year.end + (tokens.lower(year.end) in ("'s", "’s", "-"))
    found = part_of_year(tokens, position)
    if (
        found is None
        and tokens.lower(position) in ("quarter", "period")
        and tokens.lower(year.first - 1) == "the"
    ):
        # Of the quarter that is spoken of, in another year.
        number = context.last_quarter(position)
        found = (number[5:], position + 1) if number is not None else None
    if found is None or not year.value.isdecimal() or len(year.value) != 4:
        return year
    return TimeFigure(year.first, found[1], "date", f"{year.value}-{found[0]}")


def year_earlier(context: Context, index: int) -> TimeFigure | None:
    """Return the time a year before the last one stated: the year-ago quarter."""
    tokens = context.tokens
    if tokens.lower(index + 1) != "-" or tokens.lower(index + 2) not in ("earlier", "ago", "before"):
        return None
    end = index + 3
    if (found := part_of_year(tokens, end)) is not None:
        year = timex.shifted(context.date, -1, "year")
        return TimeFigure(index, found[1], "date", f"{year if year.isdecimal() else 'XXXX'}-{found[0]}")
    if tokens.lower(end + 1) in PLURALS:
        return None
    end += tokens.lower(end) in ("quarter", "period", "month", "year")
    return TimeFigure(index, end, "date", before_quarter(context, index, 1, years_only=False))


def before_quarter(context: Context, index: int, years: int, *, years_only: bool = True) -> str:
    """Return the time some years before the last quarter stated, else before the article's year."""
    last_quarter = context.last_quarter(index)
    if last_quarter is None and not years_only and context.tokens.lower(index + 3) == "quarter":
        last_quarter = timex.shifted(context.date, -1, "quarter")
    if last_quarter is not None and (moved := timex.moved(last_quarter, -years, "year")) is not None:
        return moved
    return timex.shifted(context.date, -years, "year")


def latest_quarter(context: Context) -> str:
    """Return the quarter that the text is about: the last one named, else the last that was over."""
    return context.quarter or timex.shifted(context.date, -1, "quarter")
