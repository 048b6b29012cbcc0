"""The format of a notes' file: its bytes read into annotations, and annotations written as its bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fenttui.articles.article import Article
from fenttui.notes.annotation import Annotation
from fenttui.notes.records import make_record, read_record
from fenttui.problem import Problem
from fenttui.storage.record_file import RecordFile
from fenttui.storage.toml_document import SCHEMA, read_document, unusable, without
from fenttui.storage.toml_text import write_table
from fenttui.visible import visible_line

_ARTICLE = ("id", "path", "date", "title", "sha256")


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
        path: The file, for the problems.
        content: Its bytes.

    Raises:
        ProblemError: It is not TOML, not notes, or in a newer format. Such a file must not be overwritten.
    """
    document = read_document(path, content, "notes")
    article = document.table.get("article", {})
    deleted = document.table.get("deleted", [])
    if not isinstance(article, dict):
        raise unusable(path, "`article` must be a table, as in [article]")
    if not isinstance(deleted, list) or not all(isinstance(identity, str) for identity in deleted):
        raise unusable(path, "`deleted` must be a list of texts")
    annotations, unreadable, problems = _read_records(path, document.records("annotation"))
    return NotesFile(
        annotations=in_order(annotations),
        unreadable=tuple(unreadable),
        deleted=frozenset(deleted),
        unknown=document.unknown(("schema", "article", "annotation", "deleted")),
        unknown_of_article=without(article, _ARTICLE),
        problems=tuple(problems),
        content=content,
    )


def format_notes(article: Article, notes: NotesFile) -> bytes:
    """Return the bytes of a file: always the same for the same notes, which reading them gives back."""
    head: dict[str, Any] = {"schema": SCHEMA}
    if notes.deleted:
        head["deleted"] = sorted(notes.deleted)
    head["article"] = describe(article) | dict(notes.unknown_of_article)
    parts = [write_table(head | dict(notes.unknown))]
    records: list[Mapping[str, Any]] = [make_record(annotation) for annotation in in_order(notes.annotations)]
    parts += (write_table(record, "annotation") for record in (*records, *notes.unreadable))
    # A file name that is not UTF-8 comes with lone surrogates, which TOML cannot hold.
    return "\n".join(parts).encode("utf-8", "replace")


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
    """Return annotations by time of creation, which is their order in the file."""
    return tuple(sorted(annotations, key=lambda annotation: (annotation.created, annotation.id)))


def _read_records(
    path: Path, records: Iterable[tuple[dict[str, Any], int | None]]
) -> tuple[list[Annotation], list[dict[str, Any]], list[Problem]]:
    """Return the annotations among records, the records that are none, and why they are none."""
    annotations: dict[str, Annotation] = {}
    unreadable: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for record, line in records:
        name = visible_line(str(record.get("id", "without id")))
        try:
            annotation = read_record(record)
            if annotation.id in annotations:
                raise ValueError("has the same id as another one")
        except ValueError as error:
            message = f"the annotation {name} {error}; fix it here; until then it is kept but not shown"
            unreadable.append(record)
            problems.append(Problem(path, message, line))
        else:
            annotations[annotation.id] = annotation
    return list(annotations.values()), unreadable, problems
