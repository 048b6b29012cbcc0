"""Tags as they are written on a line: "tariffs, claim/contested"."""

from __future__ import annotations

from collections.abc import Iterable


def parse_tags(line: str) -> tuple[str, ...]:
    """Return the tags of a line: separated by commas, trimmed, each once, in their order.

    White space within a tag becomes one space, so that a tag never spans lines.
    """
    tags = (" ".join(part.split()) for part in line.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def format_tags(tags: Iterable[str]) -> str:
    """Return the line that `parse_tags` reads."""
    return ", ".join(tags)


def is_under(tag: str, wanted: str) -> bool:
    """Return whether `tag` is `wanted` or below it, in any case: "claim/contested" is under "claim"."""
    tag, wanted = tag.casefold(), wanted.casefold().rstrip("/")
    return tag == wanted or tag.startswith(f"{wanted}/")
