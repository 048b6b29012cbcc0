"""The list of articles as the reading screen keeps it: reading headlines, order, opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.problem import ProblemError
from fenttui.ui.desk.telling import tell_problems
from fenttui.ui.keys import key_problems
from fenttui.ui.session.list_order import ORDER_NAMES, ORDERS

if TYPE_CHECKING:
    from fenttui.settings.types import Order
    from fenttui.ui.desk.desk import Desk
    from fenttui.ui.key_sequence import Call

_AT_ONCE = 25
"""Headlines read between two looks at the keyboard."""
_RELIST_EVERY = 2000
"""Headlines read between two showings of the list."""


class Listing:
    """What the sidebar lists, and what is opened from it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._chosen_for_user: str | None = None
        self._order: Order = desk.session.settings.sidebar.order

    def start(self) -> None:
        """List the articles, open one, and read the headlines of a large dossier in the background."""
        session = self._desk.session
        self.show()
        opened = session.reading.open_id
        if opened not in session.library.entries or not self.open(opened):
            self._open_first()
        if self._desk.article is None:
            self._desk.say(tell_problems(session.problems or ["no article could be opened"]), error=True)
        self._desk.problems_at_start = [
            *session.loaded.problems,
            *self._key_problems(),
            *session.library.dossier.problems,
        ]
        # Those read already as well: which notes they have is read when the text is on the screen.
        self._desk.call_after_refresh(self._start_reading)

    def _open_first(self) -> None:
        any(self.open(item.id) for item in self._desk.sidebar.items[:_AT_ONCE])
        self._chosen_for_user = self._desk.article.id if self._desk.article else None

    def _key_problems(self) -> list[str]:
        own = self._desk.session.settings.keys
        return key_problems(own) if own else []

    def _start_reading(self) -> None:
        self._desk.run_worker(self._read_headlines(), group="headlines", exclusive=True)

    async def _read_headlines(self) -> None:
        session = self._desk.session
        entries = session.library.dossier.entries
        for at in range(0, len(entries), _AT_ONCE):
            await session.read_headlines(entries[at : at + _AT_ONCE])
            if at % (_AT_ONCE * 8) == 0:
                self._desk.tell_progress(f"reading {at + _AT_ONCE:,}/{len(entries):,}")
            if at and at % _RELIST_EVERY == 0:
                self.show()
        self._desk.tell_progress("")
        self.show()
        article = self._desk.article
        if article is not None and article.id == self._chosen_for_user and not self._desk.touched:
            # Chosen by the files' names and times alone, before the dates in them were known.
            first = next(iter(self._desk.sidebar.items), None)
            if first is not None and first.id != article.id:
                self._desk.session.reading.mark_read(article.id, read=False)
                self._open_first()

    def show(self) -> None:
        """List what passes the filter, in the order in force."""
        session = self._desk.session
        items = session.items(self._order, self._desk.only_listed())
        self._desk.sidebar.show(items, self._order, len(session.library.entries))

    def perform(self, call: Call) -> None:
        """Do a command of the place `articles`."""
        sidebar = self._desk.sidebar
        match call.command.action:
            case "open":
                sidebar.choose_current()
            case "cycle_order":
                self._cycle_order()
            case "toggle_read":
                self._toggle_read()
            case action:
                sidebar.move(action, call.count)

    def open(self, article_id: str, offset: int | None = None) -> bool:
        """Open an article; whether it could be read."""
        try:
            article = self._desk.session.library.article(article_id)
        except ProblemError as error:
            self._desk.say(tell_problems([error.problem]), error=True)
            return False
        self._desk.open_article(article, offset)
        return True

    def open_neighbor(self, step: int) -> None:
        """Open the article that is `step` further down the list, or the next after it that can be read."""
        items = self._desk.sidebar.items
        ids = [item.id for item in items]
        here = self._desk.article.id if self._desk.article else None
        at = ids.index(here) + step if here in ids else 0
        if not 0 <= at < len(ids):
            self._desk.say(
                "this is the last article listed" if step > 0 else "this is the first article listed"
            )
        else:
            # What cannot be read is told and passed over.
            self._desk.reader.leave()
            any(self.open(each) for each in (ids[at:] if step > 0 else ids[at::-1]))

    def _cycle_order(self) -> None:
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.show()
        self._desk.say(f"order: {ORDER_NAMES[self._order]}")

    def _toggle_read(self) -> None:
        article_id = self._desk.sidebar.current_id()
        if article_id is not None:
            read = article_id not in self._desk.session.reading.read
            self._desk.session.reading.mark_read(article_id, read)
            self.show()
            self._desk.say("marked as read" if read else "marked as unread")
