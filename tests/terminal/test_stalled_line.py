"""A line that takes nothing more: keys and signals still act, and when it is closed all is kept."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

OpenTerminal = Callable[..., Terminal]

FRAMES = 300
"""Screens that are painted and never read: many times what a pseudo-terminal holds."""


def stall(terminal: Terminal, *keys: str) -> None:
    """Type without ever reading: what is painted fills all that is between."""
    for number in range(FRAMES):
        terminal.send(keys[number % len(keys)])
        # One key a frame, else a burst is painted once.
        time.sleep(0.004)


def end_within(terminal: Terminal, seconds: float) -> int:
    """The exit code; killed where it runs on, so that nothing is left behind."""
    try:
        return terminal.process.wait(seconds)
    except subprocess.TimeoutExpired:
        terminal.process.kill()
        raise AssertionError(f"the program runs on {seconds} s after its terminal went away") from None


@pytest.mark.parametrize("how", ["closed", "SIGHUP", "SIGTERM"])
@pytest.mark.parametrize("attempt", range(2))
def test_the_reading_position_is_kept_and_the_program_ends(
    attempt: int, how: str, open_reader: OpenTerminal
) -> None:
    terminal = open_reader(columns=180, rows=60)
    terminal.wait_for("place: China")
    terminal.send("]a]a")
    terminal.wait_for("China (Chinese)")
    stall(terminal, "\x0c", "gz")
    if how == "closed":
        terminal.hang_up()
        assert end_within(terminal, 10) == 128 + signal.SIGHUP
    else:
        number = signal.Signals[how]
        terminal.process.send_signal(number)
        assert end_within(terminal, 10) == 128 + number
    again = open_reader(columns=180, rows=60)
    again.wait_for("China (Chinese)")


@pytest.mark.parametrize("attempt", range(2))
def test_the_draft_is_kept_where_the_line_stalls_while_a_note_is_written(
    attempt: int, open_reader: OpenTerminal
) -> None:
    terminal = open_reader(columns=180, rows=60)
    terminal.wait_for("place: China")
    terminal.send("a")
    terminal.wait_for("New note")
    terminal.send("worth an hour")
    terminal.wait_for("worth an hour")
    stall(terminal, "\x1b[1;5D", "\x1b[1;5C", "\x1b[D", "\x1b[C")
    terminal.hang_up()
    assert end_within(terminal, 10) == 128 + signal.SIGHUP
    again = open_reader(columns=180, rows=60)
    again.wait_for("unsaved draft")
    again.wait_for("worth an hour")


def test_a_key_acts_though_nothing_is_read(open_reader: OpenTerminal, dossier: Path) -> None:
    terminal = open_reader(columns=180, rows=60)
    terminal.wait_for("place: China")
    stall(terminal, "\x0c", "gz")
    terminal.send("a")
    terminal.send("blind, but sure\x13")
    notes = dossier / "annotations"
    deadline = time.monotonic() + 30
    while not any("blind, but sure" in path.read_text("utf-8") for path in notes.glob("*.toml")):
        assert time.monotonic() < deadline, "the note is not written"
        time.sleep(0.05)
    terminal.send("q")


def test_a_line_that_moves_again_shows_the_screen_as_it_is_now(open_reader: OpenTerminal) -> None:
    terminal = open_reader(columns=180, rows=60)
    terminal.wait_for("place: China")
    stall(terminal, "\x0c", "gz")
    terminal.send("G")
    terminal.wait_for("100%")
    terminal.settle(1, 20)
    shown = terminal.text
    terminal.send("\x0c")
    terminal.settle(1, 20)
    assert terminal.text == shown
    assert len(terminal.raw) < 2_000_000
    terminal.send("q")
    assert terminal.wait_for_end() == 0


def test_leaving_by_a_key_on_a_stalled_line_ends_the_program(open_reader: OpenTerminal) -> None:
    terminal = open_reader(columns=180, rows=60)
    terminal.wait_for("place: China")
    stall(terminal, "\x0c", "gz")
    terminal.send("q")
    assert end_within(terminal, 20) == 0


def test_a_process_that_is_told_to_go_on_without_having_stopped_goes_on(open_reader: OpenTerminal) -> None:
    terminal = open_reader()
    terminal.wait_for("place: China")
    for _ in range(40):
        os.kill(terminal.process.pid, signal.SIGCONT)
    terminal.settle(0.5, 10)
    terminal.send("]a")
    terminal.wait_for("place: United States")
    terminal.send("q")
    assert terminal.wait_for_end() == 0
