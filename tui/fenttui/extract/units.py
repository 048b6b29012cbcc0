"""Units: money, measures, and the singular of a counted noun."""

from __future__ import annotations

from fenttui.extract.gazetteer import canonical_forms, currencies
from fenttui.extract.wordlists import word_set

_COMPOUND = ("square", "cubic", "nautical")
_RATES = word_set(
    "mile/hour kilometer/hour barrel/day meter/second mile/gallon liter/minute foot/second gallon/minute"
)
_SAME = word_set("series species aircraft spacecraft police sheep cattle personnel staff fish headquarters")
"""Nouns whose plural is their singular."""
_IN_USE = word_set("abuses accuses amuses confuses excuses misuses refuses reuses")
_NO_PLURALS = word_set(
    "is was has does as this its us thus plus yes less various previous his hers ours theirs besides"
    " always perhaps across towards says news politics economics mathematics physics whereas unless"
    " sometimes afterwards famous serious religious dangerous numerous"
)


def currency_before(sign: str) -> str | None:
    """The ISO 4217 code of a sign or abbreviation that stands before an amount: $, A$, EUR, Rs."""
    return currencies().before.get(sign)


def currency_after(word: str, before: str = "") -> str | None:
    """The ISO 4217 code of "dollars" after an amount, by the words before it; all in lower case."""
    names = currencies().after
    name = word if word in names else word.removesuffix("s")
    return (
        names.get(f"{before} {name}") or names.get(f"{before.rpartition(' ')[2]} {name}") or names.get(name)
    )


def measure(word: str) -> str | None:
    """The singular name of a measure, from its sign or its name in either spelling, in lower case."""
    measures = canonical_forms("measures")
    return measures.get(word) or measures.get(singular(word))


def compound_measure(first: str, second: str) -> str | None:
    """The singular name of "square kilometers"."""
    name = measure(second) if first in _COMPOUND else None
    return f"{first} {name}" if name else None


def rate(name: str, per: str) -> str | None:
    """The singular name of "miles per hour", where such a unit exists."""
    return f"{name} per {per}" if f"{name}/{per}" in _RATES else None


def is_plural(word: str) -> bool:
    """Whether `word`, in lower case, is the plural of a noun."""
    one = canonical_forms("irregular_plurals").get(word)
    if one is not None:
        return one != word or word in _SAME
    if len(word) < 4 or word in _NO_PLURALS:
        return False
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def singular(word: str) -> str:
    """The singular of an English noun in lower case."""
    irregular = canonical_forms("irregular_plurals").get(word)
    if irregular is not None:
        return irregular
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) or _ends_in_us(word):
        return word[:-2]
    return word[:-1]


def _ends_in_us(word: str) -> bool:
    """Whether the plural is of a noun in -us: campuses, bonuses; but not causes, houses, excuses."""
    return len(word) > 5 and word.endswith("uses") and word[-5] not in "aeo" and word not in _IN_USE
