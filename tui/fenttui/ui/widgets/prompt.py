"""The prompt: one line at the bottom where a search, a filter or tags are typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Label

from fenttui.ui.widgets.line_input import LineInput
from fenttui.visible import visible_line

Complete = Callable[[str], Sequence[str]]
"""Returns what the line typed so far can be completed to, whole lines."""

_EARLIER = ("up", "ctrl+p")
_LATER = ("down", "ctrl+n")


class _FirstCompletion(Suggester):
    """Suggests the first completion that continues the typed text."""

    def __init__(self, complete: Complete) -> None:
        # What completes a line may change while the prompt is open: the files of a folder.
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """Return the whole line that is suggested."""
        folded = value.casefold()
        return next((line for line in self._complete(value) if line.casefold().startswith(folded)), None)


class _PromptInput(LineInput):
    """An input that knows how to be left, what was typed here before, and how a line is completed."""

    def __init__(self, value: str, earlier: Sequence[str], complete: Complete | None) -> None:
        suggester = _FirstCompletion(complete) if complete is not None else None
        super().__init__(value, suggester=suggester, id="prompt", select_on_focus=False, compact=True)
        self._complete = complete
        self._lines: Sequence[str] = ()
        """What tab goes through: the completions, then the line as it was typed."""
        self._earlier = [*earlier, value]
        self._at = len(earlier)

    def on_key(self, event: events.Key) -> None:
        """Leave with escape, or with backspace in an empty line, as in vim; up and down as in a shell."""
        if event.key in ("escape", "ctrl+c") or (event.key == "backspace" and not self.value):
            self.post_message(Prompt.Left())
        elif event.key in _EARLIER + _LATER:
            step = 1 if event.key in _LATER else -1
            self._at = max(0, min(self._at + step, len(self._earlier) - 1))
            self._put(self._earlier[self._at])
        elif event.key in ("tab", "shift+tab") and self._complete is not None:
            self._turn(1 if event.key == "tab" else -1)
        else:
            return
        event.stop()
        event.prevent_default()

    def _turn(self, step: int) -> None:
        """Put the next completion instead of the line, or the one before."""
        if self.value not in self._lines:
            completed = self._complete(self.value) if self._complete is not None else ()
            others = [line for line in completed if line != self.value]
            self._lines = [*others, self.value]
        lines = self._lines
        if len(lines) <= 2:
            # Nothing to choose from: the next tab completes what comes after it.
            self._lines = ()
        self._put(lines[(lines.index(self.value) + step) % len(lines)])

    def _put(self, line: str) -> None:
        self.value = line
        self.cursor_position = len(line)


class Prompt(Horizontal):
    """Asks for one line; reports each change of it, and how it ended."""

    class Left(Message):
        """The prompt was left without an answer."""

    def __init__(
        self, label: str, value: str = "", earlier: Sequence[str] = (), complete: Complete | None = None
    ) -> None:
        super().__init__(classes="prompt-row")
        self._complete = complete
        self._earlier = earlier
        self._label = label
        self._value = value

    def compose(self) -> ComposeResult:
        """A label and the line."""
        yield Label(self._label, id="prompt-label", markup=False)
        yield _PromptInput(self._value, self._earlier, self._complete)
        yield Label("", id="prompt-said", markup=False)

    def say(self, message: str) -> None:
        """Show a message beside the line, such as how much was found."""
        # Nowhere yet, or no longer, while the prompt comes or goes.
        for label in self.query("#prompt-said").results(Label):
            label.update(visible_line(message))

    def on_mount(self) -> None:
        """Type here: the old text is selected, so that what is typed replaces it."""
        line = self.query_one(_PromptInput)
        line.focus()
        line.select_all()
