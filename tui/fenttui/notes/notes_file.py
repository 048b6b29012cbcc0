"""The format of a notes' file: its bytes read into annotations."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fenttui.articles.article import Article
from fenttui.notes.annotation import Annotation
from fenttui.notes.hand_edits import id_from, time_meant, time_of_id
from fenttui.notes.records import read_record
from fenttui.problem import Problem
from fenttui.storage.record_file import RecordFile
from fenttui.storage.toml_document import TomlDocument, read_document, without
from fenttui.visible import visible_line

ARRAY = "annotation"
"""The name of the array of tables that holds the notes."""

_KNOWN = ("schema", "article", ARRAY, "deleted")
_OF_ARTICLE = ("id", "path", "date", "title", "sha256")
_MEANT = 0.88
"""How like `annotation` the name of a table is that was meant to be one."""
_LONGEST_NAME = 60
"""How much of an id is told in a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesFile(RecordFile[str, Annotation]):
    """What one notes' file holds."""

    annotations: tuple[Annotation, ...] = ()
    """The notes that could be read, by time of creation."""
    unreadable: tuple[Mapping[str, Any], ...] = ()
    """Records with a fault: each is among `problems`, and is written back as it is."""
    deleted: frozenset[str] = frozenset()
    """Ids of deleted notes that the other file of this article's notes still has."""
    unknown_of_article: Mapping[str, Any] = field(default_factory=dict)
    """Keys of `[article]` that the format does not name."""
    document: TomlDocument | None = field(default=None, repr=False, compare=False)
    """The file as it was read, into which changes are written; None where there was none."""
    in_file: tuple[Annotation | None, ...] = field(default=(), repr=False, compare=False)
    """The annotation of each record of `document`; None for one with a fault."""

    @property
    def records(self) -> Mapping[str, Annotation]:
        """The notes by id."""
        return {note.id: note for note in self.annotations}

    @property
    def is_empty(self) -> bool:
        """Whether it holds neither a note nor the deletion of one."""
        return not self.annotations and not self.deleted


def parse_notes(path: Path, content: bytes) -> NotesFile:
    """Return what the bytes of a notes' file hold; nothing for no bytes.

    Args:
        path: The file, for the problems, and for its date where a note has none.
        content: Its bytes.

    Raises:
        ProblemError: It is not TOML, not notes, or in a newer format. Such a file must not be overwritten.
    """
    document = read_document(path, content, "notes", (ARRAY,))
    article = document.table.get("article", {})
    deleted = document.table.get("deleted", [])
    if not isinstance(article, dict):
        raise document.unusable("`article` must be a table, as in [article]", "article")
    if not isinstance(deleted, list) or not all(isinstance(identity, str) for identity in deleted):
        raise document.unusable("`deleted` must be a list of texts", "deleted")
    in_file, problems = _read_records(document, article)
    records = document.records(ARRAY)
    return NotesFile(
        annotations=in_order(note for note in in_file if note is not None),
        unreadable=tuple(record for record, note in zip(records, in_file, strict=True) if note is None),
        deleted=frozenset(deleted),
        unknown=document.unknown(_KNOWN),
        unknown_of_article=without(article, _OF_ARTICLE),
        document=document,
        in_file=tuple(in_file),
        problems=(*problems, *_misnamed(document)),
        content=content,
    )


def describe(article: Article) -> dict[str, Any]:
    """Return the `[article]` table."""
    entry = article.entry
    path = entry.path.relative_to(entry.root) if entry.path.is_relative_to(entry.root) else entry.path
    return {
        "id": article.id,
        "path": path.as_posix(),
        "date": article.headline.date,
        "title": article.headline.title,
        "sha256": article.sha256,
    }


def in_order(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Return annotations by time of creation, which is their order in a new file."""
    return tuple(sorted(annotations, key=lambda annotation: (annotation.created, annotation.id)))


def _read_records(
    document: TomlDocument, article: Mapping[str, Any]
) -> tuple[list[Annotation | None], list[Problem]]:
    """Return the annotation of each record, None for one with a fault, and what is wrong with records."""
    found: list[Annotation | None] = []
    problems: list[Problem] = []
    known: set[str] = set()
    copies: Counter[str] = Counter()
    for index, record in enumerate(document.records(ARRAY)):
        try:
            annotation = _read(document.path, record, article, copies)
            if annotation.id in known:
                raise ValueError("has the same id as another one")
        except ValueError as error:
            fault = f"{name_of(record)} {error}; fix it here; until then it is kept but not shown"
            problems.append(Problem(document.path, fault, document.line(ARRAY, index)))
            found.append(None)
            continue
        known.add(annotation.id)
        found.append(annotation)
    return found, problems


def _misnamed(document: TomlDocument) -> Iterator[Problem]:
    """Yield the tables that were meant to be notes: under another name they would be missed by nobody."""
    tables = [key for key, value in document.unknown(_KNOWN).items() if isinstance(value, dict | list)]
    if not tables:
        return
    # ~8 ms to import: only where there are other tables.
    import difflib  # noqa: PLC0415

    for key in tables:
        if difflib.SequenceMatcher(None, key.casefold(), ARRAY).ratio() > _MEANT:
            message = (
                f"`{visible_line(key)}` is unknown; name it [[{ARRAY}]]; until then it is kept but not shown"
            )
            yield Problem(document.path, message, document.line_of(key))


def _read(
    path: Path, record: Mapping[str, Any], article: Mapping[str, Any], copies: Counter[str]
) -> Annotation:
    """Return the annotation of a record, with what it lacks made from the rest.

    Raises:
        ValueError: It has a fault.
    """
    identity = created = None
    if "id" not in record:
        if not record.keys() & {"body", "target", "tags"}:
            raise ValueError("has neither `body` nor `target`")
        identity = id_from(record, 0)
        copies[identity] += 1
        if copies[identity] > 1:
            identity = id_from(record, copies[identity] - 1)
    if "created" not in record:
        created = time_of_id(record.get("id")) or _date_of(article) or _modified(path)
    return read_record(record, identity, created)


def _date_of(article: Mapping[str, Any]) -> dt.datetime | None:
    try:
        return time_meant(article.get("date"))
    except OverflowError:
        return None


def _modified(path: Path) -> dt.datetime:
    """Return when a file was changed last; the start of the calendar where it is gone."""
    try:
        return dt.datetime.fromtimestamp(int(path.stat().st_mtime), dt.UTC)
    except (OSError, ValueError, OverflowError):
        return dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def name_of(record: Mapping[str, Any]) -> str:
    """Return a record's name in a message."""
    identity = record.get("id", "without id")
    said = identity if isinstance(identity, str | int) else "with a strange id"
    return f"the annotation {visible_line(str(said)[:_LONGEST_NAME])}"
