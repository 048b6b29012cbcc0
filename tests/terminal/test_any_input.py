"""Whatever comes from a terminal, the reader goes on: the same chances for the same seed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import count, pairwise
from pathlib import Path

import pytest

from tests.support.terminal import Terminal
from tests.terminal.fuzzing import ANY, INERT, OWN_KEYS, Step, noise, steps

OpenTerminal = Callable[..., Terminal]

SEED = os.environ.get("FENTTUI_FUZZ_SEED")
"""One seed to try alone: that of a failure."""
STEPS = 60
EVERYDAY, LONG = 25.0, 150.0
"""Seconds in which new sessions are begun, on each of two processors."""

NOTE = """schema = 1

[[annotation]]
id = "0196a3c2-7d1e-7c4a-9b6f-2f6d8a1c0e55"
created = 2025-04-03T09:12:44Z
modified = 2025-04-03T09:12:44Z
body = "An hour's work."
"""
SENTENCES = "Wang Yi met Marco Rubio in Moscow on Tuesday. Exports fell 25 percent in March, Wang said.\n\n"


class Session:
    """A reader that is handled without mercy, and what is known of it when it fails."""

    def __init__(self, open_terminal: OpenTerminal, program: Path, folder: Path, seed: int) -> None:
        self.seed = seed
        self.sent: list[Step] = []
        self.folder = folder
        root = folder / "dossier"
        (root / "annotations").mkdir(parents=True)
        for name in ("a", "b", "c"):
            (root / f"{name}.txt").write_text(f"date 2025-04-02\n{SENTENCES * 20}", "utf-8")
        self.notes = root / "annotations" / "a.toml"
        self.notes.write_text(NOTE, "utf-8")
        own = {f"FENTTUI_{kind}_DIR": folder / "own" / kind.lower() for kind in ("CONFIG", "DATA", "STATE")}
        (folder / "own" / "config").mkdir(parents=True)
        (folder / "own" / "config" / "config.toml").write_text(OWN_KEYS, "utf-8")
        self.crash = folder / "own" / "state" / "crash.txt"
        self.terminal = open_terminal(
            program, root / "a.txt", root / "b.txt", root / "c.txt",
            columns=100, rows=30, HOME=folder, FENTTUI_EXPORT_FOLDER=folder, **own,
        )  # fmt: skip
        self.terminal.wait_for("Marco Rubio in Moscow")

    def do(self, all_steps: Iterable[Step]) -> None:
        """Let everything happen, at no particular pace."""
        for step in all_steps:
            if not self.runs():
                return
            self.sent.append(step)
            if step.size != (0, 0):
                self.terminal.resize(*step.size)
            for part in self.parts(step):
                self.send(part)
                self.terminal.read(0.01)
        self.terminal.settle(0.1, 2)

    @staticmethod
    def parts(step: Step) -> list[bytes]:
        ends = (0, *step.cut, len(step.data))
        return [step.data[start:end] for start, end in pairwise(ends)]

    def send(self, data: bytes) -> None:
        try:
            self.terminal.send(data)
        except OSError:
            assert not self.runs(), self.told("the terminal is closed")

    def runs(self) -> bool:
        return self.terminal.process.poll() is None

    def told(self, what: str) -> str:
        crash = self.crash.read_text("utf-8") if self.crash.exists() else ""
        sent = "\n".join(repr(step) for step in self.sent)
        return f"seed {self.seed}: {what}\n{sent}\n{self.terminal.text}\n{crash}"

    def check_sound(self) -> None:
        """No error was met, and where the program was left it was left well."""
        assert not self.crash.exists(), self.told("an error of the program")
        assert b"Traceback" not in self.terminal.raw, self.told("a traceback")
        assert self.terminal.process.poll() in (None, 0), self.told("a bad end")

    def check_answers(self, seconds: float = 60) -> None:
        """A key is answered: whatever is open is left, and the help comes."""
        self.terminal.resize(100, 30)
        deadline = time.monotonic() + seconds
        while self.runs() and "Keys in the" not in self.terminal.text:
            assert time.monotonic() < deadline, self.told("no answer any more")
            self.send(b"d" if "This note is not saved" in self.terminal.text else b"\x1b")
            self.terminal.settle(0.7, 3)
            if "This note is not saved" not in self.terminal.text:
                self.send(b"?")
                with suppress(AssertionError):
                    self.terminal.wait_for("Keys in the", 3)


def seeds(first: int, seconds: float) -> Iterable[int]:
    """New seeds for so many seconds, or the one that was asked for."""
    if SEED is not None:
        yield int(SEED)
        return
    end = time.monotonic() + seconds
    for seed in count(first):
        if time.monotonic() > end:
            return
        yield seed


def handle(seed: int, open_terminal: OpenTerminal, program: Path, folder: Path) -> None:
    """One session of a seed: every third one gets nothing that anybody types."""
    session = Session(open_terminal, program, folder / str(seed), seed)
    inert = seed % 3 == 0
    session.do(steps(seed, STEPS, INERT if inert else ANY))
    session.check_sound()
    if inert:
        assert session.runs(), session.told("it has ended")
    session.check_answers()
    session.check_sound()
    if inert:
        assert session.notes.read_text("utf-8") == NOTE, session.told("the notes were changed")
    session.terminal.close()


@pytest.mark.parametrize("part", [0, 1])
def test_whatever_is_sent_the_reader_goes_on(
    part: int, open_terminal: OpenTerminal, program: Path, tmp_path: Path
) -> None:
    for seed in seeds(part * 100_000, EVERYDAY):
        handle(seed, open_terminal, program, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("part", [0, 1])
def test_whatever_is_sent_for_long_the_reader_goes_on(
    part: int, open_terminal: OpenTerminal, program: Path, tmp_path: Path
) -> None:
    for seed in seeds(1_000_000 + part * 100_000, LONG):
        handle(seed, open_terminal, program, tmp_path)


def test_a_hundred_thousand_random_bytes_leave_a_reader_that_answers(
    open_terminal: OpenTerminal, program: Path, tmp_path: Path
) -> None:
    session = Session(open_terminal, program, tmp_path / "noise", 0)
    data = noise(0, 100_000)
    for at in range(0, len(data), 1000):
        if session.runs():
            session.send(data[at : at + 1000])
            session.terminal.read(0)
    session.check_sound()
    session.check_answers(180)
    session.check_sound()
