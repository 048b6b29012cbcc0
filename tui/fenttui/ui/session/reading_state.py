"""Which articles were read, and the position in each: kept between sessions; losing it costs nothing else."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, KeysView
from pathlib import Path

from fenttui.paths import state_folder
from fenttui.storage.atomic import make_folder, write_atomically
from fenttui.storage.locks import LockTakenError, folder_locked
from fenttui.storage.regular_files import read_regular
from fenttui.storage.temporary_files import remove_left_behind
from fenttui.ui.session.position import Position, position_at
from fenttui.ui.session.reading_record import ReadingRecord, parse_record, write_record

_LOCK_SECONDS = 1.0
"""How long to wait for another session that is saving; it takes milliseconds."""


def _now() -> int:
    """Return the time in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


class ReadingState:
    """The reading state of one dossier, of several sessions: of each article the later change stays.

    Only what this session changes is written into what the others wrote: one that only looks takes nothing
    back.
    """

    def __init__(self, record: ReadingRecord | None = None, clock: Callable[[], int] = _now) -> None:
        self._record = record or ReadingRecord()
        self._ours = ReadingRecord()
        self._clock = clock
        self._content = b""
        """The file as it was last understood or written."""
        self._on_disk: bytes | None = None
        """The file as it was last read or written, whatever it holds; None where it could not be read."""

    @property
    def read(self) -> KeysView[str]:
        """Ids of the articles that were read."""
        return self._record.read.keys()

    @property
    def open_id(self) -> str | None:
        """The article that was open at the end."""
        return self._record.open

    def mark_read(self, article_id: str, read: bool = True) -> None:
        """Remember that an article was read, or forget it."""
        if (article_id in self._record.read) == read:
            return
        at = self._after(self._record.marked.get(article_id, 0))
        for record in (self._record, self._ours):
            record.mark(article_id, read, at)

    def unmark(self, article_id: str) -> None:
        """Mark an article as unread that this session has marked as read; not one that was before."""
        if article_id in self._ours.read:
            self.mark_read(article_id, read=False)

    def open(self, article_id: str) -> None:
        """Remember which article is open."""
        if article_id != self._record.open:
            self._touch(article_id)

    def keep_position(self, article_id: str, text: str, offset: int) -> None:
        """Remember where the caret is in the text of the open article."""
        position = position_at(text, offset)
        if position == self._record.position(article_id):
            return
        at = self._after(self._record.moved.get(article_id, 0))
        for record in (self._record, self._ours):
            record.move(article_id, position, at)
        self._touch(article_id)

    def position(self, article_id: str) -> Position:
        """Return where the caret was left in an article; its start where it was not open yet."""
        return self._record.position(article_id) or Position(0)

    def load(self, path: Path) -> bool:
        """Take in what other sessions wrote; return whether that changes what was read.

        A file that is missing or cannot be read changes nothing.
        """
        try:
            content = self._on_disk = read_regular(path)
        except OSError:
            self._on_disk = None
            return False
        if content == self._content or (record := parse_record(content)) is None:
            return False
        self._content = content
        record.take_in(self._ours)
        before, self._record = self._record, record
        return before.read.keys() != record.read.keys()

    def save(self, path: Path) -> bool:
        """Write this session's changes to `path`; return whether another one's change what was read.

        On a full disk, in a read-only home, or where another program holds the lock, only this is lost.
        """
        changed = False
        try:
            make_folder(path.parent, durable=False)
            with folder_locked(path.parent, _LOCK_SECONDS):
                changed = self.load(path)
                content = write_record(self._record)
                if content != self._on_disk:
                    remove_left_behind(path.parent)
                    write_atomically(path, content, durable=False)
                    self._content = self._on_disk = content
        except (OSError, LockTakenError):
            pass
        return changed

    def _touch(self, article_id: str) -> None:
        at = self._after(self._record.opened)
        for record in (self._record, self._ours):
            record.open, record.opened = article_id, at

    def _after(self, before: int) -> int:
        """Return the time of a change, later than the last one though another machine's clock be ahead."""
        return max(self._clock(), before + 1)


def state_file(roots: Iterable[Path]) -> Path:
    """Return the file that keeps the reading state of the dossier under `roots`."""
    key = "\n".join(sorted(str(root.resolve()) for root in roots))
    digest = hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()[:24]
    return state_folder() / "reading" / f"{digest}.json"
