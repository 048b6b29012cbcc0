"""What the recognizer costs the reader: the wait for the first mentions, and memory."""

from __future__ import annotations

import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

from benchmarks.dossiers import two_articles
from benchmarks.extraction.report import Line
from benchmarks.outside import own_environment
from tests.support.terminal import Terminal

_TEXT, _MENTION = b"top diplomat called on", b"place: China"
"""The newest bundled article's text, and what the status line says of its first word as soon as mentions are
painted."""
_LIMIT = 60.0
_MOST_SECONDS, _MOST_MEMORY = 0.150, 60

_MEMORY = """
import json, re, sys
from pathlib import Path
def resident():
    return int(re.search(r"VmRSS:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) / 1024
from fenttui.extract.extraction import extract
texts = json.loads(sys.stdin.read())
for text in texts:
    extract(text, engine=lambda tokens: [])
before = resident()
for text in texts:
    extract(text)
print(resident() - before)
"""


def first_mentions(rounds: int) -> Line:
    """From the first byte of the article's text to the first sign of its mentions, from outside, on a pty."""
    program = Path(sysconfig.get_path("scripts")) / "fenttui"
    waits = []
    with tempfile.TemporaryDirectory(prefix="fenttui-benchmarks-") as folder:
        dossier = two_articles(Path(folder) / "two")
        for number in range(rounds + 1):
            environment = own_environment(Path(folder) / f"own{number}")
            with Terminal([program, dossier], columns=120, rows=40, environment=environment) as terminal:
                text = _seen(terminal, _TEXT)
                mention = _seen(terminal, _MENTION)
                terminal.send("q")
                terminal.wait_for_end()
            if number:
                waits.append(mention - text)
    return Line("first text to its mentions painted, s", statistics.median(waits), most=_MOST_SECONDS)


def _seen(terminal: Terminal, sought: bytes) -> float:
    """When the program has sent these bytes."""
    while sought not in terminal.raw:
        if terminal.read(_LIMIT) in (None, 0):
            raise RuntimeError(f"the reader does not show {sought.decode()!r}:\n{terminal.text}")
    return time.perf_counter()


def memory(texts: list[str]) -> Line:
    """What the resident size grows by when the recognizer reads texts that the rest has read already."""
    import json

    done = subprocess.run(
        [sys.executable, "-c", _MEMORY], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return Line("memory that the recognizer adds, MiB", float(done.stdout), most=_MOST_MEMORY)
