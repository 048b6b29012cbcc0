"""The tables that fill the screen: each is made when its key is first pressed, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fenttui.ui.screens.table_screen import Services, TableScreen

if TYPE_CHECKING:
    from textual.app import App

    from fenttui.ui.controllers.corrections import Corrections
    from fenttui.ui.screens.reading import ReadingScreen
    from fenttui.ui.session.position import Position
    from fenttui.ui.widgets.looks import Looks
    from fenttui.ui.workspace import Workspace

_LEFT_KEPT = 20
"""Passages to remember for coming back to the tables."""


class Tables:
    """Opens the tables before the reading screen."""

    def __init__(
        self,
        app: App[Any],
        workspace: Workspace,
        looks: Looks,
        corrections: Corrections,
        reading: ReadingScreen,
    ) -> None:
        self._app = app
        self._reading = reading
        self._screens: dict[str, TableScreen[Any]] = {}
        self._left: dict[str, tuple[TableScreen[Any], ...]] = {}
        """By key: the tables that were left for a passage in the text, the lowest first."""
        self._left_count = 0
        self._services = Services(workspace, looks, corrections, self._go_to)
        workspace.actors_corrected.subscribe(self._corrected)

    def open(self, name: str) -> None:
        """Show the table of that name; one that was open is as it was left."""
        self.close()
        if name not in self._screens:
            self._screens[name] = self._make(name)
            # Else Textual would take it apart when it is left.
            self._app.install_screen(self._screens[name], name)
        self._app.push_screen(name)

    def close(self) -> None:
        """Go back to the panes; what a table was reading stops."""
        while (screen := self._app.screen) is not self._reading:
            if isinstance(screen, TableScreen):
                screen.stop()
            self._app.pop_screen()

    def discard(self) -> None:
        """Go back to the panes, and take all tables apart: another dossier is to be shown."""
        left = (screen for screens in self._left.values() for screen in screens)
        kept = dict.fromkeys((*self._screens.values(), *left))
        hidden = [screen for screen in kept if screen not in self._app.screen_stack]
        self.close()
        for screen in kept:
            self._app.uninstall_screen(screen)
        for screen in hidden:
            # Those that are shown Textual takes apart as they are left.
            screen.remove()
        self._screens.clear()
        self._left.clear()

    def reopen(self, key: str) -> None:
        """Show the tables again that were left under a key for a passage in the text."""
        self.close()
        for screen in self._left.get(key, ()):
            self._app.push_screen(screen)

    def _go_to(self, article_id: str, where: int | Position) -> None:
        """Show a passage in the text; `ctrl+o` there comes back to the tables."""
        left = tuple(screen for screen in self._app.screen_stack if isinstance(screen, TableScreen))
        self._left_count += 1
        key = str(self._left_count)
        for screen in left:
            if not self._app.is_screen_installed(screen):
                # Else Textual would take it apart when it is left.
                self._app.install_screen(screen, f"left-{key}-{id(screen)}")
        self._left[key] = left
        self._forget_oldest()
        self.close()
        self._reading.reader.leave(key)
        self._reading.go_to(article_id, where)

    def _forget_oldest(self) -> None:
        """Take apart the tables that were left longest ago and are reached by no key that is still kept."""
        while len(self._left) > _LEFT_KEPT:
            gone = self._left.pop(next(iter(self._left)))
            kept = {*self._screens.values(), *(screen for left in self._left.values() for screen in left)}
            for screen in set(gone) - kept:
                self._app.uninstall_screen(screen)

    def _corrected(self) -> None:
        shown = [screen for screen in self._app.screen_stack if isinstance(screen, TableScreen)]
        left = (screen for screens in self._left.values() for screen in screens)
        for screen in dict.fromkeys((*self._screens.values(), *shown, *left)):
            screen.corrected()

    def _make(self, name: str) -> TableScreen[Any]:
        # ~15 ms each
        match name:
            case "figures":
                from fenttui.ui.screens.figures import FiguresScreen  # noqa: PLC0415 - not at start

                return FiguresScreen(self._services)
            case "notes":
                from fenttui.ui.screens.notes import NotesScreen  # noqa: PLC0415 - not at start

                return NotesScreen(self._services)
            case "timeline":
                from fenttui.ui.screens.timeline import TimelineScreen  # noqa: PLC0415 - not at start

                return TimelineScreen(self._services)
            case _:
                from fenttui.ui.screens.actors import ActorsScreen  # noqa: PLC0415 - not at start

                return ActorsScreen(self._services)
