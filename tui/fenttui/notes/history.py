"""What happened to the notes of a dossier: each change that this user's programs saved, the latest last.

It is a file of JSON lines below the user's data folder, so that nothing is added to a dossier that others
share. It is a help, not a part of the notes: that it cannot be written stops no save.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from fenttui import paths
from fenttui.notes.annotation import Annotation
from fenttui.notes.records import Timestamp, make_record, read_record
from fenttui.storage.atomic import make_folder
from fenttui.storage.user_paths import name_of_own

What = Literal["created", "edited", "deleted"]

_MOST = 4_000_000
"""Bytes after which a new file begins; the one before it is kept, and no older one."""


@dataclass(frozen=True, slots=True)
class Event:
    """One change of one note."""

    time: dt.datetime
    """When it was saved, in UTC."""
    article: str
    """The id of the article."""
    before: Annotation | None
    """The note as it was; None where it was made."""
    after: Annotation | None
    """The note as it is then; None where it was deleted."""

    @property
    def what(self) -> What:
        """What happened."""
        return "created" if self.before is None else "deleted" if self.after is None else "edited"

    @property
    def note(self) -> Annotation:
        """The note after it, or as it was before its deletion."""
        note = self.after or self.before
        assert note is not None
        return note


def keep_history(
    root: Path,
    article: str,
    before: Mapping[str, Annotation],
    after: Mapping[str, Annotation],
    now: dt.datetime,
) -> None:
    """Add what was changed to the history; where that fails it is left out.

    Args:
        root: The folder of the dossier.
        article: The id of the article.
        before: Its notes by id.
        after: Its notes as they were saved.
        now: The time.
    """
    lines = [
        _line(article, before.get(identity), after.get(identity), now)
        for identity in {**before, **after}
        if before.get(identity) != after.get(identity)
    ]
    if not lines:
        return
    with contextlib.suppress(OSError):
        path = _path(root)
        make_folder(path.parent)
        if path.exists() and path.stat().st_size > _MOST:
            path.replace(_older(path))
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            # In one call, so that two programs' lines do not mix.
            os.write(descriptor, "".join(lines).encode("utf-8", "replace"))
        finally:
            os.close(descriptor)


def read_history(root: Path) -> list[Event]:
    """Return what happened in a dossier, the latest last; lines that cannot be read are left out."""
    path = _path(root)
    return [event for each in (_older(path), path) for event in _events(each)]


def deleted_notes(events: Iterable[Event]) -> dict[str, Event]:
    """Return the deletion of each note that was not made again since, by id, the latest last."""
    deleted: dict[str, Event] = {}
    for event in events:
        deleted.pop(event.note.id, None)
        if event.after is None:
            deleted[event.note.id] = event
    return deleted


def changed_fields(event: Event) -> tuple[str, ...]:
    """Return the names of what an edit changed."""
    if event.before is None or event.after is None:
        return ()
    before, after = make_record(event.before), make_record(event.after)
    keys = dict.fromkeys((*before, *after))
    return tuple(key for key in keys if key != "modified" and before.get(key) != after.get(key))


def event_record(event: Event) -> dict[str, object]:
    """Return the JSON object of an event."""
    return {
        "time": str(Timestamp.of(event.time)),
        "article": event.article,
        "what": event.what,
        "before": _json(event.before),
        "after": _json(event.after),
    }


def _path(root: Path) -> Path:
    return paths.data_folder() / "history" / f"{name_of_own(root)}.jsonl"


def _older(path: Path) -> Path:
    return path.with_name(f"{path.name}.1")


def _line(article: str, before: Annotation | None, after: Annotation | None, now: dt.datetime) -> str:
    record = event_record(Event(now, article, before, after))
    return json.dumps(record, ensure_ascii=False, default=str) + "\n"


def _json(note: Annotation | None) -> dict[str, Any] | None:
    if note is None:
        return None
    record: dict[str, Any] = json.loads(json.dumps(make_record(note), ensure_ascii=False, default=str))
    return record


def _events(path: Path) -> Iterator[Event]:
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError, RecursionError):
            record = json.loads(line)
            before, after = (
                read_record(each) if each else None for each in (record["before"], record["after"])
            )
            if before or after:
                time = dt.datetime.fromisoformat(record["time"])
                yield Event(time.astimezone(dt.UTC), str(record["article"]), before, after)
