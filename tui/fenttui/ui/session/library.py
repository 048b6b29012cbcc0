"""The articles of a dossier: their files, their headlines, and the texts that were read last."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from cachetools import LRUCache

from fenttui.articles.headline import read_headline
from fenttui.articles.quick_date import preliminary_date
from fenttui.articles.reading import read_article
from fenttui.ui.session.list_order import ArticleItem, sort_items
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.articles.article import Article, Entry, Headline
    from fenttui.articles.dossier import Dossier
    from fenttui.problem import Problem
    from fenttui.settings.types import ArticleSettings, Order

_ARTICLES_KEPT = 32
"""Articles kept in memory: those that the user goes back and forth between."""


class Library:
    """One reading of the dossier's folders; to read them again makes another library.

    The methods `read` and `read_headlines` change nothing and may be called from any thread.
    """

    def __init__(self, dossier: Dossier, settings: ArticleSettings) -> None:
        self.dossier = dossier
        """What was found in the folders."""
        self.entries: dict[str, Entry] = {entry.id: entry for entry in dossier.entries}
        """The article files by id, in the order of the ids."""
        self.headlines: dict[str, Headline] = {}
        """The headlines read so far, by id."""
        self._settings = settings
        self._articles: LRUCache[str, Article] = LRUCache(_ARTICLES_KEPT)

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the folders, and with the files whose headlines were read."""
        of_files = (headline.problem for headline in self.headlines.values())
        return [*self.dossier.problems, *(problem for problem in of_files if problem is not None)]

    # Headlines

    def read_headlines(self, entries: Iterable[Entry]) -> dict[str, Headline]:
        """Return the headlines of those of `entries` that have none yet, by id; never raises."""
        return {
            entry.id: read_headline(entry, self._settings)
            for entry in entries
            if entry.id not in self.headlines
        }

    def store_headlines(self, headlines: Mapping[str, Headline]) -> None:
        """Keep headlines that `read_headlines` returned."""
        self.headlines.update(headlines)

    # Articles

    def read(self, article_id: str) -> Article:
        """Read an article from its file.

        Raises:
            ProblemError: The file cannot be read.
            KeyError: There is no such article.
        """
        return read_article(self.entries[article_id], self._settings)

    def article(self, article_id: str) -> Article:
        """Return an article, from memory where it was read lately; raises as `read` does."""
        if (article := self._articles.get(article_id)) is None:
            article = self._articles[article_id] = self.read(article_id)
        return article

    # The list

    def items(
        self,
        order: Order,
        read: Collection[str] = (),
        notes: Mapping[str, int] | None = None,
        only: Collection[str] | None = None,
    ) -> list[ArticleItem]:
        """Return the sidebar's rows of the articles, sorted.

        Args:
            order: The order.
            read: The ids of the articles that are marked as read.
            notes: How many notes the articles have that have some, by id.
            only: The ids of the articles that are listed; None for all.
        """
        listed = (entry for entry in self.entries.values() if only is None or entry.id in only)
        counts = notes or {}
        return sort_items(
            (self._item(entry, entry.id in read, counts.get(entry.id, 0)) for entry in listed), order
        )

    def _item(self, entry: Entry, read: bool, notes: int) -> ArticleItem:
        headline = self.headlines.get(entry.id)
        if headline is None:
            # By the file's name, until its headline is read.
            name = visible_line(entry.path.name)
            return ArticleItem(entry.id, preliminary_date(entry), False, name, notes, read)
        inferred = headline.date_source == "modified"
        broken = headline.problem is not None
        return ArticleItem(entry.id, headline.date, inferred, headline.title, notes, read, broken)
