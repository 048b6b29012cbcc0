"""What is known of words and phrases beforehand: clusters, how often a word has a capital, kinds of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fenttui.extract.names.recognizer.hashing import Hashes, combine, rows_of, word_hash

WORD_CLASSES = (
    "given", "family", "family_first", "honorific", "office", "role", "speech", "calendar", "function",
    "thing", "place_word", "organization_word", "group_word", "preposition",
)  # fmt: skip
"""Classes of words that stand in names or beside them; a word may have several."""
CLASS = {name: 1 << bit for bit, name in enumerate(WORD_CLASSES)}

LONGEST_PHRASE = 5
"""Tokens of the longest known phrase."""
_CHANNELS = 2
_SEED = np.array([1], np.uint64)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sorted arrays, so that it is loaded without being built; hashes stand for words."""

    words: Hashes
    """Hashes of the known words, in the case they are written, sorted."""
    clusters: NDArray[np.uint32]
    """For each its Brown cluster, the root's bit lowest; 0 for none."""
    cases: NDArray[np.uint8]
    """For a word in lower case: 1 (nearly always so) to 8 (nearly always with a capital); 0 where not
    known."""
    classes: NDArray[np.uint16]
    """Bits of `CLASS`."""
    phrases: Hashes
    """The sorted hashes of known phrases of one to `LONGEST_PHRASE` tokens."""
    phrase_kinds: NDArray[np.uint8]
    """For each phrase a row: what place it names, and what else, by numbers from 1; 0 for nothing."""

    def known(self, words: Hashes, lowers: Hashes) -> tuple[NDArray[np.uint32], ...]:
        """Return the clusters of words and of their lower case, their usual case, and their classes.

        Args:
            words: hashes of the words as they are written.
            lowers: hashes of their lower case.
        """
        own, low = rows_of(self.words, words), rows_of(self.words, lowers)
        none = np.uint32(0)
        return (
            np.where(own >= 0, self.clusters[own], none),
            np.where(low >= 0, self.clusters[low], none),
            np.where(low >= 0, self.cases[low], none),
            np.bitwise_or(
                np.where(own >= 0, self.classes[own], none), np.where(low >= 0, self.classes[low], none)
            ),
        )

    def cases_of(self, lowers: Hashes) -> NDArray[np.uint8]:
        """Return how words are mostly written, by the hashes of their lower case; see `cases`."""
        rows = rows_of(self.words, lowers)
        return np.where(rows >= 0, self.cases[rows], np.uint8(0))

    def phrases_in(self, hashes: Hashes, starts: NDArray[np.int64]) -> list[NDArray[np.uint8]]:
        """Return the known place and other known name of each token: 4 * kind + its part of B, I, E, S, or 0.

        The longest phrase that starts first wins.

        Args:
            hashes: the word hash of each token.
            starts: the tokens at which a phrase may begin, in order.
        """
        padded = np.concatenate([hashes, np.zeros(LONGEST_PHRASE, np.uint32)])
        keys = np.array(list(_growing(padded[starts + size] for size in range(LONGEST_PHRASE))))
        rows = rows_of(self.phrases, keys)
        marks = [np.zeros(len(hashes), np.uint8) for _ in range(_CHANNELS)]
        sizes, which = np.nonzero(rows >= 0)
        kinds = self.phrase_kinds[rows[sizes, which]]
        for channel in range(_CHANNELS):
            longest = {
                start: (size + 1, kind)
                for start, size, kind in zip(
                    starts[which].tolist(), sizes.tolist(), kinds[:, channel].tolist(), strict=True
                )
                if kind
            }
            _mark(marks[channel], longest)
        return marks


def _growing(columns: Iterable[Hashes]) -> Iterator[Hashes]:
    """Yield the hashes of phrases of one, two, three tokens and so on."""
    so_far: Hashes | None = None
    for column in columns:
        so_far = combine(_SEED, column) if so_far is None else combine(_SEED, so_far, column)
        yield so_far


def phrase_hash(words: Sequence[str]) -> int:
    """Return the hash of a phrase of at most `LONGEST_PHRASE` tokens."""
    *_, last = _growing(np.array([word_hash(word)], np.uint32) for word in words)
    return int(last[0])


def _mark(marks: NDArray[np.uint8], phrases: Mapping[int, tuple[int, int]]) -> None:
    """Mark the tokens of phrases, given by their first token, as their size and kind."""
    free = 0
    for start in sorted(phrases):
        size, kind = phrases[start]
        if start < free:
            continue
        free = start + size
        base = 4 * kind
        if size == 1:
            marks[start] = base + 3
        else:
            marks[start] = base
            marks[start + 1 : free - 1] = base + 1
            marks[free - 1] = base + 2
