"""Text to quotes: the entry to the rules of speech."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from fenttui.extract.mention import Mention, Quote
from fenttui.extract.quotes.claim import Claim
from fenttui.extract.quotes.claims import claims
from fenttui.extract.quotes.cues import Cue, cues_in, positions_of_speech
from fenttui.extract.quotes.marks import quotations
from fenttui.extract.quotes.passages import Passage, Passages
from fenttui.extract.quotes.speakers import Speakers
from fenttui.extract.text.tokens import Tokens, tokenize


def find_quotes(text: str, mentions: Sequence[Mention], tokens: Tokens | None = None) -> tuple[Quote, ...]:
    """Return what `text` says that somebody said, in order and without overlaps.

    A quote in quotation marks has its marks in its span; one that is reported is the clause alone, without
    "that" and the full stop. Quotes may hold and touch other mentions. Calls ("urged them to") are no quotes,
    and neither are quoted words that no verb of speech introduces.

    Args:
        text: any text; nothing in it is an error.
        mentions: what `extract` finds in it; the speakers are among their actors.
        tokens: those of the text, if they are at hand; to cut them takes longer than to find the quotes.

    Returns:
        The quotes; `actor` is the speaker, or None where that is not clear, and `cue` is None where nothing
        but the marks makes it a quote.
    """
    spans = quotations(text)
    tokens = tokenize(text) if tokens is None else tokens
    speech = positions_of_speech(tokens)
    if not spans and not speech:
        return ()
    return tuple(_quotes(Passages(tokens, mentions, spans), speech))


def with_quotes(text: str, mentions: Sequence[Mention], tokens: Tokens | None = None) -> tuple[Mention, ...]:
    """Return the mentions and the quotes of `text` in the order of their starts, the longer of two first."""
    both: list[Mention] = []
    position = 0
    for quote in find_quotes(text, mentions, tokens):
        first, position = position, bisect_left(mentions, quote.start, position, key=_start)
        while (
            position < len(mentions)
            and mentions[position].start == quote.start
            and mentions[position].end > quote.end
        ):
            position += 1
        both += (*mentions[first:position], quote)
    return (*both, *mentions[position:])


_start = attrgetter("start")

_ENDS = frozenset(",.!?…;—-\"'”’») ")
"""What a quotation that is a sentence ends with, before its last mark."""
_NOWHERE = sys.maxsize
_FAR = 12
"""Tokens after a clause in which its subject is looked for."""


@dataclass(slots=True)
class _Said:
    """The last quote, which the next one may continue."""

    speaker: str | None
    cue: tuple[int, int] | None
    paragraph: int


def _quotes(passages: Passages, speech: Sequence[int]) -> Iterator[Quote]:
    """Yield the quotes, in order.

    Args:
        passages: the text.
        speech: where the words stand that may be cues.
    """
    speakers = Speakers(passages)
    said: _Said | None = None
    for number, positions in _worth_reading(passages, speech):
        passage = passages.passage(number)
        sentence = passage.sentence
        cues = cues_in(passage, positions)
        found = claims(passage, cues)
        if not found:
            continue
        tellers = _tellers(passage, cues, found, speakers)
        for claim in found:
            if claim.cue is not None:
                start, end = passage.starts[claim.cue.first], passage.ends[claim.cue.end - 1]
                said = _Said(tellers[claim.cue.first], (start, end), sentence.paragraph)
            elif passage.words[claim.first - 1] == ":":
                said = _Said(speakers.of_sentence(passage), None, sentence.paragraph)
                speakers.spoke(said.speaker, passage, passage.starts[claim.first])
            elif said is not None and sentence.paragraph - said.paragraph > 1:
                said = None
            elif said is not None and sentence.paragraph > said.paragraph:
                said = _Said(said.speaker, None, sentence.paragraph)
            yield Quote(
                passage.starts[claim.first],
                passage.ends[claim.end - 1],
                actor=said.speaker if said else None,
                cue=said.cue if said else None,
            )


def _worth_reading(passages: Passages, speech: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
    """Yield the numbers of the sentences that may hold quotes, with what of `speech` lies in them."""
    spans = (*passages.quotations, (_NOWHERE, _NOWHERE))
    offsets = (*speech, _NOWHERE)
    position = first = 0
    for number, (start, end, _) in enumerate(passages.sentences):
        while spans[position][1] <= start:
            position += 1
        last = first
        while offsets[last] < end:
            last += 1
        if last > first or (spans[position][0] < end and _may_go_on(passages, start, end, position)):
            yield number, speech[first:last]
            first = last


def _may_go_on(passages: Passages, first: int, last: int, position: int) -> bool:
    """Return whether a sentence without words of speech has a quotation of more than a few words."""
    text = passages.text
    while position < len(passages.quotations) and passages.quotations[position][0] < last:
        start, end = passages.quotations[position]
        before = text[max(first, start - 2) : start].rstrip()
        if not before[-1:].isalnum() and text[end - 2] in _ENDS:
            return True
        position += 1
    return False


def _tellers(
    passage: Passage, cues: Sequence[Cue], found: Sequence[Claim], speakers: Speakers
) -> dict[int, str | None]:
    """Return who speaks by each cue that introduces something, by the cue's first token."""
    used = {claim.cue.first for claim in found if claim.cue is not None}
    tellers: dict[int, str | None] = {}
    for cue in cues:
        if cue.first not in used:
            continue
        if cue.subject is not None:
            actor = speakers.of_phrase(passage, cue.subject)
        elif tellers:
            # Dictionaries keep their order: who spoke last in this sentence.
            actor = tellers[next(reversed(tellers))]
        elif cue.first <= 1:
            # "Noting that prices fell, Okafor called for": the subject follows the clause.
            after = max(claim.end for claim in found if claim.cue is cue) + 1
            actor = speakers.of_clause(passage, after, min(after + _FAR, passage.size))
        else:
            actor = speakers.of_sentence(passage, cue.first)
        tellers[cue.first] = actor
        speakers.spoke(actor, passage, passage.starts[cue.first])
    return tellers
