"""The trained model as one file: the lexicon, the weights of features, and how labels follow each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from fenttui.extract.names.recognizer.decoding import Transitions
from fenttui.extract.names.recognizer.hashing import Hashes, HashIndex
from fenttui.extract.names.recognizer.lexicon import Lexicon

MODEL_FILE = Path(__file__).with_name("model.npz")


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each label for each feature."""

    index: HashIndex
    """The features' hashes."""
    table: NDArray[np.int8]
    """A row for each feature and, last, a row of zeros for what is not known; in steps of `step`."""
    step: np.float32
    """The weight that one stands for: a byte is all that a weight needs, and quicker to add than a number."""


@dataclass(frozen=True, slots=True)
class Model:
    """All that the recognizer learned."""

    lexicon: Lexicon
    weights: Weights
    classes: NDArray[np.float32]
    """Weights of the classes of the words around a token: offset, class, label."""
    signs: NDArray[np.float32]
    """Weights of the signs of the word before, of the word, and of the word after: offset, sign, label."""
    agreement: NDArray[np.float32]
    """Weights of the second pass: feature, label."""
    moves: Transitions
    """How the labels of the second pass follow each other."""


def weights_of(keys: Hashes, weights: NDArray[np.float32]) -> Weights:
    """Return the weights of features, a row for each key, rounded to bytes."""
    step = np.float32(max(float(np.abs(weights).max(initial=0)), 1e-6) / 127)
    table = np.zeros((len(keys) + 1, weights.shape[1]), np.int8)
    table[:-1] = np.rint(weights / step)
    return Weights(HashIndex(keys), table, step)


def save_model(model: Model, file: BinaryIO | Path) -> None:
    """Write the model; the same model gives the same bytes."""
    lexicon, weights = model.lexicon, model.weights
    arrays: dict[str, NDArray[np.generic]] = {
        "words": lexicon.words, "clusters": lexicon.clusters, "cases": lexicon.cases,
        "classes_of_words": lexicon.classes, "phrases": lexicon.phrases, "phrase_kinds": lexicon.phrase_kinds,
        "keys": weights.index.keys, "table": weights.table, "step": np.array(weights.step),
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
            Weights(HashIndex(stored["keys"]), stored["table"], np.float32(stored["step"])),
            stored["classes"].astype(np.float32),
            stored["signs"].astype(np.float32),
            stored["agreement"],
            Transitions(stored["between"], stored["first"], stored["last"]),
        )
