"""A TOML file of the user's work: its tables with their lines, or why it cannot be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fenttui.problem import Problem, ProblemError
from fenttui.storage.toml_lines import header_lines
from fenttui.storage.toml_parsing import TomlError, parse_toml

SCHEMA = 1
"""The newest version of the format that this program reads."""


@dataclass(frozen=True, slots=True)
class TomlDocument:
    """The text of a file and its tables."""

    path: Path
    text: str
    table: Mapping[str, Any]

    def records(self, name: str) -> list[tuple[dict[str, Any], int | None]]:
        """Return the tables of an array, each with the line of its header where that is known.

        Raises:
            ProblemError: It is something other than an array of tables.
        """
        records = self.table.get(name, [])
        if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
            raise unusable(self.path, f"`{name}` must be a list of tables, as in [[{name}]]")
        lines = header_lines(self.text, name)
        # A string may hold such a header; then it is not known which line belongs to which table.
        known = lines if len(lines) == len(records) else [None] * len(records)
        return list(zip(records, known, strict=True))

    def unknown(self, known: tuple[str, ...]) -> dict[str, Any]:
        """Return the top-level keys that are not `known`, with their values."""
        return without(self.table, known)


def read_document(path: Path, content: bytes, what: str) -> TomlDocument:
    """Return the document in the bytes of a file.

    Args:
        path: The file, for the problems.
        content: Its bytes.
        what: What it holds, in the plural: "notes".

    Raises:
        ProblemError: It is not TOML, or in a newer format. Such a file must not be overwritten.
    """
    text = _decode(path, content)
    table = _parse(path, text)
    schema = table.get("schema", SCHEMA)
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise unusable(path, f"`schema` must be {SCHEMA}")
    if schema > SCHEMA:
        message = f"was written by a newer fenttui (schema {schema}); install that one to use these {what}"
        raise ProblemError(Problem(path, message))
    return TomlDocument(path, text, table)


def unusable(path: Path, fault: str, line: int | None = None) -> ProblemError:
    """Return the error for a file with a fault, which is neither read nor overwritten."""
    return ProblemError(
        Problem(path, f"{fault}; fix it; until then it is neither read nor overwritten", line)
    )


def without(table: Mapping[str, Any], known: tuple[str, ...]) -> dict[str, Any]:
    """Return the keys of a table that are not `known`, with their values."""
    return {key: value for key, value in table.items() if key not in known}


def _decode(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = "is not UTF-8; save it as UTF-8, until then it is not read and not overwritten"
        raise ProblemError(Problem(path, message, line)) from None


def _parse(path: Path, text: str) -> dict[str, Any]:
    # ~4 ms to import: only where there is a file.
    from decimal import Decimal  # noqa: PLC0415

    try:
        return parse_toml(text, parse_float=Decimal)
    except TomlError as error:
        raise unusable(path, f"is not valid TOML ({error})", error.line) from None
