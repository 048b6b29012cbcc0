"""A mention: a span of text that names an actor or a figure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

ActorKind = Literal["person", "organization", "place", "group"]
FigureKind = Literal["money", "percent", "quantity", "count", "date", "time", "duration", "set"]
Kind: TypeAlias = ActorKind | FigureKind | Literal["quote"]

ACTOR_KINDS: tuple[ActorKind, ...] = ("person", "organization", "place", "group")
AMOUNT_KINDS: tuple[FigureKind, ...] = ("money", "percent", "quantity", "count")
TIME_KINDS: tuple[FigureKind, ...] = ("date", "time", "duration", "set")
FIGURE_KINDS: tuple[FigureKind, ...] = AMOUNT_KINDS + TIME_KINDS

Number: TypeAlias = int | Decimal
Value: TypeAlias = Number | tuple[Number, Number]
Bound = Literal["exact", "about", "over", "under"]
Change = Literal["up", "down"]
Way = Literal["name", "demonym", "capital"]
"""How a mention names its actor: by its name, by the adjective or people's name, by the capital."""
Span: TypeAlias = tuple[int, int]
"""First code point, and one past the last."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with its unit."""

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


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a text that names something. `text[start:end]` is what the article says."""

    start: int
    """First code point."""
    end: int
    """One past the last code point; always greater than `start`."""
    kind: Kind
    """What is named."""
    actor: str | None = None
    """For an actor: the canonical name, the same for all its mentions. For a quote: the speaker's."""
    way: Way | None = None
    """For an actor: how this mention names it."""
    amount: Amount | None = None
    """For money, percent, quantity and count; also for a duration that reads as an amount."""
    time: str | None = None
    """For date, time, duration and set: the TIMEX3 value."""
    cue: Span | None = None
    """For a quote: the words that introduce it, "said", "according to"."""

    @property
    def is_actor(self) -> bool:
        """Whether this names an actor rather than a figure."""
        return self.kind in ACTOR_KINDS
