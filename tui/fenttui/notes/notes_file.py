"""The notes' file of one article: its text read into annotations, and annotations written as its text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fenttui.articles.article import Article
from fenttui.notes.annotation import Annotation
from fenttui.notes.records import make_record, read_record
from fenttui.problem import Problem
from fenttui.storage.toml_document import SCHEMA, read_document, unusable, without
from fenttui.storage.toml_text import write_table
from fenttui.visible import visible_line

_ARTICLE = ("id", "path", "date", "title", "sha256")


@dataclass(frozen=True, slots=True)
class NotesFile:
    """What one notes' file holds."""

    annotations: tuple[Annotation, ...] = ()
    """The notes that could be read, by time of creation."""
    unreadable: tuple[Mapping[str, Any], ...] = ()
    """Records with something wrong: each is a problem, and is written back as it is."""
    deleted: frozenset[str] = frozenset()
    """Ids of notes that the other place of this article's notes still has."""
    unknown: Mapping[str, Any] = field(default_factory=dict)
    """Top-level keys that the format does not name."""
    unknown_of_article: Mapping[str, Any] = field(default_factory=dict)
    """Keys of `[article]` that the format does not name."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with single records."""
    content: bytes = b""
    """The file as it was read or written; empty where there is none."""
    written: bool = False
    """Whether `content` was written by this session."""


def parse_notes(path: Path, content: bytes) -> NotesFile:
    """Reads a notes' file. Empty content is an empty file.

    Args:
        path: The file, for the problems.
        content: Its bytes.

    Raises:
        ProblemError: It is not TOML, not notes, or of a newer format. Such a file must not be overwritten.
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
    """The file's bytes: the same notes give the same bytes, and reading them gives the same notes."""
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
    """The `[article]` table."""
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
    """Annotations by time of creation, as the file has them."""
    return tuple(sorted(annotations, key=lambda annotation: (annotation.created, annotation.id)))


def _read_records(
    path: Path, records: Iterable[tuple[dict[str, Any], int | None]]
) -> tuple[list[Annotation], list[dict[str, Any]], list[Problem]]:
    """Sorts records into annotations and those with a problem."""
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
            message = f"the annotation {name} {error}; mend it here, until then it is kept but not shown"
            unreadable.append(record)
            problems.append(Problem(path, message, line))
        else:
            annotations[annotation.id] = annotation
    return list(annotations.values()), unreadable, problems
