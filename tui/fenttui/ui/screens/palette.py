"""Every function of the screen in Textual's command palette, found by name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from fenttui.ui.commands import Command
from fenttui.ui.key_sequence import Call
from fenttui.ui.keys import show_sequence

if TYPE_CHECKING:
    from fenttui.ui.screens.reading import ReadingScreen
    from fenttui.ui.screens.table_screen import TableScreen

_PLACE_NAMES = {"reader": "text", "everywhere": "", "tables": ""}


class Functions(Provider):
    """Offers the commands of the key table."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._commands:
            yield DiscoveryHit(self._title(command), self._run(command), help=self._help(command))

    async def search(self, query: str) -> Hits:
        """Those whose words match."""
        matcher = self.matcher(query)
        for command in self._commands:
            title = self._title(command)
            if (score := matcher.match(title)) > 0:
                yield Hit(score, matcher.highlight(title), self._run(command), help=self._help(command))

    @property
    def _keyed(self) -> ReadingScreen | TableScreen[Any]:
        return cast("ReadingScreen | TableScreen[Any]", self.screen)

    @property
    def _commands(self) -> list[Command]:
        # A mark's letter cannot be typed here.
        return [command for command in self._keyed.offered if not command.takes_char]

    def _run(self, command: Command) -> partial[None]:
        return partial(self._keyed.perform, Call(command, None))

    @staticmethod
    def _title(command: Command) -> str:
        place = _PLACE_NAMES.get(command.place, command.place)
        return f"{place}: {command.doc}" if place else command.doc

    @staticmethod
    def _help(command: Command) -> str:
        return "key " + "  ".join(show_sequence(keys) for keys in command.keys)
