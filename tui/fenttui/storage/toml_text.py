"""TOML written so that reading it gives the same values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def write_table(table: Mapping[str, Any], name: str = "") -> str:
    """Return the TOML text of a table, with long strings over several lines where that keeps them exact.

    Args:
        table: The content.
        name: The dotted name of the array of tables that it is an element of; empty for a document.
    """
    wrapped = table
    for key in reversed(name.split(".") if name else ()):
        wrapped = {key: wrapped}
    text = _dumps(wrapped)
    if not name:
        return text
    # Written as a table and made an element here: tomli-w puts an array of small tables on one line.
    return f"[[{name}]]\n{text.removeprefix(f'[{name}]' + chr(10))}"


def _dumps(table: Mapping[str, Any]) -> str:
    # ~4 ms to import: only where something is written.
    import tomli_w  # noqa: PLC0415

    text = tomli_w.dumps(table)
    # tomli-w turns \r\n into \n in strings of several lines: a table that has one keeps them on one line.
    if "\\n" in text and "\\r\\n" not in text:
        return tomli_w.dumps(table, multiline_strings=True)
    return text
