"""A reading position: an offset of a text with the words there, by which it is found in a changed text."""

from __future__ import annotations

from dataclasses import dataclass

_QUOTED = 40
"""The longest quote, in code points."""
_CONTEXT = 32
"""How many code points before and after the quote are kept."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where one is in a text, as the target of a note is kept."""

    offset: int
    """The offset in the text that it was made in."""
    length: int = 0
    """The length of that text; 0 if it is not known."""
    exact: str = ""
    """The words at the offset or next to it, of one paragraph; empty if they are not known."""
    prefix: str = ""
    """The text before the words."""
    suffix: str = ""
    """The text after the words."""
    into: int = 0
    """How far behind the start of the words the offset is; negative on an empty line before them."""


def position_at(text: str, offset: int) -> Position:
    """Return the position of an offset in `text`."""
    offset = max(0, min(offset, len(text)))
    word = offset
    while text.startswith("\n", word):
        word += 1
    if word == len(text):
        word = max(0, len(text.rstrip("\n")) - 1)
    # Inside of a paragraph, so that one put behind it does not break the quote.
    end = text.find("\n", word)
    end = min(len(text) if end < 0 else end, word + _QUOTED)
    start = max(text.rfind("\n", 0, word) + 1, min(word, end - _QUOTED))
    return Position(
        offset,
        len(text),
        text[start:end],
        text[max(0, start - _CONTEXT) : start],
        text[end : end + _CONTEXT],
        offset - start,
    )


def offset_in(text: str, position: Position) -> int:
    """Return where a position is in `text`, which may have changed since.

    It is found as notes are. Where its words are gone, it is as far into the text as it was.
    """
    if not position.exact or _stands(text, position):
        found = position.offset
    elif (start := _start_of_words(text, position)) is not None:
        found = start + position.into
    else:
        found = round(position.offset / max(1, position.length) * len(text))
    return max(0, min(found, len(text)))


def _stands(text: str, position: Position) -> bool:
    """Return whether the words stand where they stood, with the same around them."""
    start = position.offset - position.into
    end = start + len(position.exact)
    return (
        start >= 0
        and text.startswith(position.exact, start)
        and text.endswith(position.prefix, 0, start)
        and text.startswith(position.suffix, end)
    )


def _start_of_words(text: str, position: Position) -> int | None:
    start = text.find(position.exact)
    if start >= 0 and text.find(position.exact, start + 1) < 0:
        return start
    # Only where a text has changed, so that the start does not wait for the import.
    from fenttui.notes.anchoring import anchor  # noqa: PLC0415
    from fenttui.notes.annotation import Target  # noqa: PLC0415

    start = max(0, position.offset - position.into)
    target = Target(position.exact, position.prefix, position.suffix, start, start + len(position.exact))
    return anchor(text, target).start
