"""A dialog that shows a list or a text: its keys call commands, and its lines can be searched."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, ScreenResultType

from fenttui.ui.host import LineRequest
from fenttui.ui.keyed import KeyedScreen
from fenttui.visible import visible_line


class KeyedDialog(KeyedScreen[ScreenResultType], ModalScreen[ScreenResultType], inherit_bindings=False):
    """Left without an answer by `leave`. A subclass says which lines it has, and which is current."""

    def __init__(self) -> None:
        super().__init__()
        self._hint = ""
        self._said = ""
        self._wanted = ""

    # What a subclass gives

    @property
    def lines(self) -> Sequence[str]:
        """Its lines or items as text."""
        raise NotImplementedError

    @property
    def current_line(self) -> int:
        """The index of the line that keys act on."""
        raise NotImplementedError

    def go_to_line(self, index: int) -> None:
        """Make another line current and show it."""
        raise NotImplementedError

    # What the commands call

    def leave(self) -> None:
        """Close it without an answer."""
        self.dismiss(None)

    def ask_search(self) -> None:
        """Ask for what to search in it, going to the first match as it is typed."""
        origin = self.current_line

        def typed(wanted: str) -> None:
            self._wanted = wanted
            self.go_to_line(origin)
            if wanted:
                self._go_to_match(1, origin - 1)

        self.ask(LineRequest("/", "", typed, typed, lambda: typed("")))

    def search_on(self, count: int) -> None:
        """Go to the next match, or the one before."""
        if not self._wanted:
            self.say("nothing was searched for yet; / searches")
        else:
            self._go_to_match(count, self.current_line)

    def copy_current(self) -> None:
        """Copy the current line."""
        line = self.lines[self.current_line].strip() if self.current_line < len(self.lines) else ""
        self.say(self.program.copy(line, "the line") if line else "nothing to copy here")

    def _go_to_match(self, count: int, origin: int) -> None:
        folded = self._wanted.casefold()
        found = [at for at, line in enumerate(self.lines) if folded in line.casefold()]
        if not found:
            self.say(f"not here: {self._wanted}")
            return
        ordered = found if count > 0 else found[::-1]
        ahead = [at for at in ordered if (at > origin if count > 0 else at < origin)]
        around = ahead + ordered
        index = around[(abs(count) - 1) % len(around)]
        self.go_to_line(index)
        self.say(f"{found.index(index) + 1} of {len(found)}: {self._wanted}")

    # Messages

    @property
    def box(self) -> Vertical:
        """The frame around all."""
        return self.query_one(".dialog", Vertical)

    def tell_hint(self, hint: str) -> None:
        """Show the first keys to know below the box; a message stays until the next key."""
        self._hint = hint
        self._tell()

    def say(self, message: str, error: bool = False) -> None:
        """Show a message until the next key."""
        super().say(message, error)
        self._said = message
        self._tell()

    def hush(self) -> None:
        """Remove the message shown before this key."""
        if self._said:
            self._said = ""
            self._tell()

    def _tell(self) -> None:
        # As Content: a str would be read as markup.
        self.box.border_subtitle = Content(visible_line(self._said or self._hint))

    def tell_progress(self, progress: str) -> None:
        """Show how far a long job is."""
        self.say(progress)

    def tell_pending(self, pending: str) -> None:
        """Show the keys typed so far."""
        if pending:
            self.say(pending)
