"""Labeled articles as the field sees them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from fenttui.extract.names.recognizer.document import Document, describe, outline, sign_table
from fenttui.extract.names.recognizer.features import OFFSET_PARTS, class_table, place_features, word_features
from fenttui.extract.names.recognizer.hashing import ABSENT, Hashes
from fenttui.extract.names.recognizer.labels import encode
from fenttui.extract.names.recognizer.lexicon import Lexicon
from fenttui.extract.names.recognizer.occurrences import SIGN_FEATURES
from fenttui.extract.names.recognizer.templates import CLASS_FEATURES, JOINT_TEMPLATES, OFFSETS
from fenttui.extract.names.recognizer.words import attributes
from training.corpus import Labeled
from training.crf import Example

CLASS_COLUMNS = CLASS_FEATURES * len(OFFSETS)
SIGN_COLUMNS = SIGN_FEATURES * 3


def example_of(article: Labeled, lexicon: Lexicon) -> tuple[Document, Example] | None:
    """The article with all its features; None when it has no region."""
    sketch = outline(article.tokens)
    if sketch is None:
        return None
    table, classes = attributes(sketch.words, lexicon)
    document = describe(article.tokens, sketch, table, classes, lexicon)
    size = len(article.tokens)
    flags = class_table(classes)
    dense = []
    keys = []
    by_word = word_features(table)
    for offset, part in zip(OFFSETS, OFFSET_PARTS, strict=True):
        at = document.chosen + offset
        there = ((at >= 0) & (at < size))[:, None]
        words = document.ids[np.clip(at, 0, size - 1)]
        keys.append(np.where(there, by_word[words, part], np.uint32(ABSENT)))
        dense.append(flags[words] * there)
    labels = encode(article.names, size)[document.chosen]
    lengths = np.array([end - first for first, end in document.regions])
    example = Example(
        np.concatenate([*keys, place_features(document)], axis=1),
        np.concatenate([*dense, sign_table(document)], axis=1),
        _whole(labels, lengths),
        lengths,
    )
    return document, example


def _whole(labels: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """The labels without names that a region's edge cuts, which no sequence of labels could spell."""
    start = 0
    for length in lengths.tolist():
        region = labels[start : start + length]
        parts = (region - 1) % 4
        for index in range(length):
            if region[index] and parts[index] in (1, 2) and (index == 0 or region[index - 1] == 0):
                region[index] = 0
        for index in range(length - 1, -1, -1):
            if (
                region[index]
                and (region[index] - 1) % 4 in (0, 1)
                and (index == length - 1 or region[index + 1] == 0)
            ):
                region[index] = 0
        start += length
    return labels


def features_seen(examples: Sequence[Example], least: int = 2, least_joint: int = 3) -> Hashes:
    """The features that enough tokens have, sorted; those of several words at once need more."""
    table = np.concatenate([example.keys for example in examples])
    joint = len(JOINT_TEMPLATES)
    found = []
    for part, count in ((table[:, :-joint], least), (table[:, -joint:], least_joint)):
        keys, counts = np.unique(part, return_counts=True)
        found.append(keys[(counts >= count) & (keys != ABSENT)])
    return np.union1d(*found)
