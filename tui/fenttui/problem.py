"""What is wrong with a file, as one plain sentence."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from fenttui.visible import visible_line


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with one file: where, what, and what to do about it."""

    path: Path
    """The file (or folder) that has the problem."""
    message: str
    """One plain sentence without the path: what is wrong and what to do."""
    line: int | None = None
    """The line in the file, counted from 1, where one is known."""
    severity: Literal["error", "warning"] = "error"
    """An error stops the file from being used; a warning does not."""

    def __str__(self) -> str:
        where = visible_line(str(self.path))
        if self.line is not None:
            where = f"{where}:{self.line}"
        return f"{where}: {self.message}"


class ProblemError(Exception):
    """Raised where a file cannot be used; carries its `problem`."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def reason(error: OSError) -> str:
    """Return the system's own words for a failure, as the start of a sentence: "permission denied"."""
    return (error.strerror or str(error)).lower()
