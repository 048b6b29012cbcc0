"""The unit that follows a number: percent, money, a measure, or the noun that is counted."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.extract.currencies import LARGE_ONLY, currency_before, currency_named
from fenttui.extract.gazetteer import function_words
from fenttui.extract.measures import is_rate, measure, measure_at, time_unit
from fenttui.extract.mention import Kind
from fenttui.extract.nouns import is_plural, singular
from fenttui.extract.number_words import MANY, SCALES
from fenttui.extract.numerals import Numeral, numeral_at
from fenttui.extract.tokens import Tokens
from fenttui.extract.wordlists import word_set

_NO_NOUNS = word_set(
    "of in on at to by for from with and or but that which who whom whose is are was were be been has have"
    " had the a an as than then when while if so not no nor per more less since until after before during"
    " under over into through against between among about because though although where how why will would"
    " can could may might should must did do does its their his her our your my this these those there he"
    " she it they we you i said says told out up down off away ago both all each every yet also only just"
    " last next around near within without via amid despite vs versus"
)
_ADJECTIVES = word_set("more other or and")
"""Function words that may stand inside the phrase of a counted noun."""
_REACH = 6
"""How many words may stand between a number and its noun."""
_PERCENT = word_set("% percent pct percents pc ％ ٪ percentage")
_PENCE = {"p": "penny", "c": "cent"}
_SHARED = word_set("and or to")
_WHOLES = word_set(
    "share barrel ton tonne head person unit ticket ounce gallon litre liter acre kilo kg bushel"
)
"""What a price is told for with "a" instead of "per"."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit after a number, and the token after it."""

    end: int
    kind: Kind
    name: str | None
    noun: int | None = None
    """For a count: the first token of its noun phrase."""


def unit_at(tokens: Tokens, index: int, numeral: Numeral) -> Unit | None:
    """The unit that starts at token `index`, after a number."""
    if tokens.lower(index) == "of" and numeral.many:
        index += 1
        if tokens.lower(index) in ("the", "these", "those", "its", "their", "his", "her", "our", "other"):
            index += 1
    if index >= len(tokens):
        return None
    unit = _unit(tokens, index, numeral)
    return rated(tokens, unit) if unit is not None and unit.name is not None else unit


def _unit(tokens: Tokens, index: int, numeral: Numeral) -> Unit | None:
    word = tokens.lowers[index]
    if word in ("-", "‐", "‑") and tokens.joined(index) and tokens.joined(index + 1):
        return _hyphenated(tokens, index + 1, numeral)
    percent = _percent(tokens, index, word)
    if percent is not None:
        return percent
    money = money_unit(tokens, index, numeral)
    if money is not None:
        return money
    if tokens.joined(index) and word.isalpha() and not numeral.digits:
        return None
    found = _measure(tokens, index, numeral)
    if found is not None:
        return found
    if word in ("times", "fold") or (word == "x" and tokens.joined(index) and not tokens.joined(index + 1)):
        return Unit(index + 1, "count", "count")
    if tokens.joined(index) and word[0].isalnum():
        return None
    if word == "of" and numeral.value != 1:
        return _part_of(tokens, index)
    if word in _NO_NOUNS and word != "more":
        return None
    if numeral.value < 1 and word == "point":
        return Unit(index + 1, "count", "point", noun=index)
    return _noun(tokens, index, numeral)


def _part_of(tokens: Tokens, index: int) -> Unit | None:
    """What is counted in "two of the firm's managers", "35m of its devices": the number's own end stays."""
    place = index + 1
    if tokens.lower(place) in _DETERMINERS:
        place += 1
    elif not (tokens.capital[place] if place < len(tokens) else False):
        return None
    unit = _noun(tokens, place, _SOME)
    return Unit(index, "count", unit.name, noun=place) if unit is not None else None


_SOME = Numeral(2, 0, digits=False)
_DETERMINERS = word_set("the its their his her our my your these those")


def rated(tokens: Tokens, unit: Unit) -> Unit:
    """With what it is for: $98 a share, three tests per day, 5 % a year.

    A time stays outside of the unit's tokens, so that it is a mention of its own.
    """
    name, end = unit.name, unit.end
    hyphen = tokens.lower(end) == "-" and tokens.joined(end)
    link = tokens.lower(end + hyphen)
    if link not in ("per", "a", "an", "each", "every", "/") or " per " in f"{name}":
        return unit
    place = end + hyphen + 1
    place += tokens.lower(place) == "-" and tokens.joined(place)
    word = tokens.lower(place)
    per = time_unit(word)
    if per is not None and len(word) > 2:
        inside = hyphen or link == "/"
        if link in ("a", "an") and not inside and not is_rate(tokens, place):
            return unit
        return Unit(place + 1 if inside else end, unit.kind, f"{name} per {per}", unit.noun)
    if link in ("per", "/") or (unit.kind == "money" and word in _WHOLES):
        if not word.isalpha() or word in function_words() or word in ("cent", "se") or tokens.capital[place]:
            return unit
        thing = measure(word) or singular(word)
        return Unit(place + 1, unit.kind, f"{name} per {thing}", unit.noun)
    return unit


def shared_unit(tokens: Tokens, index: int) -> Unit | None:
    """The unit that a second number says for both: 10 or 15 per cent, eight or nine euros."""
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
    place = index + 1 + hyphen
    if tokens.lower(place) in ("point", "points"):
        return Unit(place + 1, "percent", "percentage point")
    if word == "percentage":
        return None
    return Unit(index + 1, "percent", "percent")


def money_unit(tokens: Tokens, index: int, numeral: Numeral) -> Unit | None:
    """The currency whose sign, code or name starts at token `index`, after a number."""
    word, lower = tokens.words[index], tokens.lower(index)
    code = currency_before(word)
    if (
        code is not None
        and not (word.isascii() and word.isalpha() and len(word) < 3)
        and not _opens_money(tokens, index)
    ):
        return Unit(index + 1, "money", code)
    if tokens.joined(index) and numeral.digits and lower in _PENCE and word != "C":
        return Unit(index + 1, "money", _PENCE[lower])
    for ahead in (2, 1, 0):
        if index + ahead >= len(tokens):
            continue
        code = currency_named(" ".join(tokens.lowers[index : index + ahead + 1]))
        if code is None and ahead:
            code = _with_country(tokens, index, ahead)
        if code is None:
            continue
        if ahead == 0 and not _means_money(tokens, index, numeral, lower.removesuffix("s")):
            return None
        if lower in ("pound", "pounds") and tokens.lower(index + 1) == "sterling":
            ahead = 1
        return Unit(index + ahead + 1, "money", code)
    return None


def _opens_money(tokens: Tokens, index: int) -> bool:
    """Whether the sign at token `index` belongs to the number after it: 10 $ 30."""
    return not tokens.joined(index) and tokens.lower(index + 1)[:1].isdecimal()


def _with_country(tokens: Tokens, index: int, ahead: int) -> str | None:
    """The currency of "Sri Lankan rupees" where the adjective is one the table lacks: its short name."""
    if ahead != 1 or not tokens.capital[index]:
        return None
    return currency_named(tokens.lowers[index + 1])


_WEIGHED = word_set("of heavier lighter weight overweight in")
_PRICED = word_set(
    "cost costs costing pay pays paid paying price priced prices worth fine fined earn earned earns earning"
    " salary spend spent spending fee fees debt bill sterling british uk britain cash charge charged raised"
    " bank income wage wages tax taxes saved save savings pension"
)


def _means_money(tokens: Tokens, index: int, numeral: Numeral, name: str) -> bool:
    """Whether a name that is a word or a measure as well names money here."""
    if name in LARGE_ONLY:
        return numeral.scale > 1 or numeral.value >= 1000
    if name != "pound":
        return True
    if numeral.scale >= 1000 or tokens.lower(index + 1) == "sterling":
        return True
    if tokens.lower(index + 1) in ("per", "force"):
        return tokens.lower(index + 2) in ("week", "month", "year", "day", "hour", "head", "person", "ticket")
    near = tokens.lowers[max(index - 10, 0) : index + 8]
    return not _PRICED.isdisjoint(near) or ("£" in near)


def _measure(tokens: Tokens, index: int, numeral: Numeral) -> Unit | None:
    word = tokens.words[index]
    if word in ('"', "”", "″", "'", "′"):
        inches = numeral.digits and tokens.lower(index + 1) in _SIZES
        return Unit(index + 1, "quantity", "inch" if word in '"”″' else "foot") if inches else None
    joined = tokens.joined(index)
    if (
        word in ("C", "F")
        and numeral.digits
        and numeral.value < 2000
        and not tokens.joined(index + 1)
        | (tokens.lower(index + 1).isalpha() and not joined and tokens.capital[index + 1])
    ):
        return Unit(index + 1, "quantity", "degree Celsius" if word == "C" else "degree Fahrenheit")
    found = measure_at(tokens, index)
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


_SIZES = word_set("long wide tall high deep thick x diameter screen display tv monitor touchscreen wheels")
_ACRONYMS = word_set("MP MB GB MT PS TB")


def _is_sign(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a single letter after a number is the sign of a unit: 5 m, 12V; not 5 W Street, 24 m212."""
    joined, following = tokens.joined(index), tokens.joined(index + 1)
    if end == index + 1 and following and tokens.words[end][0].isalnum():
        return False
    spaced_name = not joined and tokens.words[index].isupper() and end < len(tokens) and tokens.capital[end]
    return not spaced_name


def _hyphenated(tokens: Tokens, index: int, numeral: Numeral) -> Unit | None:
    """The unit in "a 10-kilometer race", "a 20-dollar bill"; the counted noun of "a six-member panel"."""
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
    found = measure_at(tokens, index)
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


_NO_UNITS = word_set("plus odd ish strong some year month week day hour minute second old and")


def _noun(tokens: Tokens, index: int, numeral: Numeral) -> Unit | None:
    """The noun that is counted: the first plural within a few words, and those that it stands before."""
    if numeral.value == 1 and not numeral.digits:
        if tokens.lower(index) in _FURTHER or (
            tokens.capital[index] and not tokens.opens[index] and _may_be_noun(tokens.lower(index + 1))
        ):
            index += 1
        end = index
        while end < min(index + _REACH // 2, len(tokens)) and _may_be_noun(tokens.words[end]):
            end += 1
        return Unit(end, "count", tokens.words[end - 1], noun=index) if end > index else None
    words, lowers = tokens.words, tokens.lowers
    for place in range(index, min(index + _REACH, len(tokens))):
        word = lowers[place]
        if word == "-" and tokens.joined(place + 1) and place > index:
            continue
        if words[place].isdecimal() and place > index and len(word) < 3 and _in_a_name(tokens, place):
            continue
        if not word.replace("'", "").isalpha() and word not in ("'s", "’s"):
            return None
        if (word in _NO_NOUNS or word in function_words()) and not (
            word in _ADJECTIVES and (place == index or (word == "and" and _joins(tokens, place)))
        ):
            return None
        if (is_plural(word) or _is_plural_acronym(words[place])) and _heads(tokens, place):
            return Unit(place + 1, "count", _one_of(words[place], word), noun=index)
    return None


_FURTHER = word_set("more other such additional extra")


def _may_be_noun(word: str) -> bool:
    return (
        word.isalpha()
        and word.islower()
        and len(word) > 2
        and word not in function_words()
        and word not in _NO_NOUNS
        and not word.endswith(("ing", "ed", "ly"))
    )


def _one_of(word: str, lower: str) -> str:
    """The singular, with the capital of a name: American."""
    one = lower[:-1] if _is_plural_acronym(word) else singular(lower)
    return word[: len(one)] if word[0] != lower[0] and word[: len(one)].lower() == one else one


def _in_a_name(tokens: Tokens, place: int) -> bool:
    """Whether a number is inside the phrase: Model 3 cars, Covid-19 tests."""
    return tokens.capital[place - 1 - (tokens.words[place - 1] == "-")]


def _is_plural_acronym(word: str) -> bool:
    """MPs, TDs, SUVs."""
    return len(word) > 2 and word[-1] == "s" and word[:-1].isupper()


def _joins(tokens: Tokens, place: int) -> bool:
    """Whether "and" at `place` joins two names or two adjectives before one noun: Kia and Hyundai cars."""
    return tokens.capital[place - 1] == tokens.capital[place + 1] if place + 2 < len(tokens) else False


def _heads(tokens: Tokens, place: int) -> bool:
    """Whether the plural at `place` is the last of its phrase: not sports in "two sports cars"."""
    if tokens.lower(place + 1) in ("'s", "’s") and tokens.joined(place + 1):
        return False
    return place + 1 >= len(tokens) or not (
        tokens.lowers[place] in _ATTRIBUTIVE and is_plural(tokens.lowers[place + 1])
    )


_ATTRIBUTIVE = word_set(
    "sports arms sales women men goods securities savings operations communications drugs"
)
