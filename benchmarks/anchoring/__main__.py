"""How many notes are found again: `python -m benchmarks.anchoring FOLDER` prints a table.

FOLDER holds articles as .txt files of at least 150 words. In each, 20 random passages of 1 to 60 words are
annotated; then the article is edited, and the notes are sought. *stands* are passages all of whose words
stand together still, *changed* those of which up to a fifth of the words changed or were inserted, *gone*
those of which at most a fifth is left. A note is right where it is on just the words that stand, or has three
quarters in common with the changed ones; it is wrong where less than half of it is on its passage, or where
it is attached although its passage is gone. With `--history REPOSITORY` notes are made at a version of each
text of a git repository and sought in the next one, whose truth is the edit distance.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random

from benchmarks.anchoring.edits import EDITS, with_twin, withdrawn
from benchmarks.anchoring.history import tracked_change, versions
from benchmarks.anchoring.judging import judge, truth_of
from benchmarks.anchoring.tracked import SENTENCE, WORD, Tracked, original, spans
from fenttui.notes.anchoring import anchor, make_target
from fenttui.notes.annotation import Anchor, Target

_NOTES = 20
_LONGEST = 60
_LEAST_WORDS = 150
_SEED = 1512
_OTHERS = 20
_TWINS = 5
_LONG_WORDS, _LONG_NOTES, _LONG_RUNS = 10_000, 1_000, 5


@dataclass
class Tally:
    """What became of the notes of one kind of edit."""

    judged: Counter[tuple[str, str]] = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def notes(self) -> int:
        """How many notes were sought."""
        return sum(self.judged.values())

    def share(self, fate: str, *verdicts: str) -> float | None:
        """Return the share of verdicts among the notes of a fate, 0 to 1; None where there were none."""
        total = sum(count for (each, _), count in self.judged.items() if each == fate)
        return sum(self.judged[fate, verdict] for verdict in verdicts) / total if total else None

    def add(self, other: Tally) -> None:
        """Add what another one counted."""
        self.judged += other.judged
        self.seconds += other.seconds


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.anchoring", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="articles as .txt files")
    parser.add_argument(
        "--articles", type=int, default=300, help="how many articles are edited, at most (300)"
    )
    parser.add_argument("--history", type=Path, help="a git repository of texts")
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.rglob("*.txt"))
    texts = [path.read_text("utf-8", "replace") for path in paths]
    texts = [text for text in texts if len(spans(WORD, text)) >= _LEAST_WORDS]
    Random(_SEED).shuffle(texts)
    # What is inserted comes from articles that are not edited: it must not be the passage itself.
    others, texts = texts[:_OTHERS], texts[_OTHERS:][: arguments.articles]
    pool = [text[start:end] for text in others for start, end in spans(SENTENCE, text)]
    pool = [sentence for sentence in pool if len(sentence.split()) > 5]
    print(f"{len(texts)} articles, {_NOTES} notes in each\n")
    print(f"{'':22}{'notes':>7}{'stands':>9}{'changed':>9}{'gone kept':>11}{'wrong':>8}{'µs each':>9}")
    everything = Tally()
    for name in EDITS:
        everything.add(_row(name, _edited(texts, name, pool)))
    everything.add(_row("withdrawn, twin stays", _withdrawn(texts, pool)))
    _print("all", everything)
    if arguments.history:
        _row("git history", _history(arguments.history))
    print(
        f"\n{_LONG_NOTES:,} notes of an article of {_LONG_WORDS:,} words: {_long_article(texts, pool):.0f} ms"
    )


def _row(name: str, sought: Iterator[tuple[str, Tracked, Sequence[tuple[int, int]]]]) -> Tally:
    tally = Tally()
    for text, edited, passages in sought:
        targets = [make_target(text, *span) for span in passages]
        started = time.perf_counter()
        found = [anchor(edited.text, target) for target in targets]
        tally.seconds += time.perf_counter() - started
        for span, each in zip(passages, found, strict=True):
            truth = truth_of(edited, text, *span)
            tally.judged[truth.fate, judge(truth, each, edited)] += 1
    _print(name, tally)
    return tally


def _print(name: str, tally: Tally) -> None:
    shares = [tally.share("stands", "right"), tally.share("changed", "right"), tally.share("gone", "orphan")]
    wrong = sum(count for (_, verdict), count in tally.judged.items() if verdict == "wrong") / max(
        1, tally.notes
    )
    cells = ["-" if share is None else f"{share:.2%}" for share in shares]
    micro = tally.seconds / max(1, tally.notes) * 1e6
    print(
        f"{name:22}{tally.notes:>7,}{cells[0]:>9}{cells[1]:>9}{cells[2]:>11}{wrong:>8.2%}{micro:>9.0f}",
        flush=True,
    )


def _edited(
    texts: Sequence[str], name: str, pool: Sequence[str]
) -> Iterator[tuple[str, Tracked, Sequence[tuple[int, int]]]]:
    for number, text in enumerate(texts):
        random = Random(f"{_SEED} {name} {number}")
        passages = _passages(text, random)
        yield text, EDITS[name](original(text), random, pool), passages


def _withdrawn(
    texts: Sequence[str], pool: Sequence[str]
) -> Iterator[tuple[str, Tracked, Sequence[tuple[int, int]]]]:
    for number, text in enumerate(texts):
        random = Random(f"{_SEED} twins {number}")
        for span in _passages(text, random, _TWINS):
            doubled = with_twin(text, *span, random, pool)
            yield doubled, withdrawn(doubled, *span), [span]


def _history(repository: Path) -> Iterator[tuple[str, Tracked, Sequence[tuple[int, int]]]]:
    for path, texts in versions(repository):
        random = Random(f"{_SEED} {path}")
        for before, after in pairwise(texts):
            if before != after and len(spans(WORD, before)) >= _LEAST_WORDS:
                yield before, tracked_change(before, after), _passages(before, random)


def _passages(text: str, random: Random, count: int = _NOTES) -> list[tuple[int, int]]:
    words = spans(WORD, text)
    chosen = []
    for _ in range(count):
        size = random.randint(1, _LONGEST)
        first = random.randrange(max(1, len(words) - size))
        chosen.append((words[first][0], words[min(first + size, len(words)) - 1][1]))
    return chosen


def _long_article(texts: Sequence[str], pool: Sequence[str]) -> float:
    """Return the median time, in milliseconds, to find many notes of a long republished article."""
    words = " ".join("\n\n".join(texts).split(" ")[:_LONG_WORDS])
    random = Random(_SEED)
    targets = [make_target(words, *span) for span in _passages(words, random, _LONG_NOTES)]
    taken = []
    for run in range(_LONG_RUNS):
        # Another text each time: what is known of one is kept.
        edited = EDITS["republished"](original(words), Random(f"{_SEED} {run}"), pool).text
        taken.append(_time(edited, targets))
    return statistics.median(taken) * 1e3


def _time(text: str, targets: Sequence[Target]) -> float:
    found: list[Anchor] = []
    started = time.perf_counter()
    found += [anchor(text, target) for target in targets]
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
