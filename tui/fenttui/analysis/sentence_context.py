"""The sentence around a mention, and what else it names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from fenttui.articles.sentences import sentence_spans
from fenttui.extract.mention import Mention, Span

_LONGEST = 1500
"""Code points: of a longer sentence only the words around a mention are shown, so that a text without a full
stop takes no more time than others."""


class SentenceContext:
    """The sentences of one text with its mentions."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = mentions
        self._spans = sentence_spans(text)
        self._starts = [start for start, _ in self._spans]
        self._mention_starts = [mention.start for mention in mentions]
        self._last: tuple[Span, str] = ((0, 0), "")

    def span(self, mention: Mention) -> Span:
        """Return the span of the sentence that `mention` begins in; of a long one, the words around it."""
        start, end = self._spans[max(bisect_right(self._starts, mention.start) - 1, 0)]
        end = max(end, mention.end)
        if end - start > _LONGEST:
            start = max(start, mention.start - _LONGEST // 2)
            end = max(min(end, mention.start + _LONGEST // 2), mention.end)
        return start, end

    def whole_sentence(self, mention: Mention) -> Span:
        """Return the span of the sentence that `mention` begins in, however long; at least the mention."""
        start, end = self._spans[max(bisect_right(self._starts, mention.start) - 1, 0)]
        return min(start, mention.start), max(end, mention.end)

    def said(self, span: Span) -> str:
        """Return the text of a span on one line."""
        if self._last[0] != span:
            self._last = span, " ".join(self._text[slice(*span)].split())
        # One string for all mentions of a sentence: a dossier has many.
        return self._last[1]

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        """Return the mentions that begin in a span, in order."""
        first = bisect_left(self._mention_starts, span[0])
        return self._mentions[first : bisect_left(self._mention_starts, span[1])]
