"""Acronyms and the names that they stand for, in one article."""

from __future__ import annotations

from collections.abc import Iterator

from fenttui.extract.coreference.countries import known_land
from fenttui.extract.coreference.spelling import acronym_of, folded
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

_SMALL = word_set("of and for the in on to at de del la las los des du da do y e et und für")
_LEAST, _MOST = 2, 12


def initials(said: str) -> Iterator[str]:
    """Yield the acronyms of a name of several words, with and without small words and its country."""
    words = folded(said).split()
    if not _LEAST <= len(words) <= _MOST:
        return
    yield "".join(word[0] for word in words)
    content = [word for word in words if word not in _SMALL]
    yield "".join(word[0] for word in content)
    if len(content) > _LEAST and known_land(said.split()[0]) is not None:
        yield "".join(word[0] for word in content[1:])


def in_parentheses(tokens: Tokens, before: int, first: int, end: int) -> bool:
    """Return whether tokens `first` to `end` stand in parentheses right at token `before`."""
    inside, after = first - 1, end
    while tokens.lower(inside) in ('"', "“", "‘", "'", "the") and inside > before:
        inside -= 1
    if tokens.lower(after) in ('"', "”", "’", "'", ","):
        after += 1
    return (
        inside == before
        and tokens.lower(inside) == "("
        and (tokens.lower(after) == ")" or first - 1 > inside)
    )


def letters_of(said: str) -> str | None:
    """Return the letters that may be an acronym's, in lower case: of WHO, W.H.O., and of Nasa."""
    return acronym_of(said) or (said.lower() if said.isalpha() and 3 <= len(said) <= 8 else None)


def stands_for(short: str, long: str, alike: bool) -> bool:
    """Return whether `short`, in parentheses beside `long`, is its acronym.

    Names of one kind, for which `alike` holds, may also have the acronym of another language's words.
    """
    letters = letters_of(short)
    if letters is None or " " not in long:
        return False
    if letters in initials(long):
        return True
    name = folded(long)
    return (
        alike
        and acronym_of(short) is not None
        and (letters[0] == name[:1] or _within(letters, name) or _anagram(letters, name))
    )


def _within(letters: str, name: str) -> bool:
    """Return whether the letters stand in the name in this order."""
    rest = iter(name)
    return all(letter in rest for letter in letters)


def _anagram(letters: str, name: str) -> bool:
    """Return whether the letters are the words' initials in another language's order."""
    words = [word for word in name.split() if word not in _SMALL]
    return sorted(letters) == sorted(word[0] for word in words)
