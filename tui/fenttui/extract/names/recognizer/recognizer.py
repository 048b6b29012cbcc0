"""From tokens to names: two passes of a linear-chain model over the regions of a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from fenttui.extract.names.name import Name
from fenttui.extract.names.recognizer.consistency import agreement, second_scores
from fenttui.extract.names.recognizer.decoding import best_labels, lanes
from fenttui.extract.names.recognizer.document import Document, describe, outline, sign_table
from fenttui.extract.names.recognizer.features import OFFSET_PARTS, class_table, place_features, word_features
from fenttui.extract.names.recognizer.hashing import Hashes
from fenttui.extract.names.recognizer.labels import LABELS, Token, decode
from fenttui.extract.names.recognizer.model import Model, Weights, load_model
from fenttui.extract.names.recognizer.recasing import recased
from fenttui.extract.names.recognizer.templates import OFFSETS, REACH
from fenttui.extract.names.recognizer.words import ATTRIBUTES, attributes
from fenttui.extract.text.tokens import Tokens
from fenttui.kinds import ACTOR_KINDS, ActorKind

_WORDS_KEPT = 12_000
"""Distinct words whose scores are kept; ~600 bytes each. News repeats most of its words."""
_TOKENS_AT_ONCE = 20_000
"""A longer text is taken in parts: memory stays small, and a book's chapters need not agree on a name."""

_ACTORS: dict[str, ActorKind] = {**{kind: kind for kind in ACTOR_KINDS}, "facility": "place"}


class Recognizer:
    """The model with what it worked out of the words seen so far; safe to share between threads."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._lock = Lock()
        self._forget()

    def names(self, tokens: Tokens) -> list[Name]:
        """Return the names of actors in a text, in order and without overlaps."""
        return [
            Name(start + first, start + end, _ACTORS[kind])
            for start, part in tokens.parts(_TOKENS_AT_ONCE)
            for first, end, kind in self._found(part)
            if kind in _ACTORS
        ]

    def _found(self, tokens: Tokens) -> Iterator[Token]:
        tokens = recased(tokens, self.model.lexicon)
        sketch = outline(tokens)
        if sketch is None:
            return iter(())
        with self._lock:
            rows = self._rows(sketch.words)
            known, classes, of_words = self._attributes[rows], self._classes[rows], self._scores[rows]
        document = describe(tokens, sketch, known, classes, self.model.lexicon)
        scores = first_scores(self.model, document, of_words)
        return decode(second_labels(self.model, document, scores).tolist(), document.chosen.tolist())

    def _forget(self) -> None:
        self._index: dict[str, int] = {}
        self._attributes = np.zeros((_WORDS_KEPT, len(ATTRIBUTES)), np.uint32)
        self._classes = np.zeros(_WORDS_KEPT, np.uint32)
        self._scores = np.zeros((_WORDS_KEPT, len(OFFSETS), len(LABELS)), np.float32)

    def _rows(self, words: list[str]) -> NDArray[np.int64]:
        """Return where each distinct word's attributes and scores are kept."""
        if len(self._classes) > _WORDS_KEPT:
            self._forget()
        index = self._index
        new = [word for word in words if word not in index]
        if new:
            if len(index) + len(new) > len(self._classes):
                self._forget()
                index, new = self._index, words
                if len(new) > len(self._classes):
                    return self._all_at_once(new)
            start = len(index)
            index.update((word, start + number) for number, word in enumerate(new))
            rows = slice(start, start + len(new))
            self._attributes[rows], self._classes[rows] = attributes(new, self.model.lexicon)
            self._scores[rows] = word_scores(self.model, self._attributes[rows], self._classes[rows])
        return np.fromiter(map(index.__getitem__, words), np.int64, len(words))

    def _all_at_once(self, words: list[str]) -> NDArray[np.int64]:
        """Return rows for a text of more distinct words than are kept; the next text starts anew."""
        self._attributes, self._classes = attributes(words, self.model.lexicon)
        self._scores = word_scores(self.model, self._attributes, self._classes)
        return np.arange(len(words))


@cache
def recognizer() -> Recognizer:
    """Return the recognizer with the model that ships with the program."""
    return Recognizer(load_model())


def word_scores(model: Model, table: Hashes, classes: NDArray[np.uint32]) -> NDArray[np.float32]:
    """Return what each word (a row) adds to each label of the token at each of `OFFSETS`."""
    rows = model.weights.index.rows(word_features(table))
    flags = class_table(classes)
    return np.stack(
        [
            _weighed(model.weights, rows[:, part]) + flags @ model.classes[position]
            for position, part in enumerate(OFFSET_PARTS)
        ],
        axis=1,
    )


def _weighed(weights: Weights, rows: NDArray[np.int32]) -> NDArray[np.float32]:
    """Return the sum of the weights of each line's features."""
    total = np.zeros((len(rows), len(LABELS)), np.int16)
    for column in np.ascontiguousarray(rows.T):
        total += np.take(weights.table, column, axis=0)
    return total * weights.step


def first_scores(model: Model, document: Document, of_words: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the score of each label for each chosen token, before what its neighbors' labels are."""
    scores = _weighed(model.weights, model.weights.index.rows(place_features(document)))
    known = np.concatenate([of_words, np.zeros((1, *of_words.shape[1:]), np.float32)])
    ids = np.full(len(document.ids) + 2 * REACH, len(of_words))
    ids[REACH:-REACH] = document.ids
    at = document.chosen + REACH
    for position, offset in enumerate(OFFSETS):
        scores += np.take(known[:, position], ids[at + offset], axis=0)
    scores += sign_table(document) @ model.signs.reshape(-1, len(LABELS))
    return scores


def second_labels(model: Model, document: Document, scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the label of each chosen token by the first pass's label and the article's other words.

    The first pass takes the best label of each token by itself: the second one minds the order, and a search
    in both costs more than it gains.
    """
    again = second_scores(scores, agreement(scores.argmax(axis=1), document), model.agreement)
    side = lanes(np.array([end - first for first, end in document.regions]))
    return best_labels(again, side, model.moves)
