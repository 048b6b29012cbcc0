"""The unit that follows a number: percent, money, a unit of measure, or the noun that is counted."""

from __future__ import annotations

from fenttui.extract.amounts.counted_nouns import counted_noun, may_be_noun
from fenttui.extract.amounts.currencies import LARGE_ONLY, currency_named
from fenttui.extract.amounts.money_names import money_unit
from fenttui.extract.amounts.unit import Unit
from fenttui.extract.amounts.units_of_measure import is_rate, named_unit, named_unit_at, time_unit
from fenttui.extract.numbers.numerals import Numeral, numeral_at
from fenttui.extract.numbers.words import MANY, SCALES
from fenttui.extract.text.gazetteer import function_words
from fenttui.extract.text.nouns import is_plural, singular
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

_PERCENT = word_set("% percent pct percents pc ％ ٪ percentage")
_POINTS = word_set("pp ppt ppts")
_MOST_POINTS = 100
"""Percentage points; more pp are the pages of a book."""
_HOTTEST = 2000
_SHARED = word_set("and or to")
_WHOLES = word_set(
    "share barrel ton tonne head person unit ticket ounce gallon litre liter acre kilo kg bushel"
)
"""What a price is stated for with "a" instead of "per"."""
_SIZES = word_set("long wide tall high deep thick x diameter screen display tv monitor touchscreen wheels")
"""Words after the sign of inches, which is a quotation mark as well."""
_ACRONYMS = word_set("MP MB GB MT PS TB")
"""Signs that are abbreviations too, where a plural follows: 5 MP seats."""
_SINGULAR_TIMES = word_set("second minute hour day week month year decade")
"""Units of time that stand before a noun: a 30 year rate."""
_NO_UNITS = word_set("plus odd ish strong some year month week day hour minute second old and")
"""What follows a hyphen and names no unit."""


def unit_at(tokens: Tokens, index: int, numeral: Numeral) -> Unit | None:
    """Return the unit that starts at token `index`, after a number."""
    if tokens.lower(index) == "of" and numeral.many:
        index += 1
        if tokens.lower(index) in ("the", "these", "those", "its", "their", "his", "her", "our", "other"):
            index += 1
    index = _after_plus(tokens, index)
    if index >= len(tokens):
        return None
    unit = _unit(tokens, index, numeral)
    return rated(tokens, unit) if unit is not None and unit.name is not None else unit


def _after_plus(tokens: Tokens, index: int) -> int:
    """Return the token after what opens the number upwards or around: 30+, 20-plus, 20 or so, 20 or more."""
    word, following = tokens.lower(index), tokens.lower(index + 1)
    if word == "+" and tokens.joined(index) and not following[:1].isdecimal():
        return index + 1
    if word == "-" and tokens.joined(index) and following in ("plus", "odd", "some"):
        return index + 2
    if word == "or" and following in ("so", "more", "fewer") and tokens.lower(index + 2).isalpha():
        return index + 2
    return index


def _unit(tokens: Tokens, index: int, numeral: Numeral) -> Unit | None:
    word = tokens.lowers[index]
    if word in ("-", "‐", "‑") and tokens.joined(index) and tokens.joined(index + 1):
        return _hyphenated(tokens, index + 1, numeral)
    percent = _percent(tokens, index, word)
    if percent is not None:
        return percent
    if word in _POINTS and numeral.digits and numeral.value <= _MOST_POINTS:
        return Unit(index + 1, "percent", "percentage point")
    money = money_unit(tokens, index, numeral)
    if money is not None:
        return money
    if tokens.joined(index) and word.isalpha() and not numeral.digits:
        return None
    found = _unit_of_measure(tokens, index, numeral)
    if found is not None:
        return found
    if word in ("times", "fold") or (word == "x" and tokens.joined(index) and not tokens.joined(index + 1)):
        return Unit(index + 1, "count", "count")
    if tokens.joined(index) and word[0].isalnum():
        return None
    if numeral.value < 1 and word == "point":
        return Unit(index + 1, "count", "point", noun=index)
    return counted_noun(tokens, index, numeral)


def rated(tokens: Tokens, unit: Unit) -> Unit:
    """Return the unit with what follows "per" or "a": $98 a share, three tests per day, 5 % a year.

    A time stays outside of the unit's tokens, so that it is a mention of its own.
    """
    name, end = unit.name, unit.end
    hyphen = tokens.lower(end) == "-" and tokens.joined(end)
    link = tokens.lower(end + hyphen)
    if link not in ("per", "a", "an", "each", "every", "/") or " per " in f"{name}":
        return unit
    position = end + hyphen + 1
    position += tokens.lower(position) == "-" and tokens.joined(position)
    word = tokens.lower(position)
    per = time_unit(word)
    if per is not None and len(word) > 2:
        inside = hyphen or link == "/"
        if link in ("a", "an") and not inside and not is_rate(tokens, position):
            return unit
        return Unit(position + 1 if inside else end, unit.kind, f"{name} per {per}", unit.noun)
    if link in ("per", "/") or (unit.kind == "money" and word in _WHOLES):
        if (
            not word.isalpha()
            or word in function_words()
            or word in ("cent", "se")
            or tokens.capital[position]
        ):
            return unit
        thing = named_unit(word) or singular(word)
        return Unit(position + 1, unit.kind, f"{name} per {thing}", unit.noun)
    return unit


def shared_unit(tokens: Tokens, index: int) -> Unit | None:
    """Return the unit that a second number says for both: 10 or 15 per cent, eight or nine euros."""
    if tokens.lower(index) not in _SHARED:
        return None
    other = numeral_at(tokens, index + 1)
    if other is None or other.many:
        return None
    unit = unit_at(tokens, other.end, other)
    if unit is None or (unit.kind == "count" and tokens.lower(index) != "or"):
        return None
    return Unit(index, unit.kind, unit.name)


def _percent(tokens: Tokens, index: int, word: str) -> Unit | None:
    following = tokens.lower(index + 1)
    hyphen = following == "-" and tokens.joined(index + 1)
    if word == "per" and following == "cent":
        word, index, following = "%", index + 1, tokens.lower(index + 2)
    elif word == "p.c." or (word == "pc" and tokens.lower(index + 1) in ("of", "in", ".", ",")):
        word = "%"
    elif word == "basis" and following in ("point", "points"):
        return Unit(index + 2, "quantity", "basis point")
    elif word == "bps" and not tokens.joined(index):
        return Unit(index + 1, "quantity", "basis point")
    if word not in _PERCENT or word == "pc":
        return None
    position = index + 1 + hyphen
    if tokens.lower(position) in ("point", "points"):
        return Unit(position + 1, "percent", "percentage point")
    if word == "percentage":
        return None
    return Unit(index + 1, "percent", "percent")


def _unit_of_measure(tokens: Tokens, index: int, numeral: Numeral) -> Unit | None:
    word = tokens.words[index]
    if word in ('"', "”", "″", "'", "′"):
        inches = numeral.digits and tokens.lower(index + 1) in _SIZES
        return Unit(index + 1, "quantity", "inch" if word in '"”″' else "foot") if inches else None
    joined = tokens.joined(index)
    if (
        word in ("C", "F")
        and numeral.digits
        and numeral.value < _HOTTEST
        and _is_sign(tokens, index, index + 1)
    ):
        return Unit(index + 1, "quantity", "degree Celsius" if word == "C" else "degree Fahrenheit")
    if not joined and word in _SINGULAR_TIMES and numeral.digits and _stands_before_noun(tokens, index + 1):
        return Unit(index + 1, "quantity", word)
    found = named_unit_at(tokens, index)
    if found is None:
        return None
    name, end = found
    if len(word) <= 2 and word.isalpha() and word.lower() != "ft" and not numeral.digits:
        return None
    if len(word) == 1 and word.isalpha() and not _is_sign(tokens, index, end):
        return None
    if word.isupper() and len(word) > 1 and not joined and word in _ACRONYMS and is_plural(tokens.lower(end)):
        return None
    return Unit(end, "quantity", name)


def _stands_before_noun(tokens: Tokens, index: int) -> bool:
    """Return whether a noun or another number follows: a 30 year rate, a 4.3 second 40 yard dash."""
    word = tokens.lower(index)
    return may_be_noun(word) or word[:1].isdecimal()


def _is_sign(tokens: Tokens, index: int, end: int) -> bool:
    """Return whether a single letter after a number is the sign of a unit: 5 m, 12V.

    Not 5 W Street, 24 m212.
    """
    joined, following = tokens.joined(index), tokens.joined(index + 1)
    if end == index + 1 and following and tokens.words[end][0].isalnum():
        return False
    spaced_name = not joined and tokens.words[index].isupper() and end < len(tokens) and tokens.capital[end]
    return not spaced_name


def _hyphenated(tokens: Tokens, index: int, numeral: Numeral) -> Unit | None:
    """Return the unit in "a 10-kilometer race", "a 20-dollar bill".

    The counted noun of "a six-member panel".
    """
    word = tokens.lower(index)
    if not word.isalpha() or word in SCALES or word in MANY or numeral_at(tokens, index) is not None:
        return None
    percent = _percent(tokens, index, word)
    if percent is not None:
        return percent
    if word == "percentage" and tokens.lower(index + 2) in ("point", "points"):
        return Unit(index + 3, "percent", "percentage point")
    if word == "fold":
        return Unit(index + 1, "count", "count")
    found = named_unit_at(tokens, index)
    if found is not None:
        return Unit(found[1], "quantity", found[0])
    code = currency_named(word)
    if code is not None and word not in LARGE_ONLY:
        return Unit(index + 1, "money", code)
    usable = (
        len(word) > 2
        and numeral.value != 1
        and not word.endswith("ed")
        and not tokens.capital[index]
        and word not in function_words()
        and word not in _NO_UNITS
    )
    return Unit(index + 1, "count", singular(word), noun=index) if usable else None
