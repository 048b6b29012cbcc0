"""One run of a program on a terminal, measured from outside: start, keys, bytes and memory."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.terminal import Terminal

_COLUMNS, _ROWS = 120, 40
_QUIET = 0.12
"""Seconds of silence that end what a key has painted."""
_LIMIT = 60.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key and what it caused."""

    key: str
    """The key, or the keys of a sequence, as typed."""
    seconds: float
    """From writing its last byte to the last byte that came back."""
    sent: int
    """How many bytes came back: what a link carries."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program."""

    start: float
    """Seconds from its start to the screen that was waited for."""
    start_bytes: int
    """Bytes sent until the screen was at rest."""
    strokes: tuple[Stroke, ...]
    memory: float
    """The peak resident size in MiB."""


def measure(
    command: Sequence[str | Path], sought: str, keys: Sequence[str], environment: Mapping[str, str]
) -> Run:
    """Start a program, wait for its first screen, press keys one after the other, and end it.

    Args:
        command: The program; it ends by `q`.
        sought: A text that the first screen shows.
        keys: What is typed, each after the screen has come to rest.
        environment: All of its environment.
    """
    with Terminal(command, columns=_COLUMNS, rows=_ROWS, environment=environment) as terminal:
        # Looked for in the bytes: showing them costs the measurer more than sending them costs the program.
        needle = sought.encode()
        while needle not in terminal.raw:
            if terminal.read(_LIMIT) in (None, 0):
                raise RuntimeError(f"{command[0]} does not show {sought!r}:\n{terminal.text}")
        start = time.perf_counter() - terminal.started
        terminal.settle(0.5, _LIMIT)
        start_bytes = len(terminal.raw)
        strokes = tuple(_press(terminal, key) for key in keys)
        memory = _peak_memory(terminal.process.pid)
        terminal.send("q")
        terminal.wait_for_end()
    return Run(start, start_bytes, strokes, memory)


def _press(terminal: Terminal, key: str) -> Stroke:
    before = time.perf_counter()
    terminal.send(key)
    last, sent = terminal.settle(_QUIET, _LIMIT)
    return Stroke(key, last - before if last is not None else 0.0, sent)


def _peak_memory(process: int) -> float:
    """The peak resident size of a running process in MiB (Linux: VmHWM); not a number where unknown."""
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii", "replace")
    except OSError:
        return float("nan")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else float("nan")


def own_environment(folder: Path) -> dict[str, str]:
    """An environment in which no run sees another's state or the user's settings."""
    own = {f"FENTTUI_{kind}_DIR": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "STATE")}
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | own | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
