"""How long the four ways through the code are: `python -m benchmarks.walks` prints calls and moves of each.

fenttui runs without a terminal on a copy of the bundled dossier, at 120x40, with its child process. From a
key on, every call of a function of the package is counted, in whatever thread, until a named function returns
or all is at rest:

- *key a to the disk*: `a` on a sentence, until the reading position is saved. The editor opens
  after that.
- *note to the disk*: ctrl+s in the editor, until the file of notes is written.
- *article to mentions*: enter in the list on the other article, until its mentions are set in the text.
- *correction to the text*: enter after an actor's new name in the table of actors, until the mentions in the
  article are marked anew; *to every screen*: until nothing is left to do or to paint.
- *export*: ctrl+s in the dialog, until the file is written.

A call is what `sys.setprofile` reports as one, so that a resumed coroutine or generator counts once more;
bodies of modules and classes do not count. A move is a call whose caller is in another file: the next frame
of the package further out, whatever of a library lies between; a call that comes from a library alone is
none. Each way is walked in `--rounds` fresh programs of one process, after one round that is not counted
because it imports; the numbers are medians.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from inspect import CO_OPTIMIZED
from pathlib import Path
from types import FrameType

from textual.pilot import Pilot

import fenttui
from benchmarks.dossiers import two_articles
from benchmarks.outside import own_environment
from fenttui.articles.dossier import open_dossier
from fenttui.settings.loading import load_settings
from fenttui.ui.app import FenttuiApp
from fenttui.ui.session.extraction_process import started
from fenttui.ui.session.session import Session

_PACKAGE = str(Path(fenttui.__file__).parent) + os.sep
_SIZE = (120, 40)
_LONGEST = 60.0
_STILL = 3
"""Looks in a row that find nothing to do: then all is at rest."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way through the code: a key, and what ends it."""

    name: str
    before: Sequence[str]
    """The keys that lead to where it begins."""
    key: str
    end: str = ""
    """The name of the function whose return ends it; empty where it ends when all is at rest."""


_RENAME = ("A", "r", "home", "N", "e", "w")
WAYS = (
    Way("key a to the disk", (), "a", "write_atomically"),
    Way("note to the disk", ("a", "m", "y"), "ctrl+s", "write_atomically"),
    Way("export", ("a", "m", "y", "ctrl+s", "x"), "ctrl+s", "write_export"),
    Way("article to mentions", ("tab", "tab", "j"), "enter", "set_mentions"),
    Way("correction to the text", _RENAME, "enter", "set_mentions"),
    Way("correction to every screen", _RENAME, "enter"),
)


class Counter:
    """Counts calls from `begin` on until the function that ends the way returns."""

    def __init__(self) -> None:
        self.calls = 0
        self.moves = 0
        self._counts = False
        self._end = ""

    def begin(self, end: str) -> None:
        """Count from here."""
        self.calls, self.moves, self._end, self._counts = 0, 0, end, True

    def stop(self) -> None:
        """Count no more."""
        self._counts = False

    @property
    def has_ended(self) -> bool:
        """Whether the function that ends the way has returned."""
        return not self._counts

    def __call__(self, frame: FrameType, event: str, argument: object) -> None:
        """Count what the interpreter reports: a call or a return."""
        code = frame.f_code
        if not self._counts or not code.co_filename.startswith(_PACKAGE):
            return
        if event == "return" and code.co_name == self._end:
            self._counts = False
        elif event == "call" and code.co_flags & CO_OPTIMIZED:
            self.calls += 1
            caller = frame.f_back
            while caller is not None and not caller.f_code.co_filename.startswith(_PACKAGE):
                caller = caller.f_back
            self.moves += caller is not None and caller.f_code.co_filename != code.co_filename


def main() -> None:
    """Walk each way some times, and print the medians."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.walks", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each way is walked (3)")
    rounds = parser.parse_args().rounds
    counter = Counter()
    threading.setprofile(counter)
    print(f"{'':28}{'calls':>8}{'moves':>8}")
    for way in WAYS:
        walked = [asyncio.run(_walk(way, counter)) for _ in range(rounds + 1)][1:]
        calls, moves = (statistics.median(each) for each in zip(*walked, strict=True))
        print(f"{way.name:28}{calls:>8,.0f}{moves:>8,.0f}")


async def _walk(way: Way, counter: Counter) -> tuple[int, int]:
    """Walk a way in a program of its own; return its calls and moves."""
    with tempfile.TemporaryDirectory(prefix="fenttui-walks-") as name, _alone_in(Path(name)):
        paths = (two_articles(Path(name) / "dossier"),)
        dossier = open_dossier(paths)
        process = started()
        app = FenttuiApp(Session(paths, dossier, load_settings(dossier.roots, {}), process))
        try:
            async with app.run_test(size=_SIZE) as pilot, asyncio.timeout(_LONGEST):
                await _rest(pilot)
                for key in way.before:
                    await pilot.press(key)
                    await _rest(pilot)
                sys.setprofile(counter)
                counter.begin(way.end)
                await pilot.press(way.key)
                while way.end and not counter.has_ended:
                    await asyncio.sleep(0.01)
                await _rest(pilot)
                counter.stop()
                sys.setprofile(None)
        finally:
            if process is not None:
                process.close()
    return counter.calls, counter.moves


async def _rest(pilot: Pilot[int]) -> None:
    """Wait until no message and no worker is left."""
    still = 0
    while still < _STILL:
        await pilot.pause()
        still = 0 if any(not worker.is_finished for worker in pilot.app.workers) else still + 1


@contextlib.contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Let the program see no state or settings but those of a folder, and write its exports there."""
    before = dict(os.environ)
    os.environ.update(own_environment(folder / "own"))
    try:
        with contextlib.chdir(folder):
            yield
    finally:
        os.environ.clear()
        os.environ.update(before)


if __name__ == "__main__":
    main()
