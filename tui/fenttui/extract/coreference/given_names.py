"""Given names: whether two may be one person's, and whether a woman or a man bears one."""

from __future__ import annotations

from functools import cache
from typing import Literal

from fenttui.extract.coreference.spelling import folded
from fenttui.extract.text.gazetteer import canonical_forms, female_names, male_names
from fenttui.extract.text.wordlists import word_set

Gender = Literal["female", "male"]

_EITHER = word_set(
    "alex andrea angel ariel ashley camille casey chris dominique drew evelyn francis gabriele jackie"
    " jamie jan jean jesse jo joan jordan joyce kay kelly kerry kim lee leslie lindsay luca lynn marian"
    " maxime michele morgan nana nicola nikita noam noel pat patience robin sandy sasha shannon sidney"
    " simone stacy taylor tracy val whitney yi ming wei jun min"
)
"""Names that both women and men bear, here or elsewhere."""


@cache
def _female() -> frozenset[str]:
    return frozenset(map(folded, female_names())) - _EITHER


@cache
def _male() -> frozenset[str]:
    return frozenset(map(folded, male_names())) - _EITHER


def gender_of(given: str) -> Gender | None:
    """Return who bears the given name, which is folded; None where both do and for an unknown name."""
    if given in _female():
        return "female"
    return "male" if given in _male() else None


def same_given(one: str, other: str) -> bool:
    """Return whether two folded given names may be the same: equal, an initial, a short form."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return long.startswith(short)
    if gender_of(short) != gender_of(long) and gender_of(short) and gender_of(long):
        return False
    nicknames = canonical_forms("nicknames")
    if len(short) > 2 and long.startswith(short):
        return True
    return nicknames.get(short, short) == nicknames.get(long, long)
