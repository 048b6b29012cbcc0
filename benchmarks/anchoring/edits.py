"""Edits of an article, as editors and programs make them."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable, Sequence
from random import Random

from benchmarks.anchoring.tracked import (
    PARAGRAPH,
    SENTENCE,
    WORD,
    Tracked,
    join,
    new,
    replace_spans,
    spans,
)

_LETTERS = "abcdefghijklmnopqrstuvwxyz"

Edit = Callable[[Tracked, Random, Sequence[str]], Tracked]
"""Returns an edited text. The strings are sentences of other articles."""


def typos(text: Tracked, random: Random, others: Sequence[str]) -> Tracked:
    """A mended or new typing error in one of 25 words."""
    words = [span for span in spans(WORD, text.text) if span[1] - span[0] > 3]
    changes = []
    for start, end in sorted(random.sample(words, max(1, len(words) // 25))):
        at = random.randrange(start, end - 1)
        swapped = [text[at + 1 : at + 2], text[at : at + 1]]
        changed = random.choice([new(random.choice(_LETTERS)), new(""), join(swapped)])
        changes.append((at, at + (2 if len(changed.text) == 2 else 1), changed))
    return replace_spans(text, changes)


def inserted_sentences(text: Tracked, random: Random, others: Sequence[str]) -> Tracked:
    """A new sentence before one of six."""
    return _insert(text, random, spans(SENTENCE, text.text), lambda: random.choice(others).strip() + " ")


def deleted_sentences(text: Tracked, random: Random, others: Sequence[str]) -> Tracked:
    """One of eight sentences is gone."""
    return _delete(text, random, spans(SENTENCE, text.text))


def inserted_paragraphs(text: Tracked, random: Random, others: Sequence[str]) -> Tracked:
    """A new paragraph before one of six."""

    def paragraph() -> str:
        return " ".join(random.choice(others).strip() for _ in range(3)) + "\n\n"

    return _insert(text, random, spans(PARAGRAPH, text.text), paragraph)


def deleted_paragraphs(text: Tracked, random: Random, others: Sequence[str]) -> Tracked:
    """One of eight paragraphs is gone."""
    return _delete(text, random, spans(PARAGRAPH, text.text))


def rewrapped(text: Tracked, random: Random, others: Sequence[str]) -> Tracked:
    """Lines end at another column."""
    width = random.randrange(50, 90)
    changes = []
    for start, end in spans(PARAGRAPH, text.text):
        paragraph = text.text[start:end].rstrip()
        lines = textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
        at = start
        for line in lines[:-1]:
            for word in line.split():
                at = text.text.index(word, at) + len(word)
            stop = at + len(text.text[at:]) - len(text.text[at:].lstrip())
            changes.append((at, stop, Tracked("\n", [at])))
    return replace_spans(text, changes)


_CHANGED_SIGNS = {
    '"': "”", "“": '"', "”": '"', "'": "’", "’": "'", "‘": "'", "-": "‑", "–": "—", "—": "–",
    " ": "\N{NO-BREAK SPACE}",
}  # fmt: skip


def changed_signs(text: Tracked, random: Random, others: Sequence[str]) -> Tracked:
    """Other quotation marks and dashes, no-break and double spaces, soft hyphens, decomposed letters."""
    changes = []
    for at, sign in enumerate(text.text):
        chance = random.random()
        other = _CHANGED_SIGNS.get(sign, "")
        if sign == " " and chance < 0.1:
            other = random.choice([other, "  "])
        elif sign == " " or chance > 0.9:
            other = ""
        if not other and sign.isalpha() and chance < 0.02:
            other = sign + "\N{SOFT HYPHEN}" if sign.isascii() else unicodedata.normalize("NFD", sign)
        if other:
            changes.append((at, at + 1, Tracked(other, [at] * len(other))))
    return replace_spans(text, changes)


def changed_words(text: Tracked, random: Random, others: Sequence[str]) -> Tracked:
    """One of nine words is another word."""
    words, pool = spans(WORD, text.text), " ".join(others).split()
    chosen = sorted(random.sample(words, max(1, len(words) // 9)))
    return replace_spans(text, ((start, end, new(random.choice(pool))) for start, end in chosen))


def republished(text: Tracked, random: Random, others: Sequence[str]) -> Tracked:
    """A third of the sentences says something else, others have typing errors, a paragraph is new."""
    sentences = spans(SENTENCE, text.text)
    chosen = sorted(random.sample(sentences, max(1, len(sentences) // 3)))
    changes = ((start, end, new(_as_long(others, random, end - start))) for start, end in chosen)
    return inserted_paragraphs(typos(replace_spans(text, changes), random, others), random, others)


EDITS: dict[str, Edit] = {
    "typing errors": typos,
    "sentences inserted": inserted_sentences,
    "sentences deleted": deleted_sentences,
    "paragraphs inserted": inserted_paragraphs,
    "paragraphs deleted": deleted_paragraphs,
    "lines wrapped anew": rewrapped,
    "signs and spaces": changed_signs,
    "words changed": changed_words,
    "republished": republished,
}


def with_twin(text: str, start: int, end: int, random: Random, others: Sequence[str]) -> str:
    """Return a text in which a passage stands a second time, in a new sentence at its end."""
    left, right = (random.choice(others).split() for _ in range(2))
    twin = (*left[: len(left) // 2 + 1], " ".join(text[start:end].split()), *right[len(right) // 2 :])
    return f"{text.rstrip()}\n\n{' '.join(twin)}\n"


def withdrawn(text: str, start: int, end: int) -> Tracked:
    """Return a text without the sentences that a passage is in."""
    gone = [span for span in spans(SENTENCE, text) if span[0] < end and start < span[1]]
    first, last = min(gone)[0], max(gone)[1]
    return Tracked(text[:first] + text[last:], [*range(first), *range(last, len(text))])


def _insert(
    text: Tracked, random: Random, places: Sequence[tuple[int, int]], make: Callable[[], str]
) -> Tracked:
    chosen = sorted(random.sample([start for start, _ in places], max(1, len(places) // 6)))
    return replace_spans(text, ((at, at, new(make())) for at in chosen))


def _delete(text: Tracked, random: Random, places: Sequence[tuple[int, int]]) -> Tracked:
    chosen = sorted(random.sample(places, max(1, len(places) // 8)))
    return replace_spans(text, ((start, end, new("")) for start, end in chosen))


def _as_long(others: Sequence[str], random: Random, length: int) -> str:
    sentence = ""
    while len(sentence) < length:
        sentence += random.choice(others).strip() + " "
    return sentence
