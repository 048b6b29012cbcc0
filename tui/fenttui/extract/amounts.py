"""Amounts: money, percentages, measures and counted things."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.extract.bounds import bound_of, change_of
from fenttui.extract.counted import unit_at
from fenttui.extract.mention import Amount, Bound, Kind, Value
from fenttui.extract.numerals import Numeral, numeral_at
from fenttui.extract.tokens import Tokens
from fenttui.extract.units import currency_after, currency_before
from fenttui.extract.wordlists import word_set


@dataclass(frozen=True, slots=True)
class Figure:
    """Tokens that say an amount or a time."""

    first: int
    end: int
    kind: Kind
    amount: Amount | None = None
    time: str | None = None


_LABELS = word_set(
    "page chapter section article number no room flight route highway channel verse version grade phase"
    " type level paragraph figure table item size line district zone block gate group stage season episode"
    " volume part act form rule clause resolution lot unit class category"
)
"""A number after one of these names a thing and counts nothing."""

_PRONOUNS = word_set("no any every some each this that the another which other only")
"""Before "one" these make it a pronoun."""
_JOINABLE = frozenset("\"'“‘([{~+><≈—–/-")


def amount_at(tokens: Tokens, index: int) -> Figure | None:
    """The amount that starts with the number at token `index`, with its unit."""
    if not _free(tokens, index):
        return None
    numeral = numeral_at(tokens, index)
    if numeral is None:
        return None
    if numeral.value == 1 and not numeral.digits and tokens.lower(index - 1) in _PRONOUNS:
        return None
    value, end = _range(tokens, index, numeral)
    unit = unit_at(tokens, end, numeral)
    if unit is None and not isinstance(value, tuple):
        return _bare(tokens, index, numeral)
    if unit is None:
        return None
    if unit.kind == "count" and _labelled(tokens, index):
        return None
    return _figure(tokens, index, unit.end, unit.kind, value, unit.name, many=numeral.many)


def _figure(
    tokens: Tokens, first: int, end: int, kind: Kind, value: Value, unit: str | None, *, many: bool = False
) -> Figure:
    bound: Bound = bound_of(tokens, first, end) or ("over" if many else "exact")
    return Figure(first, end, kind, Amount(value, unit, bound, change_of(tokens, first, end)))


def _free(tokens: Tokens, index: int) -> bool:
    """Whether the number stands by itself and is not the end of a name, a version or an address."""
    if not tokens.joined(index):
        return True
    before = tokens.words[index - 1]
    if before in ("-", "–") and tokens.joined(index - 1):
        return False
    return before in _JOINABLE


def _labelled(tokens: Tokens, index: int) -> bool:
    """Whether the number belongs to the name before it: Boeing 777, page 4."""
    if index == 0:
        return False
    if tokens.lowers[index - 1] in _LABELS and tokens.words[index].isdecimal():
        return True
    return tokens.capital[index - 1] and not tokens.opens[index - 1] and tokens.words[index][0].isdecimal()


def _bare(tokens: Tokens, index: int, numeral: Numeral) -> Figure | None:
    """A number that counts something which the text does not name after it."""
    end = numeral.end
    if (numeral.value == 1 and not numeral.digits) or numeral.many:
        return None
    if tokens.joined(end) and tokens.words[end][0] not in ".,;:!?)\"'”’%]…—":
        return None
    if _labelled(tokens, index) or (tokens.joined(end + 1) and tokens.words[end + 1][0].isdecimal()):
        return None
    if (
        tokens.lower(index - 1) == ","
        and tokens.lower(end) == ","
        and index > 1
        and tokens.capital[index - 2]
    ):
        return _figure(tokens, index, end, "quantity", numeral.value, "year old")
    if tokens.lower(index - 1) in ("aged", "age") and numeral.digits:
        return _figure(tokens, index, end, "quantity", numeral.value, "year old")
    return _figure(tokens, index, end, "count", numeral.value, None)


def _range(tokens: Tokens, index: int, numeral: Numeral, *, money: bool = False) -> tuple[Value, int]:
    """The value, or the two ends of "10 to 15" and "between 10 and 15", and the token after it."""
    end = numeral.end
    link = tokens.lower(end)
    before = tokens.lower(index - 1)
    if not (
        link in ("-", "–") or (link == "to" and before != "from") or (link == "and" and before == "between")
    ):
        return numeral.value, end
    following = end + 1 + (money and currency_before(tokens.lower(end + 1)) is not None)
    other = numeral_at(tokens, following, money=money)
    if other is None or other.many or numeral.many:
        return numeral.value, end
    low = numeral.value
    if numeral.digits and numeral.scale == 1:
        low *= other.scale
    if low >= other.value:
        return numeral.value, end
    return (low, other.value), other.end


def money_at(tokens: Tokens, index: int) -> Figure | None:
    """Money with its sign or code first: $1.2 billion, US$5m, EUR 300."""
    words, place = tokens.words, index
    code = currency_before(words[index])
    if index + 1 < len(words) and words[index + 1] == "$" and tokens.joined(index + 1):
        code, place = currency_before(f"{words[index]}$"), index + 1
    elif code is not None and words[index].isalpha() and words[index + 1 : index + 2] == ["."]:
        place = index + 1
    if code is None:
        return None
    numeral = numeral_at(tokens, place + 1, money=True)
    if numeral is None or not numeral.digits:
        return None
    value, end = _range(tokens, index, numeral, money=True)
    if currency_after(tokens.lower(end)) is not None and tokens.lower(end).endswith("s"):
        end += 1
    return _figure(tokens, index, end, "money", value, code)
