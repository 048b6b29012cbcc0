"""Times that come again: every Monday, daily, twice a year, each month."""

from __future__ import annotations

from fenttui.extract.numbers.numerals import numeral_at
from fenttui.extract.text.calendar_names import PARTS, month_of, weekday_of
from fenttui.extract.times.context import Context
from fenttui.extract.times.figure import TimeFigure
from fenttui.extract.times.lengths import PLURALS, UNITS, duration
from fenttui.extract.times.timex import SEASONS

OFTEN = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P3M",
    "semiannual": "P6M",
    "semiannually": "P6M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "everyday": "P1D",
}
PREFIXES = {"bi": 2, "semi": -2, "half": -2}
"""Bi-weekly is every two weeks, semi-annually twice a year."""
_TIMES = ("once", "twice", "thrice")
_OTHER = {"other": 2, "second": 2, "third": 3, "fourth": 4, "single": 1, "passing": 1}


def often(context: Context, index: int) -> TimeFigure | None:
    """Return the set of an adverb: daily, weekly, annually; none within a name, as in the Daily News."""
    if context.tokens.capital[index] and not context.tokens.opens[index]:
        return None
    return TimeFigure(index, index + 1, "set", OFTEN[context.tokens.lowers[index]])


def prefixed(context: Context, index: int) -> TimeFigure | None:
    """Return the set of an adverb with a prefix: bi-weekly, semi-annually."""
    tokens = context.tokens
    word = tokens.lower(index + 2).replace("annually", "annual")
    code = {
        "weekly": ("P2W", None),
        "monthly": ("P2M", None),
        "annual": ("P2Y", "P6M"),
        "yearly": ("P2Y", "P6M"),
    }
    if tokens.lower(index + 1) != "-" or word not in code:
        return None
    value = code[word][PREFIXES[tokens.lowers[index]] < 0]
    return TimeFigure(index, index + 3, "set", value) if value is not None else None


def every(context: Context, index: int) -> TimeFigure | None:
    """Return every week, each Monday, every two years, every other day, every morning, per year."""
    tokens = context.tokens
    lower, position = tokens.lowers[index], index + 1
    step = 1
    if lower != "per" and tokens.lower(position) in _OTHER:
        step, position = _OTHER[tokens.lower(position)], position + 1
    word = tokens.lower(position)
    if word in UNITS:
        code = UNITS[word][0]
        if lower == "per" and code in ("S", "MIN", "H"):
            return None
        if code == "NI":
            return TimeFigure(index, position + 1, "set", "XXXX-XX-XXTNI")
        return TimeFigure(index, position + 1, "set", duration(step, code))
    if lower == "per":
        return None
    day = weekday_of(tokens, position)
    if day is not None:
        end, part = position + 1, PARTS.get(tokens.lower(position + 1), "")
        return TimeFigure(index, end + bool(part), "set", f"XXXX-WXX-{day + 1}{part}")
    if word in PARTS:
        return TimeFigure(index, position + 1, "set", f"XXXX-XX-XX{PARTS[word]}")
    if (month := month_of(tokens, position)) is not None:
        return TimeFigure(index, position + 1, "set", f"XXXX-{month:02}")
    if word in SEASONS:
        return TimeFigure(index, position + 1, "set", f"XXXX-{SEASONS[word]}")
    return _every_few(context, index, position)


def _every_few(context: Context, index: int, position: int) -> TimeFigure | None:
    """Return every two years, every few months."""
    tokens = context.tokens
    numeral = numeral_at(tokens, position)
    if numeral is None and tokens.lower(position) not in ("few", "several"):
        return None
    end = position + 1 if numeral is None else numeral.end
    value = None if numeral is None or numeral.many else numeral.value
    entry = PLURALS.get(tokens.lower(end))
    return TimeFigure(index, end + 1, "set", duration(value, entry[0])) if entry is not None else None


def times_a(context: Context, index: int) -> TimeFigure | None:
    """Return a frequency: twice a year, once every month, three times per week."""
    tokens = context.tokens
    position = index + 1
    if tokens.lowers[index] not in _TIMES:
        numeral = numeral_at(tokens, index)
        if numeral is None or tokens.lower(numeral.end) != "times":
            return None
        position = numeral.end + 1
    word, unit = tokens.lower(position), tokens.lower(position + 1)
    if word not in ("a", "an", "per", "every", "each") or unit not in UNITS or unit == "second":
        return None
    return TimeFigure(index, position + 2, "set", duration(1, UNITS[unit][0]))
