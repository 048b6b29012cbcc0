"""Another extraction in a process of its own environment, asked in turn with ours."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import fenttui


class Beside:
    """Runs a module of the benchmark under another interpreter: a line of JSON in, a line of JSON out."""

    def __init__(self, python: Path, module: str, needed: str) -> None:
        """Start it; `needed` is what its environment has to have, for the message where it has not."""
        # Our own code is the one that is measured, whatever is installed there.
        environment = os.environ | {"PYTHONPATH": str(Path(fenttui.__file__).parents[1])}
        self._needed = needed
        self._process = subprocess.Popen(
            [python, "-m", module],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment,
        )  # fmt: skip

    def __exit__(self, *exception: object) -> None:
        self._process.communicate()

    def ask(self, line: str) -> object:
        """The answer to a line.

        Raises:
            RuntimeError: there is none; what the process said is on standard error.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        if not answer:
            raise RuntimeError(f"an environment gave no answer; install {self._needed} there")
        said: object = json.loads(answer)
        return said
