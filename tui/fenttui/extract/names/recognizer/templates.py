"""Which attributes of which words around a token are its features."""

from __future__ import annotations

from fenttui.extract.names.recognizer.lexicon import WORD_CLASSES
from fenttui.extract.names.recognizer.words import ATTRIBUTES

OFFSETS = (-2, -1, 0, 1, 2)
"""The positions around a token that its features look at."""
REACH = 2

_NEAR = (-1, 0, 1)
WORD_TEMPLATES: tuple[tuple[int, str], ...] = (
    (0, "word"),
    *((offset, "lower") for offset in OFFSETS),
    (0, "shape"),
    *((offset, "short") for offset in OFFSETS),
    *((0, f"{end}{size}") for end in ("prefix", "suffix") for size in (2, 3, 4)),
    *(
        (offset, name)
        for name in ("cluster6", "cluster10", "cluster", "lower_cluster", "case", "classes")
        for offset in _NEAR
    ),
)
"""One attribute of one word; their weights are summed once for each distinct word and offset."""

POSITION_ATTRIBUTES = ("opening", "place_phrase", "name_phrase", "joined")
"""What a token has by where it stands: whether it opens its sentence or stands in a headline; the known
phrases that it is in; whether it stands close to the token before it."""

PLACE_TEMPLATES: tuple[tuple[int, str], ...] = (
    (0, "opening"),
    *((offset, name) for name in ("place_phrase", "name_phrase") for offset in _NEAR),
    (0, "joined"),
    (1, "joined"),
)

JOINT_TEMPLATES: tuple[tuple[tuple[int, str], ...], ...] = (
    ((-1, "lower"), (0, "lower")),
    ((0, "lower"), (1, "lower")),
    ((-1, "lower"), (1, "lower")),
    ((-2, "lower"), (-1, "lower")),
    ((1, "lower"), (2, "lower")),
    ((-1, "short"), (0, "short"), (1, "short")),
    ((-2, "short"), (-1, "short"), (0, "short")),
    ((0, "short"), (1, "short"), (2, "short")),
    ((-1, "cluster10"), (0, "cluster10")),
    ((0, "cluster10"), (1, "cluster10")),
    ((-1, "lower"), (0, "short")),
    ((0, "short"), (1, "lower")),
    ((-1, "classes"), (0, "classes")),
    ((0, "classes"), (1, "classes")),
    ((0, "case"), (0, "opening")),
    ((0, "short"), (0, "opening")),
)
"""Several attributes at once."""

COLUMNS = {name: column for column, name in enumerate((*ATTRIBUTES, *POSITION_ATTRIBUTES))}
"""The column of each attribute in the table of a text's tokens."""
CLASS_FEATURES = len(WORD_CLASSES)
