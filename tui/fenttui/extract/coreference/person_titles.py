"""The words before a person's name that say who is meant: honorifics, offices, kin."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.extract.coreference.given_names import Gender
from fenttui.extract.coreference.spelling import one_line
from fenttui.extract.names.honorifics import is_honorific
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

_MALE = word_set(
    "mr sir lord king prince emperor brother congressman chairman spokesman businessman pope actor"
    " husband son uncle nephew father grandson widower signor monsieur herr don señor alhaji"
)
_FEMALE = word_set(
    "mrs ms miss dame queen empress princess sister congresswoman chairwoman spokeswoman businesswoman"
    " actress wife daughter aunt niece mother granddaughter widow madam madame mme lady señora doña"
    " alhaja"
)
_HEADS = word_set("president chancellor premier")
_KIN = word_set(
    "husband wife son sons daughter daughters brother brothers sister sisters mother father parents"
    " widow widower uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter"
    " stepson stepdaughter"
)
_KIN_REACH = 8
"""How many words before a full name are searched for its kin, within the sentence."""


@dataclass(frozen=True, slots=True)
class Title:
    """What the words before a name say of the person."""

    gender: Gender | None = None
    heads: bool = False
    """Whether they are a head of state's or government's: President."""
    honorific: str = ""
    """The honorific as it is written; empty without one."""
    kin: bool = False
    """Whether the person comes in as somebody's kin: "Abe's father, the former minister Shintaro Abe"."""


def title_before(tokens: Tokens, first: int, full: bool) -> Title:
    """Return the title before the name that starts at token `first`; `full` says whether it is a full name.

    Kin before a comma counts only with a full name: "his wife, Jill Biden".
    """
    kin = full and _comes_as_kin(tokens, first)
    position = first - 1
    if position >= 1 and tokens.words[position] == "." and tokens.joined(position):
        position -= 1
    if full and position >= 1 and tokens.words[position] == "," and tokens.lowers[position - 1] in _KIN:
        position -= 1
    word = tokens.lower(position)
    gender: Gender | None = "female" if word in _FEMALE else "male" if word in _MALE else None
    heads = word in _HEADS or (word == "minister" and tokens.lower(position - 1) == "prime")
    heads = heads and tokens.lower(position - 1) not in ("vice", "-", "former", "ex")
    honorific = tokens.said(position, first) if is_honorific(word) and tokens.capital[position] else ""
    return Title(gender, heads, one_line(honorific), kin)


def _comes_as_kin(tokens: Tokens, first: int) -> bool:
    for position in range(first - 1, max(first - 1 - _KIN_REACH, -1), -1):
        if tokens.lowers[position] in _KIN:
            return True
        if tokens.opens[position] or tokens.words[position][0] in "\n.;":
            return False
    return False
