"""A claim: tokens of a sentence that are a quote, with the cue that introduces them."""

from __future__ import annotations

from typing import NamedTuple

from fenttui.extract.quotes.cues import Cue


class Claim(NamedTuple):
    """Tokens that are a quote: from `first` up to `end`, which is not included."""

    first: int
    end: int
    cue: Cue | None
    """What introduces it; None if it only continues the statement before."""
