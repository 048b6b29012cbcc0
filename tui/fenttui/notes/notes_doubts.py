"""What may be wrong in a notes' file that can be used: for `fenttui check`, not while reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fenttui.notes.hand_edits import is_uuid
from fenttui.notes.notes_file import ARRAY, NotesFile, name_of
from fenttui.notes.records import OF_ANNOTATION, OF_TARGET
from fenttui.problem import Problem
from fenttui.storage.toml_document import TomlDocument
from fenttui.visible import visible_line


def doubts_of(notes: NotesFile) -> Iterator[Problem]:
    """Yield the merge markers within a text, ids that may not be unique, and keys that look misspelled."""
    document = notes.document
    if document is None:
        return
    yield from document.warnings
    records = document.records(ARRAY)
    made_up = [index for index, note in enumerate(notes.in_file) if note and not is_uuid(note.id)]
    if made_up:
        name, more = name_of(records[made_up[0]]), len(made_up) - 1
        fault = f"{name} and {more} more have ids that are" if more else f"{name} has an id that is"
        message = f"{fault} not a UUID, so that another note may have it too; remove it, and one is made"
        yield Problem(document.path, message, document.line(ARRAY, made_up[0]), "warning")
    for index, record in enumerate(records):
        yield from _misspelled(document, index, record)


def _misspelled(document: TomlDocument, index: int, record: Mapping[str, Any]) -> Iterator[Problem]:
    target = record.get("target", {})
    for table, known in ((record, (*OF_ANNOTATION, "target")), (target, OF_TARGET)):
        for key in table if isinstance(table, Mapping) else ():
            meant = _near(key, [name for name in known if name not in table]) if key not in known else None
            if meant is not None:
                fault = f"{name_of(record)} has an unknown key `{visible_line(key)}`"
                message = f"{fault}; did you mean `{meant}`?"
                yield Problem(document.path, message, document.line(ARRAY, index), "warning")


def _near(key: str, known: list[str]) -> str | None:
    # ~8 ms to import: only for an unknown key.
    import difflib  # noqa: PLC0415

    return next(iter(difflib.get_close_matches(key.casefold(), known, n=1, cutoff=0.75)), None)
