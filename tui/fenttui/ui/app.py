"""The application: styles, themes, and how it ends."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import Provider
from textual.screen import Screen

from fenttui.places import bundled
from fenttui.ui.screens.palette import Functions
from fenttui.ui.screens.reading import ReadingScreen
from fenttui.ui.terminal.driver import TerminalDriver
from fenttui.ui.terminal.ending import end_soon
from fenttui.ui.textual_internals import driver_of, keep_copied, only_true_color
from fenttui.ui.themes import fallback_variables, own_themes
from fenttui.ui.typing_ahead import OrderedKeys

if TYPE_CHECKING:
    from fenttui.ui.session import Session

STYLE_FILES = ("reading.tcss", "marks.tcss", "dialogs.tcss")


class FenttuiApp(OrderedKeys[int], inherit_bindings=False):
    """The reader."""

    TITLE = "fenttui"
    CSS_PATH: ClassVar[list[str]] = [str(bundled("styles") / name) for name in STYLE_FILES]  # type: ignore[assignment]
    BINDINGS: ClassVar[list[BindingType]] = []
    COMMANDS: ClassVar[set[type[Provider]]] = App.COMMANDS | {Functions}  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, session: Session, ansi: bool = False) -> None:
        plain = ansi or "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if plain else None, driver_class=TerminalDriver)
        self.session = session
        self._ends = False
        for theme in own_themes().values():
            self.register_theme(theme)
        wanted = "fenttui-ansi" if plain else session.settings.reader.theme
        self._begin_with(wanted if wanted in self.available_themes else "fenttui-dark")
        self._reading = ReadingScreen(session)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Of Textual's own functions the themes alone: the others know neither our keys nor unsaved notes."""
        yield SystemCommand("Change theme", "choose any theme", self.action_change_theme)

    async def action_quit(self) -> None:
        """Leave, asking first where notes are in memory alone."""
        self._reading.offering.perform("quit")

    def _begin_with(self, theme: str) -> None:
        """Set the first theme: as a change from Textual's own it would have all styles read twice, ~30 ms."""
        self.set_reactive(App.theme, theme)
        self.set_class(self.current_theme.dark, "-dark-mode")
        self.set_class(not self.current_theme.dark, "-light-mode")
        only_true_color(self)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> ReadingScreen:
        """The reading screen."""
        return self._reading

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colors of mentions, for themes that are not our own."""
        return fallback_variables(self.current_theme.dark)

    def on_mount(self) -> None:
        """End well when the link drops or the system asks."""
        import asyncio

        # After ctrl+z and fg the alternate screen comes back empty.
        self.app_resume_signal.subscribe(self, lambda _: self.repaint())
        loop = asyncio.get_running_loop()
        for number in (signal.SIGHUP, signal.SIGTERM):
            loop.add_signal_handler(number, self.hang_up, number)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy text to the clipboard of the user's own machine, from our commands and from any field."""
        # ~1 ms; much reading copies nothing.
        from fenttui.ui.clipboard import clipboard_sequence

        keep_copied(self, text)
        driver = driver_of(self)
        if isinstance(driver, TerminalDriver):
            driver.write_whole(clipboard_sequence(text, os.environ, driver.kind))
        elif driver is not None:
            driver.write(clipboard_sequence(text, os.environ))

    def repaint(self) -> None:
        """Paint the whole screen: the terminal has lost what was on it."""
        self.refresh(layout=True)
        self.screen.refresh(repaint=True)

    def hang_up(self, number: int) -> None:
        """Keep the draft and the place, and go: the terminal may be gone."""
        if self._ends:
            return
        self._ends = True
        code = 128 + number
        self.keep_all()
        driver = driver_of(self)
        if isinstance(driver, TerminalDriver):
            end_soon(code, driver.leave_at_once)
        self.exit(code, return_code=code)

    def keep_all(self) -> None:
        """Save the draft, the notes and the place; what fails does not keep the rest from being saved."""
        for keep in (self._reading.noting.keep_draft, self.session.save_notes, self.close_session):
            # The program ends in any case: there is nobody to tell.
            with suppress(Exception):
                keep()

    def on_unmount(self) -> None:
        """Keep what was read, and where one is."""
        self.close_session()

    def close_session(self) -> None:
        """Keep what was read, and where one is."""
        self._reading.noting.close()
        self._reading.keep_place()
        self.session.save()
