"""Which test shows that a command does what its sentence says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from fenttui.ui.commands.registry import all_commands

Test = TypeVar("Test", bound=Callable[..., Any])

COVERED: dict[str, str] = {}
"""By the name of a command: the test of it."""


def covers(*commands: str) -> Callable[[Test], Test]:
    """Say of a test that it presses every key of some commands and looks at what they do."""

    def note(test: Test) -> Test:
        COVERED.update(dict.fromkeys(commands, f"{test.__module__}.{test.__name__}"))
        return test

    return note


def keys_of(command: str) -> tuple[str, ...]:
    """Return the keys of a command, as config.toml writes them."""
    return next(each.keys for each in all_commands().commands if each.name == command)


def presses_of(command: str, count: int | None = None, char: str = "") -> Iterable[str]:
    """Yield each key of a command with a number before it and a character after it."""
    for keys in keys_of(command):
        yield " ".join(part for part in (str(count or ""), keys, char) if part)
