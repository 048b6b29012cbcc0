"""An annotation: the user's note on a passage, or on a whole article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

Found = Literal["position", "quote", "context", "fuzzy", "orphan"]
"""How a target was found again: where it was, by its exact text, by its context, by a guess, or not."""


_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Target:
    """The passage, as W3C text quote and text position selectors."""

    exact: str
    """The passage itself."""
    prefix: str
    """Up to 32 code points before it."""
    suffix: str
    """Up to 32 code points after it."""
    start: int
    """First code point, in the text that the file's sha256 was made of."""
    end: int
    """One past the last."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One note. `target` is None for a note on the whole article."""

    id: str
    """A UUID of version 7: unique, and sorted by time of creation."""
    created: dt.datetime
    """In UTC, whole seconds."""
    modified: dt.datetime
    """In UTC, whole seconds."""
    author: str = ""
    tags: tuple[str, ...] = ()
    color: str = "yellow"
    body: str = ""
    """Markdown."""
    target: Target | None = None
    conflicts_with: str = ""
    """The id of the note of which this is another version, kept after both were changed; else empty."""
    unknown: Mapping[str, Any] = field(default_factory=lambda: _NOTHING, compare=False)
    """Keys of the file that the format does not name: they are written back."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an annotation is attached in the text as it is now."""

    start: int | None
    end: int | None
    found: Found
    score: float
    """1.0 for the exact text; lower where it had to be guessed; 0.0 for an orphan."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """An annotation with where it is attached in the text."""

    annotation: Annotation
    anchor: Anchor
