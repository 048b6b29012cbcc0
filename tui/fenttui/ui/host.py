"""The screen as controllers see it: it asks for a line, shows a message, opens a passage."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from textual.app import App

    from fenttui.keymap.command import Call, Command, Context
    from fenttui.keymap.keymap import Registry
    from fenttui.ui.session.position import Position
    from fenttui.ui.session.session import Session


def _nothing(line: str) -> None:
    """Do nothing."""


def _not_left() -> None:
    """Do nothing."""


@dataclass(frozen=True)
class LineRequest:
    """One line that is asked for at the bottom of the screen."""

    label: str
    """The text before it."""
    value: str
    """The text that it begins with."""
    answered: Callable[[str], None]
    """Called with the line."""
    changed: Callable[[str], None] = _nothing
    """Called with the line each time that it changes."""
    left: Callable[[], None] = _not_left
    """Called if it is left without an answer."""
    earlier: Sequence[str] = ()
    """Earlier lines for the up key, the latest last."""
    completed: Callable[[str], Sequence[str]] | None = None
    """Returns what the line typed so far can be completed to, whole lines, the likeliest first."""


class Host(Protocol):
    """A screen as a controller knows it."""

    @property
    def app(self) -> App[Any]:
        """The app."""

    def ask(self, request: LineRequest) -> None:
        """Ask for one line."""

    def say(self, message: str, error: bool = False) -> None:
        """Show a message until the next key."""

    def tell_progress(self, progress: str) -> None:
        """Show how far a long job is; an empty text when it is done."""

    def go_to(self, article_id: str, where: int | Position) -> None:
        """Show a passage in the text, of this article or another."""

    def work(self, job: Coroutine[Any, Any, None], group: str) -> None:
        """Start a job that runs while keys are taken; an earlier one of the group is cancelled."""

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Call a function when what has changed is painted."""


class Program(Protocol):
    """What commands do to the program as a whole."""

    @property
    def registry(self) -> Registry:
        """All commands, with the keys in force."""

    def open_table(self, name: str) -> None:
        """Show the table of that name before the panes."""

    def reopen_tables(self, key: str) -> None:
        """Show the tables again that were left under a key for a passage in the text."""

    def change_theme(self, name: str | None = None) -> str:
        """Apply a theme, or switch between dark and light; return the message."""

    def show_help(self, context: Context[Any]) -> None:
        """Show the keys of a context."""

    def show_palette(self) -> None:
        """Show the palette of commands."""

    def ask_command(self, host: KeyedHost) -> None:
        """Ask for a line of commands and run it on the screen that asked."""

    def close_tables(self) -> None:
        """Go back to the panes."""

    def show_session(self, session: Session) -> None:
        """Save the state of the open dossier, and show another instead."""

    def repaint(self) -> None:
        """Paint the whole screen: the terminal has lost what was on it."""

    def suspend_program(self) -> None:
        """Give the terminal back to the shell for a while."""

    def copy(self, text: str, what: str) -> str:
        """Copy a text to the clipboard of the user's own machine; return the message."""

    def quit(self, at_once: bool = False) -> None:
        """Quit, asking first if notes are unsaved; `at_once` quits without asking and keeps their drafts."""


class KeyedHost(Host, Protocol):
    """A screen whose keys call commands."""

    @property
    def context(self) -> Context[Any]:
        """The context whose keys are active."""

    @property
    def offered(self) -> list[Command]:
        """The commands that can be called by name."""

    @property
    def program(self) -> Program:
        """The program that the screen belongs to."""

    def perform(self, call: Call) -> None:
        """Call a command."""

    def cancel(self) -> bool:
        """Cancel what is running; return whether anything was."""
