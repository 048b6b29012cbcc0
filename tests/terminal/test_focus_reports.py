"""A window that tells of its focus, rightly or not."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.terminal import Terminal

OpenTerminal = Callable[..., Terminal]


def test_keys_act_at_once_though_the_window_has_reported_that_it_lost_the_focus(
    open_reader: OpenTerminal,
) -> None:
    terminal = open_reader()
    terminal.wait_for("place: China")
    terminal.send("\x1b[O")
    terminal.settle(0.2, 5)
    # Each would wait for two seconds.
    terminal.send("jk" * 30 + "G")
    terminal.wait_for("100%")
    terminal.send("/")
    terminal.send("\x1b[O\x1b[I\x1b[O")
    terminal.send("China")
    terminal.wait_for("matches")
    terminal.send("\r")
    terminal.wait_for("n next")


def test_a_click_where_nothing_takes_the_focus_leaves_the_keys_as_quick(open_reader: OpenTerminal) -> None:
    terminal = open_reader()
    terminal.wait_for("place: China")
    terminal.send("\x1b[<0;40;24M\x1b[<0;40;24m")
    terminal.settle(0.2, 5)
    terminal.send("jk" * 30 + "G")
    terminal.wait_for("100%")


def test_a_click_beside_the_window_leaves_a_prompt_that_is_typed_into_and_left(
    open_reader: OpenTerminal,
) -> None:
    terminal = open_reader()
    terminal.wait_for("place: China")
    terminal.send("/")
    terminal.send("\x1b[<0;500;24M\x1b[<0;500;24m\x1b[<0;3;900M")
    terminal.send("Beijing")
    terminal.wait_for("/ Beijing")
    terminal.send("\r")
    terminal.wait_for("n next")
