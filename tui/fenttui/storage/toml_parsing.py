"""TOML read into a table, or why it cannot be and on which line."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from fenttui.visible import visible_line

_AT_LINE = re.compile(r"\s*\((?:at line (\d+), column \d+|at end of document)\)$")
"""How `tomllib` ends its messages: before Python 3.14 the line is in no attribute of the error."""


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
        TomlError: It is not TOML, or has a number or a nesting that is too large for Python.
    """
    # ~6 ms to import: only where there is a document.
    import tomllib  # noqa: PLC0415

    try:
        return tomllib.loads(text, parse_float=parse_float)
    except RecursionError:
        raise TomlError("its values are nested too deep", None) from None
    except (ValueError, ArithmeticError) as error:
        said = str(error)
        line = None
        if at := _AT_LINE.search(said):
            line = int(at[1]) if at[1] else text.rstrip("\n").count("\n") + 1
            said = said[: at.start()]
        raise TomlError(visible_line(said), line) from None
