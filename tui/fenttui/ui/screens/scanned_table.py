"""A table of what all articles say: it fills while they are read in the background."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.worker import Worker, WorkerState, get_current_worker

from fenttui.ui.screens.table_screen import TableScreen

if TYPE_CHECKING:
    from fenttui.articles.article import Article
    from fenttui.extract.coreference.corrections import Corrections
    from fenttui.extract.mention import Mention
    from fenttui.ui.session.library import Library

R = TypeVar("R")

_SHOW_EVERY = 0.4
"""Seconds between two showings of what was read so far."""
_SHARE = 8
"""Making the records takes at most one part in so many of the time."""


class ScannedTable(TableScreen[R]):
    """Reads what is not yet read whenever it opens; leaving it stops that, and what was read stays."""

    _read: set[str]
    _library: Library | None = None
    _unread = 0

    NOTHING: ClassVar = "Nothing here."
    """What is said where all articles give no record."""

    @property
    def empty_text(self) -> str:
        """What is said where there are no records, or none yet."""
        return "Reading the articles..." if self._is_reading else self.NOTHING

    # What a subclass gives; all of it is called from a thread

    def begin(self) -> None:
        """Forget all articles: they are about to be read again."""
        raise NotImplementedError

    def take(self, article: Article, mentions: Sequence[Mention]) -> None:
        """Take what an article names, its aliases found, no other correction made yet."""
        raise NotImplementedError

    def records(self, complete: bool) -> Sequence[R]:
        """What the articles taken so far give; `complete` where no more follow."""
        raise NotImplementedError

    # Reading

    def on_screen_resume(self) -> None:
        """Read what is not yet read."""
        if not self._is_reading and (self._library is not self.desk.session.library or self._unread):
            self._start()

    def corrected(self) -> None:
        """Read all articles again, out of what is kept of them."""
        self._library = None
        if self.is_current:
            self._start()

    def stop(self) -> bool:
        """Stop reading; whether it was going on."""
        was_reading = self._is_reading
        self.workers.cancel_group(self, "reading")
        return was_reading

    @property
    def _is_reading(self) -> bool:
        return any(worker.group == "reading" and not worker.is_finished for worker in self.workers)

    def _start(self) -> None:
        # The corrections are read here, on the main thread.
        read = partial(self._read_articles, self.desk.session.library, self.desk.session.corrections)
        self.run_worker(read, group="reading", thread=True, exclusive=True, exit_on_error=False)

    def _read_articles(self, library: Library, corrections: Corrections) -> None:
        """In a thread: read, and show now and then what came of it."""
        worker, session = get_current_worker(), self.desk.session
        if self._library is not library:
            self._library = library
            self._read = set()
            self.begin()
        total = len(library.entries)
        self._unread = total - len(self._read)
        broken, next_show = 0, monotonic() + _SHOW_EVERY / 4
        self.app.call_from_thread(self._tell_reading, total)
        for read in session.scan.each(library, corrections, frozenset(self._read)):
            if worker.is_cancelled:
                break
            self._unread -= 1
            if read is None:
                broken += 1
                continue
            article, mentions = read
            self._read.add(article.id)
            self.take(article, mentions)
            if not worker.is_cancelled and (now := monotonic()) >= next_show:
                self.app.call_from_thread(self._show_so_far, self.records(False), total)
                next_show = monotonic() + max(_SHOW_EVERY, _SHARE * (monotonic() - now))
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_all, self.records(True), broken)

    def _show_so_far(self, records: Sequence[R], total: int) -> None:
        self.show(records)
        self._tell_reading(total)

    def _tell_reading(self, total: int) -> None:
        if self._unread:
            self.tell_progress(f"reading {total - self._unread:,} of {total:,}")

    def _show_all(self, records: Sequence[R], broken: int) -> None:
        self.show(records)
        self.tell_progress("")
        if broken:
            files = "1 file" if broken == 1 else f"{broken:,} files"
            self.say(f"{files} could not be read; `fenttui check` tells why", error=True)

    @on(Worker.StateChanged)
    def _stopped(self, event: Worker.StateChanged) -> None:
        if event.worker.group == "reading" and event.worker.is_finished:
            self.tell_progress(f"{self._unread:,} not read" if self._unread else "")
            self.tell_counts()
            self.table.refresh()
            if event.state is WorkerState.ERROR:
                self.say(f"reading stopped: {event.worker.error}", error=True)
