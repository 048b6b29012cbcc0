"""The search in the open article: asked for, gone to as it is typed, and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.host import LineRequest

if TYPE_CHECKING:
    from fenttui.ui.host import Host
    from fenttui.ui.widgets.reader.reader import Reader


class Search:
    """Asks for what to search, and goes to it."""

    def __init__(self, host: Host, reader: Reader) -> None:
        self._host = host
        self._reader = reader
        self._earlier: list[str] = []

    def ask(self) -> None:
        """Ask for what to search, going to the first match as it is typed."""
        reader = self._reader
        origin, before = reader.caret, reader.wanted

        def typed(wanted: str) -> None:
            count = reader.search(wanted, origin)
            self._host.say("" if not wanted else _counted(count))

        def finished(wanted: str) -> None:
            if not wanted:
                reader.wanted = before
                self.go_on(1)
                return
            self._earlier = [*(each for each in self._earlier if each != wanted), wanted]
            if wanted != reader.wanted:
                typed(wanted)
            count = len(reader.marks.matches)
            if reader.caret != origin:
                reader.trail.leave(reader.article.id if reader.article else "", origin)
            found = f"{_counted(count)}: {wanted} · n next, N before"
            self._host.say(found if count else f"not in this article: {wanted}")

        def left() -> None:
            typed("")
            reader.wanted = before
            self._host.say("")

        self._host.ask(LineRequest("/", "", finished, typed, left, self._earlier))

    def go_on(self, count: int) -> None:
        """Go to the next match, or the one before."""
        self._host.say(self._reader.search_on(count))


def _counted(count: int) -> str:
    return f"{count} matches" if count != 1 else "1 match"
