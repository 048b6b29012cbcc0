"""What the caret moves over: a text in lines, with its sentences and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from fenttui.articles.sentences import sentence_spans
from fenttui.graphemes import cluster_start, cluster_starts

if TYPE_CHECKING:
    from fenttui.ui.widgets.reader.layout import Layout


@dataclass(frozen=True)
class Page:
    """What a motion moves over: a text, laid out."""

    layout: Layout

    @cached_property
    def text(self) -> str:
        """The article's text."""
        return self.layout.text

    @cached_property
    def last(self) -> int:
        """The last offset that the caret can stand on."""
        return cluster_start(self.text, max(0, len(self.text) - 1))

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The spans of the sentences; found when a motion first asks."""
        return sentence_spans(self.text)

    @cached_property
    def sentence_starts(self) -> list[int]:
        """The offsets where the caret can stand at the beginning of a sentence."""
        return cluster_starts(self.text, [start for start, _ in self.sentences])

    @cached_property
    def paragraph_starts(self) -> list[int]:
        """The offsets where the caret can stand at the beginning of a paragraph."""
        starts = [match.end() for match in re.finditer(r"\n(?:[ \t]*\n)+", self.text)]
        return cluster_starts(self.text, [0, *(start for start in starts if start <= self.last)])
