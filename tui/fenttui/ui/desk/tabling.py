"""The tables that fill the screen: each is made when its key is first pressed, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fenttui.ui.screens.reading import ReadingScreen
    from fenttui.ui.screens.table_screen import TableScreen


class Tabling:
    """Opens the tables."""

    def __init__(self, desk: ReadingScreen) -> None:
        self._desk = desk
        self._screens: dict[str, TableScreen[Any]] = {}

    def open(self, name: str) -> None:
        """Show the table of the command `name` before the panes; one that was open is as it was left."""
        app = self._desk.app
        self.close()
        if name not in self._screens:
            self._screens[name] = self._make(name)
            # Else Textual would take it apart when it is left.
            app.install_screen(self._screens[name], name)
        app.push_screen(name)

    def close(self) -> None:
        """Go back to the panes; what a table was reading stops."""
        # ~10 ms: not before the first table opens.
        from fenttui.ui.screens.table_screen import TableScreen

        app = self._desk.app
        while (screen := app.screen) is not self._desk:
            if isinstance(screen, TableScreen):
                screen.stop()
            app.pop_screen()

    def corrected(self) -> None:
        """Let the tables follow corrections of actors."""
        if not self._screens:
            return
        from fenttui.ui.screens.table_screen import TableScreen

        shown = [screen for screen in self._desk.app.screen_stack if isinstance(screen, TableScreen)]
        for screen in dict.fromkeys((*self._screens.values(), *shown)):
            screen.corrected()

    def _make(self, name: str) -> TableScreen[Any]:
        # ~15 ms each
        match name:
            case "figures":
                from fenttui.ui.screens.figures import FiguresScreen

                return FiguresScreen(self._desk)
            case "timeline":
                from fenttui.ui.screens.timeline import TimelineScreen

                return TimelineScreen(self._desk)
            case _:
                from fenttui.ui.screens.actors import ActorsScreen

                return ActorsScreen(self._desk)
