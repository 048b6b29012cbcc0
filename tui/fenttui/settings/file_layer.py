"""A TOML file as a layer of settings."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from fenttui.problem import Problem, reason
from fenttui.settings.given import Given, Key
from fenttui.visible import visible_line

_MOST_BYTES = 256 * 1024
"""A larger file is not settings; a hand writes a few kilobytes."""
_PLACE = re.compile(r" \((?:at line (\d+), column \d+|at end of document)\)$")


def read_layer(path: Path, tables: frozenset[str]) -> tuple[list[Given], list[Problem]]:
    """What the file at `path` gives, and what is wrong with it as a whole; nothing where there is no file.

    Args:
        path: the file, which need not exist.
        tables: the names of the tables of which each key is one setting.
    """
    try:
        data = _read(path)
    except (FileNotFoundError, NotADirectoryError):
        return [], []
    except OSError as error:
        return [], [Problem(path, f"{reason(error)}; the settings in it are not in force")]
    if data is None:
        return [], [Problem(path, "this is not a file of settings; remove it or put a TOML file there")]
    if len(data) > _MOST_BYTES:
        return [], [Problem(path, "this is too large for a file of settings (256 KB at most); shorten it")]

    # ~10 ms to import: only where there is a file.
    import tomllib

    from fenttui.settings.toml_lines import key_lines

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return [], [Problem(path, "a byte here is not UTF-8; save the file as UTF-8", line)]
    try:
        document = tomllib.loads(text)
    except RecursionError:
        return [], [Problem(path, "its values are nested too deep; none of its settings are in force")]
    except ValueError as error:
        return [], [_not_toml(path, text, str(error))]

    lines = key_lines(text)
    given = [
        Given(key, value, path, lines.get(way, lines.get(way[:1])))
        for key, way, value in _flat(document, tables)
    ]
    return given, []


def _read(path: Path) -> bytes | None:
    """The first bytes of the file; None where it is a folder, a pipe or a device.

    Raises:
        OSError: it cannot be opened or read.
    """
    # A dossier comes from somebody else: opening a pipe in it must not wait for a writer.
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        return file.read(_MOST_BYTES + 1)


def _not_toml(path: Path, text: str, message: str) -> Problem:
    place = _PLACE.search(message)
    line = None
    if place:
        message = message[: place.start()]
        line = int(place[1]) if place[1] else text.rstrip("\n").count("\n") + 1
    what = visible_line(message[:1].lower() + message[1:])
    return Problem(
        path, f"this is not TOML ({what}); none of its settings are in force until it is mended", line
    )


def _flat(document: dict[str, object], tables: frozenset[str]) -> Iterator[tuple[Key, Key, object]]:
    """Each setting, its way in the document, and its value.

    A table that is not one of `tables`, or is no table at all, stays whole. The ways differ from the settings
    where an action of one pane stands in a table of its own: `[keys.reader]`, `left = [...]`.
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
