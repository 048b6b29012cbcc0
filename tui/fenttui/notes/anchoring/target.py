"""The selectors of a passage: the text quote and the text position of the W3C Web Annotation Data Model."""

from __future__ import annotations

from fenttui.notes.annotation import Target

CONTEXT = 32
"""How many code points of prefix and suffix a target keeps."""


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
