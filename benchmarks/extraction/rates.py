"""Words a second of one core: our extraction in this process and as a command, and spaCy, round by round."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sysconfig
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.extraction.beside_quantulum import QuantulumProcess
from benchmarks.extraction.beside_spacy import SpacyProcess
from benchmarks.extraction.report import Line
from benchmarks.extraction.sets import Sample, words_of
from fenttui.extract import extract
from fenttui.extract.figures import find_figures
from fenttui.extract.names.engines.engine import Engine, own_names
from fenttui.extract.names.recognizer.model import load_model
from fenttui.extract.names.recognizer.recognizer import Recognizer
from fenttui.extract.quotes import with_quotes
from fenttui.extract.text.tokens import tokenize

_LEAST_RATE = 60_000
_LEAST_RATIO = 10
_SLOW_WORDS = 4_000
"""Words that quantulum3 and our figures take turns on: it takes seconds for them."""


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process, and those that it starts, on one core meanwhile (Linux)."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def rates(samples: list[Sample], spacy: SpacyProcess | None, rounds: int) -> list[Line]:
    """Medians of rounds in which all take their turns, after one that is not counted.

    Each of our rounds has a recognizer that has seen no word yet, as a dossier's first reading has; its model
    is loaded before, as spaCy's is. All is time of the processor, so that what else runs on the machine
    counts little; the command's is from its start to its end.
    """
    model = load_model()
    words = words_of(samples)

    def whole(engine: Engine) -> None:
        for sample in samples:
            with_quotes(sample.text, extract(sample.text, sample.date, engine=engine))

    def mentions(engine: Engine) -> None:
        for sample in samples:
            extract(sample.text, sample.date, engine=engine)

    def names(engine: Engine) -> None:
        for sample in samples:
            engine(tokenize(sample.text))

    def figures(_: Engine) -> None:
        for sample in samples:
            find_figures(tokenize(sample.text), sample.date)

    works = {"whole": whole, "mentions": mentions, "names": names, "figures": figures}
    seconds: dict[str, list[float]] = {name: [] for name in (*works, "command", "spacy")}
    for number in range(rounds + 1):
        took = {name: _timed(work, Recognizer(model).names) for name, work in works.items()}
        took["command"] = _command(samples)
        took["spacy"] = spacy.read_all()[0] if spacy is not None else 0.0
        if number:
            for name, each in took.items():
                seconds[name].append(each)

    def rate(name: str) -> float:
        return words / statistics.median(seconds[name])

    lines = [
        Line("all mentions and quotes, words/s", rate("whole"), least=_LEAST_RATE),
        Line("mentions without quotes, words/s", rate("mentions"), least=_LEAST_RATE),
        Line("names alone, words/s", rate("names"), least=_LEAST_RATE),
        Line("figures and times alone, words/s", rate("figures"), least=_LEAST_RATE),
        Line("fenttui extract -, words/s", rate("command"), note="with its start"),
    ]
    if spacy is not None:
        pairs = {
            name: [b / a for a, b in zip(seconds[name], seconds["spacy"], strict=True)] for name in seconds
        }
        lines += [
            Line(f"{spacy.name}, names alone, words/s", rate("spacy")),
            Line("all mentions and quotes by that", statistics.median(pairs["whole"]), least=_LEAST_RATIO),
            Line("our names alone by that", statistics.median(pairs["names"]), least=_LEAST_RATIO),
        ]
    return lines


def figures_rates(samples: list[Sample], quantulum: QuantulumProcess, rounds: int) -> list[Line]:
    """Figures and times of ours beside the amounts of quantulum3, on the same first texts, in turn.

    Medians in time of the processor; the first round is not counted.
    """
    few: list[Sample] = []
    while len(few) < len(samples) and words_of(few) < _SLOW_WORDS:
        few.append(samples[len(few)])
    texts = [sample.text for sample in few]

    def figures(_: Engine) -> None:
        for sample in few:
            find_figures(tokenize(sample.text), sample.date)

    pairs = [(_timed(figures, own_names), quantulum.read(texts)[0]) for _ in range(rounds + 1)][1:]
    ours, theirs = (words_of(few) / statistics.median(each) for each in zip(*pairs, strict=True))
    return [
        Line("figures and times, words/s", ours, least=_LEAST_RATE),
        Line(f"{quantulum.name}, amounts alone, words/s", theirs),
        Line("ours by that", statistics.median(their / our for our, their in pairs)),
    ]


def _timed(work: Callable[[Engine], None], engine: Engine) -> float:
    before = time.process_time()
    work(engine)
    return time.process_time() - before


def _command(samples: Sequence[Sample]) -> float:
    feed = "".join(
        json.dumps({"id": number, "text": sample.text}) + "\n" for number, sample in enumerate(samples)
    )
    program = Path(sysconfig.get_path("scripts")) / "fenttui"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "extract", "-"], input=feed.encode(), stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
