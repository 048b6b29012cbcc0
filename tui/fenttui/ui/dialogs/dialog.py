"""A screen that stands before the reading screen until it is answered or left."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from fenttui.visible import visible_line

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None]):
    """Left with escape, which answers None. An unbound key is named with the valid ones."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+c", "leave", "Close")]
    HINT: ClassVar[str] = "escape goes back"
    """The first keys to know."""

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    @property
    def hint(self) -> str:
        """The first keys to know."""
        return self.HINT

    def on_key(self, event: events.Key) -> None:
        """Name the valid keys after an unbound one."""
        if event.key not in self.active_bindings:
            name = event.character if event.character and event.is_printable else event.key
            self.tell(f"{name} is no key here · {self.hint}")

    def tell(self, line: str) -> None:
        """Show a line below the box."""
        # As Content: a str would be read as markup.
        self.query_one(".dialog", Vertical).border_subtitle = Content(visible_line(line))
