"""A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), trained by AdaGrad.

Mini-batches of articles, dropout of features, weights averaged over the second half of the epochs. One
thread and a fixed seed: the same data gives the same weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from fenttui.extract.names.recognizer.decoding import Lanes, Transitions, lanes, no_transitions
from fenttui.extract.names.recognizer.hashing import Hashes, rows_of
from fenttui.extract.names.recognizer.labels import LABELS

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Example:
    """One article's tokens in regions."""

    keys: Hashes
    """A row of features for each token; `ABSENT` for none."""
    dense: Floats
    """A row of numbers for each token."""
    labels: NDArray[np.int64]
    lengths: NDArray[np.int64]
    """How many tokens each region has."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the field is trained."""

    epochs: int = 8
    rate: float = 0.05
    penalty: float = 1e-4
    """L2, per token."""
    dropout: float = 0.3
    batch: int = 12
    """Articles at once."""
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Parameters:
    """What is learned."""

    sparse: Floats
    """A row for each known feature."""
    dense: Floats
    moves: Transitions


@dataclass(frozen=True, slots=True)
class _Batch:
    columns: NDArray[np.int64]
    """The known features that the batch has; `features` counts in these."""
    features: sparse.csr_matrix
    dense: Floats
    labels: NDArray[np.int64]
    side: Lanes


def train(
    examples: Sequence[Example], keys: Hashes, settings: Settings, start: Floats | None = None
) -> Parameters:
    """The parameters that make the examples' labels most likely.

    Args:
        examples: articles.
        keys: the features to learn weights of, sorted.
        settings: how.
        start: the dense weights to begin with; zeros without.
    """
    rng = np.random.default_rng(settings.seed)
    order = rng.permutation(len(examples))
    batches = [
        _batch([examples[index] for index in order[first : first + settings.batch]], keys)
        for first in range(0, len(order), settings.batch)
    ]
    size = len(LABELS)
    weights = np.zeros((len(keys), size), np.float32)
    squares = np.full((len(keys), size), 1e-3, np.float32)
    moves = no_transitions()
    learned: list[Floats] = [
        np.zeros((examples[0].dense.shape[1], size), np.float32) if start is None else start.copy(),
        moves.between.copy(), moves.first.copy(), moves.last.copy(),
    ]  # fmt: skip
    free = [np.ones_like(learned[0]), *(np.float32(each > -1) for each in learned[1:])]
    squares_learned = [np.full(each.shape, 1e-3, np.float32) for each in learned]
    penalty = settings.penalty * sum(len(batch.labels) for batch in batches) / len(batches)
    mean: list[Floats] = []
    for epoch in range(settings.epochs):
        for number in rng.permutation(len(batches)):
            batch = batches[number]
            features = _dropped(batch.features, settings.dropout, rng)
            own = weights[batch.columns]
            scores = features @ own + batch.dense @ learned[0]
            slope, *slopes = _slopes(scores, batch, Transitions(*learned[1:]))
            step = features.T @ slope + penalty * own
            grown = squares[batch.columns] + step * step
            squares[batch.columns] = grown
            weights[batch.columns] = own - settings.rate * step / np.sqrt(grown)
            for index, gradient in enumerate((batch.dense.T @ slope, *slopes)):
                gradient = gradient * free[index]
                squares_learned[index] += gradient * gradient
                learned[index] -= settings.rate * gradient / np.sqrt(squares_learned[index])
        done = epoch - settings.epochs // 2
        if done == 0:
            mean = [weights.copy(), *(each.copy() for each in learned)]
        elif done > 0:
            for total, each in zip(mean, (weights, *learned), strict=True):
                total += (each - total) / (done + 1)
    return Parameters(mean[0], mean[1], Transitions(*mean[2:]))


def scores_of(example: Example, keys: Hashes, parameters: Parameters) -> Floats:
    """The score of each label for each token of an article."""
    batch = _batch([example], keys)
    scores: Floats = batch.features @ parameters.sparse[batch.columns] + batch.dense @ parameters.dense
    return scores


def _batch(examples: Sequence[Example], keys: Hashes) -> _Batch:
    rows = rows_of(keys, np.concatenate([example.keys for example in examples]))
    known = rows >= 0
    columns, places = np.unique(rows[known], return_inverse=True)
    ends = np.concatenate([[0], np.cumsum(known.sum(axis=1))])
    ones = np.ones(len(places), np.float32)
    return _Batch(
        columns,
        sparse.csr_matrix((ones, places.astype(np.int32), ends), shape=(len(rows), len(columns))),
        np.concatenate([example.dense for example in examples]),
        np.concatenate([example.labels for example in examples]),
        lanes(np.concatenate([example.lengths for example in examples])),
    )


def _dropped(features: sparse.csr_matrix, rate: float, rng: np.random.Generator) -> sparse.csr_matrix:
    if not rate:
        return features
    kept = (rng.random(len(features.data)) >= rate).astype(np.float32) / np.float32(1 - rate)
    return sparse.csr_matrix((kept, features.indices, features.indptr), shape=features.shape)


def _slopes(scores: Floats, batch: _Batch, moves: Transitions) -> tuple[Floats, Floats, Floats, Floats]:
    """How the loss changes with the scores and the transitions (forward-backward, scaled at each step)."""
    side = batch.side
    exact = scores.astype(np.float64)
    emitted = np.exp(exact - exact.max(axis=1, keepdims=True))
    between, first, last = (
        np.exp(each.astype(np.float64)) for each in (moves.between, moves.first, moves.last)
    )
    forward, backward = np.empty_like(emitted), np.empty_like(emitted)
    scale = np.empty(len(emitted))
    reached = emitted[side.steps[0]] * first
    for step, rows in enumerate(side.steps):
        if step:
            reached = (reached[: len(rows)] @ between) * emitted[rows]
        scale[rows] = reached.sum(axis=1)
        reached = reached / scale[rows][:, None]
        forward[rows] = reached
    total = (forward[side.last] * last).sum(axis=1)
    backward[side.last] = last / total[:, None]
    pairs = np.zeros_like(between)
    for step in range(len(side.steps) - 1, 0, -1):
        rows = side.steps[step]
        before = side.steps[step - 1][: len(rows)]
        ahead = backward[rows] * emitted[rows] / scale[rows][:, None]
        backward[before] = ahead @ between.T
        pairs += forward[before].T @ ahead
    pairs *= between
    expected = forward * backward
    begins, ends = expected[side.steps[0]].sum(axis=0), expected[side.last].sum(axis=0)
    gold = batch.labels
    expected[np.arange(len(gold)), gold] -= 1
    np.subtract.at(begins, gold[side.steps[0]], 1)
    np.subtract.at(ends, gold[side.last], 1)
    for step in range(1, len(side.steps)):
        rows = side.steps[step]
        np.subtract.at(pairs, (gold[side.steps[step - 1][: len(rows)]], gold[rows]), 1)
    slope, pair, begin, end = (each.astype(np.float32) for each in (expected, pairs, begins, ends))
    return slope, pair, begin, end
