"""The filter of the list: what passes is found while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.host import LineRequest

if TYPE_CHECKING:
    from fenttui.ui.host import Host
    from fenttui.ui.session.filter import Filter
    from fenttui.ui.workspace import Workspace

_AT_ONCE = 20
"""Articles that a filter reads between two looks at whether it is still wanted."""


class ArticleFilter:
    """The filter in force, and the articles that pass it."""

    def __init__(self, host: Host, workspace: Workspace) -> None:
        self._host = host
        self._workspace = workspace
        self.written = ""
        """The filter as it was typed."""
        self.only: set[str] | None = None
        """The ids of the articles that pass; None without a filter."""
        workspace.actors_corrected.subscribe(self._actors_corrected)

    def ask(self) -> None:
        """Ask for a filter, listing what passes as it is typed."""
        before = self.written
        from fenttui.ui.completing_tags import completed_tag_filter  # noqa: PLC0415 - not at start
        from fenttui.ui.session.codebook import known_tags  # noqa: PLC0415 - not at start

        completed = completed_tag_filter(known_tags(self._workspace.session))
        self._host.ask(
            LineRequest(
                "filter:", before, self._answered, self.apply, lambda: self.apply(before), completed=completed
            )
        )

    def apply(self, written: str) -> None:
        """List the articles that pass, as they are found; a running search for others stops."""
        # ~3 ms: not before one filters.
        from fenttui.ui.session.filter import parse_filter  # noqa: PLC0415

        self.written = written.strip()
        wanted = parse_filter(self.written)
        self._host.say(wanted.unread[0] if wanted.unread else "", error=bool(wanted.unread))
        self._host.work(self._find(wanted), "filter")

    def _answered(self, written: str) -> None:
        from fenttui.ui.session.filter import parse_filter  # noqa: PLC0415 - not at start

        if written.strip() != self.written:
            self.apply(written)
        if self.written and not parse_filter(self.written).unread:
            self._host.say(f"only articles that match {self.written}; escape lists all")

    def _actors_corrected(self) -> None:
        """Find anew what passes a filter that asks for actors."""
        if "actor:" in self.written.lower():
            self.apply(self.written)

    async def _find(self, wanted: Filter) -> None:
        session = self._workspace.session
        if not self.written:
            self.only = None
            self._host.tell_progress("")
            self._workspace.articles_changed.publish()
            return
        found: set[str] = set()
        entries = session.library.dossier.entries
        for at in range(0, len(entries), _AT_ONCE):
            chunk = entries[at : at + _AT_ONCE]
            found |= await session.passing(chunk, wanted)
            self.only = set(found)
            last = at + _AT_ONCE >= len(entries)
            if last or at % (_AT_ONCE * 25) == 0:
                self._host.tell_progress("" if last else f"filtering {at + len(chunk):,}/{len(entries):,}")
                self._workspace.articles_changed.publish()
