"""A pipeline of spaCy in a process of its own environment, asked in turn with ours."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.extraction.beside import Beside
from benchmarks.extraction.scores import Spans


class SpacyProcess(Beside):
    """Runs this file under another interpreter, with the texts to read again and again."""

    def __init__(self, python: Path, texts: Sequence[str]) -> None:
        """Load the pipeline.

        Raises:
            RuntimeError: that environment cannot; what it said is on standard error.
        """
        super().__init__(python, __name__, "`fenttui[spacy]`")
        self.name = str(self.ask(json.dumps(list(texts))))
        """Version and pipeline."""

    def __enter__(self) -> SpacyProcess:
        return self

    def read_all(self) -> tuple[float, list[Spans]]:
        """Seconds of the processor that the texts take, and the spans that are found in each."""
        answer = self.ask("")
        assert isinstance(answer, list)
        seconds, found = answer
        return seconds, [frozenset((start, end, kind) for start, end, kind in spans) for spans in found]


def main() -> None:
    """Answer each line of standard input: the texts with what was loaded, each other line with a round."""
    import spacy

    from fenttui.extract.names.engines.spacy_engine import KINDS, load_pipeline

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
