"""The line of each key of a TOML document, which `tomllib` does not give."""

from __future__ import annotations

from collections.abc import Sequence

from fenttui.storage.toml_statements import KeyPath, Outline, places


def key_lines(found: Outline) -> dict[KeyPath, int]:
    """Return the line, counted from 1, of each key and table in a document.

    A key within an inline table is not listed: the table's line is that on which it starts.
    """
    lines: dict[KeyPath, int] = {}
    for path, statement in places(found):
        for length in range(1, len(path) + 1):
            lines.setdefault(path[:length], statement.line)
    return lines


def record_lines(found: Outline, name: str) -> Sequence[int]:
    """Return the lines, counted from 1, of the headers `[[name]]`."""
    return [
        statement.line
        for statement in found.statements
        if statement.kind == "element" and statement.path == (name,)
    ]
