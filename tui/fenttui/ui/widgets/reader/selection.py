"""How much is selected."""

from __future__ import annotations

from dataclasses import dataclass

from fenttui.graphemes import count_clusters


@dataclass(frozen=True)
class TextSize:
    """How much text there is."""

    words: int
    """Between white space, each with a letter or digit."""
    characters: int
    """In grapheme clusters, white space among them."""
    lines: int | None = None
    """Screen lines, where whole lines are selected."""

    def __str__(self) -> str:
        parts = [_counted(self.words, "word"), _counted(self.characters, "character")]
        return ", ".join(parts if self.lines is None else [_counted(self.lines, "line"), *parts])


def size_of(text: str, lines: int | None = None) -> TextSize:
    """Return how much `text` is."""
    words = sum(1 for word in text.split() if any(map(str.isalnum, word)))
    return TextSize(words, count_clusters(text), lines)


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"
