"""Trains both passes and puts the model together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from fenttui.extract.names.recognizer.consistency import agreement, feature_table
from fenttui.extract.names.recognizer.document import Document
from fenttui.extract.names.recognizer.hashing import Hashes
from fenttui.extract.names.recognizer.labels import LABELS
from fenttui.extract.names.recognizer.lexicon import Lexicon
from fenttui.extract.names.recognizer.model import Model, weights_of
from fenttui.extract.names.recognizer.templates import CLASS_FEATURES, OFFSETS
from training.corpus import Labeled
from training.crf import Example, Floats, Parameters, Settings, scores_of, train
from training.examples import CLASS_COLUMNS, example_of, features_seen

FIRST = Settings()
SECOND = Settings(epochs=9, penalty=0.0, dropout=0.0)
_PARTS = 5
"""The second pass learns from what the first says of articles that it did not learn from."""
_LEAST_WEIGHT = 0.02
"""A feature whose weights are all smaller is left out."""

Pairs = list[tuple[Document, Example]]


def learn(articles: Sequence[Labeled], lexicon: Lexicon, tell: Callable[[str], None]) -> Model:
    """Return the model that the articles teach; `tell` is called with the progress."""
    pairs = [pair for article in articles if (pair := example_of(article, lexicon)) is not None]
    seconds: dict[int, Example] = {}
    for part in range(_PARTS):
        tell(f"first pass without part {part + 1} of {_PARTS}")
        rest = [example for index, (_, example) in enumerate(pairs) if index % _PARTS != part]
        keys = features_seen(rest)
        parameters = train(rest, keys, FIRST)
        for index in range(part, len(pairs), _PARTS):
            document, example = pairs[index]
            seconds[index] = second_example(document, example, scores_of(example, keys, parameters))
    tell("second pass")
    start = np.zeros((seconds[0].dense.shape[1], len(LABELS)), np.float32)
    start[: len(LABELS)] = 4 * np.eye(len(LABELS), dtype=np.float32)
    second = train([seconds[index] for index in sorted(seconds)], np.zeros(0, np.uint32), SECOND, start)
    tell("first pass on all articles")
    everything = [example for _, example in pairs]
    keys = features_seen(everything)
    return _assembled(lexicon, keys, train(everything, keys, FIRST), second)


def second_example(document: Document, example: Example, scores: Floats) -> Example:
    """The article as the second pass sees it."""
    seen = feature_table(scores, agreement(scores.argmax(axis=1), document))
    return Example(np.zeros((len(scores), 1), np.uint32), seen, example.labels, example.lengths)


def _assembled(lexicon: Lexicon, keys: Hashes, first: Parameters, second: Parameters) -> Model:
    telling = np.abs(first.sparse).max(axis=1) >= _LEAST_WEIGHT
    classes, signs = np.split(first.dense, [CLASS_COLUMNS])
    return Model(
        lexicon,
        weights_of(keys[telling], first.sparse[telling]),
        classes.reshape(len(OFFSETS), CLASS_FEATURES, len(LABELS)),
        signs.reshape(3, -1, len(LABELS)),
        second.dense,
        second.moves,
    )
