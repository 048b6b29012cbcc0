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


def write_value(value: object, *, one_line: bool) -> str:
    """Return the TOML text of a value.

    Args:
        value: The value.
        one_line: Whether a list is to be on one line; a text of several lines never is.
    """
    if isinstance(value, str) or (_is_plain_list(value) and not one_line):
        return _dumps({"v": value}).removeprefix("v = ").removesuffix("\n")
    return _on_one_line(value)


def write_key(key: str) -> str:
    """Return a key as it is written before a value: in quotation marks where it needs them."""
    return _on_one_line({key: 0}).removeprefix("{ ").removesuffix(" = 0 }")


def _is_plain_list(value: object) -> bool:
    """Return whether a value is a list without tables, which tomli-w writes as tables of their own."""
    return isinstance(value, list | tuple) and not any(isinstance(item, Mapping) for item in value)


def _on_one_line(value: object) -> str:
    # ~4 ms to import: only where something is written.
    import tomli_w  # noqa: PLC0415

    if isinstance(value, Mapping):
        pairs = (
            tomli_w.dumps({key: 0}).removesuffix("0\n") + _on_one_line(inner) for key, inner in value.items()
        )
        return f"{{ {', '.join(pairs)} }}" if value else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_on_one_line, value))}]"
    return tomli_w.dumps({"v": value}).removeprefix("v = ").removesuffix("\n")


def _dumps(table: Mapping[str, Any]) -> str:
    # ~4 ms to import: only where something is written.
    import tomli_w  # noqa: PLC0415

    text = tomli_w.dumps(table)
    # tomli-w turns \r\n into \n in strings of several lines: a table that has one keeps them on one line.
    if "\\n" in text and "\\r\\n" not in text:
        return tomli_w.dumps(table, multiline_strings=True)
    return text
