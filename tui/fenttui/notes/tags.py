"""Tags as one writes them on a line: "tariffs, claim/contested"."""

from __future__ import annotations

from collections.abc import Iterable


def parse_tags(line: str) -> tuple[str, ...]:
    """The tags of a line: separated by commas, trimmed, each once, in their order.

    White space within a tag becomes one space, so that a tag never spans lines.
    """
    tags = (" ".join(part.split()) for part in line.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def format_tags(tags: Iterable[str]) -> str:
    """The line that `parse_tags` reads."""
    return ", ".join(tags)


def is_under(tag: str, wanted: str) -> bool:
    """Whether `tag` is `wanted` or below it: "claim/contested" is under "claim". Case does not matter."""
    tag, wanted = tag.casefold(), wanted.casefold().rstrip("/")
    return tag == wanted or tag.startswith(f"{wanted}/")
