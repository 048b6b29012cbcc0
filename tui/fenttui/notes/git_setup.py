"""Git told to merge notes by the merge driver: a line of .gitattributes, and settings of the repository."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from fenttui.problem import Problem, ProblemError, reason
from fenttui.storage.atomic import write_atomically

_DRIVER = "fenttui-notes"
ATTRIBUTES = f"annotations/**/*.toml merge={_DRIVER}"
"""The line of the file .gitattributes of a dossier: which files are merged so."""


@dataclass(frozen=True, slots=True)
class GitSetup:
    """What git is to be told for one dossier."""

    folder: Path
    """The dossier."""
    attributes: Path
    """The file that gets the line."""
    has_line: bool
    """Whether it has the line already."""
    driver: str
    """The command that git calls."""

    @property
    def settings(self) -> dict[str, str]:
        """The settings of the repository."""
        return {
            f"merge.{_DRIVER}.name": "notes of fenttui, merged note by note",
            f"merge.{_DRIVER}.driver": self.driver,
        }


def plan(folder: Path) -> GitSetup:
    """Return what git is to be told for a dossier; nothing is changed.

    Raises:
        ProblemError: Git is not installed, or the folder is in no repository.
    """
    _git(folder, "rev-parse", "--show-toplevel")
    attributes = folder / ".gitattributes"
    return GitSetup(
        folder, attributes, ATTRIBUTES in _lines(attributes), f"{_program()} notes merge-driver %O %A %B %P"
    )


def install(setup: GitSetup) -> None:
    """Tell git.

    Raises:
        ProblemError: The line or a setting cannot be written.
    """
    for name, value in setup.settings.items():
        _git(setup.folder, "config", "--local", name, value)
    if setup.has_line:
        return
    lines = _lines(setup.attributes)
    content = "".join(f"{line}\n" for line in (*lines, ATTRIBUTES))
    try:
        write_atomically(setup.attributes, content.encode("utf-8", "surrogateescape"))
    except OSError as error:
        message = f"is not written, {reason(error)}; make the folder writable, or add this line: {ATTRIBUTES}"
        raise ProblemError(Problem(setup.attributes, message)) from None


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8", "surrogateescape").splitlines()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise ProblemError(Problem(path, f"cannot be read, {reason(error)}; see that it is a file")) from None


def _program() -> str:
    """Return how this program is called: by its name where the shell finds it."""
    if shutil.which("fenttui"):
        return "fenttui"
    # In single quotes, as the shell that git calls takes it.
    called = Path(sys.argv[0]).resolve()
    return "'" + str(called).replace("'", "'\\''") + "'"


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except OSError:
        raise ProblemError(Problem(folder, "git is not installed; install it, and call this again")) from None
    if done.returncode and arguments[0] == "rev-parse":
        message = "is in no git repository; call `git init` there first, or name the dossier's folder"
        raise ProblemError(Problem(folder, message))
    if done.returncode:
        said = " ".join(done.stderr.split()) or f"it ended with {done.returncode}"
        raise ProblemError(Problem(folder, f"git did not take the setting: {said}"))
    return done.stdout
