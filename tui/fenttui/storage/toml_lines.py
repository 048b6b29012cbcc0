"""The line of each key of a TOML document, which `tomllib` does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from fenttui.storage.toml_parsing import TomlError, parse_toml

KeyPath: TypeAlias = tuple[str, ...]
"""The keys that lead to a value: `("reader", "measure")`."""

_CLOSERS = ("]", "}", '"""', "'''")
_MOST_WORK = 1_000_000
"""How many characters are parsed to find the ends of statements; only a hostile file needs more."""


def key_lines(text: str) -> dict[KeyPath, int]:
    """Return the line, counted from 1, of each key and table in `text`, a document that `tomllib` reads.

    The grammar is left to `tomllib`: a statement is the shortest run of lines that parses by itself.
    """
    lines: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, statement in _statements(text):
        header = statement.lstrip().startswith("[")
        paths = list(_paths(parse_toml(statement)))
        if header:
            table = paths[0] if paths else ()
        for path in paths:
            whole = path if header else table + path
            for length in range(1, len(whole) + 1):
                lines.setdefault(whole[:length], number)
    return lines


def header_lines(text: str, name: str) -> Sequence[int]:
    """Return the lines, counted from 1, that look like a header `[[name]]`, even inside a string."""
    header = re.compile(rf"^[ \t]*\[\[[ \t]*{re.escape(name)}[ \t]*\]\]", re.MULTILINE)
    return [text.count("\n", 0, match.start()) + 1 for match in header.finditer(text)]


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield each statement with the line on which it starts; stop after too much work."""
    work = 0
    rest = enumerate(text.replace("\r\n", "\n").split("\n"), start=1)
    for number, line in rest:
        if _stands_alone(line):
            yield number, line
            continue
        parts = [line]
        for _, more in rest:
            parts.append(more)
            if not any(closer in more for closer in _CLOSERS):
                continue
            statement = "\n".join(parts)
            work += len(statement)
            if _stands_alone(statement):
                yield number, statement
                break
            if work > _MOST_WORK:
                return


def _stands_alone(statement: str) -> bool:
    try:
        parse_toml(statement)
    except TomlError:
        return False
    return True


def _paths(value: object, way: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the path to each value of a parsed statement that is not a table with something in it."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from _paths(inner, (*way, key))
    elif way:
        yield way
