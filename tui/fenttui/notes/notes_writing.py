"""A notes' file written: only what changed where it is there already, and else as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from fenttui.notes.annotation import Annotation
from fenttui.notes.notes_file import ARRAY, NotesFile, in_order, parse_notes
from fenttui.notes.records import make_record
from fenttui.problem import ProblemError
from fenttui.storage.toml_bytes import Form, encode
from fenttui.storage.toml_document import SCHEMA, TomlDocument, dropped
from fenttui.storage.toml_edit import Addition, Change, edited, place_of, texts_of
from fenttui.storage.toml_layout import UnfitError
from fenttui.storage.toml_text import write_table
from fenttui.storage.values import same_value

_HEAD = ("schema", "deleted", "article")
"""What stands before the notes, in its order."""
_MADE = ("id", "created")
"""What reading adds to a record that has none; it is written when the record changes."""


def write_notes(path: Path, facts: Mapping[str, Any], notes: NotesFile) -> NotesFile:
    """Return the file that holds the notes, read back from its bytes.

    Args:
        path: The file.
        facts: What `[article]` is to say, as `describe` gives it.
        notes: The notes; in their `document` only the tables that differ are rewritten. Where that does not
            give what is meant, the file is written anew, and is the same for the same notes.

    Raises:
        ProblemError: The bytes cannot be read back; they must not be written.
    """
    removed = _removed(notes)
    written = _changed(path, facts, notes) or parse_notes(path, _anew(facts, notes))
    return replace(written, removed=removed, drops=dropped(notes.document, written.document))


def _changed(path: Path, facts: Mapping[str, Any], notes: NotesFile) -> NotesFile | None:
    """Return the file with the tables changed that differ; None where that does not give what is meant."""
    if notes.document is None:
        return None
    try:
        written = parse_notes(path, _edited(path, facts, notes, notes.document))
    except (UnfitError, ProblemError):
        return None
    return written if _same(written, notes, facts) else None


def _removed(notes: NotesFile) -> Mapping[str, str]:
    """Return how the notes that were deleted in this session stood in the file."""
    gone = {
        note.id: (ARRAY, index)
        for index, note in enumerate(notes.in_file)
        if note and note.id not in notes.records
    }
    if notes.document is None or not gone:
        return notes.removed
    texts = texts_of(notes.document.outline, (ARRAY,), gone.values())
    return {**notes.removed, **dict(zip(gone, texts, strict=True))}


def _as_it_was(path: Path, notes: NotesFile, note: Annotation) -> str:
    """Return the text of a note that comes back as it was; empty where there is none that says the same."""
    text = notes.removed.get(note.id, "")
    try:
        said = parse_notes(path, text.encode()).annotations
    except ProblemError:
        return ""
    return text if len(said) == 1 and _same_note(said[0], note) else ""


def _anew(facts: Mapping[str, Any], notes: NotesFile) -> bytes:
    """Return the bytes of a file without anything written by hand, in the encoding of the old one."""
    head: dict[str, Any] = {"schema": SCHEMA}
    if notes.deleted:
        head["deleted"] = sorted(notes.deleted)
    head["article"] = dict(facts) | dict(notes.unknown_of_article)
    parts = [write_table(head | dict(notes.unknown))]
    records: list[Mapping[str, Any]] = [make_record(annotation) for annotation in in_order(notes.annotations)]
    parts += (write_table(record, ARRAY) for record in (*records, *notes.unreadable))
    return encode("\n".join(parts), notes.document.form if notes.document else Form())


def _edited(path: Path, facts: Mapping[str, Any], notes: NotesFile, document: TomlDocument) -> bytes:
    """Return the bytes of a file with the tables changed that differ.

    Raises:
        UnfitError: They cannot be changed where they stand.
    """
    wanted = notes.records
    changes = [Change(*_head(facts, notes, document))]
    raw = document.records(ARRAY)
    for index, note in enumerate(notes.in_file):
        if note is None or _same_note(note, wanted.get(note.id)):
            continue
        before, after = make_record(note), wanted.get(note.id)
        said = {key: value for key, value in before.items() if key in raw[index] or key not in _MADE}
        changes.append(Change(said, make_record(after) if after else None, (ARRAY, index)))
    known = {note.id for note in notes.in_file if note}
    there = [
        ((note.created, note.id), (ARRAY, index))
        for index, note in enumerate(notes.in_file)
        if note and note.id in wanted
    ]
    added = [
        Addition(
            ARRAY,
            make_record(note),
            place_of((note.created, note.id), there),
            _as_it_was(path, notes, note),
        )
        for note in in_order(notes.annotations)
        if note.id not in known
    ]
    return encode(edited(document.outline, (ARRAY,), changes, added), document.form)


def _head(
    facts: Mapping[str, Any], notes: NotesFile, document: TomlDocument
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the file says of the article and of deleted notes, and what it is to say."""
    before = {key: document.table[key] for key in _HEAD if key in document.table}
    if set(before.get("deleted", ())) == notes.deleted:
        deleted = {key: before[key] for key in ("deleted",) if key in before}
    else:
        deleted = {"deleted": sorted(notes.deleted)} if notes.deleted else {}
    schema = {key: before[key] for key in ("schema",) if key in before}
    after = schema | deleted | {"article": before.get("article", {}) | _storable(facts)}
    return before, after


def _storable(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table as it can be stored: a file name that is not UTF-8 comes with lone surrogates."""
    return {
        key: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
        for key, value in table.items()
    }


def _same_note(one: Annotation, other: Annotation | None) -> bool:
    return one is other or (one == other and other is not None and same_value(one.unknown, other.unknown))


def _same(written: NotesFile, notes: NotesFile, facts: Mapping[str, Any]) -> bool:
    """Return whether a file that was read back holds what was meant."""
    meant, document = notes.records, written.document
    return (
        document is not None
        and meant.keys() == written.records.keys()
        and all(
            note is None or _same_note(_with_time_of(note, meant[note.id], record), meant[note.id])
            for note, record in zip(written.in_file, document.records(ARRAY), strict=True)
        )
        and same_value(written.unreadable, notes.unreadable)
        and written.deleted == notes.deleted
        and same_value(written.unknown, notes.unknown)
        and same_value(document.table.get("article"), _storable(facts) | dict(notes.unknown_of_article))
    )


def _with_time_of(note: Annotation, meant: Annotation, record: Mapping[str, Any]) -> Annotation:
    """Return a note with the times of another one where its record has none and they are made up."""
    if "created" in record:
        return note
    return replace(
        note, created=meant.created, modified=note.modified if "modified" in record else meant.modified
    )
