"""Every command of the screen in Textual's command palette, found by name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from fenttui.keymap.command import Call
from fenttui.keymap.sequence import show_sequence

if TYPE_CHECKING:
    from fenttui.keymap.command import Command
    from fenttui.ui.keyed import KeyedScreen


class Commands(Provider):
    """Offers the commands that are active on the screen."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._commands:
            yield DiscoveryHit(self._title(command), self._run(command), help=self._help(command))

    async def search(self, query: str) -> Hits:
        """Yield the commands whose words or names match."""
        matcher = self.matcher(query)
        for command in self._commands:
            title, name = self._title(command), command.name.rpartition(".")[2].replace("_", " ")
            if (score := max(matcher.match(title), matcher.match(name))) > 0:
                yield Hit(score, matcher.highlight(title), self._run(command), help=self._help(command))

    @property
    def _keyed(self) -> KeyedScreen[Any]:
        return cast("KeyedScreen[Any]", self.screen)

    @property
    def _commands(self) -> list[Command]:
        """What one calls by name first, then the rest; what takes a character cannot be called by name."""
        offered = [command for command in self._keyed.offered if not command.takes_char]
        return sorted(offered, key=lambda command: not command.common)

    def _run(self, command: Command) -> partial[None]:
        return partial(self._keyed.perform, Call(command))

    def _title(self, command: Command) -> str:
        context = self._keyed.registry.context(command.context)
        return command.sentence if context.general else f"{context.title}: {command.sentence}"

    @staticmethod
    def _help(command: Command) -> str:
        return "key " + "  ".join(show_sequence(keys) for keys in command.keys)
