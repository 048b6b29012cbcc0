"""Known names found in tokens: the longest that starts at a token, by one dictionary look-up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from fenttui.extract.gazetteer import Known, known_names
from fenttui.extract.tokens import Tokens, tokenize

Phrases = dict[str, tuple[tuple[tuple[str, ...], Known], ...]]
"""From the first word of names to the words that follow it and what is named, the longest first."""


def phrases_of(names: Mapping[str, Known]) -> Phrases:
    """The index of `names`."""
    found: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    for name, known in names.items():
        first, *rest = [name] if name.isalpha() else tokenize(name).words
        found.setdefault(first, []).append((tuple(rest), known))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


@cache
def known_phrases() -> Phrases:
    """The index of every name that is known beforehand."""
    return phrases_of(known_names())


def phrase_at(phrases: Phrases, tokens: Tokens, index: int) -> tuple[int, Known] | None:
    """The longest known name that starts at token `index`: the token after it, and what it names."""
    words = tokens.words
    rows = phrases.get(words[index])
    if rows is None and len(words[index]) > 3 and words[index].isupper():
        rows = tuple(row for row in phrases.get(words[index].capitalize(), ()) if not row[0])
    for rest, known in rows or ():
        end = index + 1 + len(rest)
        if not rest or tuple(words[index + 1 : end]) == rest:
            return end, known
    return None
