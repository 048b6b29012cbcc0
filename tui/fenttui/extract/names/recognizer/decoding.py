"""The best sequence of labels of many regions at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fenttui.extract.names.recognizer.labels import allowed

NEVER = np.float32(-1e4)
"""The score of what the labels do not allow."""


@dataclass(frozen=True, slots=True)
class Transitions:
    """What follows what: scores beside those of the tokens."""

    between: NDArray[np.float32]
    """From one label (row) to the next (column)."""
    first: NDArray[np.float32]
    last: NDArray[np.float32]


def no_transitions() -> Transitions:
    """Return scores of zero for what is allowed and `NEVER` for the rest."""
    follows, begins, ends = allowed()
    zero = np.float32(0)
    return Transitions(
        np.where(follows, zero, NEVER), np.where(begins, zero, NEVER), np.where(ends, zero, NEVER)
    )


@dataclass(frozen=True, slots=True)
class Lanes:
    """Regions side by side, so that one step of an algorithm takes all their n-th tokens at once.

    Rows are the regions' tokens one after the other; `steps[n]` has the rows of the n-th tokens of all
    regions that are so long, the longest region first.
    """

    steps: list[NDArray[np.int64]]
    last: NDArray[np.int64]
    """The row of the last token of each region."""


def lanes(lengths: NDArray[np.int64]) -> Lanes:
    """Return the lanes of regions of these lengths."""
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    order = np.argsort(-lengths, kind="stable")
    counts = np.searchsorted(-lengths[order], -np.arange(int(lengths.max())), side="left")
    ordered = starts[order]
    steps = [ordered[:count] + step for step, count in enumerate(counts.tolist())]
    return Lanes(steps, starts + lengths - 1)


def best_labels(scores: NDArray[np.float32], side: Lanes, moves: Transitions) -> NDArray[np.int64]:
    """Return the label of each row in the best sequence of its region (Viterbi 1967)."""
    reached = np.empty_like(scores)
    best = scores[side.steps[0]] + moves.first
    reached[side.steps[0]] = best
    for rows in side.steps[1:]:
        best = (best[: len(rows), :, None] + moves.between).max(axis=1) + scores[rows]
        reached[rows] = best
    labels = np.zeros(len(scores), np.int64)
    labels[side.last] = (reached[side.last] + moves.last).argmax(axis=1)
    into = np.ascontiguousarray(moves.between.T)
    for step in range(len(side.steps) - 1, 0, -1):
        rows = side.steps[step]
        before = side.steps[step - 1][: len(rows)]
        labels[before] = (reached[before] + into[labels[rows]]).argmax(axis=1)
    return labels
