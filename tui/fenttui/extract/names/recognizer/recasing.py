"""Texts that are all in capitals, or have none, as they would be written elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np

from fenttui.extract.names.recognizer.hashing import word_hash
from fenttui.extract.names.recognizer.lexicon import Lexicon
from fenttui.extract.text.tokens import Tokens

_LETTERS = 2
"""Words of so many letters count: single ones have a capital anyway."""
_FEW = 4
"""A paragraph of fewer such words is left as it is."""
_LOUD = re.compile(r"[^\W\d_a-z]{2,60}(?:\W{1,3}[^\W\d_a-z]{2,60}){2}")
"""Three words in capitals in a row: most texts have none, and that is soon seen."""
_MOST = 0.8
_MOSTLY_LOWER, _MOSTLY_CAPITAL = 4, 7
"""Up to the first of `Lexicon.cases` a word is written in lower case, from the second with a capital."""


def recased(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Return the tokens; words of paragraphs in capitals, and of texts without any, in their usual case.

    A word of a paragraph in capitals that the lexicon does not know is taken for a name.
    """
    if any(tokens.capital) and not _LOUD.search(tokens.text, tokens.starts[0], tokens.ends[-1]):
        return tokens
    long = [len(word) >= _LETTERS and word.isalpha() for word in tokens.words]
    loud = [some and word.isupper() for some, word in zip(long, tokens.words, strict=True)]
    if sum(loud) >= _FEW:
        return _quieter(tokens, long, loud, lexicon)
    if sum(long) >= _FEW and not any(tokens.capital):
        cases = _cases(tokens.lowers, lexicon)
        words = [
            word.capitalize() if case >= _MOSTLY_CAPITAL else word
            for word, case in zip(tokens.words, cases, strict=True)
        ]
        return replace(tokens, words=words, capital=[word[0].isupper() for word in words])
    return tokens


def _quieter(tokens: Tokens, long: list[bool], loud: list[bool], lexicon: Lexicon) -> Tokens:
    breaks = [index for index, word in enumerate(tokens.words) if word[0] == "\n"]
    words, changed = list(tokens.words), False
    for start, end in pairwise((0, *breaks, len(words))):
        count = sum(long[start:end])
        if count < _FEW or sum(loud[start:end]) < _MOST * count:
            continue
        changed = True
        lowers = tokens.lowers[start:end]
        words[start:end] = [
            lower if 0 < case <= _MOSTLY_LOWER else lower.capitalize()
            for lower, case in zip(lowers, _cases(lowers, lexicon), strict=True)
        ]
    if not changed:
        return tokens
    return replace(tokens, words=words, capital=[word[0].isupper() for word in words])


def _cases(lowers: list[str], lexicon: Lexicon) -> list[int]:
    """Return how each word is mostly written; see `Lexicon.cases`."""
    hashes = np.array([word_hash(lower) for lower in lowers], np.uint32)
    cases: list[int] = lexicon.cases_of(hashes).tolist()
    return cases
