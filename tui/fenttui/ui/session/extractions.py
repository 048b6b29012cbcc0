"""What is found in articles, mentions and quotes: found in threads, kept by the main thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, TypeAlias

from cachetools import LRUCache

if TYPE_CHECKING:
    import datetime as dt

    from fenttui.articles.article import Article
    from fenttui.extract.coreference.corrections import Corrections
    from fenttui.extract.mention import Mention, Quote
    from fenttui.problem import Problem
    from fenttui.ui.session.extractor import Extractor

    Mentions: TypeAlias = tuple[Mention, ...]
    TextKey: TypeAlias = tuple[str, dt.date]
    """The digest of a text, and the day that its times are counted from."""

_KEPT = 32
"""Texts whose mentions and quotes are kept: those that the user goes back and forth between."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What is found in one article by one version of the corrections."""

    mentions: Mentions
    """The actors, amounts and times in force, in order and without overlaps."""
    quotes: tuple[Quote, ...]
    """Who says what; apart from the mentions, which quotes overlap."""
    uncorrected: Mentions
    """What `mentions` were before the corrections: with these kept, a correction extracts nothing again."""


@dataclass(frozen=True, slots=True)
class _Search:
    """A search that runs in a thread; all requests for one article wait for the same search."""

    mentions: asyncio.Future[Mentions]
    whole: asyncio.Future[Extracted]


class Extractions:
    """The mentions and quotes of the articles of a session.

    `find` and `find_uncorrected` may be called from any thread and store nothing; all else is for the main
    thread. What is stored is kept by its text and the version of the corrections that it was made with, so
    that a thread which comes back late cannot bring back what was corrected meanwhile.
    """

    def __init__(self, extractor: Extractor, in_force: Callable[[], tuple[int, Corrections]]) -> None:
        """Nothing is found yet.

        Args:
            extractor: What finds mentions and quotes.
            in_force: Gives the corrections in force and their version, which grows with every change;
                called on the main thread.
        """
        self._extractor = extractor
        self._in_force = in_force
        self._uncorrected: LRUCache[TextKey, Mentions] = LRUCache(_KEPT)
        self._extracted: LRUCache[TextKey, tuple[int, Extracted]] = LRUCache(_KEPT)
        # Threads look up what they need not find, and each look makes it the text used last.
        self._looking_up = Lock()
        self._searches: dict[tuple[TextKey, int], _Search] = {}

    # Stored results

    def known(self, article: Article) -> Extracted | None:
        """Return what is found in an article by the corrections in force, if it is known."""
        version, _ = self._in_force()
        kept = self._extracted.get(_key(article))
        return kept[1] if kept is not None and kept[0] == version else None

    def store(self, article: Article, version: int, extracted: Extracted) -> None:
        """Keep what was found in an article by a version of the corrections, unless a later one is kept."""
        self.store_uncorrected(article, extracted.uncorrected)
        kept = self._extracted.get(_key(article))
        if kept is None or kept[0] <= version:
            self._extracted[_key(article)] = version, extracted

    def store_uncorrected(self, article: Article, mentions: Mentions) -> None:
        """Keep what `find_uncorrected` returned."""
        with self._looking_up:
            self._uncorrected[_key(article)] = mentions

    def take_problem(self) -> Problem | None:
        """Return the last error of the engine of the settings, once."""
        return self._extractor.take_problem()

    # Finding, in any thread

    def find_uncorrected(self, article: Article) -> Mentions:
        """Return the mentions of an article before all corrections; slow where they are not known."""
        with self._looking_up:
            kept = self._uncorrected.get(_key(article))
        return self._extractor.mentions(article) if kept is None else kept

    def find_quotes(self, article: Article, mentions: Sequence[Mention]) -> tuple[Quote, ...]:
        """Return the quotes of an article; `mentions` are those in force."""
        return self._extractor.quotes(article, mentions)

    def find(
        self,
        article: Article,
        corrections: Corrections,
        on_mentions: Callable[[Mentions], None] = lambda mentions: None,
    ) -> Extracted:
        """Find the mentions of an article, then its quotes; slow for a long one.

        Args:
            article: The article.
            corrections: The corrections that count.
            on_mentions: Called with the mentions before the quotes are looked for, in the same thread.
        """
        # ~20 ms: not before the first article is on the screen.
        from fenttui.extract.coreference.corrections import corrected  # noqa: PLC0415

        uncorrected = self.find_uncorrected(article)
        mentions = tuple(corrected(article.text, uncorrected, corrections))
        on_mentions(mentions)
        return Extracted(mentions, self.find_quotes(article, mentions), uncorrected)

    # Waiting, on the main thread

    async def mentions(self, article: Article) -> Mentions:
        """Return the mentions by the corrections in force, as soon as they are found; `get` has the rest."""
        while True:
            if (known := self.known(article)) is not None:
                return known.mentions
            version, _ = self._in_force()
            found = await asyncio.shield(self._search(article).mentions)
            if version == self._in_force()[0]:
                return found

    async def get(self, article: Article) -> Extracted:
        """Return what is found in an article by the corrections in force, found in a thread if need be."""
        while True:
            if (known := self.known(article)) is not None:
                return known
            version, _ = self._in_force()
            found = await asyncio.shield(self._search(article).whole)
            if version == self._in_force()[0]:
                return found

    def _search(self, article: Article) -> _Search:
        """Return the search of an article by the corrections in force; it continues when nobody waits."""
        version, corrections = self._in_force()
        key = _key(article), version
        if (going_on := self._searches.get(key)) is not None:
            return going_on
        loop = asyncio.get_running_loop()
        search = self._searches[key] = _Search(loop.create_future(), loop.create_future())
        search.whole.add_done_callback(partial(self._found, article, version))

        def on_main_thread(act: Callable[[Any], object], value: object) -> None:
            # The program may have ended meanwhile, and its loop with it.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(act, value)

        def run() -> None:
            try:
                found = self.find(article, corrections, partial(on_main_thread, search.mentions.set_result))
            except Exception as error:
                on_main_thread(search.whole.set_exception, error)
            else:
                on_main_thread(search.whole.set_result, found)

        # A thread of the loop's own would be waited for when the program ends, and this may read a book.
        Thread(target=run, daemon=True).start()
        return search

    def _found(self, article: Article, version: int, whole: asyncio.Future[Extracted]) -> None:
        search = self._searches.pop((_key(article), version))
        if (error := whole.exception()) is None:
            self.store(article, version, whole.result())
        elif not search.mentions.done():
            search.mentions.set_exception(error)
            # Waiters get the exception; the loop must not report it again.
            search.mentions.exception()


def _key(article: Article) -> TextKey:
    return article.sha256, article.headline.date
