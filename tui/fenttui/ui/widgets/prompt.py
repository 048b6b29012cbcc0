"""The prompt: one line at the bottom where a search, a filter or tags are typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Label

from fenttui.ui.widgets.line_input import LineInput
from fenttui.visible import visible_line


class _PromptInput(LineInput):
    """An input that knows how to be left, and what was typed here before."""

    def __init__(self, value: str, earlier: Sequence[str], suggested: Sequence[str]) -> None:
        super().__init__(value, id="prompt", select_on_focus=False, compact=True)
        if suggested:
            # ~2 ms; only where a name is asked for.
            from textual.suggester import SuggestFromList

            self.suggester = SuggestFromList(suggested, case_sensitive=False)
        self._earlier = [*earlier, value]
        self._at = len(earlier)

    def on_key(self, event: events.Key) -> None:
        """Leave with escape, or with backspace in an empty line, as in vim; up and down as in a shell."""
        if event.key in ("escape", "ctrl+c") or (event.key == "backspace" and not self.value):
            event.stop()
            event.prevent_default()
            self.post_message(Prompt.Left())
        elif event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            self._at = max(0, min(self._at + (1 if event.key == "down" else -1), len(self._earlier) - 1))
            self.value = self._earlier[self._at]
            self.cursor_position = len(self.value)


class Prompt(Horizontal):
    """Asks for one line; tells each change of it, and how it ended."""

    class Left(Message):
        """The prompt was left without an answer."""

    def __init__(
        self, label: str, value: str = "", earlier: Sequence[str] = (), suggested: Sequence[str] = ()
    ) -> None:
        super().__init__(id="prompt-row")
        self._suggested = suggested
        self._earlier = earlier
        self._label = label
        self._value = value

    def compose(self) -> ComposeResult:
        """A label and the line."""
        yield Label(self._label, id="prompt-label", markup=False)
        yield _PromptInput(self._value, self._earlier, self._suggested)
        yield Label("", id="prompt-said", markup=False)

    def say(self, message: str) -> None:
        """Tell something beside the line, such as how much was found."""
        # Nowhere yet, or no longer, while the prompt comes or goes.
        for label in self.query("#prompt-said").results(Label):
            label.update(visible_line(message))

    def on_mount(self) -> None:
        """Type here."""
        self.query_one(_PromptInput).focus()
