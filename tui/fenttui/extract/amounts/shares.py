"""Parts of a whole: a third of them, two-thirds, one in five, nine out of ten."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from fenttui.extract.amounts.counted_nouns import whole_noun
from fenttui.extract.amounts.figure import AmountFigure
from fenttui.extract.mention import Measure
from fenttui.extract.numbers.bounds import bound_of, change_of
from fenttui.extract.numbers.numerals import NUMBER_WORDS, Numeral, numeral_at
from fenttui.extract.numbers.words import SCALES
from fenttui.extract.text.calendar_names import UNIT_OF_PLURAL
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_PLURAL_PARTS = {f"{part}s": number for part, number in _PARTS.items() if part != "half"}
_AFTER = word_set("of . , ; : ! ? ) in to from since on as by for over compared and or this last against")
"""What may follow a part; a noun makes it an ordinal, as in "a third country"."""
_WHOLES = word_set("the a an all its their his her our those these this that them us you which whom")
_NOT_SHARED = {"century", "hour", "mile", "year", *SCALES}
"""What a quarter or half of makes a length or a number: half of a mile, a quarter of a million."""
_PLACES = Decimal("0.000001")


def share_at(tokens: Tokens, index: int) -> AmountFigure | None:
    """Return the part of a whole that starts at token `index`; its value is at most 1.

    Its unit is `share`, or names the whole: `share of population`.
    """
    lower = tokens.lowers[index]
    if lower == "half":
        return _half(tokens, index)
    if lower == "a":
        return _fraction(tokens, index, index + 1, 1) if tokens.lower(index + 1) in _PARTS else None
    if not lower[0].isdecimal() and lower not in NUMBER_WORDS:
        return None
    part = numeral_at(tokens, index)
    if part is None or not _plain(part):
        return None
    if not part.digits and part.value < 10:
        return _fraction(tokens, index, part.end, int(part.value)) or _ratio(tokens, index, part)
    return _ratio(tokens, index, part)


def _share(tokens: Tokens, first: int, end: int, value: Fraction, *, named: bool = False) -> AmountFigure:
    """Return the part; `named` says that the whole may follow at once: half its fleet, one in five firms."""
    of = tokens.lower(end) == "of"
    whole = whole_noun(tokens, end + of) if of or named else None
    unit = "share" if whole is None else f"share of {whole}"
    share = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(_PLACES).normalize()
    bound = bound_of(tokens, first, end) or "exact"
    return AmountFigure(first, end, "quantity", Measure(share, unit, bound, change_of(tokens, first, end)))


def _fraction(tokens: Tokens, index: int, position: int, above: int) -> AmountFigure | None:
    hyphen = tokens.lower(position) == "-" and tokens.joined(position)
    position += hyphen
    word, end = tokens.lower(position), position + 1
    below = (_PARTS if above == 1 else _PLURAL_PARTS).get(word)
    if below is None or above >= below:
        return None
    after = tokens.lower(end)
    if after and after not in _AFTER and after[0] != "\n":
        return None
    if word in ("quarter", "quarters", "half") and not hyphen and not _whole(tokens, end):
        return None
    if tokens.lower(index - 1) in ("for", "in") and tokens.lowers[index] == "a" and after != "of":
        return None
    return _share(tokens, index, end, Fraction(above, below))


def _half(tokens: Tokens, index: int) -> AmountFigure | None:
    """Return a half of something: half of the exports, half its revenue."""
    after = tokens.lower(index + 1)
    if after in ("its", "their", "his", "her", "our", "the", "those"):
        named = tokens.lower(index + 2)
        return (
            None
            if named in ("time", "way", "size", "battle")
            else _share(tokens, index, index + 1, Fraction(1, 2), named=True)
        )
    return (
        _share(tokens, index, index + 1, Fraction(1, 2), named=True)
        if after == "of" and _whole(tokens, index + 1)
        else None
    )


def _whole(tokens: Tokens, index: int) -> bool:
    """Return whether a whole follows; a quarter may also be three months, and a half belong to a match."""
    if tokens.lower(index) != "of":
        return False
    word = tokens.lower(index + 1)
    if word in ("a", "an") and tokens.lower(index + 2) in _NOT_SHARED:
        return False
    return word in _WHOLES or word[:1].isdecimal() or (word.endswith("s") and word not in UNIT_OF_PLURAL)


def _ratio(tokens: Tokens, index: int, part: Numeral) -> AmountFigure | None:
    if tokens.joined(index):
        return None
    link = tokens.lower(part.end)
    position = part.end + 1
    if link == "out" and tokens.lower(position) == "of":
        position += 1
    elif link != "in":
        return None
    position += tokens.lower(position) == "every"
    whole = numeral_at(tokens, position)
    if whole is None or not _plain(whole) or not part.value < whole.value:
        return None
    if link == "in" and part.value != 1 and whole.value not in (10, 100, 1000):
        return None
    if link == "in" and (tokens.lower(whole.end) in UNIT_OF_PLURAL or _year(tokens, position)):
        return None
    if tokens.joined(whole.end) and tokens.words[whole.end] in "-–%/":
        return None
    return _share(tokens, index, whole.end, Fraction(int(part.value), int(whole.value)), named=True)


def _plain(numeral: Numeral) -> bool:
    return isinstance(numeral.value, int) and numeral.value > 0 and not numeral.many


def _year(tokens: Tokens, index: int) -> bool:
    return len(tokens.words[index]) == 4 and tokens.words[index].isdecimal()
