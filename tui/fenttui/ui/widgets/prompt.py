"""The prompt: one line at the bottom where a search, a filter or tags are typed."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Label

from fenttui.ui.widgets.line_input import LineInput
from fenttui.visible import visible_line


class _PromptInput(LineInput):
    """An input that knows how to be left."""

    def on_key(self, event: events.Key) -> None:
        """Leave with escape, or with backspace in an empty line, as in vim."""
        if event.key in ("escape", "ctrl+c") or (event.key == "backspace" and not self.value):
            event.stop()
            event.prevent_default()
            self.post_message(Prompt.Left())


class Prompt(Horizontal):
    """Asks for one line; tells each change of it, and how it ended."""

    class Left(Message):
        """The prompt was left without an answer."""

    def __init__(self, label: str, value: str = "") -> None:
        super().__init__(id="prompt-row")
        self._label = label
        self._value = value

    def compose(self) -> ComposeResult:
        """A label and the line."""
        yield Label(self._label, id="prompt-label", markup=False)
        yield _PromptInput(self._value, id="prompt", select_on_focus=False, compact=True)
        yield Label("", id="prompt-said", markup=False)

    def say(self, message: str) -> None:
        """Tell something beside the line, such as how much was found."""
        self.query_one("#prompt-said", Label).update(visible_line(message))

    def on_mount(self) -> None:
        """Type here."""
        self.query_one(_PromptInput).focus()
