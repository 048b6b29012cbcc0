from __future__ import annotations

import shutil
import sysconfig
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from fenttui.paths import bundled
from tests.support.environment import program_environment
from tests.support.terminal import Terminal

OpenTerminal = Callable[..., Terminal]

PROGRAM = Path(sysconfig.get_path("scripts")) / "fenttui"


@pytest.fixture
def program() -> Path:
    """The program as the shell finds it."""
    return PROGRAM


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """All of the environment that the program gets: nothing comes from who runs the tests."""
    home = tmp_path / "home"
    home.mkdir()
    return program_environment(tmp_path, home) | {"USER": "ada", "LOGNAME": "ada"}


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A copy of the bundled dossier, to write notes in."""
    root = tmp_path / "tariffs"
    shutil.copytree(bundled("seeds"), root, ignore=shutil.ignore_patterns("annotations"))
    return root


@pytest.fixture
def open_terminal(environment: Mapping[str, str], tmp_path: Path) -> Iterator[OpenTerminal]:
    """Runs a program on a terminal of its own; what still runs at the end of the test is ended."""
    opened: list[Terminal] = []

    def start(*command: str | Path, columns: int = 80, rows: int = 24, **more: object) -> Terminal:
        answers = bool(more.pop("answers", True))
        own = {**environment, **{name: str(value) for name, value in more.items()}}
        terminal = Terminal(
            command, columns=columns, rows=rows, environment=own, folder=tmp_path, answers=answers
        )
        opened.append(terminal)
        return terminal

    yield start
    for terminal in opened:
        terminal.close()


@pytest.fixture
def open_reader(open_terminal: OpenTerminal, program: Path, dossier: Path) -> OpenTerminal:
    """Opens the reader on the dossier; extra names are set in its environment."""

    def start(*paths: Path, **more: object) -> Terminal:
        return open_terminal(program, *(paths or (dossier,)), **more)

    return start
