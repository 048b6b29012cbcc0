"""The one pass over the articles of a dossier: each is read, extracted and indexed once, for all that ask."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Protocol, TypeVar

from fenttui.analysis.findings import Findings
from fenttui.analysis.index import DossierIndex
from fenttui.analysis.indexed_article import ArticleKey, index_article, key_of, packed
from fenttui.analysis.occurrences import Occurrences, occurrences_in, quotes_of
from fenttui.extract.coreference.corrections import corrected
from fenttui.extract.mention import ActorMention
from fenttui.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fenttui.analysis.dossier_view import DossierView
    from fenttui.analysis.indexed_article import IndexedArticle
    from fenttui.articles.article import Article, Entry
    from fenttui.extract.coreference.corrections import Corrections
    from fenttui.extract.mention import Mention, Quote

T = TypeVar("T")

_TELL_EVERY = 0.4
"""Seconds between two reports of what was indexed so far."""
_SHARE = 8
"""Handling reports takes at most one part in this many of the time."""
_SOON = 0.1
"""Seconds before the first report."""


@dataclass(frozen=True, slots=True)
class PassInput:
    """What a pass is made over, as it is now."""

    entries: Sequence[Entry]
    """The articles of the dossier: another object whenever the files were looked for again."""
    corrections: Corrections
    """The corrections in force."""
    read: Callable[[Entry], Article]
    """Read an article; raise ProblemError where that is not possible. It is called from a thread."""
    extract: Callable[[Article], Sequence[Mention]]
    """Find the mentions of an article before any correction; it is called from a thread."""
    quotes: Callable[[Article, Sequence[Mention]], Sequence[Quote]]
    """Find the quotes of an article with its mentions in force; it is called from a thread."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the pass is."""

    view: DossierView
    """What the articles indexed so far say together."""
    total: int
    """How many articles there are."""
    unread: int
    """How many of them have still to be read."""
    broken: int
    """How many of them cannot be read."""

    @property
    def complete(self) -> bool:
        """Whether the actors of all articles are known, so that they have the dossier's names."""
        return len(self.view.dates) + self.broken >= self.total


class OnMain(Protocol):
    """Calls a function on the main thread and returns what it returns: `App.call_from_thread`."""

    def __call__(self, callback: Callable[[], T], /) -> T:
        """Call it."""


_Kept = tuple[ArticleKey, bytes]
"""The mentions of an article before any correction. Packed they take a kilobyte an article instead of
thirty, and are unpacked ten times as fast as they are found."""


@dataclass(frozen=True, slots=True)
class _Work:
    """What a thread does; made on the main thread."""

    input: PassInput
    entries: Sequence[Entry]
    """Those that are still to be read."""
    kept: Mapping[str, _Kept]
    view: DossierView
    """The index when it begins."""


@dataclass(frozen=True, slots=True)
class OccurrenceSearch:
    """What is looked for, where, and what was known when it was asked for."""

    entries: Sequence[Entry]
    wanted: Mention
    work: _Work


@dataclass(frozen=True, slots=True)
class _Step:
    """What a thread has made of one article."""

    entries: Sequence[Entry]
    """Those that the pass was made over."""
    id: str
    kept: _Kept | None
    """What was extracted; None where it was kept already."""
    indexed: IndexedArticle | None
    """None where the article cannot be read."""


class DossierPass:
    """What has been found in the articles of a dossier so far, and the pass that finds the rest.

    It belongs to the main thread; `run` and `occurrences` alone are called from another. What such a thread
    makes of an article comes with the article's key and the corrections that it was made by, and the main
    thread takes it where both are still in force.
    """

    def __init__(self, now: Callable[[], PassInput]) -> None:
        """Start with nothing.

        Args:
            now: gives what the pass is to be made over; it is called on the main thread.
        """
        self._now = now
        self._entries: Sequence[Entry] | None = None
        self._index = DossierIndex()
        self._kept: dict[str, _Kept] = {}
        self._broken: set[str] = set()
        self._made: SimpleQueue[_Step] = SimpleQueue()
        """What threads have made and the main thread has not yet taken: nothing is lost when one stops."""
        self._turn = Lock()
        """Held by the thread that reads: the next one continues where it has stopped."""

    # On the main thread

    def progress(self, rows: bool = True) -> Progress:
        """Take what threads have made; return how far the pass is by the corrections now in force.

        Args:
            rows: whether figures and timeline are needed; else only what the counts of actors lack is unread.
        """
        now = self._take()
        unread = len(self._unread(now, rows))
        return Progress(self._index.view(), len(now.entries), unread, len(self._broken))

    def search(self, entries: Sequence[Entry], wanted: Mention) -> OccurrenceSearch:
        """Return the search for an actor or figure by what is known now.

        Args:
            entries: the articles, in the order in which they are looked at.
            wanted: a mention of what is looked for.
        """
        return OccurrenceSearch(entries, wanted, self._plan(False))

    def is_current(self, view: DossierView) -> bool:
        """Return whether a view is by the corrections in force: then it shows no old names."""
        return view.corrections == self._now().corrections

    def _take(self) -> PassInput:
        now = self._now()
        if now.entries is not self._entries:
            self._entries = now.entries
            self._index.clear()
            self._broken.clear()
            ids = {entry.id for entry in now.entries}
            self._kept = {article_id: kept for article_id, kept in self._kept.items() if article_id in ids}
        self._index.correct(now.corrections)
        while True:
            try:
                step = self._made.get_nowait()
            except Empty:
                return now
            if step.kept is not None:
                self._kept[step.id] = step.kept
            if step.entries is not self._entries:
                continue
            if step.indexed is None:
                self._broken.add(step.id)
            else:
                self._index.add(step.indexed)

    def _unread(self, now: PassInput, rows: bool) -> list[Entry]:
        known = self._index.ids if rows else self._index.tallied
        return [entry for entry in now.entries if entry.id not in known and entry.id not in self._broken]

    def _plan(self, rows: bool) -> _Work:
        now = self._take()
        return _Work(now, self._unread(now, rows), dict(self._kept), self._index.view())

    # In a thread

    def run(
        self,
        on_main: OnMain,
        stopped: Callable[[], bool],
        report: Callable[[Progress], None],
        rows: bool = True,
    ) -> None:
        """Read what is not yet read, one article after the other.

        Args:
            on_main: calls a function on the main thread.
            stopped: says whether to stop before the next article.
            report: called in this thread at the start, at intervals and at the end.
            rows: as for `progress`.
        """
        with self._turn:
            # Once more where corrections have made an article's share of no use meanwhile.
            while not stopped():
                report(on_main(lambda: self.progress(rows)))
                work = on_main(lambda: self._plan(rows))
                if not work.entries:
                    return
                due = monotonic() + _SOON
                for entry in work.entries:
                    if stopped():
                        return
                    self._made.put(_step(work, entry, *_find(work, entry)))
                    if (began := monotonic()) >= due and not stopped():
                        report(on_main(lambda: self.progress(rows)))
                        due = monotonic() + max(_TELL_EVERY, _SHARE * (monotonic() - began))

    def occurrences(
        self,
        search: OccurrenceSearch,
        on_main: OnMain,
        stopped: Callable[[], bool],
        report: Callable[[Occurrences], None],
    ) -> None:
        """Look for an actor or figure; articles that are not yet read are taken into the pass.

        Args:
            search: what `search` gave.
            on_main: calls a function on the main thread.
            stopped: says whether to stop before the next article.
            report: called in this thread at intervals and at the end with what is new.
        """
        entries, wanted, work = search.entries, search.wanted, search.work
        waits = self._turn.locked()
        with self._turn:
            if stopped():
                return
            if waits or not self._made.empty():
                # Others have read articles since the search was asked for.
                work = on_main(lambda: self._plan(False))
            unread = {entry.id for entry in work.entries}
            actor = wanted.actor if isinstance(wanted, ActorMention) else None
            named = work.view.articles_naming(actor) if actor is not None else None
            found = Occurrences()
            due = monotonic() + _SOON
            for entry in entries:
                if stopped():
                    return
                if named is not None and entry.id not in unread and entry.id not in named:
                    continue
                findings, kept = _find(work, entry)
                if entry.id in unread:
                    self._made.put(_step(work, entry, findings, kept))
                if findings is not None:
                    found += _occurrences(work.input, findings, wanted)
                if monotonic() >= due and found.mentions:
                    report(found)
                    found, due = Occurrences(), monotonic() + _TELL_EVERY
            report(found)


def _find(work: _Work, entry: Entry) -> tuple[Findings | None, _Kept | None]:
    """Read an article, and find what it mentions or take what was kept of that.

    Returns:
        None for an article that cannot be read; and what is to be kept, None where it was kept already.
    """
    try:
        article = work.input.read(entry)
    except ProblemError:
        return None, None
    key = key_of(article)
    kept_key, kept = work.kept.get(entry.id, (None, b""))
    if kept_key == key:
        # Our own bytes, which never left the program.
        mentions: Sequence[Mention] = pickle.loads(zlib.decompress(kept))
        return Findings(article, mentions), None
    mentions = tuple(work.input.extract(article))
    new = zlib.compress(pickle.dumps(mentions, pickle.HIGHEST_PROTOCOL), 1)
    return Findings(article, mentions), (key, new)


def _step(work: _Work, entry: Entry, findings: Findings | None, kept: _Kept | None) -> _Step:
    indexed = packed(index_article(findings, work.input.corrections)) if findings is not None else None
    return _Step(work.input.entries, entry.id, kept, indexed)


def _occurrences(over: PassInput, findings: Findings, wanted: Mention) -> Occurrences:
    article = findings.article
    mentions = corrected(article.text, findings.mentions, over.corrections)
    found = occurrences_in(article, mentions, wanted)
    if not isinstance(wanted, ActorMention) or not found:
        return Occurrences(found, ())
    return Occurrences(found, quotes_of(article, over.quotes(article, mentions), wanted.actor))
