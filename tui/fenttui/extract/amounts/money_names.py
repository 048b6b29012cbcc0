"""The currency after a number, by sign, code or name."""

from __future__ import annotations

from fenttui.extract.amounts.currencies import LARGE_ONLY, currency_before, currency_named
from fenttui.extract.amounts.unit import Unit
from fenttui.extract.numbers.numerals import Numeral
from fenttui.extract.text.nouns import is_plural
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

_PENCE = {"p": "penny", "c": "cent"}
_LINES = frozenset({480, 720, 1080, 1440, 2160, 4320})
"""Heights of a picture in pixels: 1080p is not a price."""
_COINS = word_set("bitcoin ether")
_PRICED = word_set(
    "cost costs costing pay pays paid paying price priced prices worth fine fined earn earned earns earning"
    " salary spend spent spending fee fees debt bill sterling british uk britain cash charge charged raised"
    " bank income wage wages tax taxes saved save savings pension £"
)
"""Words near "pounds" that make them money."""
_NEAR_BEFORE, _NEAR_AFTER = 10, 8
_MOST_WORDS = 4
"""Words of a name: west african cfa franc."""


def money_unit(tokens: Tokens, index: int, numeral: Numeral) -> Unit | None:
    """Return the currency whose sign, code or name starts at token `index`, after a number."""
    word, lower = tokens.words[index], tokens.lowers[index]
    code = currency_before(word)
    letters = word.isascii() and word.isalpha() and len(word) < 3
    if code is not None and not letters and not _opens_money(tokens, index):
        return Unit(index + 1, "money", code)
    if tokens.joined(index) and numeral.digits and lower in _PENCE and word != "C":
        if lower == "p" and numeral.value in _LINES:
            return Unit(index + 1, "quantity", "pixel")
        return Unit(index + 1, "money", _PENCE[lower])
    for size in range(min(_MOST_WORDS, len(tokens) - index), 0, -1):
        name = " ".join(tokens.lowers[index : index + size])
        code = currency_named(name)
        if code is None and size == 2 and tokens.capital[index]:
            code = currency_named(name.partition(" ")[2])
        if code is None:
            continue
        if size == 1 and not _means_money(tokens, index, numeral, lower.removesuffix("s")):
            return None
        sterling = size == 1 and code == "pound" and tokens.lower(index + 1) == "sterling"
        return Unit(index + size + sterling, "money", code)
    return None


def _opens_money(tokens: Tokens, index: int) -> bool:
    """Return whether the sign at token `index` belongs to the number after it: 10 $ 30."""
    return not tokens.joined(index) and tokens.lower(index + 1)[:1].isdecimal()


def _means_money(tokens: Tokens, index: int, numeral: Numeral, name: str) -> bool:
    """Return whether a name that is a word or a unit of measure too names money here."""
    if name in LARGE_ONLY:
        return numeral.scale > 1 or numeral.value >= 1000
    following = tokens.lower(index + 1)
    if name in _COINS:
        return not is_plural(following)
    if name != "pound" or numeral.scale >= 1000 or following == "sterling":
        return True
    if following in ("per", "force"):
        return tokens.lower(index + 2) in ("week", "month", "year", "day", "hour", "head", "person", "ticket")
    return not _PRICED.isdisjoint(tokens.lowers[max(index - _NEAR_BEFORE, 0) : index + _NEAR_AFTER])
