"""Lengths of time as TIMEX3 values: P2W, PT1H30M, P1Y6M, PXY."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from fenttui.extract.mention import Number
from fenttui.extract.text.calendar_names import UNIT_OF_PLURAL
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times.timex import Granule

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
    "decade": ("E", "decade"),
    "century": ("C", "century"),
    "millennium": ("L", None),
    "yr": ("Y", "year"),
    "min": ("MIN", None),
    "hr": ("H", None),
    "sec": ("S", None),
}
"""From a unit to its code, and to what is shifted by "last" and "next"."""
PLURALS = {plural: UNITS[unit] for plural, unit in UNIT_OF_PLURAL.items()}
SHORT = {"yr": "year", "min": "minute", "hr": "hour", "sec": "second"}
VAGUE = word_set("few several many some couple")
_MULTIPLES = {"2W": (2, "W"), "Q": (3, "M")}
_IN_YEARS = {"E": 10, "C": 100, "L": 1000}
_HALVES = {"Y": "6M", "H": "30M", "MIN": "30S", "D": "T12H"}
_PLAIN = ("Y", "M", "W", "D", "H", "MIN", "S")
_OF_DAY = ("H", "MIN", "S")


def unit_name(word: str) -> str:
    """Return the singular English name of a unit of time, from any of its forms."""
    name = {"centuries": "century", "millennia": "millennium"}.get(word, word.removesuffix("s"))
    return SHORT.get(name, name)


def duration(count: Number | None, code: str) -> str:
    """Return the value of so many units; `X` where `count` is None, not stated."""
    prefix = "PT" if code in _OF_DAY else "P"
    if count is None:
        return f"{prefix}X{_letter({'2W': 'W'}.get(code, code))}"
    if code in _IN_YEARS and (code == "E" or count != int(count)) and count != 1:
        return duration(_IN_YEARS[code] * count, "Y")
    if code in _MULTIPLES:
        factor, code = _MULTIPLES[code]
        count *= factor
    whole = int(count)
    if count == whole:
        return f"{prefix}{whole}{_letter(code)}"
    if count - whole == Decimal("0.5") and code in _HALVES:
        half = _HALVES[code]
        return f"{prefix}{whole}{_letter(code)}{half}" if whole else f"{prefix}{half}"
    return f"{prefix}{count:f}".rstrip("0") + _letter(code)


def compound(parts: Sequence[tuple[Number, str]]) -> str | None:
    """Return the value of years and months, hours and minutes; None where the units do not go down."""
    positions = [_PLAIN.index(code) if code in _PLAIN else -1 for _, code in parts]
    if (
        -1 in positions
        or positions != sorted(set(positions))
        or any(count != int(count) for count, _ in parts)
    ):
        return None
    days = "".join(f"{int(count)}{code}" for count, code in parts if code not in _OF_DAY)
    clock = "".join(f"{int(count)}{_letter(code)}" for count, code in parts if code in _OF_DAY)
    return f"P{days}{'T' if clock else ''}{clock}"


def _letter(code: str) -> str:
    return "M" if code == "MIN" else code
