"""A TOML file of the user's work: its tables with their lines, or why it cannot be used."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from fenttui.problem import Problem, ProblemError
from fenttui.storage.toml_bytes import Form, NotTextError, decode
from fenttui.storage.toml_lines import key_lines, record_lines
from fenttui.storage.toml_parsing import TomlError, has_merge_markers, merge_marker_lines, parse_toml
from fenttui.storage.toml_statements import Outline, outline

SCHEMA = 1
"""The newest version of the format that this program reads."""


@dataclass(frozen=True)
class TomlDocument:
    """The text of a file and its tables."""

    path: Path
    text: str
    """The text, its line ends as they are in the file."""
    form: Form
    """How the file stores it."""
    table: Mapping[str, Any]

    @cached_property
    def outline(self) -> Outline:
        """Where each statement is; ~50 ms for 1,000 notes, so only where it is needed."""
        return outline(self.text)

    def records(self, name: str) -> list[dict[str, Any]]:
        """Return the tables of an array.

        Raises:
            ProblemError: It is something other than an array of tables.
        """
        records = self.table.get(name, [])
        if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
            raise self.unusable(f"`{name}` must be a list of tables, as in [[{name}]]", name)
        return records

    def line(self, name: str, index: int) -> int | None:
        """Return the line on which a table of an array starts."""
        lines = record_lines(self.outline, name)
        return lines[index] if index < len(lines) else self.line_of(name)

    def line_of(self, *keys: str) -> int | None:
        """Return the line of a key; None where it is not there."""
        return key_lines(self.outline).get(keys)

    def unknown(self, known: tuple[str, ...]) -> dict[str, Any]:
        """Return the top-level keys that are not `known`, with their values."""
        return without(self.table, known)

    def unusable(self, fault: str, *keys: str) -> ProblemError:
        """Return the error for a file with a fault at a key, which is neither read nor overwritten."""
        return _unusable(self.path, fault, self.line_of(*keys))

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What may be wrong although it is TOML: the markers of a merge within a text of several lines."""
        if not has_merge_markers(self.text):
            return ()
        message = "a text here holds merge markers of version control; keep what is right and delete them"
        return (Problem(self.path, message, merge_marker_lines(self.text)[0], "warning"),)


def read_document(path: Path, content: bytes, what: str, arrays: tuple[str, ...] = ()) -> TomlDocument:
    """Return the document in the bytes of a file.

    Args:
        path: The file, for the problems.
        content: Its bytes.
        what: What it holds, in the plural: "notes".
        arrays: The names of its arrays of tables. `[name]` is taken as `[[name]]`, which the text then has.

    Raises:
        ProblemError: It is not TOML, or in a newer format. Such a file must not be overwritten.
    """
    try:
        text, form = decode(content)
    except NotTextError as error:
        raise ProblemError(
            Problem(path, f"{error}, until then it is not read and not overwritten", error.line)
        ) from None
    document = _parsed(path, text, form, arrays)
    schema = document.table.get("schema", SCHEMA)
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise document.unusable(f"`schema` must be {SCHEMA}", "schema")
    if schema > SCHEMA:
        newer = f"was written by a newer fenttui (schema {str(schema)[:9]})"
        message = f"{newer}; install that one to use these {what}"
        raise ProblemError(Problem(path, message, document.line_of("schema")))
    return document


def dropped(before: TomlDocument | None, after: TomlDocument | None) -> bool:
    """Return whether comments of one document are not in the other one."""
    if before is None or after is None or not before.outline.comments:
        return False
    return bool(Counter(before.outline.comments) - Counter(after.outline.comments))


def without(table: Mapping[str, Any], known: tuple[str, ...]) -> dict[str, Any]:
    """Return the keys of a table that are not `known`, with their values."""
    return {key: value for key, value in table.items() if key not in known}


def _unusable(path: Path, fault: str, line: int | None) -> ProblemError:
    return ProblemError(
        Problem(path, f"{fault}; fix it; until then it is neither read nor overwritten", line)
    )


def _parsed(path: Path, text: str, form: Form, arrays: tuple[str, ...]) -> TomlDocument:
    # ~4 ms to import: only where there is a file.
    from decimal import Decimal  # noqa: PLC0415

    fault: TomlError | None = None
    table: dict[str, Any] = {}
    try:
        table = parse_toml(text, Decimal)
    except TomlError as error:
        fault = error
    # `[annotation]` once is a table, and twice no TOML.
    if fault is not None or any(isinstance(table.get(name), dict) for name in arrays):
        mended = _with_elements(text, arrays)
        with contextlib.suppress(TomlError):
            if mended != text:
                return TomlDocument(path, mended, form, parse_toml(mended, Decimal))
    if fault is not None:
        raise _unusable(path, f"is not valid TOML ({fault})", fault.line)
    return TomlDocument(path, text, form, table)


def _with_elements(text: str, arrays: tuple[str, ...]) -> str:
    """Return a document with `[[name]]` for each `[name]` of the arrays."""
    parts: list[str] = []
    at = 0
    for statement in outline(text).statements:
        if statement.kind == "table" and statement.path in {(name,) for name in arrays}:
            start, end = statement.value
            parts += (text[at:start], f"[[{statement.path[0]}]]")
            at = end
    return "".join((*parts, text[at:]))
