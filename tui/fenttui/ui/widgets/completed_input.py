"""A field of one line that is completed: the first completion is shown ahead, tab goes through all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual import events
from textual.suggester import Suggester

from fenttui.ui.widgets.line_input import LineInput

Complete = Callable[[str], Sequence[str]]
"""Returns what the line typed so far can be completed to, whole lines."""


class _FirstCompletion(Suggester):
    """Suggests the first completion that continues the typed text."""

    def __init__(self, complete: Complete) -> None:
        # What completes a line may change while the field is open: the files of a folder.
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """Return the whole line that is suggested."""
        folded = value.casefold()
        return next((line for line in self._complete(value) if line.casefold().startswith(folded)), None)


class CompletedInput(LineInput):
    """An input whose line is completed by tab, or by right at its end; enter takes what is typed alone."""

    def __init__(self, value: str, complete: Complete | None, **options: Any) -> None:
        suggester = _FirstCompletion(complete) if complete is not None else None
        super().__init__(value, suggester=suggester, **options)
        self._complete = complete
        self._lines: Sequence[str] = ()
        """What tab goes through: the completions, then the line as it was typed."""

    def on_key(self, event: events.Key) -> None:
        """Take tab where there is something to complete; else it leaves the field."""
        turns = event.key == "tab" or (event.key == "shift+tab" and self.value in self._lines)
        if turns and self.turn(1 if event.key == "tab" else -1):
            event.stop()
            event.prevent_default()

    def turn(self, step: int) -> bool:
        """Put the next completion instead of the line, or the one before; return whether there is one."""
        if self.value not in self._lines:
            completed = self._complete(self.value) if self._complete is not None else ()
            others = [line for line in completed if line != self.value]
            if not others:
                return False
            self._lines = [*others, self.value]
        lines = self._lines
        if len(lines) <= 2:
            # Nothing to choose from: the next tab completes what comes after it.
            self._lines = ()
        self.put(lines[(lines.index(self.value) + step) % len(lines)])
        return True

    def put(self, line: str) -> None:
        """Put a line instead of the one that is typed."""
        self.value = line
        self.cursor_position = len(line)
