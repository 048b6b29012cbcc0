"""Sentences of a text with quotations: no quotation is cut, and `he asked` goes with the question."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fenttui.articles.abbreviations import AFTER_NAME, BEFORE_NUMBER, STARTERS, TITLES
from fenttui.extract.mention import Span
from fenttui.extract.quotes.verbs import speaks

# All signs first, then which one it is: the search goes from sign to sign. Of a row of signs only the first
# may begin a stop, and nothing is given back, so that a long row is read once.
_STOP = re.compile(
    r"[\n.!?…。！？](?:(?<=[a-z]{5}\.)(?P<sure>(?= [A-Z]|\n))"
    r"|(?<=\n)\s*+"
    r"|(?<!\n)(?<![.!?…。！？].)[.!?…。！？]*+[\"'”’»」)\]]*+(?=\s|\Z)"
    r"|(?<=[。！？]))"
)
"""`sure` is an end that needs no second look: after a long word of small letters, before a capital or a new
line."""
_NONE = (sys.maxsize, sys.maxsize)
_AFTER = re.compile(r"\s*[\"'“‘«„(\[]*")
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"[^\W_]+")
_LONGEST_WORD = 16
_LONGEST = 3_000
"""In code points: a sentence of more is a table or a list, and is cut so that all work stays linear."""
_FAR = 60
"""Code points after a question in quotes where "he asked" is looked for."""
_BREAKS = frozenset(".!?…。！？:\"'”’»")
_MARKS = "\"'“”‘’„«»`「」 \n\t"


class Sentence(NamedTuple):
    """A sentence by its position; a quotation is never cut by its end."""

    start: int
    end: int
    paragraph: int
    """The paragraph's number."""


def sentences(text: str, quotations: Sequence[Span]) -> list[Sentence]:
    """Return the sentences of `text`; one that ends in `?"` continues where words of speech follow.

    Args:
        text: any text.
        quotations: spans, in order, that are not to be cut.
    """
    found: list[Sentence] = []
    start = paragraph = 0
    spans = iter(quotations)
    opens, closes = next(spans, _NONE)
    for match in _STOP.finditer(text):
        at, end = match.span()
        while closes <= at:
            opens, closes = next(spans, _NONE)
        is_break = False
        if opens < at:
            if end < closes or text[at] == "\n" or not _ends(text, at, end) or _goes_on(text, at, end):
                continue
        elif match.lastgroup is None:
            is_break = text[at] == "\n"
            if is_break:
                if not _breaks(text, at, end) or (opens == end and text[at - 1 : at] == ":"):
                    continue
            elif not _ends(text, at, end):
                continue
        last = at if is_break else end
        if last == start:
            pass
        elif last - start < _LONGEST and not text[start].isspace():
            found.append(Sentence(start, last, paragraph))
        else:
            found += _pieces(text, start, last, paragraph, quotations)
        paragraph += is_break
        # One space is what mostly parts two sentences.
        start = end + 1 if text[end : end + 1] == " " else end
    found += _pieces(text, start, len(text), paragraph, quotations)
    return found


def _pieces(
    text: str, start: int, end: int, paragraph: int, quotations: Sequence[Span]
) -> Iterator[Sentence]:
    """Yield the sentence without white space around it.

    One beyond measure in pieces, but no quotation cut.
    """
    start = _after_space(text, start)
    while end - start > _LONGEST:
        cut = text.find(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut >= 0 else start + _LONGEST
        position = bisect_left(quotations, (cut, cut)) - 1
        if position >= 0 and quotations[position][0] < cut:
            cut = max(cut, quotations[position][1])
        if cut >= end:
            break
        yield Sentence(start, cut, paragraph)
        start = _after_space(text, cut)
    if start < end:
        yield Sentence(start, end, paragraph)


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _breaks(text: str, at: int, end: int) -> bool:
    """Return whether this is the end of a paragraph and not of a line of a letter or a mail."""
    return text.count("\n", at, end) > 1 or text[at - 1 : at] in _BREAKS or not at


def _ends(text: str, at: int, end: int) -> bool:
    """Return whether the stop ends a sentence, by the words around it."""
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and text[at:end] != ".":
        return True
    after = _AFTER.match(text, end)
    following = after.end() if after else end
    letter = text[following : following + 1]
    if not letter:
        return True
    if letter.islower():
        return False
    if text[at:end] != "." or "\n" in text[end:following]:
        return True
    before = text[max(0, at - _LONGEST_WORD) : at].rsplit(None, 1)
    word = before[-1].lower().lstrip(_MARKS + "(") if before else ""
    if word in TITLES or (word in BEFORE_NUMBER and letter.isdigit()):
        return False
    if word in AFTER_NAME or "." in word or (len(word) == 1 and word.isalpha()):
        first = _WORD.match(text, following)
        return first is not None and first[0].lower() in STARTERS
    return True


def _goes_on(text: str, at: int, end: int) -> bool:
    """Return whether words of speech follow soon on the end of a quotation."""
    if text[at] not in "!?…":
        return False
    return speaks(text[end : end + _FAR].partition(".")[0].lower())
