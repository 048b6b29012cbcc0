"""Lengths of time, such as three days, and what is told by one: two years ago, twice a week."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from fenttui.extract.amounts import Figure
from fenttui.extract.bounds import bound_of
from fenttui.extract.mention import Amount, Value
from fenttui.extract.numerals import Numeral, numeral_at
from fenttui.extract.times import timex
from fenttui.extract.times.timex import Granule
from fenttui.extract.tokens import Tokens
from fenttui.extract.wordlists import word_set

UNITS: dict[str, tuple[str, Granule | None]] = {
    "second": ("S", None),
    "minute": ("MIN", None),
    "hour": ("H", None),
    "day": ("D", "day"),
    "night": ("NI", None),
    "week": ("W", "week"),
    "weekend": ("WE", "weekend"),
    "fortnight": ("2W", None),
    "month": ("M", "month"),
    "quarter": ("Q", "quarter"),
    "year": ("Y", "year"),
    "decade": ("DE", "decade"),
    "century": ("CE", "century"),
    "yr": ("Y", "year"),
    "min": ("MIN", None),
    "hr": ("H", None),
    "sec": ("S", None),
}
"""From a unit to its TIMEX3 code, and to what is shifted by "last" and "next"."""
PLURALS = {f"{unit}s": entry for unit, entry in UNITS.items()} | {"centuries": UNITS["century"]}
_NAMES = {"yr": "year", "min": "minute", "hr": "hour", "sec": "second"}
VAGUE = word_set("few several many some couple")


def unit_name(word: str) -> str:
    """The singular English name of a unit of time, from any of its forms."""
    name = "century" if word == "centuries" else word.removesuffix("s")
    return _NAMES.get(name, name)


def length_at(tokens: Tokens, index: int, date: dt.date | None, lower: str) -> Figure | None:
    """A length of time: three days, a year, 10-year, several months; with "ago" a date."""
    first, end = index, index
    value: Value | None = None
    numeral: Numeral | None = None
    if lower in ("a", "an"):
        end = index + 1
        if tokens.lower(end) == "couple" and tokens.lower(end + 1) == "of":
            end, value = end + 2, 2
        elif tokens.lower(end) == "few":
            end += 1
        elif tokens.lower(end) == "half" and tokens.lower(end + 1) in UNITS:
            end, value = end + 1, Decimal("0.5")
        elif tokens.lower(end) in UNITS:
            value = 1
    elif lower == "half" and tokens.lower(index + 1) in ("a", "an"):
        end, value = index + 2, Decimal("0.5")
    elif lower in VAGUE:
        end = index + 1 + (tokens.lower(index + 1) == "of")
    else:
        if tokens.joined(index) and tokens.words[index - 1] not in ("(", '"', "“", "'", "‘", "-", "–", "—"):
            return None
        numeral = numeral_at(tokens, index)
        if numeral is None:
            return None
        end = numeral.end
    return _measured(tokens, first, end, value if numeral is None else numeral.value, numeral, date)


def _measured(
    tokens: Tokens, first: int, end: int, value: Value | None, numeral: Numeral | None, date: dt.date | None
) -> Figure | None:
    hyphen = tokens.lower(end) == "-" and tokens.joined(end) and numeral is not None
    if (
        hyphen
        and numeral is not None
        and (other := numeral_at(tokens, end + 1))
        and not isinstance(value, tuple)
    ):
        if tokens.lower(other.end) in PLURALS and value is not None and value < other.value:
            value, end, hyphen = (value, other.value), other.end, False
    elif numeral is not None and tokens.lower(end) in ("to", "or") and not isinstance(value, tuple):
        other = numeral_at(tokens, end + 1)
        if other and tokens.lower(other.end) in PLURALS and value is not None and value < other.value:
            value, end = (value, other.value), other.end
    end += hyphen
    many = numeral is not None and numeral.many
    if many and tokens.lower(end) == "of":
        end += 1
    word = tokens.lower(end)
    single = value is not None and (value == 1 or value == Decimal("0.5") or hyphen)
    entry = UNITS.get(word) if single else None
    entry = entry or PLURALS.get(word)
    if entry is None and not hyphen and numeral is not None and numeral.digits and word in _NAMES:
        entry = UNITS[word]
    if entry is None or (word in ("second", "quarter", "min", "sec") and numeral is None):
        return None
    code, granule = entry
    end += 1
    if tokens.lower(end) == "-" and tokens.lower(end + 1) == "old":
        return _age(tokens, first, end + 2, value)
    if word in ("year", "years") and tokens.lower(end) in ("old", "olds"):
        return _age(tokens, first, end + 1, value)
    count = "X" if value is None or many else f"{value[0]}" if isinstance(value, tuple) else f"{value}"
    amount = None
    if value is not None:
        bound = bound_of(tokens, first, end) or ("over" if many else "exact")
        amount = Amount(value, unit_name(word), bound)
    if tokens.lower(end) in ("ago", "earlier") or (
        tokens.lower(end) == "from" and tokens.lower(end + 1) == "now"
    ):
        sign = -1 if tokens.lower(end) != "from" else 1
        stop = end + (1 if sign < 0 else 2)
        return Figure(first, stop, "date", time=_distant(date, value, granule, sign))
    if value == 1 and numeral is None and _rated(tokens, first):
        return Figure(first, end, "set", time=timex.duration("1", code))
    if code == "2W":
        return Figure(first, end, "duration", amount, "P2W" if value == 1 else "PXW")
    return Figure(first, end, "duration", amount, timex.duration(count, code))


def _age(tokens: Tokens, first: int, end: int, value: Value | None) -> Figure | None:
    if value is None:
        return None
    return Figure(first, end, "quantity", Amount(value, "year old", bound_of(tokens, first, end) or "exact"))


def _distant(date: dt.date | None, value: Value | None, granule: Granule | None, sign: int) -> str:
    if isinstance(value, int) and granule is not None:
        return timex.shifted(date, sign * value, granule)
    if granule is None and value is not None and date is not None:
        return date.isoformat()
    return "PAST_REF" if sign < 0 else "FUTURE_REF"


def _rated(tokens: Tokens, first: int) -> bool:
    """Whether "a year" after an amount says how often: 5 million tons a year, twice a week."""
    before = tokens.lower(first - 1)
    if before in ("once", "twice", "times", "%", "percent", "cent", "million", "billion", "trillion"):
        return True
    near = range(max(first - 3, 0), first)
    plural = (
        before.endswith("s")
        and not before.endswith("ss")
        and before not in ("is", "was", "has", "as", "'s", "’s")
    )
    return before[:1].isdecimal() or (plural and any(tokens.lowers[i][0].isdecimal() for i in near))
