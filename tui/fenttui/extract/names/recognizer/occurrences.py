"""What the rest of the article says about a word: how its other occurrences stand."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from fenttui.extract.names.recognizer.lexicon import CLASS
from fenttui.extract.text.tokens import Tokens

SIGNS = (
    "in_lower_case", "within_a_sentence", "after_honorific", "after_role", "before_speech",
    "after_place_word", "after_the", "in_a_longer_run", "alone", "in_parentheses", "with_possessive",
    "run_ends_organization", "run_starts_given", "ends_a_run", "starts_a_run",
)  # fmt: skip
"""What some occurrence of the word in the text shows; after Chieu and Ng (2003), global features."""
_BIT = {sign: 1 << index for index, sign in enumerate(SIGNS)}

_ALWAYS = 1 << len(SIGNS)
"""Set for every word with a capital."""
SIGN_FEATURES = len(SIGNS) + 1


def occurrence_signs(
    tokens: Tokens, capital: list[bool], ids: NDArray[np.int64], classes: NDArray[np.uint32]
) -> NDArray[np.uint32]:
    """Return the signs of the occurrences with a capital of each distinct word, as bits.

    Args:
        tokens: the text.
        capital: for each token, whether it has a capital.
        ids: for each token, the number of its distinct word.
        classes: for each distinct word, the bits of `CLASS`.
    """
    words, lowers, opens, size = tokens.words, tokens.lowers, tokens.opens, len(tokens)
    kinds = classes[ids].tolist()
    numbers = ids.tolist()
    signs = [0] * len(classes)
    lower = {word for word, high in zip(words, capital, strict=True) if not high}
    start = 0
    while start < size:
        if not capital[start]:
            start += 1
            continue
        end = start + 1
        while end < size and capital[end]:
            end += 1
        shown = _run_signs(lowers, kinds, start, end)
        for index in range(start, end):
            found = shown | _ALWAYS
            if not opens[index]:
                found |= _BIT["within_a_sentence"]
            if lowers[index] in lower:
                found |= _BIT["in_lower_case"]
            if index > start and kinds[index - 1] & CLASS["honorific"]:
                found |= _BIT["after_honorific"]
            if end - start > 1:
                if index == end - 1:
                    found |= _BIT["ends_a_run"]
                elif index == start:
                    found |= _BIT["starts_a_run"]
            signs[numbers[index]] |= found
        start = end
    return np.array(signs, np.uint32)


def _run_signs(lowers: list[str], kinds: list[int], start: int, end: int) -> int:
    """Return what a run of words with capitals shows of each of its words."""
    at = start - 1
    if at > 0 and lowers[at] == "." and kinds[at - 1] & CLASS["honorific"]:
        at -= 1
    before, before_kind = (lowers[at], kinds[at]) if at >= 0 else ("", 0)
    after, after_kind = (lowers[end], kinds[end]) if end < len(lowers) else ("", 0)
    found = _BIT["alone"] if end - start == 1 else _BIT["in_a_longer_run"]
    if before_kind & CLASS["honorific"] or (end - start > 2 and kinds[start] & CLASS["honorific"]):
        found |= _BIT["after_honorific"]
    if before_kind & CLASS["role"]:
        found |= _BIT["after_role"]
    if after_kind & CLASS["speech"]:
        found |= _BIT["before_speech"]
    if before in ("in", "at", "from", "near"):
        found |= _BIT["after_place_word"]
    elif before == "the":
        found |= _BIT["after_the"]
    elif before == "(" and after == ")":
        found |= _BIT["in_parentheses"]
    if after in ("'s", "’s"):
        found |= _BIT["with_possessive"]
    if end - start > 1:
        if kinds[end - 1] & CLASS["organization_word"]:
            found |= _BIT["run_ends_organization"]
        if kinds[start] & CLASS["given"]:
            found |= _BIT["run_starts_given"]
    return found
