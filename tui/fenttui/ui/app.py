"""The application: styles, themes, and how it ends."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import Provider
from textual.screen import Screen

from fenttui.paths import bundled
from fenttui.settings.remembered_theme import remember_theme
from fenttui.ui.screens.palette import Functions
from fenttui.ui.screens.reading import ReadingScreen
from fenttui.ui.themes import fallback_variables, own_themes
from fenttui.ui.typing_ahead import OrderedKeys

if TYPE_CHECKING:
    from fenttui.ui.session.session import Session

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
        super().__init__(ansi_color=True if plain else None)
        self.session = session
        for theme in own_themes().values():
            self.register_theme(theme)
        self._has_own_colors = not plain
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
        self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> ReadingScreen:
        """The reading screen."""
        return self._reading

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colors of mentions, for themes that are not our own."""
        return fallback_variables(self.current_theme.dark)

    def on_mount(self) -> None:
        """End well when the link drops or the system asks; remember the theme that is chosen."""
        import asyncio

        # After ctrl+z and fg the alternate screen comes back empty.
        self.app_resume_signal.subscribe(self, lambda _: self._repaint_all())
        if self._has_own_colors:
            self.theme_changed_signal.subscribe(self, lambda theme: remember_theme(theme.name))
        loop = asyncio.get_running_loop()
        for number in (signal.SIGHUP, signal.SIGTERM):
            loop.add_signal_handler(number, self._hang_up, number)

    def _repaint_all(self) -> None:
        self.refresh(layout=True)
        self.screen.refresh(repaint=True)

    def _hang_up(self, number: int) -> None:
        """Keep the draft and the place, and go: the terminal may be gone."""
        self._reading.noting.keep_draft()
        self.session.save_notes()
        self.close_session()
        self.exit(128 + number, return_code=128 + number)

    def on_unmount(self) -> None:
        """Keep what was read, and where one is."""
        self.close_session()

    def close_session(self) -> None:
        """Keep what was read, and where one is."""
        self._reading.noting.close()
        self._reading.keep_place()
        self.session.save()
