"""The text of a note that is still being written, kept so that a dropped link does not lose it."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fenttui import places
from fenttui.annotations.annotation import Target
from fenttui.annotations.records import Timestamp
from fenttui.files import read_regular, write_atomically
from fenttui.problem import Problem, ProblemError, reason


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished note; an article has at most one."""

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


def keep_draft(draft: Draft) -> None:
    """Writes a draft in place of the article's last one.

    It outlives the program, but the disk is not waited for, so that it may be called while one types.

    Raises:
        ProblemError: It cannot be written.
    """
    # ~3 ms to import: only once one writes.
    import json
    from dataclasses import asdict

    path = _draft_path(draft.article_path)
    record = asdict(draft) | {
        "article_path": os.fspath(draft.article_path),
        "saved": str(Timestamp.of(draft.saved)),
    }
    try:
        write_atomically(path, json.dumps(record).encode("ascii"), durable=False)
    except OSError as error:
        message = f"the draft is not kept, {reason(error)}; save the note soon"
        raise ProblemError(Problem(path, message)) from None


def find_draft(article_path: Path) -> Draft | None:
    """The draft of an article; None where there is none that can be read."""
    try:
        content = read_regular(_draft_path(article_path))
    except OSError:
        return None
    # ~3 ms to import: only where there is a draft.
    import json

    try:
        return _read_draft(article_path, json.loads(content))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None


def drop_draft(article_path: Path) -> None:
    """Removes the draft of an article, once its note is saved or given up."""
    with contextlib.suppress(OSError):
        _draft_path(article_path).unlink()


def _read_draft(article_path: Path, record: dict[str, Any]) -> Draft:
    target, identity = record["target"], record["annotation_id"]
    return Draft(
        article_path=article_path,
        target=None if target is None else _read_target(target),
        annotation_id=None if identity is None else str(identity),
        body=str(record["body"]),
        tags=tuple(str(tag) for tag in record["tags"]),
        saved=dt.datetime.fromisoformat(record["saved"]).astimezone(dt.UTC),
    )


def _read_target(table: dict[str, Any]) -> Target:
    texts = {key: str(table[key]) for key in ("exact", "prefix", "suffix")}
    return Target(**texts, start=int(table["start"]), end=int(table["end"]))


def _draft_path(article_path: Path) -> Path:
    resolved = os.path.realpath(article_path)
    name = hashlib.sha256(os.fsencode(resolved)).hexdigest()[:32]
    return places.state_folder() / "drafts" / f"{name}.json"
