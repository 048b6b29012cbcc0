"""A mention: a span of a text that names an actor, states an amount or a time, or quotes someone."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal, TypeAlias

from fenttui.kinds import ActorKind, AmountKind, QuoteKind, TimeKind

Number: TypeAlias = int | Decimal
Value: TypeAlias = Number | tuple[Number, Number]
Bound = Literal["exact", "about", "over", "under"]
Change = Literal["up", "down"]
Way = Literal["name", "demonym", "capital"]
"""How a mention names its actor: by its name, by the adjective or people's name, by the capital."""
Span: TypeAlias = tuple[int, int]
"""First code point, and one past the last."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A value with its unit, and what the text adds to it."""

    value: Value
    """A number, or the two ends of a range."""
    unit: str | None = None
    """ISO 4217 for money, `percent`, the singular English name otherwise, None for a bare count.

    A part of a whole ("a third", "1 in 5") has `share`, and a value of at most 1.
    """
    bound: Bound = "exact"
    """`over` for "more than", `under` for "up to", `about` for "nearly"."""
    change: Change | None = None
    """Whether the text says that the value rose or fell."""
    before: Value | None = None
    """What the value was before the change, where the text says it: 20 in "cut from 20 to 10 per cent"."""
    of: Span | None = None
    """The words of the text that say what is measured: "tariffs on all Chinese imports"."""


# Of each mention, `text[start:end]` is what the article says, and `end` is greater than `start`.


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A span that names an actor."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    kind: ActorKind
    actor: str
    """The canonical name, the same for all mentions of the actor."""
    way: Way = "name"
    """How the span names the actor."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A span that states an amount."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    kind: AmountKind
    measure: Measure
    """What it states."""


@dataclass(frozen=True, slots=True)
class Time:
    """A span that states a time."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    kind: TimeKind
    value: str
    """The TIMEX3 value."""
    quantity: Measure | None = None
    """For a duration that also reads as an amount: "three weeks"."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A span that someone is said to have said or written."""

    kind: ClassVar[QuoteKind] = "quote"

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    actor: str | None = None
    """The canonical name of the speaker; None where the text does not name one clearly."""
    cue: Span | None = None
    """The words that introduce the quote: "said", "according to"."""


FigureMention: TypeAlias = Amount | Time
Mention: TypeAlias = ActorMention | FigureMention | Quote
