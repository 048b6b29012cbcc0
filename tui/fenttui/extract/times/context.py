"""A text while its times are parsed: later words count from the dates stated before them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from fenttui.extract.text.tokens import Tokens
from fenttui.extract.times.figure import TimeFigure
from fenttui.extract.times.tense import sense_at
from fenttui.extract.times.timex import Sense, granule_of

_NEAR = 120
"""How many tokens back a time may stand that "two days later" is counted from."""


@dataclass(slots=True)
class Context:
    """The tokens of a text, its date, and the times stated before the position that is parsed."""

    tokens: Tokens
    date: dt.date | None
    """The article's day."""
    latest: str | None = None
    """The last date in the text, of any size."""
    latest_first: int = 0
    latest_end: int = 0
    """Its first token, and the token after it."""
    quarter: str | None = None
    """The last quarter in the text."""
    quarter_end: int = 0

    def note(self, figure: TimeFigure) -> None:
        """Remember the date of `figure`, if it has one."""
        granule = granule_of(figure.value)
        if granule is None or self._is_compared(figure):
            return
        self.latest = figure.value.partition("T")[0]
        self.latest_first, self.latest_end = figure.first, figure.end
        if granule == "quarter":
            self.quarter, self.quarter_end = figure.value, figure.end

    def _is_compared(self, figure: TimeFigure) -> bool:
        """Return whether the time is only compared with: a year earlier."""
        tokens = self.tokens
        if tokens.lower(figure.end - 1) in ("earlier", "ago") and tokens.lower(figure.end - 2) == "year":
            return True
        return tokens.lower(figure.first) == "year" and tokens.lower(figure.first + 1) == "-"

    def anchor(self, index: int) -> str | None:
        """Return the last date, if it stands near enough before token `index` to count from."""
        return self.latest if self.latest is not None and index - self.latest_end <= _NEAR else None

    def last_quarter(self, index: int) -> str | None:
        """Return the last quarter, if near enough before token `index` to count "a year earlier" from."""
        return self.quarter if self.quarter is not None and index - self.quarter_end <= _NEAR else None

    def sense(self, first: int, end: int) -> Sense:
        """Return whether the words around the tokens refer to the past or to the future."""
        return sense_at(self.tokens, first, end)
