"""Finding notes: by word, by tag, by author."""

from __future__ import annotations

from collections.abc import Iterable

from fenttui.folding import fold
from fenttui.notes.annotation import Annotation
from fenttui.notes.tags import is_under


def matches(
    annotation: Annotation,
    words: Iterable[str] = (),
    tags: Iterable[str] = (),
    author: str | None = None,
) -> bool:
    """Return whether a note meets every condition, whatever the case and the form of its letters.

    Args:
        annotation: The note.
        words: Each must occur in its body, its passage or its tags.
        tags: Each must be one of its tags, or above one: "claim" finds "claim/contested".
        author: Who must have written it; None for anyone.
    """
    if author is not None and _folded(annotation.author) != _folded(author):
        return False
    if not all(any(is_under(own, wanted) for own in annotation.tags) for wanted in tags):
        return False
    passage = annotation.target.exact if annotation.target else ""
    haystack = _folded("\n\n".join((annotation.body, passage, *annotation.tags)))
    return all(_folded(word) in haystack for word in words)


def _folded(text: str) -> str:
    return fold(text, case=False, accents=True).text
