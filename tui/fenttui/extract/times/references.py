"""Times that say only past, present or future: now, recently, soon, the near future."""

from __future__ import annotations

from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times.context import Context
from fenttui.extract.times.figure import TimeFigure
from fenttui.extract.times.lengths import PLURALS
from fenttui.extract.times.timex import FUTURE, PAST, PRESENT

REFERENCES = {
    "now": PRESENT,
    "nowadays": PRESENT,
    "currently": PRESENT,
    "current": PRESENT,
    "presently": PRESENT,
    "present": PRESENT,
    "recently": PAST,
    "lately": PAST,
    "recent": PAST,
    "soon": FUTURE,
    "someday": FUTURE,
    "future": FUTURE,
    "past": PAST,
    "near": FUTURE,
    "short": FUTURE,
}
_NO_NOUNS = word_set("to of as for and or in on at")
_NOT_SOON = ("after", "as", "before")
_LEADS = ("immediate", "foreseeable", "distant")
_AFTER_FUTURE = word_set("to as for and or in on at if when is will but")


def reference(context: Context, index: int) -> TimeFigure | None:
    """Return a reference to past, present or future: now, recently, soon, the past, the near future."""
    tokens = context.tokens
    lower, end = tokens.lowers[index], index + 1
    if lower in ("near", "short"):
        return _term(context, index)
    if lower in ("past", "future"):
        return _noun(context, index, lower)
    if lower == "present":
        placed = tokens.lower(index - 1) == "at" or tokens.lowers[max(index - 2, 0) : index] == ["for", "the"]
        return _said(index, end, lower) if placed else None
    named = tokens.capital[index] and not tokens.opens[index]
    if named or (tokens.lower(end) == "-" and tokens.joined(end)):
        return None
    if lower in ("recent", "current"):
        return _adjective(context, index, lower)
    if lower == "soon" and (tokens.lower(end) in _NOT_SOON or tokens.lower(index - 1) in ("too", "as")):
        return None
    return _said(index, end, lower)


def _said(first: int, end: int, lower: str) -> TimeFigure:
    return TimeFigure(first, end, "date", REFERENCES[lower])


def _adjective(context: Context, index: int, lower: str) -> TimeFigure | None:
    """Return the reference of an adjective: recent talks, the current crisis, recent weeks."""
    tokens, end = context.tokens, index + 1
    if tokens.lower(end) in PLURALS:
        paired = tokens.lower(end + 1) in ("and", "or") and tokens.lower(end + 2) in PLURALS
        return _said(index, end + (3 if paired else 1), lower)
    if not tokens.lower(end).isalpha() or tokens.lower(end) in _NO_NOUNS:
        return None
    return _said(index, end, lower)


def _noun(context: Context, index: int, lower: str) -> TimeFigure | None:
    """Return the reference of a noun: in the past, the foreseeable future, future quarters."""
    tokens, end = context.tokens, index + 1
    if lower == "future" and tokens.lower(end) in PLURALS:
        return _said(index, end + 1, lower)
    first = index - (tokens.lower(index - 1) in _LEADS)
    following = tokens.lower(end)
    if tokens.lower(first - 1) != "the" or following == "of":
        return None
    # Before a noun they say what kind of thing it is: the past master, the future king.
    alone = not following.isalpha() or (lower == "future" and following in _AFTER_FUTURE)
    return _said(first, end, lower) if alone else None


def _term(context: Context, index: int) -> TimeFigure | None:
    """Return the near future, the near term, the short term; near-term before a noun is none."""
    tokens = context.tokens
    noun = index + 1 + (tokens.lower(index + 1) == "-")
    following = tokens.lower(noun + 1)
    if tokens.lower(index - 1) != "the" or tokens.lower(noun) not in ("term", "future"):
        return None
    if tokens.lower(noun) == "term" and following.isalpha() and following not in _NO_NOUNS:
        return None
    return TimeFigure(index, noun + 1, "date", FUTURE)
