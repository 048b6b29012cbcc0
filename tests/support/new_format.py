"""A module of a format that the program does not have, dropped into a package of formats."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support.environment import program_environment


class NewFormat:
    """The program with one more module in a package of formats."""

    def __init__(self, package: str, module: str, source: str, folder: Path) -> None:
        modules = folder / "more_formats"
        modules.mkdir()
        (modules / f"{module}.py").write_text(source, encoding="utf-8")
        self._start = f"import {package}\n{package}.__path__.append({str(modules)!r})\n"
        self.environment = program_environment(folder, folder)
        self.folder = folder

    def python(self, code: str, *arguments: str) -> list[str]:
        """Return the command that runs `code` with the module in place."""
        start = f"import sys\nsys.argv = ['fenttui', *{list(arguments)!r}]\n{self._start}"
        return [sys.executable, "-c", start + code]

    def command(self, *arguments: str | Path) -> list[str]:
        """Return the command that runs the program with the module in place."""
        return self.python("from fenttui.cli import main\nmain()\n", *map(str, arguments))

    def run(self, *arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run the program with more variables in its environment."""
        return subprocess.run(
            self.command(*arguments), env={**self.environment, **variables}, cwd=self.folder,
            capture_output=True, text=True, timeout=60, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
