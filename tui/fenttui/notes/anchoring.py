"""Where a target is in a text: pure functions from a text and selectors to a range and a score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fenttui.notes.annotation import Anchor, Anchored, Annotation, Target

CONTEXT = 32
"""How many code points of prefix and suffix a target keeps."""

WHOLE_ARTICLE = Anchor(None, None, "position", 1.0)
"""The anchor of a note that has no passage."""

_ORPHAN = Anchor(None, None, "orphan", 0.0)


def make_target(text: str, start: int, end: int) -> Target:
    """Return the selectors of `text[start:end]`.

    Raises:
        ValueError: The span is empty or not inside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage from {start} to {end} in a text of {len(text)} code points")
    return Target(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def anchor(text: str, target: Target) -> Anchor:
    """Find `target` in `text`: where it was, else by its exact text.

    Of several occurrences of the exact text it takes the one whose context agrees best, then the one
    nearest to the old position: the position and quote selectors of the W3C Web Annotation Data Model,
    sections 4.2.5 and 4.2.4. The score is 1.0 where there is no choice or all of prefix and suffix agree;
    with their agreement it falls to 0.5. Takes linear time, and any offsets.
    """
    exact = target.exact
    if not exact:
        return _ORPHAN
    if 0 <= target.start < target.end <= len(text) and text[target.start : target.end] == exact:
        return Anchor(target.start, target.end, "position", 1.0)
    best = min(
        _occurrences(text, exact),
        key=lambda start: (-_agreement(text, start, target), abs(start - target.start), start),
        default=None,
    )
    if best is None:
        return _ORPHAN
    return Anchor(best, best + len(exact), "quote", _score(text, best, target))


def anchor_note(text: str, annotation: Annotation) -> Anchored:
    """Return `annotation` with its anchor in `text`; that of a note on the whole article has no offsets."""
    found = WHOLE_ARTICLE if annotation.target is None else anchor(text, annotation.target)
    return Anchored(annotation, found)


def in_text_order(notes: Iterable[Anchored]) -> tuple[Anchored, ...]:
    """Return notes on the whole article first, then by position, orphans last."""
    return tuple(sorted(notes, key=_text_position))


def _text_position(note: Anchored) -> tuple[int, int, int, str, str]:
    target, found = note.annotation.target, note.anchor
    created, identity = note.annotation.created.isoformat(), note.annotation.id
    if target is None:
        return (0, 0, 0, created, identity)
    if found.start is None or found.end is None:
        return (2, target.start, target.end, created, identity)
    return (1, found.start, found.end, created, identity)


def _occurrences(text: str, exact: str) -> Iterator[int]:
    # Short quotes may overlap themselves; a long one that does must not cost the square of its length.
    step = 1 + len(exact) // 64
    start = text.find(exact)
    while start >= 0:
        yield start
        start = text.find(exact, start + step)


def _agreement(text: str, start: int, target: Target) -> int:
    """Return how many code points around an occurrence are those of the prefix and the suffix."""
    prefix, suffix = target.prefix[-CONTEXT:], target.suffix[:CONTEXT]
    end = start + len(target.exact)
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return _shared(prefix[::-1], before[::-1]) + _shared(suffix, after)


def _shared(one: str, other: str) -> int:
    """Return the length of the common start of two short strings."""
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))


def _score(text: str, start: int, target: Target) -> float:
    context = len(target.prefix[-CONTEXT:]) + len(target.suffix[:CONTEXT])
    if text.find(target.exact) == start and text.find(target.exact, start + 1) < 0:
        return 1.0
    return round(0.5 + 0.5 * _agreement(text, start, target) / context, 3) if context else 0.5
