"""TOML read into a table, or why it cannot be and on which line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from fenttui.visible import visible_line

_AT_LINE = re.compile(r"\s*\((?:at line (\d+), column \d+|at end of document)\)$")
"""How `tomllib` ends its messages: before Python 3.14 the line is in no attribute of the error."""

_DEEPEST = 100
"""How many tables and lists may stand in each other: what handles them is recursive."""
_LARGEST = 10_000
"""The bits of the largest whole number: Python does not print one of more than 4,300 digits."""
_TOO_DEEP = "its values are nested too deep"
_TOO_LARGE = "it holds a number that is too large"

_SIGNS = tuple("<|=>%+")
_MARKER = r"(?:<{7}|\|{7}|={7}|>{7}|%{7}|\+{7})(?=[ \r\n]|$)"
"""A line that git, Mercurial or Jujutsu puts into a file where a merge is not finished."""
_MOST_TOLD = 6
"""How many lines are listed in a message."""


class TomlError(ValueError):
    """Raised for a text that is not TOML; its message is one line that is safe to show."""

    def __init__(self, message: str, line: int | None) -> None:
        super().__init__(message)
        self.line = line
        """The line, counted from 1, where one is known."""


def parse_toml(text: str, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """Return the table of a TOML document.

    Args:
        text: The document.
        parse_float: Converts a float's text to a number; `Decimal` keeps it exactly.

    Raises:
        TomlError: It is not TOML, or has a number or a nesting that is too large to work with.
    """
    try:
        return _parse(text, parse_float, _DEEPEST)
    except TomlError as error:
        fault = _version_control(text, error.line) or _nul(text)
        if fault is not None:
            raise fault from None
        if error.line is None:
            raise TomlError(str(error), _line_of_fault(text, parse_float)) from None
        raise


def merge_marker_lines(text: str) -> list[int]:
    """Return the lines, counted from 1, that look like the markers of a merge that is not finished."""
    lines = enumerate(text.split("\n"), start=1)
    return [number for number, line in lines if line[:1] in _SIGNS and re.match(_MARKER, line)]


def has_merge_markers(text: str) -> bool:
    """Return whether a text has the first and the last marker of a merge that is not finished."""
    return (
        re.search(r"(?m)^<{7}[ \r\n]", text) is not None and re.search(r"(?m)^>{7}[ \r\n]", text) is not None
    )


def _parse(text: str, parse_float: Callable[[str], Any], deepest: int) -> dict[str, Any]:
    # ~6 ms to import: only where there is a document.
    import tomllib  # noqa: PLC0415

    try:
        table = tomllib.loads(text, parse_float=parse_float)
    except RecursionError:
        raise TomlError(_TOO_DEEP, None) from None
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        line = None
        if at := _AT_LINE.search(said):
            line = int(at[1]) if at[1] else text.rstrip("\n").count("\n") + 1
            said = said[: at.start()]
        raise TomlError(visible_line(said), line) from None
    except (ValueError, ArithmeticError):
        raise TomlError(_TOO_LARGE, None) from None
    _refuse_excess(table, deepest)
    return table


def _refuse_excess(table: Mapping[str, Any], deepest: int) -> None:
    """Raise TomlError for values that are too deep or too large."""
    level: list[Any] = [table]
    for _ in range(deepest + 1):
        below: list[Any] = []
        for value in level:
            for inner in value.values() if isinstance(value, dict) else value:
                if isinstance(inner, dict | list):
                    below.append(inner)
                elif isinstance(inner, int) and inner.bit_length() > _LARGEST:
                    raise TomlError(_TOO_LARGE, None)
        if not below:
            return
        level = below
    raise TomlError(_TOO_DEEP, None)


def _line_of_fault(text: str, parse_float: Callable[[str], Any]) -> int | None:
    """Return the line of the first value that is too deep or too large by itself."""
    from fenttui.storage.toml_statements import outline, places  # noqa: PLC0415 - only for a fault

    found = outline(text)
    for path, statement in places(found):
        if len(path) > _DEEPEST:
            return statement.line
        if statement.kind == "pair":
            value = text[slice(*statement.value)]
            try:
                _parse(f"value = {value}", parse_float, _DEEPEST - len(path))
            except TomlError:
                return statement.line
    return found.stopped


def _version_control(text: str, line: int | None) -> TomlError | None:
    """Return the error for markers of a merge; None where there is none at the line that cannot be read."""
    lines = merge_marker_lines(text)
    if not lines or (line not in lines and not has_merge_markers(text)):
        return None
    told = [str(line) for line in lines[:_MOST_TOLD]]
    if len(lines) > len(told):
        told.append(f"{len(lines) - len(told)} more")
    where = f"lines {', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else f"line {told[0]}"
    advice = "keep what is right between them and delete these lines"
    return TomlError(f"it has merge markers of version control on the {where}: {advice}", lines[0])


def _nul(text: str) -> TomlError | None:
    at = text.find("\0")
    if at < 0:
        return None
    said = "it holds NUL characters, as after a crash: take the file from a backup"
    return TomlError(said, text.count("\n", 0, at) + 1)
