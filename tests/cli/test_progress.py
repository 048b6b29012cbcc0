from __future__ import annotations

import io
import sys

import pytest

from fenttui.cli import progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def terminal(monkeypatch):
    """Makes standard error a terminal; the clock goes on by a second at every look."""

    def make():
        # In the test itself: pytest puts its own in place when a test begins.
        monkeypatch.setattr(sys, "stderr", Terminal())
        return sys.stderr

    monkeypatch.setattr(progress, "monotonic", iter(range(1000)).__next__)
    monkeypatch.setenv("TERM", "xterm")
    return make


def test_long_work_on_a_terminal_shows_a_bar_and_passes_every_item_once(terminal):
    screen = terminal()
    assert list(progress.with_progress(range(5), "Reading")) == [0, 1, 2, 3, 4]
    assert "Reading" in screen.getvalue()


def test_quick_work_shows_no_bar(terminal, monkeypatch):
    screen = terminal()
    monkeypatch.setattr(progress, "monotonic", lambda: 7.0)
    assert list(progress.with_progress(range(5), "Reading")) == [0, 1, 2, 3, 4]
    assert screen.getvalue() == ""


def test_a_hidden_bar_is_not_shown(terminal):
    screen = terminal()
    assert list(progress.with_progress(range(5), "Reading", hidden=True)) == [0, 1, 2, 3, 4]
    assert screen.getvalue() == ""


def test_in_a_pipe_no_bar_is_shown(terminal, monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert list(progress.with_progress(range(5), "Reading")) == [0, 1, 2, 3, 4]
    assert sys.stderr.getvalue() == ""
