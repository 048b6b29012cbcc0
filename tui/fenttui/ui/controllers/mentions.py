"""The mentions of the open article: found in the background, marked in the text as they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.wording import tell_problems

if TYPE_CHECKING:
    from fenttui.articles.article import Article
    from fenttui.ui.host import Host
    from fenttui.ui.widgets.reader.reader import Reader
    from fenttui.ui.workspace import Workspace


class Mentions:
    """Marks what the open article names and quotes."""

    def __init__(self, host: Host, workspace: Workspace, reader: Reader) -> None:
        self._host = host
        self._workspace = workspace
        self._reader = reader
        workspace.actors_corrected.subscribe(self.mark)

    def mark(self) -> None:
        """Mark the mentions of the open article, anew where they were marked before."""
        if (article := self._workspace.article) is not None:
            self._host.work(self._mark(article), "mentions")

    async def _mark(self, article: Article) -> None:
        extractions = self._workspace.session.extractions
        mentions = await extractions.mentions(article)
        if (problem := extractions.take_problem()) is not None:
            self._host.say(tell_problems([problem]), error=True)
        if self._workspace.article is article:
            self._reader.set_mentions(mentions)
        extracted = await extractions.get(article)
        if self._workspace.article is article:
            self._reader.set_quotes(extracted.quotes)
