"""What stands between quotation marks, straight or typographic."""

from __future__ import annotations

from typing import NamedTuple

from fenttui.graphemes import cluster_end, cluster_start

_DOUBLE = {
    '"': '"',
    "“": "”",
    "„": "“”",
    "”": "”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "《": "》",
}
_SINGLE = {"'": "'", "‘": "’", "‚": "‘’", "’": "’", "‹": "›", "›": "‹", "〈": "〉"}
"""What closes a quotation, by the mark that opens it."""
_ALWAYS_OPEN = frozenset("“„«「『《‘‚‹〈")
_BEFORE = frozenset("([{—–-/\"'") | _ALWAYS_OPEN
"""What may stand before the mark that opens a quotation, beside white space."""


class Quotation(NamedTuple):
    """A quotation with its marks."""

    start: int
    """The mark that opens it."""
    end: int
    """After the mark that closes it."""
    inner: tuple[int, int]
    """The span between the marks; it ends where the paragraph does where no mark closes the quotation."""


def quotations(text: str, start: int, end: int, single: bool = False) -> list[Quotation]:
    """Return the quotations in `text[start:end]`, a paragraph, by their ends.

    A typographic mark without a partner quotes to the end of the paragraph, as where a quotation continues in
    the next; a straight one without a partner is none. A single mark between letters is an apostrophe. What
    is joined to a mark, as an accent, belongs to the mark; a mark that is joined to a letter is none.

    Args:
        text: The article's text.
        start: Where the paragraph begins.
        end: Where it ends.
        single: Whether single marks are looked for, else double ones.
    """
    closers = _SINGLE if single else _DOUBLE
    marks = frozenset("".join([*closers, *closers.values()]))
    found: list[Quotation] = []
    opened: list[int] = []
    for at in range(start, end):
        mark = text[at]
        if mark not in marks or cluster_start(text, at) != at or (single and _is_apostrophe(text, at)):
            continue
        opener = next((index for index in reversed(opened) if mark in closers[text[index]]), None)
        begins = _begins_word(text, start, at, end)
        if opener is not None and not (begins and mark in closers):
            found.append(Quotation(opener, cluster_end(text, at), (cluster_end(text, opener), at)))
            del opened[opened.index(opener) :]
        elif mark in _ALWAYS_OPEN or (begins and mark in closers):
            opened.append(at)
    found += [Quotation(at, end, (cluster_end(text, at), end)) for at in opened if text[at] in _ALWAYS_OPEN]
    return sorted(found, key=lambda quotation: quotation.end)


def _begins_word(text: str, start: int, at: int, end: int) -> bool:
    """Return whether a mark can open a quotation: it stands before a word and not after one."""
    before = at == start or text[at - 1].isspace() or text[at - 1] in _BEFORE
    return before and at + 1 < end and not text[at + 1].isspace()


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
