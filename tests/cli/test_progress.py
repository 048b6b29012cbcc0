from __future__ import annotations

import io
import sys
from collections.abc import Callable

import pytest

from fenttui.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Terminal]:
    """Makes standard error a terminal; the clock goes on by a second at every look."""

    def make() -> Terminal:
        # In the test itself: pytest puts its own in place when a test begins.
        screen = Terminal()
        monkeypatch.setattr(sys, "stderr", screen)
        return screen

    monkeypatch.setattr(progress, "monotonic", iter(range(1000)).__next__)
    monkeypatch.setenv("TERM", "xterm")
    return make


def test_long_work_on_a_terminal_shows_a_bar_and_passes_every_item_once(
    terminal: Callable[[], Terminal],
) -> None:
    screen = terminal()
    assert list(progress.with_progress(range(5), "Reading")) == [0, 1, 2, 3, 4]
    assert "Reading" in screen.getvalue()


def test_quick_work_shows_no_bar(terminal: Callable[[], Terminal], monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal()
    monkeypatch.setattr(progress, "monotonic", lambda: 7.0)
    assert list(progress.with_progress(range(5), "Reading")) == [0, 1, 2, 3, 4]
    assert screen.getvalue() == ""


def test_a_hidden_bar_is_not_shown(terminal: Callable[[], Terminal]) -> None:
    screen = terminal()
    assert list(progress.with_progress(range(5), "Reading", hidden=True)) == [0, 1, 2, 3, 4]
    assert screen.getvalue() == ""


def test_in_a_pipe_no_bar_is_shown(terminal: Callable[[], Terminal], monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    assert list(progress.with_progress(range(5), "Reading")) == [0, 1, 2, 3, 4]
    assert pipe.getvalue() == ""
