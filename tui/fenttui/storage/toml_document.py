"""A TOML file of the reader's work: read whole, or told why it cannot be and left as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fenttui.problem import Problem, ProblemError
from fenttui.visible import visible_line

SCHEMA = 1
"""The newest format that is understood."""

_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)$|\s*\(at end of document\)$")


@dataclass(frozen=True, slots=True)
class TomlDocument:
    """A file's text and what it says."""

    path: Path
    text: str
    table: Mapping[str, Any]

    def records(self, name: str) -> list[tuple[dict[str, Any], int | None]]:
        """The tables of an array, each with the line of its header where that is known.

        Raises:
            ProblemError: It is something other than an array of tables.
        """
        records = self.table.get(name, [])
        if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
            raise unusable(self.path, f"`{name}` must be a list of tables, as in [[{name}]]")
        header = re.compile(rf"^[ \t]*\[\[[ \t]*{name}[ \t]*\]\]", re.MULTILINE)
        lines = [self.text.count("\n", 0, match.start()) + 1 for match in header.finditer(self.text)]
        # A text may quote such a header; then which one is which is not known.
        known = lines if len(lines) == len(records) else [None] * len(records)
        return list(zip(records, known, strict=True))

    def unknown(self, known: tuple[str, ...]) -> dict[str, Any]:
        """The top-level keys that are not `known`."""
        return without(self.table, known)


def read_document(path: Path, content: bytes, what: str) -> TomlDocument:
    """Reads a file.

    Args:
        path: The file, for the problems.
        content: Its bytes.
        what: What it holds, in the plural: "notes".

    Raises:
        ProblemError: It is not TOML, or of a newer format. Such a file must not be overwritten.
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
    """A file that is not read, and so not overwritten, for a fault."""
    return ProblemError(
        Problem(path, f"{fault}; mend it, until then it is not read and not overwritten", line)
    )


def without(table: Mapping[str, Any], known: tuple[str, ...]) -> dict[str, Any]:
    """The keys of a table that are not `known`, with their values."""
    return {key: value for key, value in table.items() if key not in known}


def _decode(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = "is not UTF-8; save it as UTF-8, until then it is not read and not overwritten"
        raise ProblemError(Problem(path, message, line)) from None


def _parse(path: Path, text: str) -> dict[str, Any]:
    # ~6 ms to import, and decimal with it: only where there is a file.
    import tomllib
    from decimal import Decimal

    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError) as error:
        said = str(error)
        at = _AT_LINE.search(said)
        line = None
        if at:
            line = int(at[1]) if at[1] else text.count("\n") + 1
            said = said[: at.start()]
        raise unusable(path, f"is not valid TOML ({visible_line(said)})", line) from None
