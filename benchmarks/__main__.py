"""`python -m benchmarks`: fenttui beside a bare Textual program, run by run in turn, as one table."""

from __future__ import annotations

import argparse
import sys
import sysconfig
import tempfile
from pathlib import Path

from benchmarks.dossiers import many_articles, one_long_article, two_articles
from benchmarks.inside import extraction_rate, layout_rate
from benchmarks.outside import Run, measure, own_environment
from benchmarks.table import Row, compare, key_rows, print_table

_KEYS = ("j", "\x04", "]a", "w")
_BACK = "\x15"
"""Half a page up again, so that the end of the text is never reached."""
_FIRST_TEXT = "top diplomat called on"
_MANY = 10_000
_LONG = 5_000_000


def main() -> None:
    """Measure and print; a goal that is missed is no error."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="runs of each program (7)")
    parser.add_argument("--keys", type=int, default=8, help="presses of each key in a run (8)")
    parser.add_argument("--many", type=int, default=_MANY, help=f"articles of the large dossier ({_MANY:,})")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="fenttui-benchmarks-") as folder:
        try:
            rows = _measure_all(Path(folder), chosen.runs, chosen.keys, chosen.many)
        except RuntimeError as error:
            sys.exit(f"not measured: {error}")
        print_table(rows)


def _measure_all(folder: Path, runs: int, presses: int, many: int) -> list[Row]:
    program = Path(sysconfig.get_path("scripts")) / "fenttui"
    two = two_articles(folder / "two")
    first = sorted(two.glob("*.txt"))[0]
    large = many_articles(folder / "many", many)
    long = one_long_article(folder / "long", _LONG)
    keys = [*_KEYS, _BACK] * presses
    environment = own_environment(folder / "own")

    def reader(dossier: Path, sought: str, typed: list[str]) -> Run:
        # Nothing is remembered from run to run: each opens at the top of the newest article.
        with tempfile.TemporaryDirectory(dir=folder) as own:
            return measure([program, dossier], sought, typed, own_environment(Path(own)))

    def bare() -> Run:
        return measure([sys.executable, "-m", "benchmarks.bare_app", first], _FIRST_TEXT, keys, environment)

    pairs: list[tuple[Run, Run]] = []
    others: list[tuple[Run, Run]] = []
    for number in range(runs + 1):
        print(f"\rrun {number + 1} of {runs + 1}", end="", file=sys.stderr, flush=True)
        pair = reader(two, _FIRST_TEXT, keys), bare()
        other = reader(large, "Number ", ["j"]), reader(long, _FIRST_TEXT, ["j"])
        # The first run of each fills the caches of the disk and of the interpreter.
        if number:
            pairs.append(pair)
            others.append(other)
    print("\r", end="", file=sys.stderr)
    ours, floor = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    of_many, of_long = [other[0] for other in others], [other[1] for other in others]

    def start(run: Run) -> float:
        return run.start

    def memory(run: Run) -> float:
        return run.memory

    return [
        compare("start to the first text, s", ours, floor, start, "bare app", goal=1.5),
        compare("bytes until at rest", ours, floor, lambda run: run.start_bytes, "bare app"),
        compare("peak memory, MiB", ours, floor, memory, "bare app", goal=2),
        *key_rows(ours, floor, _KEYS),
        compare(f"start with {many:,} articles, s", of_many, ours, start, "two articles", goal=2),
        compare(f"memory with {many:,} articles, MiB", of_many, ours, memory, "two articles"),
        compare("start with an article of 5 MB, s", of_long, ours, start, "two articles"),
        compare("memory with an article of 5 MB, MiB", of_long, ours, memory, "two articles"),
        Row("layout, words/s", layout_rate()),
        Row("extraction, words/s", extraction_rate()),
    ]


if __name__ == "__main__":
    main()
