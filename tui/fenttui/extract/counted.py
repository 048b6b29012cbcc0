"""The unit that follows a number: percent, money, a measure, or the noun that is counted."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.extract.gazetteer import function_words
from fenttui.extract.mention import Kind
from fenttui.extract.numerals import Numeral, numeral_at
from fenttui.extract.tokens import Tokens
from fenttui.extract.units import (
    compound_measure,
    currency_after,
    currency_before,
    is_plural,
    measure,
    rate,
    singular,
)
from fenttui.extract.wordlists import word_set

_NO_NOUNS = word_set(
    "of in on at to by for from with and or but that which who is are was were be been has have had the a"
    " an as than then when while if so not no nor per more less"
)
_REACH = 4
"""How many words may stand between a number and its noun."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit after a number, and the token after it."""

    end: int
    kind: Kind
    name: str | None


def unit_at(tokens: Tokens, index: int, numeral: Numeral) -> Unit | None:
    """The unit that starts at token `index`, after a number."""
    word = tokens.lower(index)
    if word == "of" and numeral.many:
        index += 1
        word = tokens.lower(index)
    if word == "-" and tokens.joined(index) and tokens.joined(index + 1):
        return _hyphenated(tokens, index + 1)
    percent = _percent(tokens, index, word)
    if percent is not None:
        return percent
    if index >= len(tokens) or word in _NO_NOUNS:
        return _shared(tokens, index)
    return (
        _money_unit(tokens, index, word)
        or _measure_unit(tokens, index, word)
        or _noun(tokens, index, numeral)
    )


def _shared(tokens: Tokens, index: int) -> Unit | None:
    """The percent that a second number says for both: from 10 to 15 per cent."""
    if tokens.lower(index) not in ("to", "and", "or"):
        return None
    other = numeral_at(tokens, index + 1)
    if other is None:
        return None
    percent = _percent(tokens, other.end, tokens.lower(other.end))
    return Unit(index, percent.kind, percent.name) if percent else None


def _percent(tokens: Tokens, index: int, word: str) -> Unit | None:
    following = tokens.lower(index + 1)
    if word in ("%", "percent", "pct", "٪", "％"):
        if following in ("point", "points"):
            return Unit(index + 2, "percent", "percentage point")
        return Unit(index + 1, "percent", "percent")
    if word == "per" and following == "cent":
        return Unit(index + 2, "percent", "percent")
    if word == "percentage" and following in ("point", "points"):
        return Unit(index + 2, "percent", "percentage point")
    return None


def _money_unit(tokens: Tokens, index: int, word: str) -> Unit | None:
    code = currency_before(tokens.words[index])
    if code is not None and (len(word) == 3 or (tokens.joined(index) and not word.isalpha())):
        return Unit(index + 1, "money", code)
    for ahead in range(3):
        name = tokens.lower(index + ahead)
        code = currency_after(name, " ".join(tokens.lowers[index : index + ahead])) if name else None
        if code is not None and (ahead == 0 or tokens.capital[index]):
            return Unit(index + ahead + 1, "money", code)
    return None


def _measure_unit(tokens: Tokens, index: int, word: str) -> Unit | None:
    if word in ("°", "º"):
        scale = {"c": "degree Celsius", "f": "degree Fahrenheit"}.get(tokens.lower(index + 1))
        return Unit(index + (2 if scale else 1), "quantity", scale or "degree")
    if word == "basis" and tokens.lower(index + 1) in ("point", "points"):
        return Unit(index + 2, "quantity", "basis point")
    name, end = compound_measure(word, tokens.lower(index + 1)), index + 2
    if name is None:
        name, end = measure(word), index + 1
    if name is None or (word in ("g", "m", "mi", "mt", "ha", "hp") and tokens.capital[index]):
        return None
    if name == "degree" and tokens.lower(end) in ("celsius", "fahrenheit", "c", "f"):
        return Unit(
            end + 1, "quantity", f"degree {'Celsius' if tokens.lower(end)[0] == 'c' else 'Fahrenheit'}"
        )
    if tokens.lower(end) in ("per", "an", "a", "/"):
        per = {"h": "hour", "s": "second"}.get(tokens.lower(end + 1), tokens.lower(end + 1))
        whole = rate(name, per)
        if whole:
            return Unit(end + 2, "quantity", whole)
    return Unit(end, "quantity", name)


def _hyphenated(tokens: Tokens, index: int) -> Unit | None:
    """The unit in "a 10-kilometer race", "a 46-year-old"."""
    word = tokens.lower(index)
    if word == "year" and tokens.lower(index + 1) == "-" and tokens.lower(index + 2) in ("old", "olds"):
        return Unit(index + 3, "quantity", "year old")
    if not word.isalpha() or numeral_at(tokens, index) is not None:
        return None
    if word == "percentage" and tokens.lower(index + 1) == "-":
        points = tokens.lower(index + 2) in ("point", "points")
        return Unit(index + 3, "percent", "percentage point") if points else None
    name = measure(word)
    if name is not None:
        return Unit(index + 1, "quantity", name)
    code = currency_after(word)
    if code is not None:
        return Unit(index + 1, "money", code)
    percent = _percent(tokens, index, word)
    if percent is not None:
        return percent
    return Unit(index + 1, "count", singular(word)) if len(word) > 2 and not tokens.capital[index] else None


def _noun(tokens: Tokens, index: int, numeral: Numeral) -> Unit | None:
    """The noun that is counted: the first plural within a few words."""
    if numeral.value == 1:
        word = tokens.words[index]
        usable = word.isalpha() and word.islower() and word not in function_words() and len(word) > 2
        return Unit(index + 1, "count", word) if usable and not numeral.digits else None
    for place in range(index, min(index + _REACH, len(tokens))):
        word = tokens.lowers[place]
        if word == "-" and tokens.joined(place) and tokens.joined(place + 1):
            continue
        if (
            not word.replace("'", "").isalpha()
            or word in _NO_NOUNS
            or (word in function_words() and place > index)
        ):
            return None
        if is_plural(word) and not tokens.capital[place]:
            return Unit(place + 1, "count", singular(word))
    return None
