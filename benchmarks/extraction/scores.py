"""F1 of names, amounts and times, counted as the published results on the same sets are."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.extraction.sets import Sample
from fenttui.extract.mention import Amount, Measure, Mention, Time
from fenttui.kinds import ACTOR_KINDS

Spans = frozenset[tuple[int, int, str]]

_SAME_UNITS = {
    "%": "percentage", "percent": "percentage", "percentage point": "percentage point",
    "usd": "dollar", "us dollar": "dollar", "united states dollar": "dollar", "cny": "chinese yuan",
    "jpy": "japanese yen", "eur": "euro", "gbp": "pound sterling", "aud": "australian dollar",
    "cad": "canadian dollar", "nzd": "new zealand dollar", "inr": "rupee", "chf": "swiss franc",
    "mxn": "mexican peso", "ils": "shekel", "hkd": "hong kong dollar", "sgd": "singapore dollar",
    "krw": "south korean won", "rub": "russian ruble", "year old": "year of age", "person": "people",
    "meter": "metre", "kilometer": "kilometre", "liter": "litre", "square meter": "square metre",
    "milliliter": "millilitre", "millimeter": "millimetre", "micrometer": "micrometre",
    "mph": "mile per hour", "mpg": "mile per gallon", "degree celsius": "celsius",
    "degree fahrenheit": "fahrenheit", "pound": "pound-mass",
}  # fmt: skip
"""Our names of units, and other spellings, as the sets have them."""


@dataclass(slots=True)
class Count:
    """How many were right, found in vain, and missed."""

    right: int = 0
    vain: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.vain + self.missed or 1)

    def add(self, gold: set[object], found: set[object]) -> None:
        """Count two sets of which each member is to be in the other."""
        self.right += len(gold & found)
        self.vain += len(found - gold)
        self.missed += len(gold - found)


def score_names(samples: Sequence[Sample], found: Sequence[Spans]) -> dict[str, float]:
    """F1 by exact span: of each kind, of all by kind, and of all whatever the kind, facilities among them.

    Args:
        samples: the texts.
        found: the spans found in each; a leading "the" and a possessive at the end are not counted.
    """
    counts = {name: Count() for name in (*ACTOR_KINDS, "typed", "untyped")}
    for sample, spans in zip(samples, found, strict=True):
        said = {(*_bare(sample.text, start, end), kind) for start, end, kind in spans}
        for kind in ACTOR_KINDS:
            gold, ours = ({name for name in names if name[2] == kind} for names in (sample.names, said))
            counts[kind].add(set(gold), set(ours))
            counts["typed"].add(set(gold), set(ours))
        counts["untyped"].add({name[:2] for name in sample.names}, {name[:2] for name in said})
    return {name: count.f1 for name, count in counts.items()}


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    if text[start : start + 4].lower() == "the " and end > start + 4:
        start += 4
    return start, end - 2 if text[start:end].endswith(("'s", "’s")) else end


def score_amounts(samples: Sequence[Sample], found: Sequence[Sequence[Mention]]) -> tuple[float, float]:
    """F1 by value, and by value and unit: every amount of a sentence is to be matched by one of ours."""
    by_value, by_both = Count(), Count()
    for sample, mentions in zip(samples, found, strict=True):
        ours = [
            (_numbers_of(measure), _unit(measure.unit))
            for mention in mentions
            if (measure := _measure(mention)) is not None
        ]
        gold = [(_numbers_in(value), _unit(unit)) for value, unit in sample.amounts]
        _match(by_value, gold, ours, units=False)
        _match(by_both, gold, ours, units=True)
    return by_value.f1, by_both.f1


def _measure(mention: Mention) -> Measure | None:
    match mention:
        case Amount(measure=measure):
            return measure
        case Time(kind="duration", quantity=quantity):
            return quantity
    return None


_Amount = tuple[tuple[float, ...], str]


def _match(count: Count, gold: Iterable[_Amount], ours: Iterable[_Amount], *, units: bool) -> None:
    left = list(ours)
    for value, unit in gold:
        hit = next(
            (each for each in left if _same(value, each[0]) and (not units or _alike(unit, each[1]))), None
        )
        if hit is None:
            count.missed += 1
        else:
            left.remove(hit)
            count.right += 1
    count.vain += len(left)


def _same(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return len(one) == len(other) and all(
        math.isclose(a, b, rel_tol=1e-5, abs_tol=1e-8) for a, b in zip(one, other, strict=True)
    )


def _alike(one: str, other: str) -> bool:
    return one == other or one.split()[-1:] == other.split()[-1:]


def _numbers_of(measure: Measure) -> tuple[float, ...]:
    value = measure.value
    return tuple(map(float, value)) if isinstance(value, tuple) else (float(value),)


def _numbers_in(value: str) -> tuple[float, ...]:
    low, dash, high = value.partition("-")
    return (float(low), float(high)) if low and dash and "e" not in value.lower() else (float(value),)


def _unit(name: str | None) -> str:
    name = (name or "-").lower().strip()
    return _SAME_UNITS.get(name, name)


def score_times(samples: Sequence[Sample], found: Sequence[Sequence[Mention]]) -> tuple[float, float]:
    """F1 of finding (any overlap), and of finding with the right TIMEX3 value, as in TempEval-3."""
    seen, valued = Count(), Count()
    for sample, mentions in zip(samples, found, strict=True):
        left = [mention for mention in mentions if isinstance(mention, Time)]
        for start, end, value in sample.times:
            hit = next((each for each in left if each.start < end and start < each.end), None)
            if hit is None:
                seen.missed += 1
                valued.missed += 1
                continue
            left.remove(hit)
            seen.right += 1
            if hit.value.upper() == value.upper():
                valued.right += 1
            else:
                valued.vain += 1
                valued.missed += 1
        seen.vain += len(left)
        valued.vain += len(left)
    return seen.f1, valued.f1
