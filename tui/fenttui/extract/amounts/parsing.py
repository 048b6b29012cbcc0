"""One amount: its number or range, with the unit and the words that bound it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fenttui.extract.amounts.figure import AmountFigure
from fenttui.extract.amounts.following_unit import shared_unit, unit_at
from fenttui.extract.amounts.labels import (
    is_chain,
    is_labelled,
    is_model,
    is_pronoun,
    may_be_bare,
    stands_alone,
)
from fenttui.extract.amounts.money import cents_after, country_after, money_prefix, sign_scale
from fenttui.extract.amounts.unit import Unit
from fenttui.extract.mention import Measure, Number, Value
from fenttui.extract.numbers.bounds import bound_of, change_of, led_by, moves_before
from fenttui.extract.numbers.digits import part, plus, times
from fenttui.extract.numbers.numerals import Numeral, numeral_at, scale_at
from fenttui.extract.numbers.words import FOLDS, SCALES
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set
from fenttui.kinds import AmountKind

_LINKS = word_set("- – — to through")
_FEET = {"inch": 12, "ounce": 16}
_WHOLE_OF = {"inch": "foot", "ounce": "pound"}


@dataclass(frozen=True, slots=True)
class Side:
    """A number with the unit that stands at it: one end of a range, or the whole amount."""

    first: int
    end: int
    numeral: Numeral
    unit: Unit | None
    before: str | None
    """The currency of a sign before the number."""
    minus: bool = False
    """Whether that sign has a minus after it: $-5bn."""
    factor: int = 1
    """What the sign itself multiplies by: MUSD 5."""

    @property
    def name(self) -> str | None:
        """The unit's name, wherever it stands."""
        return self.before or (self.unit.name if self.unit is not None else None)


def amount_at(tokens: Tokens, index: int) -> AmountFigure | None:
    """Return the amount that starts at token `index` with a number, or with the sign of a currency."""
    fold = FOLDS.get(tokens.lowers[index])
    if fold is not None:
        return _figure(tokens, index, index + 1, "count", fold, "count")
    low = _side(tokens, index)
    if low is None:
        return None
    if is_chain(tokens, low.first, low.numeral.end) and (
        low.before is None or tokens.words[low.numeral.end] in ",."
    ):
        return None
    if low.before is None and not stands_alone(tokens, index):
        return None
    counts = low.unit is None or low.unit.kind == "count"
    if counts and low.numeral.value == 1 and not low.numeral.digits and is_pronoun(tokens, index):
        return None
    return _range(tokens, low) or (_single(tokens, low) if not _is_open(tokens, low) else None)


def _is_open(tokens: Tokens, side: Side) -> bool:
    """Return whether a full stop before three digits may part decimals as well as thousands: 1.000 people."""
    whole, _, decimals = tokens.words[side.numeral.end - 1].partition(".")
    kind = "money" if side.before is not None else side.unit.kind if side.unit is not None else "percent"
    open_form = len(decimals) == 3 and decimals.isdecimal() and 0 < len(whole) < 4 and whole[0] != "0"
    if not open_form or kind == "percent":
        return False
    return decimals == "000" or (kind == "count" and side.name not in ("point", "count"))


def _side(tokens: Tokens, index: int, *, money: bool = False) -> Side | None:
    prefix = money_prefix(tokens, index)
    position = index if prefix is None else prefix.end
    numeral = numeral_at(tokens, position, money=money or prefix is not None)
    if numeral is None or (prefix is not None and not prefix.fits(tokens, position, numeral)):
        return None
    unit = unit_at(tokens, numeral.end, numeral)
    if prefix is None:
        return Side(index, unit.end if unit is not None else numeral.end, numeral, unit, None)
    if unit is not None and unit.kind == "money":
        same = unit.name == prefix.code or (unit.name or "").startswith(f"{prefix.code} per ")
        end = unit.end if same else numeral.end
        return Side(index, end, numeral, unit if same else None, prefix.code, prefix.minus, prefix.factor)
    unit = prefix.rated(tokens, numeral.end)
    return Side(index, unit.end, numeral, unit, prefix.code, prefix.minus, prefix.factor)


def _single(tokens: Tokens, side: Side) -> AmountFigure | None:
    numeral, unit, first = side.numeral, side.unit, side.first
    value: Value = (numeral.value, numeral.value * 10) if numeral.many else numeral.value
    if side.before is not None:
        name = unit.name if unit is not None else side.before
        money = times(-numeral.value if side.minus else numeral.value, side.factor)
        name, end = country_after(tokens, side.end, name)
        return _figure(tokens, first, end, "money", money, name)
    coded = sign_scale(tokens, numeral)
    if coded is not None:
        return _figure(tokens, first, numeral.end + 1, "money", times(numeral.value, coded[1]), coded[0])
    if unit is None and not numeral.many:
        unit = shared_unit(tokens, numeral.end)
    if unit is None:
        bounded = bound_of(tokens, first, numeral.end) is not None
        if not may_be_bare(tokens, first, numeral, bounded):
            return None
        return _figure(tokens, first, numeral.end, "count", value, None, many=numeral.many)
    if unit.kind == "count" and (is_labelled(tokens, first) or is_model(tokens, first)):
        return None
    end = unit.end
    if unit.kind == "money" and not isinstance(value, tuple):
        scale, end = scale_at(tokens, end)
        value = times(value, scale)
    if unit.kind == "money" and isinstance(value, int):
        value, end = cents_after(tokens, end, value, unit.name)
    if unit.name in ("foot", "pound") and isinstance(value, int):
        value, end = _feet_and_inches(tokens, end, value, unit.name)
    first = _sign_first(tokens, side, unit)
    if first != side.first and not isinstance(value, tuple):
        value = -value
    figure = _figure(tokens, first, end, unit.kind, value, unit.name, many=numeral.many)
    return replace(figure, noun=unit.noun) if unit.noun is not None else figure


def _sign_first(tokens: Tokens, side: Side, unit: Unit) -> int:
    """Return the token of the minus before a percentage or a temperature, else the number's own."""
    first, name = side.first, unit.name or ""
    word = tokens.lower(first - 1)
    below_zero = unit.kind == "percent" or name.startswith("degree")
    if not below_zero or first == 0:
        return first
    if word in ("minus", "negative"):
        return first - 1
    loose = tokens.joined(first) and not tokens.joined(first - 1)
    after_number = first > 1 and tokens.words[first - 2][-1].isdecimal()
    return first - 1 if word in ("-", "−") and loose and not after_number else first


def _figure(
    tokens: Tokens,
    first: int,
    end: int,
    kind: AmountKind,
    value: Value,
    unit: str | None,
    *,
    many: bool = False,
) -> AmountFigure:
    bound = bound_of(tokens, first, end) or ("about" if many else "exact")
    return AmountFigure(first, end, kind, Measure(value, unit, bound, change_of(tokens, first, end)))


def _range(tokens: Tokens, low: Side) -> AmountFigure | None:
    """Return a range: 10 to 15 per cent, $10-15 billion, between 3 km and 5 km."""
    link = tokens.lower(low.end)
    money = low.before is not None
    lead = led_by(tokens, low.first)
    before = tokens.lower(lead)
    if not (link in _LINKS or (link == "and" and before == "between")) or low.numeral.many:
        return None
    if (
        link in ("to", "through")
        and before != "from"
        and low.name is not None
        and moves_before(tokens, low.first)
    ):
        return None
    position = low.end + 1
    position += tokens.lower(position) == "-" and tokens.joined(position + 1)
    high = _side(tokens, position, money=money)
    if high is None or high.numeral.many or is_chain(tokens, position, high.numeral.end):
        return None
    if link == "-" and not high.name and not money and tokens.joined(low.end):
        return None
    first, last = _scaled(tokens, low, high)
    named = high.unit if high.unit is not None else None
    if low.name is not None and high.name != low.name and not (low.before is not None and high.name is None):
        return None
    if first == last or (named is not None and named.kind == "count" and is_labelled(tokens, low.first)):
        return None
    before_sign = high.before or low.before
    kind: AmountKind = "money" if before_sign else named.kind if named is not None else "count"
    name = named.name if named is not None else before_sign
    if named is None and before_sign is None and not _bare_range(tokens, low, high):
        return None
    if before == "from" and link == "to":
        change = change_of(tokens, lead, lead)
        if change is None and first > last and name is not None:
            change = "down"
        if change is not None:
            measure = Measure(
                last, name, bound_of(tokens, position, high.end) or "exact", change, before=first
            )
            return AmountFigure(low.first, high.end, kind, measure)
    if first > last:
        return None
    figure = _figure(tokens, low.first, high.end, kind, (first, last), name)
    return replace(figure, noun=named.noun) if named is not None else figure


def _scaled(tokens: Tokens, low: Side, high: Side) -> tuple[Number, Number]:
    """Return both numbers, the first with the scale of the second where it shares it: $10-15 billion."""
    first = low.numeral.value
    if low.name is None or high.name in (None, low.name):
        scale = high.numeral.scale
        if not high.numeral.digits:
            scale = SCALES.get(tokens.lower(high.numeral.end - 1), 1)
        if low.numeral.scale == 1 and scale > 1 and first < 1000:
            scaled = times(first, scale)
            if scaled < high.numeral.value or (low.name is None and first < 1000):
                return scaled, high.numeral.value
    return first, high.numeral.value


def _bare_range(tokens: Tokens, low: Side, high: Side) -> bool:
    return may_be_bare(tokens, high.first, high.numeral, True) and not is_labelled(tokens, low.first)


def _feet_and_inches(tokens: Tokens, end: int, value: Value, name: str) -> tuple[Value, int]:
    """Return feet and inches in feet: 5 feet 2 inches, 5 ft 2."""
    position = end + (tokens.lower(end) in ("and", "-", ","))
    other = numeral_at(tokens, position)
    if other is None or not isinstance(other.value, int) or isinstance(value, tuple):
        return value, end
    unit = unit_at(tokens, other.end, other)
    small = unit.name if unit is not None else None
    stop = unit.end if unit is not None else other.end
    if tokens.lower(other.end) == "in" and tokens.lower(end - 1) in ("ft", "foot"):
        small, stop = "inch", other.end + 1
    parts = _FEET.get(small or "")
    if parts is None or _WHOLE_OF[small or ""] != name or not other.value < parts:
        return value, end
    return plus(value, part(int(other.value), parts)), stop
