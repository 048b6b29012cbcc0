"""What is typed at the bottom: a search in the text, a filter of the list, tags."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.widgets import Input

from fenttui.ui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from fenttui.ui.desk.desk import Desk
    from fenttui.ui.session.filter import Filter

_AT_ONCE = 20
"""Articles that a filter reads between two looks at whether it is still wanted."""


class Finding:
    """The prompt of the reading screen, and the searches that it starts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._on_change: Callable[[str], None] | None = None
        self._on_answer: Callable[[str], None] = lambda line: None
        self._on_left: Callable[[], None] = lambda: None
        self._searches: list[str] = []
        self.written = ""
        """The filter as it was typed."""
        self.only: set[str] | None = None
        """The ids of the articles that pass the filter; None without one."""

    # The prompt

    def ask(
        self,
        label: str,
        value: str,
        answered: Callable[[str], None],
        changed: Callable[[str], None] | None = None,
        left: Callable[[], None] = lambda: None,
        earlier: Sequence[str] = (),
        suggested: Sequence[str] = (),
    ) -> None:
        """Ask for one line.

        `changed` hears each change of it; the up key brings `earlier` ones; what is typed is completed from
        those `suggested`.
        """
        self.close()
        self._on_answer, self._on_change, self._on_left = answered, changed, left
        self._desk.mount(Prompt(label, value, earlier, suggested))

    def close(self) -> None:
        """Take the prompt away."""
        # The focus goes first: Textual would give that of a removed widget to any other.
        self._desk.focus_place()
        for prompt in self._desk.query(Prompt):
            prompt.remove()

    def changed(self, event: Input.Changed) -> None:
        """The line changed."""
        if self._on_change is not None:
            self._on_change(event.value)

    def answered(self, event: Input.Submitted) -> None:
        """The line is finished."""
        self.close()
        self._on_answer(event.value)

    def left(self) -> None:
        """The prompt was left."""
        self.close()
        self._on_left()

    # Searching the article

    def search(self) -> None:
        """Ask for what to search, going to the first match as it is typed."""
        reader = self._desk.reader
        origin, before = reader.caret, reader.wanted

        def typed(wanted: str) -> None:
            count = reader.search(wanted, origin)
            self._desk.say("" if not wanted else f"{count} matches" if count != 1 else "1 match")

        def finished(wanted: str) -> None:
            if not wanted:
                reader.wanted = before
                reader.search_on(1)
                return
            self._searches = [*(each for each in self._searches if each != wanted), wanted]
            if wanted != reader.wanted:
                typed(wanted)
            count = len(reader.marks.matches)
            if reader.caret != origin:
                reader.trail.leave(reader.article.id if reader.article else "", origin)
            said = f"{count} matches" if count != 1 else "1 match"
            self._desk.say(
                f"{said}: {wanted} · n next, N before" if count else f"not in this article: {wanted}"
            )

        def gone() -> None:
            typed("")
            reader.wanted = before
            self._desk.say("")

        self.ask("/", "", finished, typed, gone, self._searches)

    # Filtering the list

    def filter(self) -> None:
        """Ask for a filter, listing what passes as it is typed."""
        before = self.written
        self.ask("filter:", before, self._filtered, self.apply, lambda: self.apply(before))

    def _filtered(self, written: str) -> None:
        from fenttui.ui.session.filter import parse_filter

        if written.strip() != self.written:
            self.apply(written)
        self._desk.show_place("articles")
        if self.written and not parse_filter(self.written).unread:
            self._desk.say(f"only articles that match {self.written}; escape lists all")

    def filter_again(self) -> None:
        """Find anew what passes a filter that asks for actors: they were corrected."""
        if "actor:" in self.written.lower():
            self.apply(self.written)

    def clear(self) -> None:
        """List all articles again."""
        self.apply("")

    def apply(self, written: str) -> None:
        """List the articles that pass, as they are found; a running search for others stops."""
        # ~3 ms: not before one filters.
        from fenttui.ui.session.filter import parse_filter

        self.written = written.strip()
        wanted = parse_filter(self.written)
        self._desk.sidebar.filtered_to = self.written
        self._desk.say(wanted.unread[0] if wanted.unread else "", error=bool(wanted.unread))
        if not self.written:
            self._desk.workers.cancel_group(self._desk, "filter")
            self.only = None
            self._desk.tell_progress("")
            self._desk.list_articles()
            return
        self._desk.run_worker(self._run(wanted), group="filter", exclusive=True, exit_on_error=False)

    async def _run(self, wanted: Filter) -> None:
        session = self._desk.session
        found: set[str] = set()
        entries = session.library.dossier.entries
        for at in range(0, len(entries), _AT_ONCE):
            chunk = entries[at : at + _AT_ONCE]
            found |= await session.passing(chunk, wanted)
            self.only = set(found)
            last = at + _AT_ONCE >= len(entries)
            if last or at % (_AT_ONCE * 25) == 0:
                self._desk.tell_progress("" if last else f"filtering {at + len(chunk):,}/{len(entries):,}")
                self._desk.list_articles()
