"""The labels of the sequence model: BIOES for each kind of name that it was trained on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from fenttui.kinds import ACTOR_KINDS

KINDS = (*ACTOR_KINDS, "facility", "other")
"""The labels of the training data, in the order of the model's weights.

A facility becomes a place; `other` (events, products, laws) is not an actor, but labeling it keeps
it out of the organizations.
"""

LABELS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BIES"))
OUTSIDE = 0

Token = tuple[int, int, str]
"""A name as the model sees it: first token, one past the last, kind."""


def kind_of(label: int) -> int:
    """Return the index in `KINDS` of a label that is not `OUTSIDE`."""
    return (label - 1) // 4


def encode(names: Iterable[Token], size: int) -> NDArray[np.int64]:
    """Return the label of each of `size` tokens."""
    labels = np.zeros(size, np.int64)
    for first, end, kind in names:
        base = 1 + 4 * KINDS.index(kind)
        if end - first == 1:
            labels[first] = base + 3
        else:
            labels[first] = base
            labels[first + 1 : end - 1] = base + 1
            labels[end - 1] = base + 2
    return labels


def decode(labels: Sequence[int], positions: Sequence[int]) -> Iterator[Token]:
    """Yield the names that a sequence of labels spells; the sequence keeps to `allowed`.

    Args:
        labels: the labels of some tokens.
        positions: which tokens of the text these are, in order.
    """
    first = 0
    for position, label in zip(positions, labels, strict=True):
        if label == OUTSIDE:
            continue
        part = (label - 1) % 4
        if part in (0, 3):
            first = position
        if part in (2, 3):
            yield first, position + 1, KINDS[kind_of(label)]


def allowed() -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which label may follow which (before, after), which may begin a region and which may end one."""
    parts = [label[0] for label in LABELS]
    kinds = [label[2:] for label in LABELS]
    size = len(LABELS)
    follows = np.zeros((size, size), bool)
    for before in range(size):
        for after in range(size):
            if parts[before] in "BI":
                follows[before, after] = parts[after] in "IE" and kinds[before] == kinds[after]
            else:
                follows[before, after] = parts[after] in "OBS"
    begins = np.array([part in "OBS" for part in parts])
    ends = np.array([part in "OES" for part in parts])
    return follows, begins, ends
