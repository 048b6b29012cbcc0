"""The trained model as one file: the lexicon, the weights of features, and how labels follow each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from fenttui.extract.recognizer.decoding import Transitions
from fenttui.extract.recognizer.hashing import HashIndex
from fenttui.extract.recognizer.lexicon import Lexicon

MODEL_FILE = Path(__file__).with_name("model.npz")


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each label for each feature."""

    index: HashIndex
    """The features' hashes."""
    table: NDArray[np.float32]
    """A row for each feature and, last, a row of zeros for a feature that is not known."""


@dataclass(frozen=True, slots=True)
class Model:
    """All that the recognizer learned."""

    lexicon: Lexicon
    weights: Weights
    classes: NDArray[np.float32]
    """Weights of the classes of the words around a token: offset, class, label."""
    signs: NDArray[np.float32]
    """Weights of the signs of the word before, of the word, and of the word after: place, sign, label."""
    agreement: NDArray[np.float32]
    """Weights of the second pass: feature, label."""
    moves: Transitions
    """How the labels of the second pass follow each other."""


def save_model(model: Model, file: BinaryIO | Path) -> None:
    """Write the model; the same model gives the same bytes."""
    lexicon, weights = model.lexicon, model.weights
    # One byte a weight and a scale a row: a sixth of the size, and no score that changes a label.
    scale = (np.maximum(np.abs(weights.table).max(axis=1), 1e-3) / 127).astype(np.float16)
    steps = np.rint(weights.table / scale[:, None].astype(np.float32)).astype(np.int8)
    arrays: dict[str, NDArray[np.generic]] = {
        "words": lexicon.words, "clusters": lexicon.clusters, "cases": lexicon.cases,
        "classes_of_words": lexicon.classes, "phrases": lexicon.phrases, "phrase_kinds": lexicon.phrase_kinds,
        "keys": weights.index.keys, "bytes": steps, "scale": scale,
        "classes": model.classes.astype(np.float16), "signs": model.signs.astype(np.float16),
        "agreement": model.agreement,
        "between": model.moves.between, "first": model.moves.first, "last": model.moves.last,
    }  # fmt: skip
    np.savez(file, allow_pickle=False, **arrays)


def load_model(file: BinaryIO | Path = MODEL_FILE) -> Model:
    """Read the model; ~30 ms for the one that ships."""
    with np.load(file, allow_pickle=False) as stored:
        lexicon = Lexicon(
            stored["words"],
            stored["clusters"],
            stored["cases"],
            stored["classes_of_words"],
            stored["phrases"],
            stored["phrase_kinds"],
        )
        return Model(
            lexicon,
            Weights(HashIndex(stored["keys"]), stored["bytes"] * stored["scale"].astype(np.float32)[:, None]),
            stored["classes"].astype(np.float32),
            stored["signs"].astype(np.float32),
            stored["agreement"],
            Transitions(stored["between"], stored["first"], stored["last"]),
        )
