"""The three panes with their controllers: what the commands of the panes are done to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Protocol

from fenttui.ui.controllers.article_filter import ArticleFilter
from fenttui.ui.controllers.article_list import ArticleList
from fenttui.ui.controllers.articles import Articles
from fenttui.ui.controllers.mentions import Mentions
from fenttui.ui.controllers.notes import Notes
from fenttui.ui.host import KeyedHost

if TYPE_CHECKING:
    from fenttui.ui.controllers.card import MentionCard
    from fenttui.ui.controllers.corrections import Corrections
    from fenttui.ui.controllers.export import Export
    from fenttui.ui.controllers.live_settings import LiveSettings
    from fenttui.ui.controllers.search import Search
    from fenttui.ui.controllers.tagging import Tagging
    from fenttui.ui.widgets.looks import Looks
    from fenttui.ui.widgets.notes_panel import NotesPanel
    from fenttui.ui.widgets.reader.reader import Reader
    from fenttui.ui.widgets.sidebar import Sidebar
    from fenttui.ui.workspace import Workspace

Pane = Literal["articles", "reader", "annotations"]
"""The panes by name."""

PANES: tuple[Pane, ...] = ("articles", "reader", "annotations")
"""The panes in the order that tab goes through them."""


class PanesHost(KeyedHost, Protocol):
    """The screen that shows the panes."""

    @property
    def pane(self) -> Pane:
        """The pane that keys act on."""

    def show_pane(self, pane: Pane) -> None:
        """Let keys act on a pane, and show it."""

    def toggle_zen(self) -> None:
        """Hide the side panes, or show them again."""

    def turn(self, step: int) -> None:
        """Let keys act on the next pane, or the one before."""


@dataclass(frozen=True)
class Panes:
    """The panes and what acts on them."""

    host: PanesHost
    workspace: Workspace
    reader: Reader
    sidebar: Sidebar
    notes_panel: NotesPanel
    articles: Articles
    article_list: ArticleList
    article_filter: ArticleFilter
    notes: Notes
    corrections: Corrections
    looks: Looks

    # A few ms together with what they import: not before the text is on the screen.

    @cached_property
    def search(self) -> Search:
        """The search in the text."""
        from fenttui.ui.controllers.search import Search  # noqa: PLC0415

        return Search(self.host, self.reader)

    @cached_property
    def tagging(self) -> Tagging:
        """The tags that are given at once."""
        from fenttui.ui.controllers.tagging import Tagging  # noqa: PLC0415

        return Tagging(self.host, self.workspace, self.reader, self.notes)

    @cached_property
    def card(self) -> MentionCard:
        """What is known of a mention."""
        from fenttui.ui.controllers.card import MentionCard  # noqa: PLC0415

        return MentionCard(self.host, self.workspace, self.reader, self.corrections, self.looks)

    @cached_property
    def export(self) -> Export:
        """The export of notes."""
        from fenttui.ui.controllers.export import Export  # noqa: PLC0415

        return Export(self.host, self.workspace, self.sidebar)

    @cached_property
    def settings(self) -> LiveSettings:
        """The settings, changed while the program runs."""
        from fenttui.ui.controllers.live_settings import LiveSettings  # noqa: PLC0415

        return LiveSettings(self.host, self.workspace, self.reader, self.article_list)

    def cancel(self) -> bool:
        """Leave the selection, the marked matches, the filter or the pane; return whether there was one."""
        if self.reader.selection_anchor is not None:
            self.reader.end_selection()
        elif self.host.pane == "reader" and len(self.reader.marks.matches):
            # The color goes; n finds on.
            self.reader.set_matches(())
        elif self.article_filter.written:
            self.article_filter.apply("")
            self.host.say("all articles listed")
        elif self.host.pane != "reader":
            self.host.show_pane("reader")
        else:
            return False
        return True


class _Screen(PanesHost, Protocol):
    """The reading screen as far as it is built."""

    workspace: Workspace
    reader: Reader
    sidebar: Sidebar
    notes_panel: NotesPanel


def make_panes(screen: _Screen, corrections: Corrections, looks: Looks) -> Panes:
    """Return the panes of a screen with their controllers."""
    workspace, reader, sidebar = screen.workspace, screen.reader, screen.sidebar
    mentions = Mentions(screen, workspace, reader)
    articles = Articles(screen, workspace, reader, sidebar, mentions)
    article_filter = ArticleFilter(screen, workspace)
    article_list = ArticleList(screen, workspace, sidebar, articles, article_filter)
    return Panes(
        host=screen,
        workspace=workspace,
        reader=reader,
        sidebar=sidebar,
        notes_panel=screen.notes_panel,
        articles=articles,
        article_list=article_list,
        article_filter=article_filter,
        notes=Notes(screen, workspace, reader, screen.notes_panel, articles),
        corrections=corrections,
        looks=looks,
    )
