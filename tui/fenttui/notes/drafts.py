"""The texts of notes that are still being written, kept so that a dropped connection does not lose them.

Each session has its own files and holds a lock while it has any. What a running session writes is never
taken from it; the drafts of a session that has ended are those whose lock is free.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from fenttui import paths
from fenttui.notes.annotation import Target
from fenttui.notes.records import Timestamp
from fenttui.problem import Problem, ProblemError, reason
from fenttui.storage.atomic import make_folder, write_atomically
from fenttui.storage.locks import hold_lock, is_lock_held
from fenttui.storage.regular_files import read_regular


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished note."""

    article_path: Path
    """The article's file."""
    target: Target | None
    """The passage; None for the whole article."""
    annotation_id: str | None
    """The note that is being edited; None for a new one."""
    body: str
    """The text so far."""
    tags: tuple[str, ...]
    """The tags so far."""
    saved: dt.datetime
    """When it was kept, in UTC."""


class LeftDraft(NamedTuple):
    """A draft of a session that has ended."""

    draft: Draft
    path: Path
    """Its file."""


class Drafts:
    """The drafts of one session: several, where notes could not be saved or an editor is open."""

    def __init__(self) -> None:
        self._session = os.urandom(8).hex()
        self._lock: int | None = None
        self._files: dict[str, Path] = {}

    def keep(self, draft: Draft, name: str) -> None:
        """Write a draft over the last one of the same article and name.

        It survives the program, but does not wait for the disk, so that it may be called during typing.

        Args:
            draft: The draft.
            name: Which of the session's drafts it is, a few letters and digits.

        Raises:
            ProblemError: It cannot be written.
        """
        # ~3 ms to import: only once one writes.
        import json  # noqa: PLC0415
        from dataclasses import asdict  # noqa: PLC0415

        path = self._path(draft.article_path, name)
        record = asdict(draft) | {
            "article_path": os.fspath(draft.article_path),
            "saved": str(Timestamp.of(draft.saved)),
        }
        try:
            self._hold_lock(path.parent)
            write_atomically(path, json.dumps(record).encode("ascii"), durable=False)
        except OSError as error:
            message = f"the draft is not kept, {reason(error)}; save the note soon"
            raise ProblemError(Problem(path, message)) from None
        self._files[name] = path

    def drop(self, name: str) -> None:
        """Remove a draft of this session, once its note is saved or discarded."""
        path = self._files.pop(name, None)
        if path is not None:
            with contextlib.suppress(OSError):
                path.unlink()
        if not self._files:
            self.close()

    def take_over(self, left: LeftDraft, name: str) -> bool:
        """Make a left draft one of this session's; return false where another session was faster."""
        path = self._path(left.draft.article_path, name)
        try:
            self._hold_lock(path.parent)
            left.path.replace(path)
        except OSError:
            return False
        self._files[name] = path
        _forget_session(left.path)
        return True

    def close(self) -> None:
        """Release the drafts; those that are not dropped are left for the next session."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
            if not self._files:
                with contextlib.suppress(OSError):
                    (_folder() / f"{self._session}.lock").unlink()

    def _path(self, article_path: Path, name: str) -> Path:
        return _folder() / f"{_article_key(article_path)}-{self._session}-{name}.json"

    def _hold_lock(self, folder: Path) -> None:
        if self._lock is not None:
            return
        make_folder(folder, durable=False)
        # On a file system without locks a running session cannot be distinguished from one that has ended.
        self._lock = hold_lock(folder / f"{self._session}.lock")


def left_drafts(article_path: Path | None = None) -> list[LeftDraft]:
    """Return the drafts that ended sessions left, the newest first; those that cannot be read are left out.

    Args:
        article_path: The article's file; None for the drafts of all articles.
    """
    start = "" if article_path is None else f"{_article_key(article_path)}-"
    found = []
    alive: dict[str, bool] = {}
    for name in _names():
        if not name.startswith(start) or not name.endswith(".json") or name.count("-") != 2:
            continue
        path = _folder() / name
        session = _session_of(path)
        if session not in alive:
            alive[session] = is_lock_held(_folder() / f"{session}.lock")
        if not alive[session] and (draft := _load(path)) is not None:
            found.append(LeftDraft(draft, path))
    return sorted(found, key=lambda left: (left.draft.saved, left.path.name), reverse=True)


def drop_left(left: LeftDraft) -> None:
    """Remove a left draft."""
    with contextlib.suppress(OSError):
        left.path.unlink()
    _forget_session(left.path)


def is_draft_of(left: LeftDraft, article_path: Path) -> bool:
    """Return whether a draft is on this article, however its path was written."""
    same_name = left.draft.article_path.name == article_path.name
    return same_name and left.path.name.startswith(f"{_article_key(article_path)}-")


def _load(path: Path) -> Draft | None:
    # ~3 ms to import: only where there is a draft.
    import json  # noqa: PLC0415

    try:
        return _read_draft(json.loads(read_regular(path)))
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None


def _read_draft(record: dict[str, Any]) -> Draft:
    target, identity = record["target"], record["annotation_id"]
    return Draft(
        article_path=Path(record["article_path"]),
        target=None if target is None else _read_target(target),
        annotation_id=None if identity is None else str(identity),
        body=str(record["body"]),
        tags=tuple(str(tag) for tag in record["tags"]),
        saved=dt.datetime.fromisoformat(record["saved"]).astimezone(dt.UTC),
    )


def _read_target(table: dict[str, Any]) -> Target:
    texts = {key: str(table[key]) for key in ("exact", "prefix", "suffix")}
    return Target(**texts, start=int(table["start"]), end=int(table["end"]))


def _folder() -> Path:
    return paths.state_folder() / "drafts"


def _names() -> list[str]:
    try:
        return sorted(os.listdir(_folder()))  # noqa: PTH208 - names alone are wanted
    except OSError:
        return []


def _article_key(article_path: Path) -> str:
    resolved = os.path.realpath(article_path)
    return hashlib.sha256(os.fsencode(resolved)).hexdigest()[:32]


def _session_of(path: Path) -> str:
    return path.name.split("-")[1]


def _forget_session(path: Path) -> None:
    """Remove the lock of an ended session, once it has no draft left."""
    session = _session_of(path)
    if not any(f"-{session}-" in name for name in _names()):
        with contextlib.suppress(OSError):
            (_folder() / f"{session}.lock").unlink()
