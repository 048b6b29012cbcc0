"""What a word looks like, alone: the attributes that the model's features are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from fenttui.extract.names.recognizer.hashing import Hashes, word_hash
from fenttui.extract.names.recognizer.lexicon import Lexicon

ATTRIBUTES = (
    "word", "lower", "shape", "short", "prefix2", "prefix3", "prefix4", "suffix2", "suffix3", "suffix4",
    "cluster6", "cluster10", "cluster", "lower_cluster", "case", "classes",
)  # fmt: skip
"""The columns of `attributes`: the word and its lower case, its shape with runs cut to four and to one, its
ends, prefixes of its Brown cluster of so many bits (Turian, Ratinov and Bengio 2010), how it is mostly
written, and its classes together."""

_REPEATED = re.compile(r"(.)\1+")
_LONGEST_SHAPE = 12
_ENDS = (2, 3, 4)
_SPELLED = 10


def attributes(words: Sequence[str], lexicon: Lexicon) -> tuple[Hashes, NDArray[np.uint32]]:
    """Return the attributes of each word, a row for each, and the classes that it has."""
    table = np.zeros((len(words), len(ATTRIBUTES)), np.uint32)
    table[:, :_SPELLED] = [_spelling(word) for word in words]
    clusters, lower_clusters, cases, classes = lexicon.known(table[:, 0], table[:, 1])
    some = clusters > 0
    for column, bits in enumerate((6, 10, 18), _SPELLED):
        table[:, column] = np.where(some, 1 + (clusters & ((1 << bits) - 1)), 0)
    capitals = table[:, 0] != table[:, 1]
    table[:, -3] = np.where((lower_clusters > 0) & capitals, 1 + (lower_clusters & 1023), 0)
    letters = np.array([word[0].isalpha() for word in words])
    table[:, -2] = np.where(letters, 1 + cases, 0)
    table[:, -1] = 1 + classes
    return table, classes


def _spelling(word: str) -> tuple[int, ...]:
    """Return the first columns of `attributes`.

    A word of n letters has no prefix and no suffix of n letters.
    """
    lower = word.lower()
    cut, short = _shapes(word[:_LONGEST_SHAPE].translate(_SIGNS))
    whole, low = word.encode("utf-8", "surrogatepass"), lower.encode("utf-8", "surrogatepass")
    size = len(word)
    if size < 3 or not word[0].isalpha():
        return crc32(whole), crc32(low), cut, short, 0, 0, 0, 0, 0, 0
    if len(whole) != size:
        parts = [*(word[:end] for end in _ENDS if end < size), *(lower[-end:] for end in _ENDS if end < size)]
        ends = iter([word_hash(part) for part in parts])
        affixes = [next(ends) if end < size else 0 for end in (*_ENDS, *_ENDS)]
        return crc32(whole), crc32(low), cut, short, *affixes
    return (
        crc32(whole), crc32(low), cut, short,
        crc32(whole[:2]), crc32(whole[:3]) if size > 3 else 0, crc32(whole[:4]) if size > 4 else 0,
        crc32(low[-2:]), crc32(low[-3:]) if size > 3 else 0, crc32(low[-4:]) if size > 4 else 0,
    )  # fmt: skip


class _Signs(dict[int, str]):
    """From a character to the sign of its class; itself when it is neither a letter nor a digit."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        sign = (
            "X"
            if character.isupper()
            else "x"
            if character.isalpha()
            else "d"
            if character.isdigit()
            else character
        )
        if code < _KEPT_SIGNS:
            self[code] = sign
        return sign


_KEPT_SIGNS = 0x3000
_SIGNS = _Signs()


@lru_cache(maxsize=2048)
def _shapes(shape: str) -> tuple[int, int]:
    """Return the hashes of a shape with its runs cut to four signs, and to one."""
    return word_hash(_REPEATED.sub(lambda run: run[0][:4], shape)), word_hash(_REPEATED.sub(r"\1", shape))
