"""Times that come again: every Monday, daily, twice a year, each month."""

from __future__ import annotations

from fenttui.extract.amounts.figure import Figure
from fenttui.extract.numbers.numerals import numeral_at
from fenttui.extract.times.calendar_names import PARTS, month_of, weekday_of
from fenttui.extract.times.lengths import PLURALS, UNITS, duration
from fenttui.extract.times.reading import Reading
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


def often(reading: Reading, index: int) -> Figure | None:
    """Daily, weekly, annually; within a name, as in the Daily News, no time."""
    if reading.tokens.capital[index] and not reading.tokens.opens[index]:
        return None
    return Figure(index, index + 1, "set", time=OFTEN[reading.tokens.lowers[index]])


def prefixed(reading: Reading, index: int) -> Figure | None:
    """Bi-weekly, semi-annually."""
    tokens = reading.tokens
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
    return Figure(index, index + 3, "set", time=value) if value is not None else None


def every(reading: Reading, index: int) -> Figure | None:
    """Every week, each Monday, every two years, every other day, every morning, per year."""
    tokens = reading.tokens
    lower, place = tokens.lowers[index], index + 1
    step = 1
    if lower != "per" and tokens.lower(place) in _OTHER:
        step, place = _OTHER[tokens.lower(place)], place + 1
    word = tokens.lower(place)
    if word in UNITS:
        code = UNITS[word][0]
        if lower == "per" and code in ("S", "MIN", "H"):
            return None
        if code == "NI":
            return Figure(index, place + 1, "set", time="XXXX-XX-XXTNI")
        return Figure(index, place + 1, "set", time=duration(step, code))
    if lower == "per":
        return None
    day = weekday_of(tokens, place)
    if day is not None:
        end, part = place + 1, PARTS.get(tokens.lower(place + 1), "")
        return Figure(index, end + bool(part), "set", time=f"XXXX-WXX-{day + 1}{part}")
    if word in PARTS:
        return Figure(index, place + 1, "set", time=f"XXXX-XX-XX{PARTS[word]}")
    if (month := month_of(tokens, place)) is not None:
        return Figure(index, place + 1, "set", time=f"XXXX-{month:02}")
    if word in SEASONS:
        return Figure(index, place + 1, "set", time=f"XXXX-{SEASONS[word]}")
    return _every_few(reading, index, place)


def _every_few(reading: Reading, index: int, place: int) -> Figure | None:
    """Every two years, every few months."""
    tokens = reading.tokens
    numeral = numeral_at(tokens, place)
    if numeral is None and tokens.lower(place) not in ("few", "several"):
        return None
    end = place + 1 if numeral is None else numeral.end
    value = None if numeral is None or numeral.many else numeral.value
    entry = PLURALS.get(tokens.lower(end))
    return Figure(index, end + 1, "set", time=duration(value, entry[0])) if entry is not None else None


def times_a(reading: Reading, index: int) -> Figure | None:
    """Twice a year, once every month, three times per week."""
    tokens = reading.tokens
    place = index + 1
    if tokens.lowers[index] not in _TIMES:
        numeral = numeral_at(tokens, index)
        if numeral is None or tokens.lower(numeral.end) != "times":
            return None
        place = numeral.end + 1
    word, unit = tokens.lower(place), tokens.lower(place + 1)
    if word not in ("a", "an", "per", "every", "each") or unit not in UNITS or unit == "second":
        return None
    return Figure(index, place + 2, "set", time=duration(1, UNITS[unit][0]))
