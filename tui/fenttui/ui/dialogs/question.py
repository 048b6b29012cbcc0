"""A question with a few answers, each by one key."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from fenttui.ui.dialogs.dialog import Dialog


class Question(Dialog[str]):
    """Asks; answers with the key that was pressed, None for escape."""

    def __init__(self, question: str, answers: dict[str, str]) -> None:
        super().__init__()
        self._question = question
        self._answers = answers

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        with Vertical(classes="dialog"):
            yield Static(self._question, markup=False)
            offered = "   ".join(f"{key} {meaning}" for key, meaning in self._answers.items())
            yield Static(f"{offered}   escape goes back", classes="hint", markup=False)

    @property
    def hint(self) -> str:
        """The keys that answer."""
        return f"{' '.join(self._answers)} answer · {self.HINT}"

    def on_key(self, event: events.Key) -> None:
        """Answer with one of the offered keys."""
        if event.character in self._answers:
            event.stop()
            # Otherwise the handler of all dialogs, which Textual calls next, would say that it is unbound.
            event.prevent_default()
            self.dismiss(event.character)
