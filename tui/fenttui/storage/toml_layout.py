"""The lines of a TOML document, where something is put in or taken out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from fenttui.storage.toml_statements import Outline

Replacement: TypeAlias = tuple[int, int, str]
"""What stands from one offset to another, and what is to stand there."""


class UnfitError(Exception):
    """Raised where a document is written in a way that a change cannot be made in."""


def on_new_line(text: str, at: int, new: str) -> str:
    """Return what goes in at an offset, which may be the end of a last line that has no line end."""
    return new if at == 0 or text[at - 1] == "\n" else f"\n{new}"


def start_with_comments(found: Outline, number: int) -> int:
    """Return where a statement starts, together with the comment lines directly above it."""
    floor = found.statements[number - 1].end if number else 0
    return lines_above(found.text, found.statements[number].start, floor, "#")


def lines_above(text: str, start: int, floor: int, sign: str) -> int:
    """Return where the lines directly above that begin with `sign` start; the blank ones if it is empty."""
    while start > floor:
        before = text.rfind("\n", floor, start - 1) + 1 or floor
        line = text[before:start].strip()
        if not (line.startswith(sign) if sign else not line):
            break
        start = before
    return start


def blank_lines_below(text: str, end: int) -> int:
    """Return where the blank lines at an offset end."""
    while end < len(text):
        after = text.find("\n", end) + 1 or len(text)
        if text[end:after].strip():
            break
        end = after
    return end


def replaced(text: str, edits: Sequence[Replacement]) -> str:
    """Return the text with each edit made; those at one offset in their order."""
    ordered = sorted(edits, key=lambda edit: edit[:2])
    if any(end > start for (_, end, _), (start, _, _) in pairwise(ordered)):
        raise UnfitError
    parts: list[str] = []
    at = 0
    for start, end, new in ordered:
        parts += (text[at:start], new)
        at = end
    return "".join((*parts, text[at:]))


def with_blank_line(text: str, eol: str) -> str:
    """Return a text with a blank line at its end, where anything is in it."""
    if not text.strip():
        return text
    lines = text if text.endswith("\n") else f"{text}{eol}"
    return lines if lines.endswith(("\n\n", "\n\r\n")) else f"{lines}{eol}"
