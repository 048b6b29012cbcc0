"""The list of articles: read from their headlines, filtered, in an order, with what was read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.session.list_order import ORDER_NAMES, ORDERS
from fenttui.ui.wording import tell_problems

if TYPE_CHECKING:
    from fenttui.settings.types import Order
    from fenttui.ui.controllers.article_filter import ArticleFilter
    from fenttui.ui.controllers.articles import Articles
    from fenttui.ui.host import Host
    from fenttui.ui.widgets.sidebar import Sidebar
    from fenttui.ui.workspace import Workspace

_AT_ONCE = 25
"""Headlines read between two looks at the keyboard."""
_RELIST_EVERY = 2000
"""Headlines read between two showings of the list."""


class ArticleList:
    """What the sidebar lists."""

    def __init__(
        self,
        host: Host,
        workspace: Workspace,
        sidebar: Sidebar,
        articles: Articles,
        article_filter: ArticleFilter,
    ) -> None:
        self._host = host
        self._workspace = workspace
        self._sidebar = sidebar
        self._articles = articles
        self._filter = article_filter
        self._chosen_for_user: str | None = None
        self._order: Order = workspace.session.settings.sidebar.order
        workspace.articles_changed.subscribe(self.show)
        workspace.notes_changed.subscribe(self.show)

    def start(self) -> None:
        """List the articles, open one, and read the headlines of a large dossier in the background."""
        session = self._workspace.session
        self.show()
        opened = session.reading.open_id
        if opened is None or opened not in session.library.entries or not self._articles.open(opened):
            self._open_first()
        if self._workspace.article is None:
            self._host.say(tell_problems(session.problems or ["no article could be opened"]), error=True)
        # Those read already as well: which notes they have is read when the text is on the screen.
        self._host.call_after_refresh(self._start_reading)

    def show(self) -> None:
        """List what passes the filter, in the order in force."""
        session = self._workspace.session
        items = session.items(self._order, self._filter.only)
        self._sidebar.filtered_to = self._filter.written
        self._sidebar.show(items, self._order, len(session.library.entries))

    def cycle_order(self) -> None:
        """Sort by the next order."""
        self.sort(ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)])
        self._host.say(f"order: {ORDER_NAMES[self._order]}")

    def sort(self, order: Order) -> None:
        """Sort in an order."""
        self._order = order
        self.show()

    @property
    def order(self) -> Order:
        """The order in force."""
        return self._order

    def toggle_read(self) -> None:
        """Mark the current article as read, or as unread."""
        article_id = self._sidebar.current_id()
        if article_id is None:
            self._host.say("no article is listed")
            return
        read = article_id not in self._workspace.session.reading.read
        self._workspace.session.reading.mark_read(article_id, read)
        self.show()
        self._host.say("marked as read" if read else "marked as unread")

    def reload(self) -> None:
        """Read the dossier again."""
        self._host.work(self._reload(), "reload")

    async def _reload(self) -> None:
        said = await self._workspace.session.reload()
        clashes = self._workspace.session.notes.take_clashes()
        self._articles.open_again()
        self.show()
        self._host.say("; ".join((said, *clashes)))

    def _open_first(self) -> None:
        self._chosen_for_user = self._articles.open_first(
            item.id for item in list(self._sidebar.items)[:_AT_ONCE]
        )

    def _start_reading(self) -> None:
        self._host.work(self._read_headlines(), "headlines")

    async def _read_headlines(self) -> None:
        session = self._workspace.session
        entries = session.library.dossier.entries
        for at in range(0, len(entries), _AT_ONCE):
            await session.read_headlines(entries[at : at + _AT_ONCE])
            if at % (_AT_ONCE * 8) == 0:
                self._host.tell_progress(f"reading {at + _AT_ONCE:,}/{len(entries):,}")
            if at and at % _RELIST_EVERY == 0:
                self.show()
        self._host.tell_progress("")
        self.show()
        article = self._workspace.article
        if article is not None and article.id == self._chosen_for_user and not self._workspace.touched:
            # Chosen by the files' names and times alone, before the dates in them were known.
            first = next(iter(self._sidebar.items), None)
            if first is not None and first.id != article.id:
                session.reading.unmark(article.id)
                self._open_first()
