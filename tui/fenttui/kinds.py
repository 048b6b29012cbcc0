"""The kinds of mention, named once."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

ActorKind = Literal["person", "organization", "place", "group"]
AmountKind = Literal["money", "percent", "quantity", "count"]
TimeKind = Literal["date", "time", "duration", "set"]
"""As TIMEX3 has them."""
QuoteKind = Literal["quote"]
FigureKind: TypeAlias = AmountKind | TimeKind
Kind: TypeAlias = ActorKind | FigureKind | QuoteKind

# In the order in which messages and the help of commands list them.
ACTOR_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)
AMOUNT_KINDS: tuple[AmountKind, ...] = get_args(AmountKind)
TIME_KINDS: tuple[TimeKind, ...] = get_args(TimeKind)
FIGURE_KINDS: tuple[FigureKind, ...] = (*AMOUNT_KINDS, *TIME_KINDS)
