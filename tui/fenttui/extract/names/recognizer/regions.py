"""The regions of a text where names can be: stretches of a sentence around words with a capital."""

from __future__ import annotations

from fenttui.extract.text.tokens import Tokens

_LONG, _LONGEST = 12, 40
"""A region of so many tokens ends at the next comma, or at the most: one step of decoding takes a token of
each region, so that many short ones are quicker than few long ones."""


def capitals(tokens: Tokens) -> list[bool]:
    """Return whether each token has a capital letter: Wang, iPhone, but no 京 and no 12."""
    return [word != lower for word, lower in zip(tokens.words, tokens.lowers, strict=True)]


def regions(tokens: Tokens, capital: list[bool]) -> list[tuple[int, int]]:
    """Return the regions in order, as first token and one past the last.

    No region crosses a sentence's end.
    """
    words, opens, size = tokens.words, tokens.opens, len(tokens)
    found: list[tuple[int, int]] = []
    start = end = 0
    for index in range(size):
        if not capital[index]:
            continue
        first, last = index - 1, max(index + 2, end)
        while first > 0 and words[first] == "-":
            first -= 1
        while last < size and words[last - 1] == "-":
            last += 2
        first, last = max(first, end), min(last, size)
        for here in range(first, last):
            fresh = opens[here] and here > 0 and not opens[here - 1]
            if words[here][0] == "\n":
                if end > start:
                    found.append((start, end))
                start = end = here + 1
            elif (
                here > end
                or fresh
                or here - start >= _LONGEST
                or (here - start >= _LONG and words[here] == ",")
            ):
                if end > start:
                    found.append((start, end))
                start, end = here, here + 1
            else:
                end = here + 1
    if end > start:
        found.append((start, end))
    return found
