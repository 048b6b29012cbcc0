"""Units of measure by name and by sign: kilometres, km/h, square feet, kWh, pound-feet, parts per million."""

from __future__ import annotations

from functools import cache, lru_cache

from fenttui.extract.text.gazetteer import canonical_forms, rows
from fenttui.extract.text.nouns import singular
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

_PREFIXES = {
    "n": "nano", "µ": "micro", "μ": "micro", "u": "micro", "m": "milli", "c": "centi", "d": "deci",
    "k": "kilo", "h": "hecto", "K": "kilo", "M": "mega", "G": "giga", "T": "tera", "P": "peta",
}  # fmt: skip
_SPELLINGS = {"metre": "meter", "litre": "liter", "gram": "gramme"}
_ALONE = frozenset("mglLVWtNJ")
"""Signs of one letter that stand for a unit after digits; other letters are names of things."""
_NOT_MEASURES = ("second", "bar", "tesla", "henry", "gray", "weber", "mole")
"""Units whose name means something else in news."""
_POWERS = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
_EXPONENTS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}
_PER_TIME = {
    "second": "second", "sec": "second", "s": "second", "minute": "minute", "min": "minute",
    "hour": "hour", "hr": "hour", "h": "hour", "day": "day", "week": "week", "month": "month",
    "year": "year", "yr": "year", "annum": "year", "quarter": "quarter", "night": "night", "decade": "decade",
    "ms": "millisecond", "millisecond": "millisecond", "weekend": "weekend",
}  # fmt: skip
_BRACKETS = {"(": ")", "[": "]"}
_MOST_WORDS = 3
_CELSIUS, _FAHRENHEIT = "degree Celsius", "degree Fahrenheit"
_TEMPERATURES = {
    "celsius": _CELSIUS, "celcius": _CELSIUS, "centigrade": _CELSIUS, "c": _CELSIUS, "degc": _CELSIUS,
    "℃": _CELSIUS, "fahrenheit": _FAHRENHEIT, "farenheit": _FAHRENHEIT, "f": _FAHRENHEIT,
    "degf": _FAHRENHEIT, "℉": _FAHRENHEIT, "kelvin": "kelvin",
}  # fmt: skip
_SCALES_ALONE = word_set("celsius celcius centigrade fahrenheit farenheit degc degf ℃ ℉ kelvin")


@cache
def _forms() -> dict[str, str]:
    """Return the unit by its name in lower case or its sign as written."""
    forms: dict[str, str] = {}
    for name, sign, prefixes in rows("si_units"):
        if len(sign) > 1 or sign in _ALONE:
            forms[sign] = name
        forms |= {prefix + sign: _prefixed(name, prefix) for prefix in prefixes}
        if " per " not in name:
            forms |= _spelled(name)
    forms |= canonical_forms("measures")
    return {form: name for form, name in forms.items() if form not in _NOT_MEASURES}


def _prefixed(name: str, prefix: str) -> str:
    """Return the units with prefixes: megabit, kilogram; but megaton for a million metric tons."""
    return _PREFIXES[prefix] + ("ton" if name == "metric ton" else name)


def _spelled(name: str) -> dict[str, str]:
    """Return the names of a unit with every prefix, in each of its spellings."""
    spellings = {name, name.replace("-", " "), _SPELLINGS.get(name, name)}
    return {
        prefix + spelling: prefix + name
        for prefix in ("", *dict.fromkeys(_PREFIXES.values()))
        for spelling in spellings
    }


@lru_cache(maxsize=4096)
def named_unit(word: str) -> str | None:
    """Return the singular name of a unit of measure, from its sign as written or from its name."""
    forms = _forms()
    name = forms.get(word)
    if name is None:
        lower = word.lower()
        name = forms.get(lower) if len(word) > 1 else None
        if name is None and len(lower) > 2:
            first, space, last = lower.rpartition(" ")
            name = forms.get(f"{first}{space}{singular(last)}")
    return name


def time_unit(word: str) -> str | None:
    """Return the name of a unit of time after "per" or "a", from its name or sign in lower case."""
    return _PER_TIME.get(word)


def named_unit_at(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Return the unit of measure whose name or sign starts at token `index`, and the token after it.

    Hyphens that join its words are passed over, so that "10-square-kilometre" reads as its words.
    """
    word = tokens.lower(index)
    if word in _BRACKETS:
        inner = _plain(tokens, index + 1)
        closed = inner is not None and tokens.lower(inner[1]) == _BRACKETS[word]
        return (inner[0], inner[1] + 1) if inner is not None and closed else None
    temperature = _temperature(tokens, index, word)
    if temperature is not None:
        return temperature
    found = _plain(tokens, index)
    return _per(tokens, *found) if found is not None else None


def _temperature(tokens: Tokens, index: int, word: str) -> tuple[str, int] | None:
    if word in _SCALES_ALONE:
        return _TEMPERATURES[word], index + 1
    if word not in ("°", "º", "˚", "degree", "degrees", "deg", "degs"):
        return None
    position = _after_hyphen(tokens, index + 1)
    position += word == "deg" and tokens.lower(position) == "."
    scale = _TEMPERATURES.get(tokens.lower(position))
    if scale is not None and (len(tokens.lower(position)) > 1 or not tokens.joined(position + 1)
                              or not tokens.words[position + 1].isalnum()):  # fmt: skip
        return scale, position + 1
    return "degree", index + 1


def _plain(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Return a unit of measure without a rate: the longest of its names, with its power."""
    power = _POWERS.get(tokens.lower(index))
    position = index
    if power is not None:
        position = _after_hyphen(tokens, index + 1)
        position += tokens.lower(position) == "."
    ends, words = [], []
    for _ in range(_MOST_WORDS):
        if position >= len(tokens):
            break
        words.append(tokens.words[position])
        ends.append(position + 1)
        position = _after_hyphen(tokens, position + 1)
    if words and len(words[0]) > 1 and words[0][-1] in "²³":
        name = named_unit(words[0][:-1])
        return (f"{_EXPONENTS[words[0][-1]]} {name}", ends[0]) if name is not None else None
    if words and words[0] == "A" and tokens.lower(ends[0]) == "/":
        return "ampere", ends[0]
    for size in range(len(words), 0, -1):
        name = named_unit(" ".join(words[:size]))
        if name is not None:
            if power is None:
                return _raised(tokens, name, ends[size - 1])
            return f"{power} {name}", ends[size - 1]
    return None


def _raised(tokens: Tokens, name: str, end: int) -> tuple[str, int]:
    """Return the unit with its exponent: km2, m³, m^2."""
    caret = tokens.lower(end) == "^" and tokens.joined(end)
    power = _EXPONENTS.get(tokens.lower(end + caret)) if tokens.joined(end + caret) else None
    following = end + caret + 1
    loose = not tokens.joined(following) or not tokens.words[following][0].isalnum()
    return (f"{power} {name}", following) if power is not None and loose else (name, end)


def _per(tokens: Tokens, name: str, end: int) -> tuple[str, int]:
    """Return the unit with its divisor, a unit or a time: km/h, miles an hour, mg per litre."""
    position = _after_hyphen(tokens, end)
    link = tokens.lower(position)
    if link not in ("per", "a", "an", "/"):
        return name, end
    following = _after_hyphen(tokens, position + 1)
    if link == "/" and not (tokens.joined(position) and tokens.joined(following)):
        return name, end
    word = tokens.lower(following)
    if link == "/" and word[-1:] in _EXPONENTS and time_unit(word[:-1]) is not None:
        return f"{name} per {_EXPONENTS[word[-1]]} {time_unit(word[:-1])}", following + 1
    per = time_unit(word)
    if per is not None and (link in ("per", "/") or (len(word) > 2 and is_rate(tokens, following))):
        below, stop = _raised(tokens, per, following + 1)
        return f"{name} per {below}", stop
    if link in ("per", "/"):
        divisor = _plain(tokens, following)
        if divisor is not None:
            return f"{name} per {divisor[0]}", divisor[1]
    return name, end


def is_rate(tokens: Tokens, index: int) -> bool:
    """Return whether the time at token `index` divides what stands before it.

    A year ago, a day later does not.
    """
    return tokens.lower(index + 1) not in _NO_RATE


_NO_RATE = word_set("ago earlier before later after from old older early prior hence and - -old away")


def _after_hyphen(tokens: Tokens, index: int) -> int:
    hyphen = tokens.lower(index) in ("-", "·", "‐", "‑") and tokens.joined(index) and tokens.joined(index + 1)
    return index + hyphen
