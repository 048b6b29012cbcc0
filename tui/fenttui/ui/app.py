"""The application: what it is made of, its themes, its tables, and how it ends."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import Provider
from textual.screen import Screen

from fenttui.paths import bundled
from fenttui.settings.remembered_theme import remember_theme
from fenttui.ui.controllers.corrections import Corrections
from fenttui.ui.screens.reading import ReadingScreen
from fenttui.ui.terminal.driver import TerminalDriver
from fenttui.ui.terminal.ending import end_soon
from fenttui.ui.textual_internals import driver_of, keep_copied, only_true_color, replace_first_screen
from fenttui.ui.themes import fallback_variables, own_themes
from fenttui.ui.typing_ahead import OrderedKeys
from fenttui.ui.widgets.looks import Looks
from fenttui.ui.workspace import Workspace

if TYPE_CHECKING:
    from fenttui.keymap.command import Context
    from fenttui.keymap.keymap import Registry
    from fenttui.problem import Problem
    from fenttui.ui.command_line import CommandLine
    from fenttui.ui.host import KeyedHost
    from fenttui.ui.session.session import Session
    from fenttui.ui.tables import Tables

STYLE_FILES = ("reading.tcss", "marks.tcss", "dialogs.tcss")


def _commands() -> type[Provider]:
    """Return the provider of our commands for the palette."""
    # ~3 ms with the commands: not before the palette opens.
    from fenttui.ui.dialogs.palette import Commands  # noqa: PLC0415

    return Commands


class FenttuiApp(OrderedKeys[int], inherit_bindings=False):
    """The program."""

    TITLE = "fenttui"
    CSS_PATH: ClassVar[list[str]] = [str(bundled("styles") / name) for name in STYLE_FILES]  # type: ignore[assignment]
    BINDINGS: ClassVar[list[BindingType]] = []
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = App.COMMANDS | {_commands}
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, session: Session, ansi: bool = False) -> None:
        plain = ansi or "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if plain else None, driver_class=TerminalDriver)
        self.session = session
        """The dossier that is read."""
        self._ends = False
        for theme in own_themes().values():
            self.register_theme(theme)
        self._has_own_colors = not plain
        wanted = "fenttui-ansi" if plain else session.settings.reader.theme
        self._begin_with(wanted if wanted in self.available_themes else "fenttui-dark")
        self._command_line: CommandLine | None = None
        self._tables: Tables | None = None
        self._make_screens()

    def _make_screens(self) -> None:
        """Make the screens of the session; the tables are made when they are opened."""
        self._workspace = Workspace(self.session)
        self._looks = Looks()
        self._corrections = Corrections(self._workspace)
        self._reading = ReadingScreen(
            self._workspace, self._looks, self._corrections, self._problems_at_start()
        )

    @cached_property
    def registry(self) -> Registry:
        """All commands, with the keys in force."""
        # ~8 ms: made when the first text is on the screen.
        from fenttui.ui.commands.registry import all_commands  # noqa: PLC0415

        return all_commands(self.session.settings.keys)

    def _problems_at_start(self) -> list[Problem | str]:
        """Return what is wrong with the settings, the keys and the dossier."""
        loaded = self.session.loaded
        keys: list[str] = []
        if loaded.settings.keys:
            from fenttui.keymap.problems import key_problems  # noqa: PLC0415 - not at start

            keys = key_problems(self.registry, loaded.settings.keys)
        return [*loaded.problems, *keys, *self.session.library.dossier.problems]

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer only the themes of Textual's own commands: the others know nothing of unsaved notes."""
        yield SystemCommand("Change theme", "choose any theme", self.action_change_theme)

    def get_default_screen(self) -> ReadingScreen:
        """The reading screen."""
        return self._reading

    # Themes

    def _begin_with(self, theme: str) -> None:
        """Set the first theme; a change from Textual's own would read all styles twice, ~30 ms."""
        self.set_reactive(App.theme, theme)
        self.set_class(self.current_theme.dark, "-dark-mode")
        self.set_class(not self.current_theme.dark, "-light-mode")
        only_true_color(self)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colors of mentions, for themes that are not our own."""
        return fallback_variables(self.current_theme.dark)

    def change_theme(self, name: str | None = None) -> str:
        """Apply a theme, or switch between dark and light; return the message."""
        if self.native_ansi_color:
            return "this terminal has its own colors only"
        if name is not None:
            self.theme = name
            return f"theme: {self.theme}"
        self.theme = "fenttui-light" if self.current_theme.dark else "fenttui-dark"
        return f"theme: {self.theme}; the palette (^p) has more"

    # The program as a whole

    def open_table(self, name: str) -> None:
        """Show the table of that name before the panes."""
        if self._tables is None:
            # ~15 ms: not before the first table opens.
            from fenttui.ui.tables import Tables  # noqa: PLC0415

            self._tables = Tables(self, self._workspace, self._looks, self._corrections, self._reading)
        self._tables.open(name)

    def reopen_tables(self, key: str) -> None:
        """Show the tables again that were left under a key for a passage in the text."""
        if self._tables is not None:
            self._tables.reopen(key)

    def close_tables(self) -> None:
        """Go back to the panes."""
        if self._tables is not None:
            self._tables.close()

    def ask_command(self, host: KeyedHost) -> None:
        """Ask for a line of commands and run it on the screen that asked."""
        if self._command_line is None:
            # ~5 ms: not before the first line.
            from fenttui.ui.command_line import CommandLine  # noqa: PLC0415

            self._command_line = CommandLine()
        self._command_line.ask(host, self._reading.panes)

    def show_session(self, session: Session) -> None:
        """Save the state of the open dossier, and show another instead."""
        self.close_session()
        if self._tables is not None:
            self._tables.discard()
            self._tables = None
        self.session = session
        # The dossier may bring keys of its own.
        self.__dict__.pop("registry", None)
        self._make_screens()
        replace_first_screen(self, self._reading)

    def show_help(self, context: Context[Any]) -> None:
        """Show the keys of a context."""
        from fenttui.ui.dialogs.help import Help  # noqa: PLC0415 - not at start

        self.push_screen(Help(context))

    def show_palette(self) -> None:
        """Show the palette of commands."""
        from textual.command import CommandPalette  # noqa: PLC0415 - not at start

        # Pushed here: where Textual's own action works, ctrl+p is bound in every dialog, too.
        self.push_screen(CommandPalette(id="--command-palette"))

    def repaint(self) -> None:
        """Paint the whole screen: the terminal has lost what was on it."""
        if not self.screen_stack:
            # The line has caught up when the program has ended.
            return
        self.refresh(layout=True)
        self.screen.refresh(repaint=True)

    def suspend_program(self) -> None:
        """Give the terminal back to the shell for a while."""
        self.action_suspend_process()

    def copy(self, text: str, what: str) -> str:
        """Copy a text to the clipboard of the user's own machine; return the message."""
        # ~1 ms; much reading copies nothing.
        from fenttui.ui.clipboard import clipboard_doubt  # noqa: PLC0415

        self.copy_to_clipboard(text)
        driver = driver_of(self)
        kind = driver.kind if isinstance(driver, TerminalDriver) else None
        doubt = clipboard_doubt(text, os.environ, kind)
        size = "1 character" if len(text) == 1 else f"{len(text):,} characters"
        return f"copied {what}: {size}{f'; {doubt}' if doubt else ''}"

    def copy_to_clipboard(self, text: str) -> None:
        """Copy text to the clipboard of the user's own machine, from our commands and from any field."""
        from fenttui.ui.clipboard import clipboard_sequence  # noqa: PLC0415 - not at start

        keep_copied(self, text)
        driver = driver_of(self)
        if isinstance(driver, TerminalDriver):
            driver.write_whole(clipboard_sequence(text, os.environ, driver.kind))
        elif driver is not None:
            driver.write(clipboard_sequence(text, os.environ))

    # The end

    async def action_quit(self) -> None:
        """Quit, asking first if notes are unsaved."""
        self.quit()

    def quit(self, at_once: bool = False) -> None:
        """Quit, asking first if notes are unsaved; `at_once` quits without asking and keeps their drafts."""
        problem = self.session.save_notes()
        if problem is None or at_once:
            self.exit()
            return
        from fenttui.ui.dialogs.question import Question  # noqa: PLC0415 - not at start

        def answered(key: str | None) -> None:
            if key == "t":
                self.quit()
            elif key == "q":
                self.exit()

        self.push_screen(Question(str(problem), {"t": "tries again", "q": "quits and loses them"}), answered)

    def on_mount(self) -> None:
        """Exit in order when the connection drops or the system asks for it; remember a chosen theme."""
        # After ctrl+z and fg the alternate screen comes back empty.
        self.app_resume_signal.subscribe(self, lambda _: self.repaint())
        if self._has_own_colors:
            self.theme_changed_signal.subscribe(self, lambda theme: remember_theme(theme.name))
        loop = asyncio.get_running_loop()
        for number in (signal.SIGHUP, signal.SIGTERM):
            loop.add_signal_handler(number, self.hang_up, number)

    def hang_up(self, number: int) -> None:
        """Save the draft and the reading position, then exit: the terminal may be gone."""
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
        """Save the draft, the notes and the reading position; one failure does not stop the others."""
        for keep in (self._reading.panes.notes.drafts.keep, self.session.save_notes, self.close_session):
            # The program ends in any case: there is nobody to report to.
            with suppress(Exception):
                keep()

    def on_unmount(self) -> None:
        """Save the reading state."""
        self.close_session()

    def close_session(self) -> None:
        """Save the reading state."""
        self._reading.panes.notes.drafts.close()
        self._reading.panes.articles.keep_location()
        self.session.save()
