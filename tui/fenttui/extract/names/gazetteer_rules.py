"""Rules that correct the names an engine found by what the gazetteer is sure of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from fenttui.extract.names.name import Name
from fenttui.extract.text.gazetteer import Known, known_names
from fenttui.extract.text.tokens import Tokens, tokenize
from fenttui.extract.text.wordlists import word_set

_FIELDS = word_set(
    "foreign defense defence health finance interior commerce justice education trade agriculture energy"
    " environment transport culture labor labour economy information security"
)
_BULLETS = ("-", "–", "—", "*", "•")
_POSSESSIVES = ("'s", "’s")


def with_gazetteer_rules(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Return the names corrected by the gazetteer, in order and without overlaps.

    - Lines of a list and cells of a table are never one name: "Marco Rubio" above "Wang Yi".
    - Two countries side by side are two: the full stop of "U.S." may end a sentence before "China".
    - A country that has an organization is a name of its own: "India's Supreme Court".
    - "Chinese foreign ministry" is the ministry, though it has one capital.
    - A known organization is an organization, even if it looks like people: Johnson & Johnson.
    - A known organization of several words is found wherever it stands: The Independent.
    """
    parts = [part for name in names for cell in _cells(tokens, name) for part in _parts(tokens, cell)]
    return sorted([*parts, *_overlooked(tokens, parts)], key=lambda name: name.first)


def _cells(tokens: Tokens, name: Name) -> Iterator[Name]:
    """Yield the name, cut where a line or a cell that it fills ends, and at a hyphen that opens a line.

    A line of prose ends in the midst of a name as well, but there other words stand before it.
    """
    said = tokens.said(name.first, name.end)
    if "\n" not in said and "\t" not in said:
        yield name
        return
    start = name.first
    opens = _opens_cell(tokens, start) or (_is_bullet(tokens, start - 1) and _opens_cell(tokens, start - 1))
    for at in range(name.first + 1, name.end):
        gap = tokens.text[tokens.ends[at - 1] : tokens.starts[at]]
        is_bullet = "\n" in gap and _is_bullet(tokens, at)
        if is_bullet or "\t" in gap or (opens and "\n" in gap):
            if start < at:
                yield _cell(tokens, start, at, name)
            start, opens = at + is_bullet, True
    if start < name.end:
        yield _cell(tokens, start, name.end, name)


def _opens_cell(tokens: Tokens, at: int) -> bool:
    """Return whether a token is the first of its line, or of its cell in a table."""
    gap = tokens.text[tokens.ends[at - 1] : tokens.starts[at]] if at else "\n"
    return "\n" in gap or "\t" in gap


def _is_bullet(tokens: Tokens, at: int) -> bool:
    return at >= 0 and tokens.words[at] in _BULLETS


def _cell(tokens: Tokens, first: int, end: int, name: Name) -> Name:
    known = _known(tokens, first, end) if end - first < name.size else None
    return Name(first, end, known.kind if known is not None else name.kind)


def _parts(tokens: Tokens, name: Name) -> Iterator[Name]:
    known = _known(tokens, name.first, name.end)
    if known is not None:
        if known.kind == "organization":
            name.kind = "organization"
        elif known.way == "demonym" and _is_ministry(tokens, name.end):
            name.end += 2
            name.kind = "organization"
        yield name
        return
    for cut in range(name.first + 1, name.end):
        if _is_country(_known(tokens, name.first, cut)):
            if tokens.words[cut] in _POSSESSIVES and cut + 1 < name.end and name.kind == "organization":
                yield Name(name.first, cut, "place")
                yield Name(cut + 1, name.end, name.kind)
                return
            if _is_country(_known(tokens, cut, name.end)):
                yield Name(name.first, cut, "place")
                yield Name(cut, name.end, "place")
                return
    yield name


def _overlooked(tokens: Tokens, names: list[Name]) -> Iterator[Name]:
    phrases, words = _organizations(), tokens.words
    found = [index for index, word in enumerate(words) if word in phrases]
    if not found:
        return
    taken = {index for name in names for index in range(name.first, name.end)}
    free = 0
    for index in found:
        for phrase in phrases[words[index]]:
            end = index + len(phrase)
            if index >= free and words[index:end] == phrase and taken.isdisjoint(range(index, end)):
                yield Name(index, end, "organization")
                free = end
                break


@cache
def _organizations() -> dict[str, list[list[str]]]:
    """Return the words of known organizations of several words by the first of them, the longest first."""
    phrases: dict[str, list[list[str]]] = {}
    for name, known in known_names().items():
        words = tokenize(name).words if known.kind == "organization" else []
        if len(words) > 1:
            phrases.setdefault(words[0], []).append(words)
    return {first: sorted(rows, key=len, reverse=True) for first, rows in phrases.items()}


def _known(tokens: Tokens, first: int, end: int) -> Known | None:
    return known_names().get(tokens.said(first, end))


def _is_country(known: Known | None) -> bool:
    return known is not None and known.kind == "place" and known.way == "name"


def _is_ministry(tokens: Tokens, at: int) -> bool:
    return tokens.lower(at) in _FIELDS and tokens.lower(at + 1) == "ministry"
