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

    def ask(self, forward: bool = True) -> None:
        """Ask for what to search, going to the first match as it is typed."""
        reader = self._reader
        origin, before, direction = reader.caret, reader.pattern, reader.searches_forward

        def finished(wanted: str) -> None:
            if not wanted:
                reader.pattern, reader.searches_forward = before, forward
                self.go_on(1)
                return
            self._earlier = [*(each for each in self._earlier if each != wanted), wanted]
            said, found = self._search(wanted, origin, forward)
            if found and reader.caret != origin:
                reader.leave(origin=origin)
            self._host.say(f"{said}: {wanted} · n next, N before" if found else said)

        def left() -> None:
            self._search("", origin, forward)
            reader.pattern, reader.searches_forward = before, direction
            self._host.say("")

        self._host.ask(
            LineRequest(
                "/" if forward else "\\",
                "",
                finished,
                changed=lambda wanted: self._host.say(self._search(wanted, origin, forward)[0]),
                left=left,
                earlier=self._earlier,
            )
        )

    def go_on(self, count: int) -> None:
        """Go to the next match in the direction of the search, against it for a negative count."""
        self._host.say(self._reader.search_on(count))

    def _search(self, wanted: str, origin: int, forward: bool) -> tuple[str, bool]:
        """Go to the first match; return what to say of it, and whether there is one."""
        # ~5 ms: not before one searches.
        from fenttui.ui.widgets.reader.search import Pattern  # noqa: PLC0415

        reader = self._reader
        count = reader.search(Pattern(wanted), origin, forward)
        if not wanted:
            return "", False
        if not count:
            return reader.search_problem or f"not in this article: {wanted}", False
        return "1 match" if count == 1 else f"{reader.match_position} matches", True
