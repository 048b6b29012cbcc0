"""The reader's process that finds mentions ends with the reader, however that ends."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.terminal import Terminal
from fenttui.ui.session import extraction_process

OpenTerminal = Callable[..., Terminal]

pytestmark = [
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to look for processes in"),
    pytest.mark.skipif(extraction_process._processors() < 2, reason="one processor: no process is started"),
]


def status(process: int) -> tuple[str, int]:
    """Its state and its parent; `Z` for one that has ended."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text("utf-8", "replace")
    except (FileNotFoundError, ProcessLookupError):
        return "Z", 0
    state, parent = stat.rpartition(")")[2].split()[:2]
    return state, int(parent)


def children(process: int) -> list[int]:
    running = [int(each.name) for each in Path("/proc").iterdir() if each.name.isdigit()]
    return [each for each in running if (told := status(each))[1] == process and told[0] != "Z"]


def worked(process: int) -> float:
    """Seconds of the processor that it has used."""
    stat = Path(f"/proc/{process}/stat").read_text("utf-8", "replace")
    return int(stat.rpartition(")")[2].split()[11]) / os.sysconf("SC_CLK_TCK")


def started_by(process: int, terminal: Terminal) -> list[int]:
    terminal.wait_until(lambda: bool(children(process)), "the reader has started its process")
    return children(process)


def assert_gone(processes: list[int], terminal: Terminal) -> None:
    assert processes
    terminal.wait_until(lambda: all(status(each)[0] == "Z" for each in processes), "nothing is left", 5)


def test_leaving_the_reader_ends_its_process(open_reader: OpenTerminal) -> None:
    terminal = open_reader()
    terminal.wait_for("place: China")
    processes = started_by(terminal.process.pid, terminal)
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    assert_gone(processes, terminal)


@pytest.mark.parametrize(
    "number", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM], ids=["SIGKILL", "SIGHUP", "SIGTERM"]
)
def test_a_signal_that_ends_the_reader_ends_its_process(
    number: signal.Signals, open_reader: OpenTerminal
) -> None:
    terminal = open_reader()
    terminal.wait_for("place: China")
    processes = started_by(terminal.process.pid, terminal)
    terminal.process.send_signal(number)
    terminal.wait_for_end()
    assert_gone(processes, terminal)


def test_a_reader_that_is_killed_as_it_starts_leaves_nothing(open_reader: OpenTerminal) -> None:
    terminal = open_reader()
    processes = started_by(terminal.process.pid, terminal)
    terminal.process.kill()
    terminal.wait_for_end()
    assert_gone(processes, terminal)


def test_a_reader_that_is_killed_while_a_book_is_searched_leaves_nothing_working(
    open_reader: OpenTerminal, tmp_path: Path
) -> None:
    book = tmp_path / "book.txt"
    sentence = "On Tuesday Tendai Mukwere told the Kampala Workers Union of 40 boats near Lake Turkana. "
    book.write_text("date 2025-04-02\n\n" + "\n\n".join([sentence * 5] * 10_000), "utf-8")
    terminal = open_reader(book)
    terminal.wait_for("Tendai Mukwere told")
    processes = started_by(terminal.process.pid, terminal)
    # Getting ready takes half a second: after two it searches the book.
    terminal.wait_until(lambda: max(map(worked, processes)) > 2, "the book is searched")
    terminal.process.kill()
    terminal.wait_for_end()
    assert_gone(processes, terminal)


def test_a_reader_that_is_killed_while_it_is_suspended_leaves_nothing(
    open_terminal: OpenTerminal, program: Path, dossier: Path
) -> None:
    terminal = open_terminal("sh", "-i", PS1="ready> ", ENV="")
    terminal.wait_for("ready>")
    terminal.send(f"{program} {dossier}\r")
    terminal.wait_for("place: China")
    (reader,) = children(terminal.process.pid)
    processes = started_by(reader, terminal)
    terminal.send("\x1a")
    terminal.wait_for("Stopped")
    terminal.wait_until(lambda: status(reader)[0] == "T", "the reader is suspended")
    os.kill(reader, signal.SIGKILL)
    assert_gone(processes, terminal)
    terminal.send("exit\r")
    terminal.send("exit\r")
    terminal.wait_for_end()


def test_with_another_engine_no_process_is_started(open_reader: OpenTerminal) -> None:
    terminal = open_reader(FENTTUI_EXTRACT_ENGINE="spacy")
    terminal.wait_for("called on the U.S. to remove")
    assert children(terminal.process.pid) == []
