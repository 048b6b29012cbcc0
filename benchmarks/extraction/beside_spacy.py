"""A pipeline of spaCy in a process of its own environment, asked in turn with ours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import fenttui
from benchmarks.extraction.scores import Spans


class SpacyProcess:
    """Runs this file under another interpreter, with the texts to read again and again."""

    def __init__(self, python: Path, texts: Sequence[str]) -> None:
        """Load the pipeline.

        Raises:
            RuntimeError: that environment cannot; what it said is on standard error.
        """
        # Our own code is the one that is measured, whatever is installed there.
        environment = os.environ | {"PYTHONPATH": str(Path(fenttui.__file__).parents[1])}
        self._process = subprocess.Popen(
            [python, "-m", "benchmarks.extraction.beside_spacy"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment,
        )  # fmt: skip
        self.name = str(self._ask(json.dumps(list(texts))))
        """Version and pipeline."""

    def __enter__(self) -> SpacyProcess:
        return self

    def __exit__(self, *exception: object) -> None:
        self._process.communicate()

    def read_all(self) -> tuple[float, list[Spans]]:
        """Seconds of the processor that the texts take, and the spans that are found in each."""
        answer = self._ask("")
        assert isinstance(answer, list)
        seconds, found = answer
        return seconds, [frozenset((start, end, kind) for start, end, kind in spans) for spans in found]

    def _ask(self, line: str) -> object:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("the environment of spaCy gave no answer; install `fenttui[spacy]` there")
        said: object = json.loads(answer)
        return said


def main() -> None:
    """Answer each line of standard input: the texts with what was loaded, each other line with a round."""
    import spacy

    from fenttui.extract.engines.spacy_engine import KINDS, load_pipeline

    texts = json.loads(sys.stdin.readline())
    nlp = load_pipeline("")
    print(json.dumps(f"spaCy {spacy.__version__}, {nlp.meta['lang']}_{nlp.meta['name']}"), flush=True)
    for _ in sys.stdin:
        before = time.process_time()
        documents = list(nlp.pipe(texts))
        seconds = time.process_time() - before
        found = [
            [(each.start_char, each.end_char, KINDS[each.label_]) for each in document.ents
             if each.label_ in KINDS]
            for document in documents
        ]  # fmt: skip
        print(json.dumps([seconds, found]), flush=True)


if __name__ == "__main__":
    main()
