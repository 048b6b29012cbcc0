"""Help: every key of the place where one is, from the table of commands itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from fenttui.ui.commands import Command, Place, heard_in
from fenttui.ui.keys import show_sequence
from fenttui.ui.screens.dialog import Dialog

_KEYS_WIDTH = 24


def help_text(commands: Sequence[Command], place: Place) -> Text:
    """The commands that are heard in `place`, under their headings."""
    text = Text()
    for group, members in groupby(heard_in(commands, place), key=lambda command: command.group):
        text.append(f"{group}\n", "bold")
        for command in members:
            keys = "  ".join(show_sequence(keys) for keys in command.keys)
            keys += "{letter}" if command.takes_char and len(command.keys) == 1 else ""
            text.append(f"  {keys:<{_KEYS_WIDTH}}", "bold").append(f" {command.doc}")
            text.append("\n")
        text.append("\n")
    text.append("A number before a motion repeats it: 3) goes three sentences on.\n")
    text.append("Keys are changed under [keys] in config.toml.")
    return text


class Help(Dialog[None]):
    """Shows the keys of one place; scrolls like the reader."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "leave", "Close"),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
        Binding("ctrl+d,space", "scroll(10)", show=False),
        Binding("ctrl+u,b", "scroll(-10)", show=False),
        Binding("g", "scroll(-10000)", show=False),
        Binding("G", "scroll(10000)", show=False),
    ]

    def __init__(self, commands: Sequence[Command], place: Place, where: str) -> None:
        super().__init__()
        self._text = help_text(commands, place)
        self._where = where

    def compose(self) -> ComposeResult:
        """The keys in a box that scrolls."""
        with Vertical(classes="dialog", id="help") as box:
            box.border_title = f"Keys in the {self._where}"
            box.border_subtitle = "j k scroll · escape closes"
            with VerticalScroll(id="help-keys"):
                yield Static(self._text)

    def on_mount(self) -> None:
        """Scroll by keys at once."""
        self.query_one("#help-keys").focus()

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one("#help-keys").scroll_relative(y=lines, animate=False, immediate=True)
