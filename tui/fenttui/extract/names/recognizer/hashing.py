"""Features as 32-bit numbers: the same on every machine, and quick to look up in a sorted array."""

from __future__ import annotations

from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint32]
ABSENT = 0
"""The value of an attribute that a word does not have, and of every feature made of it."""

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_SEED = np.uint64(0x1000193)
_SHIFT = np.uint64(32)


def word_hash(word: str) -> int:
    """Return a number for `word`; never `ABSENT`."""
    return crc32(word.encode("utf-8", "surrogatepass")) or 1


def combine(seeds: NDArray[np.uint64], *columns: NDArray[np.unsignedinteger]) -> Hashes:
    """Return one number for each cell of `columns` (arrays of one shape); `ABSENT` where one of them is.

    Multiply and shift, after Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4).

    Args:
        seeds: a number for each column of the cells, so that equal cells of two columns differ.
        columns: what is combined, in order.
    """
    mixed = np.broadcast_to((seeds + 1) * _SEED, columns[0].shape)
    present = columns[0] != ABSENT
    for number, column in enumerate(columns):
        mixed = (mixed ^ column) * _FACTOR
        mixed ^= mixed >> _SHIFT
        if number:
            present &= column != ABSENT
    result: Hashes = np.maximum(mixed.astype(np.uint32), np.uint32(1)) * present
    return result


_BUCKET_BITS = 19


class HashIndex:
    """Finds hashes in a sorted array: by their leading bits, then by comparing what shares these."""

    def __init__(self, keys: Hashes) -> None:
        self.keys = keys
        self._shift = np.uint32(32 - _BUCKET_BITS)
        counts = np.bincount(keys >> self._shift, minlength=1 << _BUCKET_BITS)
        self._most = int(counts.max(initial=0))
        self._first = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
        self._padded = np.append(keys, np.zeros(self._most + 1, np.uint32))

    def rows(self, wanted: Hashes) -> NDArray[np.int32]:
        """Return the row of each wanted hash.

        The number of keys, one past the last row, where it is not there.
        """
        flat = wanted.ravel()
        first = self._first[flat >> self._shift]
        found = np.where(self._padded[first] == flat, first, np.int32(len(self.keys)))
        open_ = np.flatnonzero(found == len(self.keys))
        for step in range(1, self._most):
            at = first[open_] + step
            open_, at = (each[at < self._first[(flat[open_] >> self._shift) + 1]] for each in (open_, at))
            if not len(open_):
                break
            same = self._padded[at] == flat[open_]
            found[open_[same]] = at[same]
            open_ = open_[~same]
        found[flat == ABSENT] = len(self.keys)
        return found.reshape(wanted.shape)


def rows_of(keys: Hashes, wanted: Hashes) -> NDArray[np.int64]:
    """Return the row of each wanted hash in the sorted `keys`; -1 where it is not there, or is `ABSENT`."""
    if not len(keys):
        return np.full(wanted.shape, -1)
    rows = np.searchsorted(keys, wanted)
    rows[rows == len(keys)] = 0
    found = (keys[rows] == wanted) & (wanted != ABSENT)
    return np.where(found, rows, -1)
