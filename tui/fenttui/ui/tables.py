"""The tables that fill the screen: each is made when its key is first pressed, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fenttui.ui.screens.table_screen import Services, TableScreen

if TYPE_CHECKING:
    from textual.app import App

    from fenttui.keymap.keymap import Registry
    from fenttui.ui.controllers.corrections import Corrections
    from fenttui.ui.screens.reading import ReadingScreen
    from fenttui.ui.widgets.looks import Looks
    from fenttui.ui.workspace import Workspace


class Tables:
    """Opens the tables before the reading screen."""

    def __init__(
        self,
        app: App[Any],
        registry: Registry,
        workspace: Workspace,
        looks: Looks,
        corrections: Corrections,
        reading: ReadingScreen,
    ) -> None:
        self._app = app
        self._reading = reading
        self._screens: dict[str, TableScreen[Any]] = {}
        self._services = Services(registry, workspace, looks, corrections, self._go_to)
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

    def _go_to(self, article_id: str, offset: int) -> None:
        self.close()
        self._reading.reader.leave()
        self._reading.go_to(article_id, offset)

    def _corrected(self) -> None:
        shown = [screen for screen in self._app.screen_stack if isinstance(screen, TableScreen)]
        for screen in dict.fromkeys((*self._screens.values(), *shown)):
            screen.corrected()

    def _make(self, name: str) -> TableScreen[Any]:
        # ~15 ms each
        match name:
            case "figures":
                from fenttui.ui.screens.figures import FiguresScreen

                return FiguresScreen(self._services)
            case "timeline":
                from fenttui.ui.screens.timeline import TimelineScreen

                return TimelineScreen(self._services)
            case _:
                from fenttui.ui.screens.actors import ActorsScreen

                return ActorsScreen(self._services)
