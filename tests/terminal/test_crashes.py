"""An error of the program itself: one sentence, a terminal as it was, and an exit code that says so."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

OpenTerminal = Callable[..., Terminal]

BROKEN = """
import sys
from {module} import {owner}
def broken(*arguments, **options):
    raise RuntimeError("broken [b]on[/b] purpose\\nand \\x1b[31mloudly")
{broken}
sys.argv = ["fenttui", {root!r}]
from fenttui.cli import main
main()
"""
FAULTS = {
    "a key": ("fenttui.ui.screens.reading", "ReadingScreen", "ReadingScreen.turn = broken"),
    "reading the terminal": ("fenttui.ui.terminal.to_events", "ToEvents", "ToEvents.of = broken"),
    "painting": ("fenttui.ui.widgets.status_line", "StatusLine", "StatusLine.render_line = broken"),
    "the start": ("fenttui.ui.app", "FenttuiApp", "FenttuiApp.on_mount = broken"),
}


@pytest.mark.parametrize("where", FAULTS)
def test_a_crash_says_so_in_one_sentence_and_exits_with_1(
    where: str, open_terminal: OpenTerminal, dossier: Path, tmp_path: Path
) -> None:
    module, owner, broken = FAULTS[where]
    program = BROKEN.format(module=module, owner=owner, broken=broken, root=str(dossier))
    command = f'"{sys.executable}" -c "$0"; echo "left with $?"; stty -a'
    terminal = open_terminal("sh", "-c", command, program, columns=200, rows=40)
    if where == "a key":
        terminal.wait_for("called on the U.S. to remove")
        terminal.send("\t")
    terminal.wait_for("left with")
    terminal.wait_for("icanon")
    said = terminal.text
    assert "left with 1" in said
    assert "Traceback" not in said
    (sentence,) = [line for line in said.split("\n") if "fenttui: " in line]
    assert "an error in the program" in sentence
    assert "RuntimeError" in sentence
    raw = bytes(terminal.raw)
    assert b"\x1b[31m" not in raw[raw.rfind(b"\x1b[?1049l") :]
    assert {"icanon", "echo", "isig", "icrnl"} <= set(said.rpartition("speed")[2].split())
    assert raw.rfind(b"\x1b[?1049h") <= raw.rfind(b"\x1b[?1049l")
    report = (tmp_path / "own" / "state" / "crash.txt").read_text("utf-8")
    assert "Traceback" in report
    assert "on[/b] purpose" in report


def test_a_crash_keeps_the_draft(
    open_terminal: OpenTerminal, open_reader: OpenTerminal, dossier: Path
) -> None:
    module, owner = "fenttui.ui.dialogs.question", "Question"
    program = BROKEN.format(module=module, owner=owner, broken="Question.compose = broken", root=str(dossier))
    terminal = open_terminal(sys.executable, "-c", program)
    terminal.wait_for("place: China")
    terminal.send("a")
    terminal.wait_for("New note")
    terminal.send("nearly lost")
    terminal.wait_for("nearly lost")
    terminal.send("\x1b")
    assert terminal.wait_for_end() == 1
    open_reader().wait_for("nearly lost")
