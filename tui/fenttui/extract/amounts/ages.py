"""Ages: a 46-year-old, three weeks old, aged 12 to 15, Jane Doe, 44,."""

from __future__ import annotations

from fenttui.extract.amounts.figure import AmountFigure
from fenttui.extract.mention import Measure, Value
from fenttui.extract.numbers.bounds import bound_of
from fenttui.extract.numbers.numerals import Numeral, numeral_at
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

_UNITS = {
    unit + ending: unit for unit in ("year", "month", "week", "day", "hour") for ending in ("", "s")
}  # fmt: skip
_OLDEST = 120
_AFTER_NAME = word_set("has had is was who says said of from told of , . )")
_AGED = word_set("aged age ages")


def age_at(tokens: Tokens, index: int) -> AmountFigure | None:
    """Return the age that starts with the number at token `index`.

    Its unit is `year of age` or a shorter one.
    """
    numeral = numeral_at(tokens, index)
    if (
        numeral is None
        or numeral.many
        or (tokens.joined(index) and tokens.lower(index - 1) in ("-", "–", "/"))
    ):
        return None
    value, end = _span(tokens, numeral)
    unit = _old(tokens, end)
    if unit is not None:
        return _age(tokens, index, unit[1], value, unit[0])
    if not numeral.digits or not isinstance(numeral.value, int) or numeral.value > _OLDEST:
        return None
    before = tokens.lower(index - 1)
    if before == "of" and tokens.lower(index - 2) == "age":
        before = "age"
    if before in _AGED or (before in ("between", "under", "over") and tokens.lower(index - 2) in _AGED):
        unitless = tokens.lower(end) not in _UNITS
        return _age(tokens, index, end if unitless else end + 1, value, "year")
    if end == index + 1 and (_after_a_name(tokens, index) or _was(tokens, index)):
        return _age(tokens, index, end, value, "year")
    return None


def _age(tokens: Tokens, first: int, end: int, value: Value, unit: str) -> AmountFigure:
    bound = bound_of(tokens, first, end) or "exact"
    return AmountFigure(first, end, "quantity", Measure(value, f"{unit} of age", bound))


def _span(tokens: Tokens, numeral: Numeral) -> tuple[Value, int]:
    """Return the value, or both ends of "40 - 50" and "25 to 54"."""
    position = numeral.end
    if tokens.lower(position) in ("-", "–", "to", "and", "or"):
        position += 1
        position += tokens.lower(position) == "-"
        other = numeral_at(tokens, position)
        if other is not None and not other.many and numeral.value < other.value <= _OLDEST:
            return (numeral.value, other.value), other.end
    return numeral.value, numeral.end


def _old(tokens: Tokens, end: int) -> tuple[str, int] | None:
    """Return the unit in year-old, years old, months of age, yo; and the token after it."""
    if tokens.lower(end) in ("yo", "y/o", "yrs"):
        return ("year", end + 1 + (tokens.lower(end + 1) == "old")) if tokens.lower(end) == "yo" or (
            tokens.lower(end + 1) == "old"
        ) else None  # fmt: skip
    position = end + (tokens.lower(end) == "-")
    unit = _UNITS.get(tokens.lower(position))
    if unit is None:
        return None
    position += 1
    position += tokens.lower(position) == "-"
    if tokens.lower(position) in ("old", "olds"):
        return unit, position + 1
    if tokens.lower(position) == "of" and tokens.lower(position + 1) == "age":
        return unit, position + 2
    return None


def _after_a_name(tokens: Tokens, index: int) -> bool:
    """Return whether the number stands where news puts an age: Jane Doe, 44, said; Jane Doe 44 has."""
    after = tokens.lower(index + 1)
    if tokens.joined(index) or not 1 <= len(tokens.words[index]) <= 3:
        return False
    if tokens.lower(index - 1) == ",":
        last = index - 2
        while last > 1 and tokens.words[last - 1] == "-" and tokens.joined(last):
            # The last part of a given name: Liu Kwok-hung.
            last -= 2
        named = last >= 0 and tokens.capital[last] and tokens.words[index - 2].isalpha()
        return (
            named
            and after in (",", ".", "who", ")")
            and int(tokens.words[index]) < 100
            and tokens.lower(index - 2) not in _NO_NAMES
        )
    two = index > 1 and tokens.capital[index - 1] and tokens.capital[index - 2]
    return (
        two and 18 <= int(tokens.words[index]) <= 99 and after in _AFTER_NAME - {".", ")", "of", "from", ","}
    )


def _was(tokens: Tokens, index: int) -> bool:
    """Return whether somebody is said to be so old: she was 99."""
    said = tokens.lower(index - 1) in ("is", "was", "turned", "turns") and tokens.lower(index - 2) in (
        "he",
        "she",
        "who",
    )
    return (
        said and not tokens.joined(index) and tokens.lower(index + 1) in (".", ",", "when", "and", "at", "")
    )


_NO_NAMES = word_set(
    "january february march april may june july august september october november december monday tuesday"
    " wednesday thursday friday saturday sunday no chapter section article"
)
