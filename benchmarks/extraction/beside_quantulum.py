"""quantulum3 in a process of its own environment, asked in turn with ours."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path

from benchmarks.extraction.beside import Beside

Found = list[list[tuple[Decimal, Decimal | None, str]]]
"""For each text the values, the second end of a range, and the names of units."""


class QuantulumProcess(Beside):
    """Runs this file under another interpreter."""

    def __init__(self, python: Path) -> None:
        """Load quantulum3.

        Raises:
            RuntimeError: that environment cannot.
        """
        super().__init__(python, __name__, "quantulum3")
        self.name = str(self.ask(json.dumps([])))
        """With its version."""

    def __enter__(self) -> QuantulumProcess:
        return self

    def read(self, texts: Sequence[str]) -> tuple[float, Found]:
        """Seconds of the processor that the texts take, and what is found in each."""
        answer = self.ask(json.dumps(list(texts)))
        assert isinstance(answer, list)
        seconds, found = answer
        return seconds, [
            [(Decimal(low), None if high is None else Decimal(high), unit) for low, high, unit in each]
            for each in found
        ]


def main() -> None:
    """Answer the first line of standard input with the version, each other one with what its texts hold."""
    from quantulum3 import parser

    # Its tables are loaded with the first text.
    parser.parse("It weighs 3 kg.")
    sys.stdin.readline()
    print(json.dumps(f"quantulum3 {version('quantulum3')}"), flush=True)
    for line in sys.stdin:
        texts = json.loads(line)
        before = time.process_time()
        parsed = [parser.parse(text) for text in texts]
        seconds = time.process_time() - before
        found = [[_amount(each) for each in quantities] for quantities in parsed]
        print(json.dumps([seconds, found]), flush=True)


def _amount(quantity: object) -> tuple[str, str | None, str]:
    """A value with an uncertainty is how quantulum3 reports a range."""
    value, spread, unit = (getattr(quantity, name) for name in ("value", "uncertainty", "unit"))
    if spread:
        return str(value - spread), str(value + spread), unit.name
    return str(value), None, unit.name


if __name__ == "__main__":
    main()
