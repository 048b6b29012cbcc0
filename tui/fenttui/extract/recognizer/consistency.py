"""Second pass: what the first pass made of the same words elsewhere in the article.

After Krishnan and Manning (2006), "An effective two-stage model for exploiting non-local dependencies in
named entity recognition".
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from fenttui.extract.recognizer.document import Document
from fenttui.extract.recognizer.labels import KINDS, LABELS, OUTSIDE
from fenttui.extract.recognizer.templates import OFFSETS, REACH

_KINDS = 1 + len(KINDS)
_SCORE_SCALE = np.float32(0.25)

_CODE = np.array([OUTSIDE, *(1 + label // 4 for label in range(len(LABELS) - 1))])
"""For each label: 0 for none, or the number of its kind."""
_INSIDE = np.array([label[0] in "IE" for label in LABELS])


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the second pass sees of each chosen token beside the first one's scores.

    Few distinct tokens differ in each block of features, so these stand as rows, and a token has the index
    of one.
    """

    blocks: list[NDArray[np.float32]]
    """The rows of each block; the last row of each is zeros, for what is outside of the text."""
    index: NDArray[np.int64]
    """For each chosen token (a row) and block (a column), the row of the block."""


_OWN = np.zeros((2 * _KINDS + 1, _KINDS + 1), np.float32)
"""The first pass's own label as features: its kind, and whether it goes on with a name."""
_OWN[:_KINDS, :_KINDS] = _OWN[_KINDS:-1, :_KINDS] = np.eye(_KINDS)
_OWN[_KINDS:-1, _KINDS] = 1
_AROUND = (-1, 0, 1)
_PAIRS = (-1, 0)
_WIDTHS = (
    *(3 * _KINDS for _ in _AROUND), *(2 * _KINDS for _ in _PAIRS), *(_KINDS + 1 for _ in OFFSETS)
)  # fmt: skip
_STARTS = (0, *np.cumsum((len(LABELS) + 1, *_WIDTHS)).tolist())
_PAD = REACH


def agreement(labels: NDArray[np.int64], document: Document) -> Agreement:
    """What the first pass's labels say of each chosen token.

    For the words before, here and after: which kinds their other occurrences have, as shares, as the most
    frequent, and as whether there are any; the shares for the pairs that the word makes with its neighbors;
    and the labels around.

    Args:
        labels: the first pass's label of every token of the text, `OUTSIDE` where it did not look.
        document: the text.
    """
    ids, capital = document.ids, document.capital
    kind, inside = _CODE[labels], _INSIDE[labels]
    counts, words = _others(ids, kind, capital, _KINDS)
    total = counts.sum(axis=1, keepdims=True)
    some = (total > 0).astype(np.float32)
    most = np.eye(_KINDS, dtype=np.float32)[counts.argmax(axis=1)] * some
    shares = counts / np.maximum(total, 1)
    of_words = np.concatenate([shares, most, counts > 0], axis=1, dtype=np.float32)
    code = kind + _KINDS * inside
    counts, pairs = _others(
        ids[:-1] * len(ids) + ids[1:], kind[:-1] + _KINDS * inside[1:], capital[:-1] | capital[1:], 2 * _KINDS
    )
    of_pairs = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    at = document.chosen + _PAD
    columns = [_padded(words, len(of_words))[at + offset] for offset in _AROUND]
    columns += [_padded(pairs, len(of_pairs))[at + offset] for offset in _PAIRS]
    columns += [_padded(code, len(_OWN))[at + offset] for offset in OFFSETS]
    blocks = [of_words] * len(_AROUND) + [of_pairs] * len(_PAIRS) + [_OWN] * len(OFFSETS)
    return Agreement(blocks, np.array(columns).T)


def feature_table(scores: NDArray[np.float32], seen: Agreement) -> NDArray[np.float32]:
    """All that the second pass sees, a row for each chosen token: to learn from."""
    ones = np.ones((len(scores), 1), np.float32)
    blocks = (rows[seen.index[:, number]] for number, rows in enumerate(seen.blocks))
    return np.concatenate([scores * _SCORE_SCALE, ones, *blocks], axis=1)


def second_scores(
    scores: NDArray[np.float32], seen: Agreement, weights: NDArray[np.float32]
) -> NDArray[np.float32]:
    """`feature_table(scores, seen) @ weights`, without making the table."""
    own = len(LABELS)
    total: NDArray[np.float32] = scores @ (weights[:own] * _SCORE_SCALE) + weights[own]
    for number, (rows, (start, end)) in enumerate(zip(seen.blocks, pairwise(_STARTS[1:]), strict=True)):
        total += np.take(rows @ weights[start:end], seen.index[:, number], axis=0)
    return total


def _padded(index: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """The index with the last of `size` rows before it and after it."""
    return np.pad(index, _PAD + 1, constant_values=size - 1)[1:]


def _others(
    groups: NDArray[np.int64], codes: NDArray[np.int64], some: NDArray[np.bool_], width: int
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """How often each code stands at the other tokens of a token's group, and the row of these for each token.

    The last row, of zeros, is of the tokens that are not in `some`.
    """
    looked = np.flatnonzero(some)
    cells, where = np.unique(groups[looked] * width + codes[looked], return_inverse=True)
    group, code = np.divmod(cells, width)
    number = np.cumsum(np.diff(group, prepend=-1) != 0) - 1
    tally = np.zeros((len(cells), width), np.float32)
    tally[number, code] = np.bincount(where, minlength=len(cells))
    rows = np.zeros((len(cells) + 1, width), np.float32)
    rows[:-1] = tally[number]
    rows[np.arange(len(cells)), code] -= 1
    index = np.full(len(groups), len(cells))
    index[looked] = where
    return rows, index
