"""The list of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.commands.contexts import ARTICLES
from fenttui.ui.commands.list_motions import add_list_motions

if TYPE_CHECKING:
    from fenttui.keymap.command import Call
    from fenttui.ui.panes import Panes

_ARTICLES = "Articles"

add_list_motions(ARTICLES, lambda panes: panes.sidebar, _ARTICLES)


@ARTICLES.command("enter", "l", "right", name="open", group=_ARTICLES)
def open_article(panes: Panes, call: Call) -> None:
    """Read it."""
    if panes.sidebar.current_id() is None:
        panes.host.say("no article is listed")
    panes.sidebar.choose_current()


@ARTICLES.command("/", name="filter", group=_ARTICLES, common=True)
def filter_articles(panes: Panes, call: Call) -> None:
    """Filter by words, actor:, tag:, before: and after:."""
    panes.article_filter.ask()


@ARTICLES.command("o", group=_ARTICLES)
def cycle_order(panes: Panes, call: Call) -> None:
    """Sort by the next order."""
    panes.article_list.cycle_order()


@ARTICLES.command("r", group=_ARTICLES)
def toggle_read(panes: Panes, call: Call) -> None:
    """Mark as read or unread."""
    panes.article_list.toggle_read()
