"""Where the sentences of a news text begin and end."""

from __future__ import annotations

import re

from fenttui.articles.abbreviations import (
    AFTER_CLOCK,
    AFTER_NAME,
    BEFORE_NUMBER,
    PARTIES,
    STARTERS,
    STATE_WORDS,
    TITLES,
    VERBS,
)

# Nothing after a repetition here can fail, so the search never goes back: linear in any text.
_STOP = re.compile(
    r"(?P<paragraph>\n[^\S\n]*\n\s*)"
    r"|(?P<wide>[。！？｡][.!?…。！？｡]*[\"'”’»›)\]}」』）】》〉]*)"
    r"|(?P<stop>[.!?…]+)(?P<closers>[\"'”’»›)\]}」』）】》〉*_]*(?:\[[0-9]{1,3}\])*)"
)
_SPACE = re.compile(r"\s*")
_OPENERS = re.compile(r"[\"'“‘„«‹(\[{「『（【《〈¿¡*_–—-]*\s?")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_LONGEST_ABBREVIATION = 16
_QUOTES = frozenset("\"'”’»›」』")
_CLOSING_QUOTE = {'"': '"', "'": "'", "“": "”", "‘": "’", "«": "»", "„": "“"}
_LONGEST_NAME = 60
"""In characters: a longer quotation is a clause, not a name."""
_DASHES = frozenset("–—-")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the sentences of `text` as (start, end) in code points, without the white space between them.

    A blank line always ends a sentence, and so does a full-width stop. A stop of `.!?…` ends one where white
    space and no small letter follow; a full stop after an abbreviation, an initial or a number is judged by
    the words around it. Closing quotes and brackets belong to the sentence that they close. Every character
    that is not white space is in exactly one span.

    The method is that of Grefenstette and Tapanainen, "What is a word, what is a sentence?" (1994): regular
    expressions, then lists of abbreviations. After "U.S." the next two words decide as well: "the U.S.
    President" continues, "the U.S. China said" does not.
    """
    spans: list[tuple[int, int]] = []
    start = _SPACE.match(text).end()  # type: ignore[union-attr]
    length = len(text)
    for match in _STOP.finditer(text, start):
        end = match.end()
        kind = match.lastgroup
        if kind == "paragraph":
            # A stop that ended the paragraph has closed its sentence already.
            if match.start() > start:
                spans.append((start, _trimmed(text, start, match.start())))
            start = end
            continue
        if kind != "wide":
            if end < length and not text[end].isspace():
                continue
            if not _ends(text, start, match):
                continue
        spans.append((start, end))
        start = _SPACE.match(text, end).end()  # type: ignore[union-attr]
    if start < length:
        spans.append((start, _trimmed(text, start, length)))
    return spans


def _trimmed(text: str, start: int, end: int) -> int:
    """Return the end of `text[start:end]` without the white space at its end."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Return whether the stop of `match`, before white space or the end, ends the sentence from `start`."""
    after = _SPACE.match(text, match.end()).end()  # type: ignore[union-attr]
    if after == len(text) or text.count("\n", match.end(), after) > 1:
        return True
    opened = _OPENERS.match(text, after).end()  # type: ignore[union-attr]
    following = text[opened : opened + 1]
    # A lowercase letter continues the sentence, unless it opens a quotation.
    if following.islower() and (opened == after or text[after] in _DASHES):
        return False
    if match["stop"] != "." or not _QUOTES.isdisjoint(match["closers"]):
        return True
    return _full_stop_ends(text, start, match.start(), opened)


def _full_stop_ends(text: str, start: int, stop: int, opened: int) -> bool:
    """Return whether a single full stop at `stop` ends the sentence; the next word is at `opened`."""
    word = _word_before(text, start, stop)
    if not word:
        return True
    lower = word.lower()
    if lower in TITLES:
        return False
    if lower in BEFORE_NUMBER:
        return not text[opened : opened + 1].isdigit()
    if word.isdigit():
        # "1. The first point": the number of an item, not a sentence.
        return stop - len(word) > start or len(word) > 2
    if lower in ("a.m", "p.m"):
        following = _next_word(text, opened)
        return not following.isupper() and following.lower() not in AFTER_CLOCK
    if lower in AFTER_NAME or _DOTTED.match(word):
        return _quotation_opens(text, opened) or _sentence_opens(text, opened)
    if len(word) == 1 and word.isupper():
        return word != "I" and _starter_at(text, opened)
    return True


def _word_before(text: str, start: int, stop: int) -> str:
    """Return the word that ends at `stop`, inner full stops included.

    Empty if too long to be an abbreviation.
    """
    begin = stop
    lowest = max(start, stop - _LONGEST_ABBREVIATION)
    while begin > lowest and (text[begin - 1].isalnum() or text[begin - 1] == "."):
        begin -= 1
    if begin == lowest and begin > start and text[begin - 1].isalnum():
        return ""
    return text[begin:stop]


def _next_word(text: str, at: int) -> str:
    """Return the word at `at`, empty where there is none."""
    match = _WORD.match(text, at)
    return match[0] if match else ""


def _starter_at(text: str, at: int) -> bool:
    """Return whether the word at `at` is one that sentences open with, and no abbreviation."""
    word = _next_word(text, at)
    return word.lower() in STARTERS and text[at + len(word) : at + len(word) + 1] != "."


def _quotation_opens(text: str, at: int) -> bool:
    """Return whether a quoted clause begins at `at`.

    “Never,” but not the name in “Liberation Day” tariffs.
    """
    closing = _CLOSING_QUOTE.get(text[at - 1])
    if closing is None or not text[at : at + 1].isupper():
        return False
    end = text.find(closing, at, at + _LONGEST_NAME)
    return end < 0 or text[end - 1] in ",.!?…"


def _sentence_opens(text: str, at: int) -> bool:
    """Return whether the words at `at` open a sentence, judged by the first two."""
    if _starter_at(text, at):
        return True
    word = _next_word(text, at)
    end = at + len(word)
    if not word or text[end : end + 1] == ".":
        return False
    lower = word.lower().removesuffix("'s").removesuffix("’s")
    if lower in STATE_WORDS and lower not in PARTIES:
        return False
    second = _next_word(text, end + 1)
    if lower in PARTIES:
        return second.islower() or not second
    return second in VERBS
