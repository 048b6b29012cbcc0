"""`python -m training.steps DATA`: what each group of features adds, learned on train and scored on dev."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from fenttui.extract.names.recognizer.decoding import best_labels, lanes
from fenttui.extract.names.recognizer.document import Document
from fenttui.extract.names.recognizer.features import TEMPLATES
from fenttui.extract.names.recognizer.hashing import ABSENT
from fenttui.extract.names.recognizer.labels import Token, decode
from fenttui.extract.names.recognizer.model import load_model
from fenttui.extract.names.recognizer.recognizer import Recognizer
from training.__main__ import judge
from training.corpus import Labeled, read_corpus
from training.crf import Example, scores_of, train
from training.examples import CLASS_COLUMNS, example_of, features_seen
from training.model import FIRST
from training.scoring import scored

_WORDS = ("word", "lower", "opening", "joined")
_SHAPES = ("shape", "short", "prefix2", "prefix3", "prefix4", "suffix2", "suffix3", "suffix4")
_CLUSTERS = ("cluster6", "cluster10", "cluster", "lower_cluster", "case")
_LISTS = ("classes", "place_phrase", "name_phrase")

STEPS: tuple[tuple[str, tuple[str, ...], bool, bool], ...] = (
    ("words around", _WORDS, False, False),
    ("and shapes and affixes", (*_WORDS, *_SHAPES), False, False),
    ("and clusters and usual case", (*_WORDS, *_SHAPES, *_CLUSTERS), False, False),
    ("and lists of names and words", (*_WORDS, *_SHAPES, *_CLUSTERS, *_LISTS), True, False),
    ("and the word's other occurrences", (*_WORDS, *_SHAPES, *_CLUSTERS, *_LISTS), True, True),
)
"""What each step is called, the attributes it looks at, and whether it has classes of words and signs."""

Pairs = list[tuple[Document, Example]]


def main() -> None:
    """Print a line for each step; the last is the model that ships, with its second pass."""
    data = Path(sys.argv[1])
    model = load_model()
    known, unknown = read_corpus(data / "train"), read_corpus(data / "dev")
    pairs = [example_of(article, model.lexicon) for article in known]
    tests = [example_of(article, model.lexicon) for article in unknown]
    for name, attributes, classes, signs in STEPS:
        columns = np.array([all(part in attributes for _, part in template) for template in TEMPLATES])
        learned = [_reduced(pair[1], columns, classes, signs) for pair in pairs if pair is not None]
        keys = features_seen(learned)
        parameters = train(learned, keys, FIRST)
        found: list[list[Token]] = []
        for pair in tests:
            if pair is None:
                found.append([])
                continue
            example = _reduced(pair[1], columns, classes, signs)
            side = lanes(example.lengths)
            labels = best_labels(scores_of(example, keys, parameters), side, parameters.moves)
            found.append(_actors(decode(labels.tolist(), pair[0].chosen.tolist())))
        _tell(name, _judged(unknown, found))
    _tell("and a second pass (what ships)", judge(Recognizer(model), unknown))


def _reduced(example: Example, columns: np.ndarray, classes: bool, signs: bool) -> Example:
    dense = example.dense.copy()
    dense[:, :CLASS_COLUMNS] *= classes
    dense[:, CLASS_COLUMNS:] *= signs
    keys = np.where(columns, example.keys, np.uint32(ABSENT))
    return Example(keys, dense, example.labels, example.lengths)


def _actors(names: Iterable[Token]) -> list[Token]:
    return [(first, end, "place" if kind == "facility" else kind) for first, end, kind in names]


def _judged(articles: list[Labeled], found: list[list[Token]]) -> dict[str, float]:
    return scored([article.names for article in articles], found)


def _tell(name: str, scores: dict[str, float]) -> None:
    print(f"{name:36}" + "".join(f"  {kind} {score:.3f}" for kind, score in scores.items()), flush=True)


if __name__ == "__main__":
    main()
