"""A text as the model sees it: its regions, and a table of what is known of each token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fenttui.extract.names.recognizer.hashing import Hashes
from fenttui.extract.names.recognizer.lexicon import Lexicon
from fenttui.extract.names.recognizer.occurrences import SIGN_FEATURES, occurrence_signs
from fenttui.extract.names.recognizer.regions import capitals, regions
from fenttui.extract.names.recognizer.templates import COLUMNS, POSITION_ATTRIBUTES, REACH
from fenttui.extract.text.tokens import Tokens

_SHORT_WORD, _FEW_WORDS, _MOST = 3, 2, 0.7
"""A paragraph with more than so few words of more letters, of which more than this part have a capital, is a
headline."""


@dataclass(frozen=True, slots=True)
class Document:
    """What both passes need of a text that has regions."""

    regions: list[tuple[int, int]]
    chosen: NDArray[np.int64]
    """The tokens in regions, in order."""
    ids: NDArray[np.int64]
    """For each token, the number of its distinct word."""
    capital: NDArray[np.bool_]
    table: Hashes
    """A row of attributes for each token (see `COLUMNS`), with `REACH` rows before the first and after the
    last."""
    signs: NDArray[np.uint32]
    """For each token, the signs of its word's occurrences; with the same rows before and after."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Where names can be in a text, and the distinct words there."""

    capital: list[bool]
    regions: list[tuple[int, int]]
    words: list[str]
    """The distinct words within `REACH` of a region, in the order of their first occurrence; a line break
    first, which stands for all that is farther away."""
    ids: NDArray[np.int64]
    """For each token, the number of its word."""


def outline(tokens: Tokens) -> Outline | None:
    """Return the outline of a text; None when it has no region."""
    capital = capitals(tokens)
    found = regions(tokens, capital)
    if not found:
        return None
    numbers = {"\n": 0}
    ids = np.zeros(len(tokens), np.int64)
    done = 0
    for first, end in found:
        start, stop = max(first - REACH, done), min(end + REACH, len(tokens))
        ids[start:stop] = [numbers.setdefault(word, len(numbers)) for word in tokens.words[start:stop]]
        done = stop
    return Outline(capital, found, list(numbers), ids)


def describe(
    tokens: Tokens, sketch: Outline, attributes: Hashes, classes: NDArray[np.uint32], lexicon: Lexicon
) -> Document:
    """Return the document of `tokens`.

    Args:
        tokens: the text.
        sketch: its outline.
        attributes: a row for each distinct word.
        classes: the classes of each distinct word.
        lexicon: where known phrases are.
    """
    ids, size = sketch.ids, len(tokens)
    high = np.array(sketch.capital)
    chosen = _chosen(sketch.regions)
    table = np.zeros((size + 2 * REACH, len(COLUMNS)), np.uint32)
    middle = slice(REACH, REACH + size)
    table[middle, : attributes.shape[1]] = attributes[ids]
    for name, column in zip(
        POSITION_ATTRIBUTES, _positions(tokens, attributes[ids, 0], high, lexicon), strict=True
    ):
        table[middle, COLUMNS[name]] = column
    signs = np.zeros(size + 2 * REACH, np.uint32)
    signs[middle] = occurrence_signs(tokens, sketch.capital, ids, classes)[ids]
    return Document(sketch.regions, chosen, ids, high, table, signs)


def _chosen(found: list[tuple[int, int]]) -> NDArray[np.int64]:
    """Return the tokens of the regions, one after the other."""
    first, end = np.array(found).T
    lengths = end - first
    before = np.cumsum(lengths) - lengths
    chosen: NDArray[np.int64] = np.arange(int(lengths.sum())) + np.repeat(first - before, lengths)
    return chosen


def _positions(
    tokens: Tokens, hashes: Hashes, capital: NDArray[np.bool_], lexicon: Lexicon
) -> Sequence[NDArray[np.unsignedinteger]]:
    """Return the columns of `POSITION_ATTRIBUTES`."""
    starts, ends = np.array(tokens.starts), np.array(tokens.ends)
    joined = np.concatenate([[False], starts[1:] == ends[:-1]])
    opening = 1 + np.array(tokens.opens) + 2 * in_headline(tokens, capital, ends - starts)
    # A phrase longer than one token never spans paragraphs: the space between them is a token of its own.
    place, name = lexicon.phrases_in(hashes, np.flatnonzero(capital))
    return opening.astype(np.uint32), place, name, joined.astype(np.uint32)


def in_headline(tokens: Tokens, capital: NDArray[np.bool_], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return 1 for each token of a paragraph whose long words mostly have capitals, which then say little."""
    words = tokens.words
    breaks = [index for index in range(len(words)) if words[index][0] == "\n"]
    starts = np.array([0, *(index + 1 for index in breaks)])
    starts = starts[starts < len(words)]
    long = lengths > _SHORT_WORD
    counts = np.add.reduceat(long, starts, dtype=np.int64)
    high = np.add.reduceat(long & capital, starts, dtype=np.int64)
    loud = (counts > _FEW_WORDS) & (high > _MOST * counts)
    return np.repeat(loud, np.diff(np.append(starts, len(words)))).astype(np.int64)


def sign_table(document: Document) -> NDArray[np.float32]:
    """Return the signs of each chosen token and of the words before and after it, as zeros and ones."""
    around = document.signs[document.chosen[:, None] + REACH + np.array([-1, 0, 1])]
    bits = (around[:, :, None] >> np.arange(SIGN_FEATURES, dtype=np.uint32)) & 1
    flags: NDArray[np.float32] = bits.reshape(len(document.chosen), -1).astype(np.float32)
    return flags
