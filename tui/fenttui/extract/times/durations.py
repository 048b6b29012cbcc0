"""Lengths of time as the text says them: three days, a year and a half, 10-year, several months."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from fenttui.extract.mention import Number, Value
from fenttui.extract.numbers.numerals import numeral_at
from fenttui.extract.text.gazetteer import function_words
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times.context import Context
from fenttui.extract.times.figure import TimeFigure, date_or_time
from fenttui.extract.times.lengths import PLURALS, SHORT, UNITS, VAGUE, compound, duration, unit_name
from fenttui.extract.times.timex import PAST, Granule

LONG = {f"{unit}long": unit for unit in ("day", "week", "month", "year", "decade", "hour", "night")}
_KINDS = word_set(
    "more full whole additional consecutive straight long extra business trading calendar working further"
    " successive fiscal solid good short other long-term entire"
)
_HALF = Decimal("0.5")
_QUOTES = ("(", '"', "“", "'", "‘", "-", "–", "—", "[", "`")
_LONGEST = 3
"""Units of one length: years, months and days."""
_ADDED = ("and", ",")
_PLACED = word_set("in for after within over through during took takes take lasted of spent until by be")
"""Before "years" by itself they make it a length of time."""


@dataclass(slots=True)
class Length:
    """So many units of time."""

    value: Value | None
    """None for "several"."""
    code: str
    granule: Granule | None
    unit: str
    end: int
    timex: str
    """The TIMEX3 value."""


def length_at(tokens: Tokens, index: int) -> Length | None:
    """Return the length of time that starts at token `index`."""
    lower = tokens.lowers[index]
    if lower in ("a", "an", "another"):
        return _with_article(tokens, index)
    if lower == "half":
        position = index + 1
        position += tokens.lower(position) == "-"
        position += tokens.lower(position) in ("a", "an")
        return _of_unit(tokens, position, _HALF, single=True) if position > index + 1 else None
    if lower == "couple":
        return _of_unit(tokens, index + 1 + (tokens.lower(index + 1) == "of"), 2)
    if lower in VAGUE:
        if lower == "many" and tokens.lower(index - 1) in ("as", "so", "how", "too"):
            return None
        position = index + 1
        position += tokens.lower(position) == "more"
        position += tokens.lower(position) in ("of", "-")
        return _of_unit(tokens, position, None, single=tokens.lower(position - 1) == "-")
    return _counted(tokens, index)


def _with_article(tokens: Tokens, index: int) -> Length | None:
    """Return a week, a couple of days, a few months, half a year, a full hour."""
    position = index + 1
    word = tokens.lower(position)
    if word == "couple":
        return _of_unit(tokens, position + 1 + (tokens.lower(position + 1) == "of"), 2)
    if word in ("few", "good"):
        position += 1 + (tokens.lower(position + 1) == "many")
        return _of_unit(tokens, position, None)
    if word == "half" or (word == "quarter" and tokens.lower(position + 1) in ("century", "-", "of")):
        part = _HALF if word == "half" else Decimal("0.25")
        position += 1 + (tokens.lower(position + 1) in ("-", "of"))
        position += tokens.lower(position) == "a"
        return _of_unit(tokens, position, part, single=True)
    if word in _KINDS and word != "fiscal" and tokens.lower(position + 1) in UNITS:
        position += 1
    if tokens.lower(position) in UNITS and tokens.lower(position) not in ("second", "quarter", "min", "sec"):
        return _of_unit(tokens, position, 1, single=True)
    return _counted(tokens, index) if word in ("hundred", "thousand", "dozen", "million") else None


def _counted(tokens: Tokens, index: int) -> Length | None:
    """Return a number of units: 3 days, two and a half years, 2 1/2 years, 10-year, five to ten days."""
    if tokens.joined(index) and tokens.words[index - 1] not in _QUOTES:
        return None
    numeral = numeral_at(tokens, index)
    if numeral is None:
        return None
    value = numeral.value
    end = numeral.end
    if numeral.many:
        end += tokens.lower(end) == "of"
        return _of_unit(tokens, end, None, single=False)
    hyphen = tokens.lower(end) in ("-", "–") and tokens.joined(end)
    if (hyphen or tokens.lower(end) in ("to", "or")) and (other := numeral_at(tokens, end + 1)) is not None:
        further = other.end + (tokens.lower(other.end) == "-")
        if value < other.value and (tokens.lower(other.end) in PLURALS or tokens.lower(further) in UNITS):
            return _of_unit(tokens, further, (value, other.value), single=further > other.end)
    end += hyphen
    single = value <= 1 or hyphen or _attributive(tokens, end)
    return _of_unit(tokens, end, value, single=single, digits=numeral.digits)


def _attributive(tokens: Tokens, position: int) -> bool:
    """Return whether a unit in the singular stands before a noun, as in "a two day visit"."""
    following = tokens.lower(position + 1)
    return (
        tokens.lower(position) in ("minute", "hour", "day", "week", "month", "year")
        and following.isalpha()
        and following not in function_words()
        and not tokens.capital[position + 1]
        and not tokens.opens[position + 1]
    )


def _of_unit(
    tokens: Tokens, position: int, value: Value | None, *, single: bool = False, digits: bool = False
) -> Length | None:
    """Return the unit at token `position`, and what is added to it: and a half, and three months."""
    if tokens.lower(position) in _KINDS and tokens.lower(position + 1) in (PLURALS if not single else UNITS):
        position += 1
    word = tokens.lower(position)
    entry = UNITS.get(word) if single else None
    entry = entry or PLURALS.get(word)
    if entry is None and digits and word in SHORT:
        entry = UNITS[word]
    if (
        entry is None
        or (value is None and not single and word in UNITS)
        or (tokens.capital[position] and not tokens.opens[position] and word in ("second", "seconds"))
    ):
        return None
    code, granule = entry
    end = position + 1
    told_value = value if not isinstance(value, tuple) else value[0]
    said = duration(told_value, code)
    if not isinstance(value, tuple) and value is not None:
        value, said, end = _added(tokens, value, code, said, end)
    return Length(value, code, granule, unit_name(word), end, said)


def _added(tokens: Tokens, value: Number, code: str, said: str, end: int) -> tuple[Number, str, int]:
    """Return a year and a half; two years and three months, whose value stays that of the first unit."""
    if tokens.lowers[end : end + 3] == ["and", "a", "half"]:
        return value + _HALF, duration(value + _HALF, code), end + 3
    parts, whole = [(value, code)], said
    for _ in range(_LONGEST - 1):
        position = end + (tokens.lower(end) in _ADDED)
        position += tokens.lower(position) == "and"
        numeral = numeral_at(tokens, position)
        if numeral is None or numeral.many:
            break
        word = tokens.lower(numeral.end)
        entry = PLURALS.get(word) or (UNITS.get(word) if numeral.value == 1 else None)
        longer = compound([*parts, (numeral.value, entry[0])]) if entry is not None else None
        if entry is None or longer is None:
            break
        parts.append((numeral.value, entry[0]))
        whole, end = longer, numeral.end + 1
    return value, whole, end


def bare_unit(context: Context, index: int) -> TimeFigure | None:
    """Return an indefinite duration: "in years", "weeks or months", "months ago"."""
    tokens = context.tokens
    entry = PLURALS.get(tokens.lowers[index])
    if entry is None or (tokens.capital[index] and not tokens.opens[index]):
        return None
    end = index + 1
    ahead = tokens.lower(end) == "ahead" or (tokens.lower(end) == "to" and tokens.lower(end + 1) == "come")
    if tokens.lower(end) == "ago":
        return date_or_time(index, end + 1, PAST)
    if tokens.lower(end) in ("later", "earlier"):
        return TimeFigure(index, end, "duration", duration(None, entry[0]))
    known = tokens.lower(index - 1) == "the" and tokens.lower(index - 2) in _PLACED
    known = known and tokens.lower(end) in ("before", "after", "since", "following", "leading", "preceding")
    paired = tokens.lower(end) == "or" and tokens.lower(end + 1) in PLURALS
    if ahead and tokens.lower(index - 1) in ("the", "in", "for"):
        end += 1 if tokens.lower(end) == "ahead" else 2
    elif paired:
        end += 2
    elif tokens.lower(end) in ("after", "before") and tokens.lower(index - 1) != "the":
        return TimeFigure(index, end, "duration", duration(None, entry[0]))
    elif (not known and tokens.lower(index - 1) not in _PLACED) or tokens.lower(index - 2) in (
        "matter",
        "number",
    ):
        return None
    if entry[0] in ("S", "MIN", "Q", "NI", "WE") and not paired:
        return None
    return TimeFigure(index, end, "duration", duration(None, entry[0]))


def compact_length(context: Context, index: int) -> TimeFigure:
    """Return the duration of "weeklong" or "yearlong"."""
    lower = context.tokens.lowers[index]
    return TimeFigure(index, index + 1, "duration", duration(1, UNITS[LONG[lower]][0]))
