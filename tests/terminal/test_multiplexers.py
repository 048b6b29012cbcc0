"""The reader inside tmux and GNU screen."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

OpenTerminal = Callable[..., Terminal]

SIZES = pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40)], ids=["80x24", "120x40"])


def needed(name: str) -> str:
    """The program's path; the test is skipped where it is not installed."""
    return shutil.which(name) or pytest.skip(f"needs {name}")


@pytest.fixture
def socket_folder() -> Iterator[Path]:
    """A folder with a short name: a socket's path takes about a hundred bytes at most."""
    with tempfile.TemporaryDirectory(prefix="fenttui-") as folder:
        yield Path(folder)


@SIZES
def test_inside_tmux_the_reader_opens_moves_and_quits(
    columns: int,
    rows: int,
    open_terminal: OpenTerminal,
    program: Path,
    dossier: Path,
    socket_folder: Path,
    environment: Mapping[str, str],
) -> None:
    tmux = [needed("tmux"), "-S", str(socket_folder / "socket"), "-f", "/dev/null"]
    terminal = open_terminal(
        *tmux, "new-session", "-s", "reading", f"exec {program} {dossier}", ";", "set", "status", "off",
        columns=columns, rows=rows,
    )  # fmt: skip
    try:
        terminal.wait_for("called on the U.S. to remove")
        terminal.wait_for("place: China")
        terminal.send("G")
        terminal.wait_for("100%")
        pane = subprocess.run(
            [*tmux, "capture-pane", "-p", "-t", "reading"],
            capture_output=True, env=dict(environment), timeout=20, check=True,
        )  # fmt: skip
        shown = pane.stdout.decode("utf-8").split("\n")
        assert any("the war in Ukraine" in line for line in shown)
        assert "100%" in shown[rows - 1]
        assert terminal.text.split("\n")[rows - 1].rstrip().endswith("100%  ? help")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
        assert b"[exited]" in terminal.raw
    finally:
        subprocess.run([*tmux, "kill-server"], capture_output=True, timeout=20, check=False)


@SIZES
def test_inside_gnu_screen_the_reader_opens_moves_and_quits(
    columns: int,
    rows: int,
    open_terminal: OpenTerminal,
    program: Path,
    dossier: Path,
    socket_folder: Path,
) -> None:
    screen = needed("screen")
    terminal = open_terminal(
        screen, "-U", "-c", "/dev/null", "-S", "reading", program, dossier,
        columns=columns, rows=rows, SCREENDIR=socket_folder,
    )  # fmt: skip
    terminal.wait_for("called on the U.S. to remove")
    terminal.wait_for("place: China")
    terminal.send("G")
    terminal.wait_for("100%")
    assert terminal.text.split("\n")[rows - 1].rstrip().endswith("100%  ? help")
    assert "the war in Ukraine" in terminal.text
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    assert b"[screen is terminating]" in terminal.raw
