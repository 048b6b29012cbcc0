"""What the system tells the program: stop, go on, another size, end."""

from __future__ import annotations

import contextlib
import re
import signal
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

OpenTerminal = Callable[..., Terminal]

FIRST_PARAGRAPH = (
    "China’s top diplomat called on the U.S. to remove tariffs it imposed on Chinese goods for Beijing’s "
    "alleged role in America’s fentanyl crisis before holding any talks on the matter, deepening a stalemate "
    "weighing on trade ties between the world’s two largest economies."
)


def reader_text(screen: str, pane: int) -> str:
    """The words of one of the panes that stand side by side, in the order they are read."""
    columns = [re.split("[│┃▁▂▃▄▅▆▇█]+", line) for line in screen.split("\n")]
    return " ".join(" ".join(parts[pane] for parts in columns if len(parts) > pane).split())


def write_half_a_note(terminal: Terminal) -> None:
    terminal.wait_for("place: China")
    terminal.send("]a]a")
    terminal.wait_for("China (Chinese)")
    terminal.send("a")
    terminal.wait_for("New note")
    terminal.send("half of a thought")
    terminal.wait_for("half of a thought")


def continue_the_draft(terminal: Terminal) -> None:
    terminal.wait_for("China (Chinese)")
    terminal.send("a")
    terminal.wait_for("unsaved draft")
    terminal.send("c")
    terminal.wait_for("half of a thought")
    terminal.send(", now whole\x13")
    terminal.wait_for("noted ·")
    terminal.send("q")
    assert terminal.wait_for_end() == 0


def test_a_larger_and_a_smaller_window_show_the_text_in_their_own_measure(open_reader: OpenTerminal) -> None:
    terminal = open_reader(columns=80, rows=24)
    terminal.wait_for("place: China")
    terminal.wait_for(lambda text: FIRST_PARAGRAPH in reader_text(text, 1))
    terminal.resize(120, 40)
    terminal.wait_for(
        lambda text: FIRST_PARAGRAPH in reader_text(text, 1) and "Annotations" in text.split("\n")[0]
    )
    terminal.resize(50, 30)
    terminal.wait_for(lambda text: FIRST_PARAGRAPH in reader_text(text, 0))
    terminal.resize(80, 24)
    terminal.wait_for(lambda text: FIRST_PARAGRAPH in reader_text(text, 1) and "Annotations" in text)


def test_the_position_shown_holds_for_the_new_measure(open_reader: OpenTerminal) -> None:
    terminal = open_reader(columns=80, rows=24)
    terminal.wait_for("place: China")
    terminal.send("G")
    lines = terminal.wait_for("100%").rsplit("/", 1)[1].split()[0]
    terminal.resize(50, 24)
    terminal.wait_for(lambda text: "/" in text.rsplit("\n", 1)[1] and f"/{lines} " not in text)


def test_resizing_keeps_the_carets_text_in_view(open_reader: OpenTerminal) -> None:
    terminal = open_reader(columns=120, rows=40)
    terminal.wait_for("place: China")
    terminal.send("G")
    terminal.wait_for("100%")
    for size in ((80, 24), (50, 15), (120, 30)):
        terminal.resize(*size)
        terminal.wait_for("the war in Ukraine")


@pytest.mark.parametrize("command", ["{} {}", "sh -c '{} {}; true'"], ids=["alone", "in a script"])
def test_ctrl_z_gives_the_shell_back_and_fg_the_text(
    command: str, open_terminal: OpenTerminal, program: Path, dossier: Path
) -> None:
    terminal = open_terminal("sh", "-i", PS1="ready> ", ENV="")
    terminal.wait_for("ready>")
    terminal.send(f"{command.format(program, dossier)}\r")
    terminal.wait_for("place: China")
    terminal.send("\x1a")
    terminal.wait_for("Stopped")
    assert b"\x1b[?1049l" in terminal.raw
    terminal.send("echo still $((40 + 2))\r")
    terminal.wait_for("still 42")
    before = len(terminal.raw)
    terminal.send("fg\r")
    terminal.wait_until(lambda: b"\x1b[?1049h" in terminal.raw[before:], "the reader is back")
    terminal.wait_for("called on the U.S. to remove")
    terminal.send("]a")
    terminal.wait_for("place: United States")
    terminal.send("q")
    terminal.wait_until(lambda: b"\x1b[?1049l" in terminal.raw[before:], "the reader is left")
    terminal.wait_until(lambda: terminal.text.rstrip().endswith("ready>"), "the shell asks again")
    terminal.send("exit\r")
    assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM], ids=["SIGHUP", "SIGTERM"])
def test_a_signal_to_end_keeps_the_draft_and_the_reading_position(
    number: signal.Signals, open_reader: OpenTerminal
) -> None:
    terminal = open_reader()
    write_half_a_note(terminal)
    terminal.process.send_signal(number)
    assert terminal.wait_for_end() in (128 + number, -number)
    assert b"Traceback" not in terminal.raw
    assert bytes(terminal.raw).rfind(b"\x1b[?1049l") > bytes(terminal.raw).rfind(b"\x1b[?1049h")
    continue_the_draft(open_reader())


def test_a_terminal_that_goes_away_takes_the_program_with_it_and_leaves_the_draft(
    open_reader: OpenTerminal, dossier: Path
) -> None:
    terminal = open_reader()
    write_half_a_note(terminal)
    terminal.hang_up()
    terminal.wait_for_end()
    continue_the_draft(open_reader())
    (notes,) = (dossier / "annotations").glob("*.toml")
    assert "half of a thought, now whole" in notes.read_text("utf-8")


@pytest.mark.parametrize("arguments", [[], ["--order", "oldest"]])
def test_without_a_terminal_the_reader_says_so_in_one_sentence(
    arguments: list[str], program: Path, dossier: Path, environment: Mapping[str, str]
) -> None:
    done = subprocess.run(
        [program, *arguments, dossier],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=dict(environment),
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "terminal" in line


@pytest.mark.parametrize("typed", ["\x03", "\x1c", "\x03\x1c\x1b"])
def test_what_is_typed_after_the_key_that_leaves_breaks_nothing_off(
    typed: str, open_reader: OpenTerminal
) -> None:
    terminal = open_reader()
    terminal.wait_for("place: China")
    terminal.send("q")
    for _ in range(300):
        if terminal.process.poll() is not None:
            break
        with contextlib.suppress(OSError):
            terminal.send(typed)
        terminal.read(0.005)
    assert terminal.wait_for_end() == 0
    assert b"Traceback" not in terminal.raw
