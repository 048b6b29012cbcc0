"""A TOML file as a layer of settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fenttui.problem import Problem, reason
from fenttui.settings.given import Given, Key
from fenttui.storage.regular_files import NotRegularError, read_content
from fenttui.storage.toml_bytes import NotTextError, decode
from fenttui.storage.toml_parsing import TomlError, parse_toml

_MOST_BYTES = 256 * 1024
"""A larger file is not settings; a hand writes a few kilobytes."""


def read_layer(path: Path, tables: frozenset[str]) -> tuple[list[Given], list[Problem]]:
    """Return what the file at `path` sets, and problems with the file as a whole; nothing for a missing file.

    Args:
        path: the file, which need not exist.
        tables: the names of the tables of which each key is one setting.
    """
    try:
        content = read_content(path, _MOST_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return [], []
    except NotRegularError:
        return [], [Problem(path, "this is not a file of settings; remove it or put a TOML file there")]
    except OSError as error:
        return [], [Problem(path, f"{reason(error)}; its settings are not used")]
    if not content.complete:
        return [], [Problem(path, "this is too large for a file of settings (256 KB at most); shorten it")]

    try:
        text, _ = decode(content.data)
    except NotTextError as error:
        return [], [Problem(path, f"this {error}", error.line)]
    try:
        document = parse_toml(text)
    except TomlError as error:
        what = f"{str(error)[:1].lower()}{str(error)[1:]}"
        message = f"this is not TOML ({what}); none of its settings are used until it is fixed"
        return [], [Problem(path, message, error.line)]

    # ~2 ms to import: only where there is a file.
    from fenttui.storage.toml_lines import key_lines  # noqa: PLC0415
    from fenttui.storage.toml_statements import outline  # noqa: PLC0415

    lines = key_lines(outline(text))
    given = [
        Given(key, value, path, lines.get(way, lines.get(way[:1])))
        for key, way, value in _flat(document, tables)
    ]
    return given, []


def _flat(document: dict[str, object], tables: frozenset[str]) -> Iterator[tuple[Key, Key, object]]:
    """Yield each setting, its path in the document, and its value.

    A table that is not one of `tables`, or not a table at all, stays whole. The ways differ from the settings
    where an action of one pane is in a separate table: `[keys.reader]`, `left = [...]`.
    """
    for table, content in document.items():
        if table not in tables or not isinstance(content, dict):
            yield (table,), (table,), content
            continue
        for name, value in content.items():
            if table not in ("actors", "keys") or not isinstance(value, dict):
                yield (table, name), (table, name), value
                continue
            for inner, deep in value.items():
                key = (table, f"{name}.{inner}") if table == "keys" else (table, name, inner)
                yield key, (table, name, inner), deep
