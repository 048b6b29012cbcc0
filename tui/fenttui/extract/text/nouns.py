"""The number of English nouns: whether a word is a plural, and what its singular is."""

from __future__ import annotations

from fenttui.extract.text.gazetteer import canonical_forms
from fenttui.extract.text.wordlists import word_set

_SAME = word_set(
    "series species aircraft spacecraft police sheep cattle personnel staff fish headquarters livestock"
    " poultry offspring deer salmon trout shrimp sq troops"
)
"""Nouns whose plural is their singular."""
_IN_USE = word_set("abuses accuses amuses confuses excuses misuses refuses reuses")
_NO_PLURALS = word_set(
    "is was has does as this its us thus plus yes less various previous his hers ours theirs besides"
    " always perhaps across towards says news politics economics mathematics physics whereas unless"
    " sometimes afterwards famous serious religious dangerous numerous continuous virus versus campus"
    " regardless nevertheless overseas upwards downwards backwards"
)


def is_plural(word: str) -> bool:
    """Return whether `word`, in lower case, is the plural of a noun."""
    one = canonical_forms("irregular_plurals").get(word)
    if one is not None:
        return one != word or word in _SAME
    if len(word) < 4 or word in _NO_PLURALS:
        return len(word) == 3 and word in ("mps", "cds", "pcs", "tvs", "ads", "kms", "yrs", "lbs", "suv")
    return word in _SAME or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def singular(word: str) -> str:
    """Return the singular of an English noun in lower case."""
    irregular = canonical_forms("irregular_plurals").get(word)
    if irregular is not None:
        return irregular
    if not is_plural(word) or word in _SAME:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) or _ends_in_us(word):
        return word[:-2]
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    return word[:-1]


def _ends_in_us(word: str) -> bool:
    """Return whether the plural is of a noun in -us: campuses, bonuses; but not causes, houses, excuses."""
    return len(word) > 5 and word.endswith("uses") and word[-5] not in "aeo" and word not in _IN_USE
