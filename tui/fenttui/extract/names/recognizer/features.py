"""The features of tokens: hashes that the model's weights are kept under."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from fenttui.extract.names.recognizer.document import Document
from fenttui.extract.names.recognizer.hashing import Hashes, combine
from fenttui.extract.names.recognizer.lexicon import WORD_CLASSES
from fenttui.extract.names.recognizer.templates import (
    COLUMNS,
    JOINT_TEMPLATES,
    OFFSETS,
    PLACE_TEMPLATES,
    REACH,
    WORD_TEMPLATES,
)

_BY_OFFSET = tuple(template for offset in OFFSETS for template in WORD_TEMPLATES if template[0] == offset)
_WORD_SEEDS = np.array([WORD_TEMPLATES.index(template) for template in _BY_OFFSET], np.uint64)
_WORD_COLUMNS = np.array([COLUMNS[name] for _, name in _BY_OFFSET])
_ENDS = np.cumsum([sum(at == offset for at, _ in WORD_TEMPLATES) for offset in OFFSETS]).tolist()
OFFSET_PARTS = tuple(slice(start, end) for start, end in pairwise((0, *_ENDS)))
"""For each of `OFFSETS`, the columns of `word_features` that are of the token at that distance."""


_PLACED = (*(((at, name),) for at, name in PLACE_TEMPLATES), *JOINT_TEMPLATES)


@dataclass(frozen=True, slots=True)
class _Group:
    """The templates that look at the same number of attributes."""

    seeds: NDArray[np.uint64]
    offsets: NDArray[np.int64]
    """A row for each attribute looked at, a column for each template."""
    columns: NDArray[np.int64]


def _groups() -> tuple[_Group, ...]:
    groups = []
    for size in (1, 2, 3):
        numbered = [(number, template) for number, template in enumerate(_PLACED) if len(template) == size]
        groups.append(
            _Group(
                np.array([len(WORD_TEMPLATES) + number for number, _ in numbered], np.uint64),
                np.array([[offset for offset, _ in template] for _, template in numbered]).T,
                np.array([[COLUMNS[name] for _, name in template] for _, template in numbered]).T,
            )
        )
    return tuple(groups)


_GROUPS = _groups()


TEMPLATES: tuple[tuple[tuple[int, str], ...], ...] = (
    *((template,) for template in _BY_OFFSET),
    *(template for size in (1, 2, 3) for template in _PLACED if len(template) == size),
)
"""What each feature looks at: the columns of `word_features`, then those of `place_features`."""


def word_features(attributes: Hashes) -> Hashes:
    """Return the features that each word (a row) gives to the tokens around it; see `OFFSET_PARTS`."""
    return combine(_WORD_SEEDS, attributes[:, _WORD_COLUMNS])


def place_features(document: Document) -> Hashes:
    """Return the features of each chosen token that depend on its position and on several words."""
    at = (document.chosen + REACH)[:, None]
    return np.concatenate(
        [
            combine(
                group.seeds,
                *(
                    document.table[at + offsets, columns]
                    for offsets, columns in zip(group.offsets, group.columns, strict=True)
                ),
            )
            for group in _GROUPS
        ],
        axis=1,
    )


def class_table(classes: NDArray[np.uint32]) -> NDArray[np.float32]:
    """Return the classes of words as zeros and ones, a row for each word."""
    return ((classes[:, None] >> np.arange(len(WORD_CLASSES), dtype=np.uint32)) & 1).astype(np.float32)
