"""The private names of Textual that the program uses, each with its reason; no other module uses any.

A new major version of Textual may change them, which is why pyproject.toml caps it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.app import App, ReturnType
from textual.dom import DOMNode
from textual.driver import Driver
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

if TYPE_CHECKING:
    from textual.widget import Widget

FRAME_BEGINS, FRAME_ENDS = SYNC_START, SYNC_END
"""What the app writes around a frame where the terminal knows synchronized output: the one must never be
sent without the other, also where frames are left out."""


def attach(node: DOMNode, parent: Widget) -> None:
    """Put a node under another without mounting it: its styles are wanted, no widget."""
    node._attach(parent)


def driver_of(app: App[Any]) -> Driver | None:
    """Return what writes to the terminal: the clipboard has to bypass the screen's own output."""
    return app._driver


def keep_copied(app: App[Any], text: str) -> None:
    """Keep what was copied for ctrl+v, which Textual does only where it writes to the terminal itself."""
    app._clipboard = text


def only_true_color(app: App[Any]) -> None:
    """Let the first theme be in force as if it had been set later: see `FenttuiApp`."""
    app._refresh_truecolor_filter(app.ansi_theme)


def replace_first_screen(app: App[Any], screen: Screen[Any]) -> None:
    """Show a screen instead of the lowest: the default one lacks the callback that a switch takes away."""
    if not app.screen._result_callbacks:
        app.screen._push_result_callback(app, None)
    app.switch_screen(screen)


class OwnDriver(Driver):
    """What a driver of our own needs of its base class."""

    @property
    def app(self) -> App[Any]:
        """The app that is driven."""
        return self._app

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The loop that the app runs in."""
        return self._loop

    @property
    def mouse(self) -> bool:
        """Whether the mouse is wanted."""
        return self._mouse

    @property
    def restarts(self) -> bool:
        """Whether the driver itself stops and starts when the process is suspended and resumed."""
        return self._auto_restart

    def tell(self, message: Message) -> None:
        """Send a message to the app, in the loop's own thread or from another."""
        asyncio.run_coroutine_threadsafe(self._app._post_message(message), self._loop)


class CrashKeeper(App[ReturnType]):
    """Keeps an error that nobody handled, where Textual would print it with all that is in memory."""

    crash: BaseException | None = None
    """The first error that nobody handled."""

    def crashed(self, error: BaseException) -> None:
        """Keep an error, and end."""
        if self.crash is None:
            self.crash = error
            self._return_code = 1
            self.keep_all()
        self._close_messages_no_wait()

    def keep_all(self) -> None:
        """Save what can be saved."""

    def _handle_exception(self, error: Exception) -> None:
        """Take every error of a handler, a timer or a worker."""
        if self.is_headless:
            # A test is to fail by it.
            super()._handle_exception(error)
        else:
            self.crashed(error)


class PaintedInput(Input):
    """An input that paints something else than the value it keeps."""

    @property
    def painted(self) -> Text:
        """The value as it is painted."""
        return super()._value

    @property
    def _value(self) -> Text:
        return self.painted
