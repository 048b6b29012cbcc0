"""The prompt: one line at the bottom where a search, a filter or tags are typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Label

from fenttui.ui.widgets.completed_input import Complete, CompletedInput
from fenttui.visible import visible_line

_EARLIER = ("up", "ctrl+p")
_LATER = ("down", "ctrl+n")


class _PromptInput(CompletedInput):
    """An input that knows how to be left, and what was typed here before."""

    def __init__(self, value: str, earlier: Sequence[str], complete: Complete | None) -> None:
        super().__init__(value, complete, id="prompt", select_on_focus=False, compact=True)
        self._earlier = [*earlier, value]
        self._at = len(earlier)

    def on_key(self, event: events.Key) -> None:
        """Leave with escape, or with backspace in an empty line, as in vim; up and down as in a shell."""
        if event.key in ("escape", "ctrl+c") or (event.key == "backspace" and not self.value):
            self.post_message(Prompt.Left())
        elif event.key in _EARLIER + _LATER:
            step = 1 if event.key in _LATER else -1
            self._at = max(0, min(self._at + step, len(self._earlier) - 1))
            self.put(self._earlier[self._at])
        elif event.key in ("tab", "shift+tab") and self._complete is not None:
            # Where there is nothing to complete, tab stays: there is nowhere to go from a prompt.
            self.turn(1 if event.key == "tab" else -1)
        else:
            return
        event.stop()
        event.prevent_default()


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
