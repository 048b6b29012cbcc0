"""Second pass: what the first pass made of the same words elsewhere in the article.

After Krishnan and Manning (2006), "An effective two-stage model for exploiting non-local dependencies in
named entity recognition".
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from fenttui.extract.names.recognizer.document import Document
from fenttui.extract.names.recognizer.labels import KINDS, LABELS, OUTSIDE
from fenttui.extract.names.recognizer.templates import OFFSETS, REACH

_KINDS = 1 + len(KINDS)
_SCORE_SCALE = np.float32(0.25)

_CODE = np.array(
    [OUTSIDE, *(1 + label // 4 + _KINDS * (label % 4 in (1, 2)) for label in range(len(LABELS) - 1))]
)
"""For each label: 0 for none, or the number of its kind, and more by `_KINDS` within a name (I, E)."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the second pass sees of each chosen token beside the first one's scores.

    Few distinct tokens differ in each block of features, so these stand as rows, and a token has the index
    of one.
    """

    blocks: list[NDArray[np.float32]]
    """The rows of each block; the last row of each is zeros, for what is outside of the text."""
    columns: list[NDArray[np.int64]]
    """For each block, the row of each chosen token."""


_OWN = np.zeros((2 * _KINDS + 1, _KINDS + 1), np.float32)
"""The first pass's own label as features: its kind, and whether it continues a name."""
_OWN[:_KINDS, :_KINDS] = _OWN[_KINDS:-1, :_KINDS] = np.eye(_KINDS)
_OWN[_KINDS:-1, _KINDS] = 1
_AROUND = (-1, 0, 1)
_PAIRS = (-1, 0)
_WIDTHS = (
    *(3 * _KINDS for _ in _AROUND), *(2 * _KINDS for _ in _PAIRS), *(_KINDS + 1 for _ in OFFSETS)
)  # fmt: skip
_STARTS = (0, *np.cumsum((len(LABELS) + 1, *_WIDTHS)).tolist())


def agreement(labels: NDArray[np.int64], document: Document) -> Agreement:
    """Return what the first pass's labels say of each chosen token.

    For the words before, here and after: which kinds their other occurrences have, as shares, as the most
    frequent, and as whether there are any; the shares for the pairs that the word makes with its neighbors;
    and the labels around.

    Args:
        labels: the first pass's label of each chosen token.
        document: the text.
    """
    chosen, size = document.chosen, len(document.ids)
    code = np.zeros(size, np.int64)
    code[chosen] = _CODE[labels]
    kind = code % _KINDS
    inside = code >= _KINDS
    capital = np.flatnonzero(document.capital)
    counts = _others(document.ids[capital], kind[capital], _KINDS)
    total = counts.sum(axis=1, keepdims=True)
    most = np.eye(_KINDS, dtype=np.float32)[counts.argmax(axis=1)] * (total > 0)
    of_words = _with_zeros(np.concatenate([counts / np.maximum(total, 1), most, counts > 0], axis=1))
    # A pair is at its first token; one of its two has a capital.
    first = np.flatnonzero(document.capital[:-1] | document.capital[1:])
    groups = document.ids[first] * size + document.ids[first + 1]
    _, groups = np.unique(groups, return_inverse=True)
    counts = _others(groups, kind[first] + _KINDS * inside[first + 1], 2 * _KINDS)
    of_pairs = _with_zeros(counts / np.maximum(counts.sum(axis=1, keepdims=True), 1))
    at = chosen + REACH
    words, pairs, labeled = (
        _windows(size, tokens, rows)
        for tokens, rows in (
            (capital, np.arange(len(capital))),
            (first, np.arange(len(first))),
            (np.arange(size), code),
        )
    )
    columns = [words[at + offset] for offset in _AROUND]
    columns += [pairs[at + offset] for offset in _PAIRS]
    columns += [labeled[at + offset] for offset in OFFSETS]
    blocks = [of_words] * len(_AROUND) + [of_pairs] * len(_PAIRS) + [_OWN] * len(OFFSETS)
    return Agreement(blocks, columns)


def _others(groups: NDArray[np.int64], codes: NDArray[np.int64], width: int) -> NDArray[np.float32]:
    """Return how often each code stands at the other members of each member's group."""
    cells = np.bincount(groups * width + codes, minlength=(int(groups.max(initial=-1)) + 1) * width)
    counts: NDArray[np.float32] = cells.reshape(-1, width)[groups].astype(np.float32)
    counts[np.arange(len(codes)), codes] -= 1
    return counts


def _with_zeros(rows: NDArray[np.floating]) -> NDArray[np.float32]:
    """Return the rows and one of zeros."""
    return np.concatenate([rows, np.zeros((1, rows.shape[1]), np.float32)], dtype=np.float32)


def _windows(size: int, tokens: NDArray[np.int64], rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the row of each token of a text, with `REACH` more at both ends; -1, the last, for the rest."""
    positions = np.full(size + 2 * REACH, -1)
    positions[tokens + REACH] = rows
    return positions


def feature_table(scores: NDArray[np.float32], seen: Agreement) -> NDArray[np.float32]:
    """Return all that the second pass sees, a row for each chosen token: to learn from."""
    ones = np.ones((len(scores), 1), np.float32)
    blocks = (rows[index] for rows, index in zip(seen.blocks, seen.columns, strict=True))
    return np.concatenate([scores * _SCORE_SCALE, ones, *blocks], axis=1)


def second_scores(
    scores: NDArray[np.float32], seen: Agreement, weights: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return `feature_table(scores, seen) @ weights`, without making the table."""
    own = len(LABELS)
    total: NDArray[np.float32] = scores @ (weights[:own] * _SCORE_SCALE) + weights[own]
    for rows, index, (start, end) in zip(seen.blocks, seen.columns, pairwise(_STARTS[1:]), strict=True):
        total += np.take(rows @ weights[start:end], index, axis=0, mode="wrap")
    return total
