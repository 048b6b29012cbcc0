"""Windows in which nothing has room: what is opened there is there when they are large again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.terminal import Terminal

OpenTerminal = Callable[..., Terminal]


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("x", "Export the notes"),
        ("\x10", "Search for commands"),
        ("?", "Keys in the"),
        ("K", "place"),
        ("A", "Actors"),
        ("a", "New note"),
    ],
    ids=["export", "palette", "help", "card", "actors", "editor"],
)
@pytest.mark.parametrize("size", [(1, 1), (4, 5), (7, 30), (200, 1)], ids=str)
def test_what_is_opened_is_there_when_the_window_is_large_again(
    size: tuple[int, int], keys: str, shown: str, open_reader: OpenTerminal
) -> None:
    terminal = open_reader(columns=100, rows=30)
    terminal.wait_for("place: China")
    terminal.resize(*size)
    terminal.settle(0.1, 3)
    terminal.send(keys)
    terminal.settle(0.3, 3)
    terminal.resize(*reversed(size))
    terminal.settle(0.1, 3)
    terminal.resize(100, 30)
    terminal.wait_for(shown)
