"""Quarters and halves of a year: third-quarter, the first half of 2024, Q3, the year-earlier quarter."""

from __future__ import annotations

from fenttui.extract.amounts.figure import Figure
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times import timex
from fenttui.extract.times.calendar_names import year_at
from fenttui.extract.times.lengths import PLURALS
from fenttui.extract.times.reading import Reading

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
    """The quarter or half that starts at token `index`, and the token after it: ("Q3", 12)."""
    index += tokens.lower(index) in FISCAL
    lower = tokens.lower(index)
    if lower in CODES and tokens.capital[index] and tokens.joined(index + 1):
        number = CODES[lower].get(tokens.lower(index + 1))
        return (number, index + 2) if number is not None and not _runs_on(tokens, index + 2) else None
    ordinal, place = QUARTERS.get(lower), index + 1
    if lower.isdecimal() and len(lower) == 1 and tokens.joined(index + 1):
        ordinal, place = QUARTERS.get(lower + tokens.lower(index + 1)), index + 2
    place += tokens.lower(place) == "-" and tokens.joined(place)
    place += tokens.lower(place) in FISCAL
    if ordinal is not None and tokens.lower(place) == "quarter":
        return f"Q{ordinal}", place + 1
    if lower in _HALVES and tokens.lower(place) == "half":
        return f"H{_HALVES[lower]}", place + 1
    return None


def _runs_on(tokens: Tokens, end: int) -> bool:
    """Whether something is joined to Q3 that makes it the name of a thing: Q3e."""
    return tokens.joined(end) and tokens.words[end][0].isalnum()


def quarter(reading: Reading, index: int) -> Figure | None:
    """A quarter or a half by its number, in the year beside it, else on the side that verbs tell."""
    tokens = reading.tokens
    found = part_of_year(tokens, index)
    if found is None:
        return None
    code, end = found
    year, stop = _year_after(reading, end)
    if year is not None:
        return Figure(index, stop, "date", time=f"{year}-{code}")
    if tokens.lower(end) == "of":
        return None
    if code[0] == "H":
        # Games have halves as well: a year beside it, a hyphen or talk of business make it half of a year.
        return _half(reading, index, end, code)
    return Figure(
        index, end, "date", time=timex.quarter(reading.date, int(code[1]), reading.sense(index, end))
    )


def _half(reading: Reading, index: int, end: int, code: str) -> Figure | None:
    tokens = reading.tokens
    near = tokens.lowers[max(index - _NEAR, 0) : end + _NEAR]
    told_of = tokens.lower(index + 1) == "-" or tokens.lower(index) in CODES or not _BUSINESS.isdisjoint(near)
    if not told_of or reading.tokens.lower(end) in ("goal", "goals", "lead", "penalty", "strike", "deficit"):
        return None
    year = f"{reading.date.year:04}" if reading.date is not None else "XXXX"
    return Figure(index, end, "date", time=f"{year}-{code}")


def _year_after(reading: Reading, end: int) -> tuple[str | None, int]:
    """The year after a quarter: of 2024, 2024, of last year, of the year, of fiscal 2024."""
    tokens, place = reading.tokens, end
    linked = tokens.lower(place) in ("of", ",")
    place += linked
    place += tokens.lower(place) == "the" and linked
    place += tokens.lower(place) in FISCAL
    year = year_at(tokens, place)
    if year is not None:
        return f"{year:04}", place + 1
    step = _STEPS.get(tokens.lower(place))
    if step is not None and tokens.lower(place + 1 + (tokens.lower(place + 1) in FISCAL)) == "year":
        value = timex.shifted(reading.date, step, "year")
        return value if value.isdecimal() else "XXXX", place + 2 + (tokens.lower(place + 1) in FISCAL)
    if linked and tokens.lower(place) == "year" and tokens.lower(place + 1) != "-":
        return (f"{reading.date.year:04}" if reading.date is not None else "XXXX"), place + 1
    return None, end


def with_quarter(reading: Reading, year: Figure) -> Figure:
    """The quarter of a year that stands before it: this year's third quarter, the 1988 quarter."""
    tokens = reading.tokens
    place = year.end + (tokens.lower(year.end) in ("'s", "’s", "-"))
    found = part_of_year(tokens, place)
    if (
        found is None
        and tokens.lower(place) in ("quarter", "period")
        and tokens.lower(year.first - 1) == "the"
    ):
        # Of the quarter that is spoken of, in another year.
        number = reading.quarter_told(place)
        found = (number[5:], place + 1) if number is not None else None
    if found is None or year.time is None or not year.time.isdecimal() or len(year.time) != 4:
        return year
    return Figure(year.first, found[1], "date", time=f"{year.time}-{found[0]}")


def year_earlier(reading: Reading, index: int) -> Figure | None:
    """Year-earlier, the year-ago quarter, the year-earlier third quarter: a year before what is told of."""
    tokens = reading.tokens
    if tokens.lower(index + 1) != "-" or tokens.lower(index + 2) not in ("earlier", "ago", "before"):
        return None
    end = index + 3
    if (found := part_of_year(tokens, end)) is not None:
        year = timex.shifted(reading.date, -1, "year")
        return Figure(index, found[1], "date", time=f"{year if year.isdecimal() else 'XXXX'}-{found[0]}")
    if tokens.lower(end + 1) in PLURALS:
        return None
    end += tokens.lower(end) in ("quarter", "period", "month", "year")
    return Figure(index, end, "date", time=before_quarter(reading, index, 1, years_only=False))


def before_quarter(reading: Reading, index: int, years: int, *, years_only: bool = True) -> str:
    """So many years before: before the quarter that is told of, else before the article's year."""
    quarter_told = reading.quarter_told(index)
    if quarter_told is None and not years_only and reading.tokens.lower(index + 3) == "quarter":
        quarter_told = timex.shifted(reading.date, -1, "quarter")
    if quarter_told is not None and (moved := timex.moved(quarter_told, -years, "year")) is not None:
        return moved
    return timex.shifted(reading.date, -years, "year")


def latest_quarter(reading: Reading) -> str:
    """The quarter that the text is about: the last told, else the last that was over."""
    return reading.quarter or timex.shifted(reading.date, -1, "quarter")
