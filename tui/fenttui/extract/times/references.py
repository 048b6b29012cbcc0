"""Times that say only past, present or future: now, recently, soon, the near future."""

from __future__ import annotations

from fenttui.extract.amounts import Figure
from fenttui.extract.times.lengths import PLURALS
from fenttui.extract.times.reading import Reading
from fenttui.extract.times.timex import FUTURE, PAST, PRESENT
from fenttui.extract.wordlists import word_set

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
_NO_PLACE = word_set("to of as for and or in on at")
_LEADS = ("quite", "very", "most", "more", "near", "immediate", "foreseeable", "not-too-distant")


def reference(reading: Reading, index: int) -> Figure | None:
    """Now, recently, recent, soon, the past, the near future, coming months."""
    tokens = reading.tokens
    lower, end = tokens.lowers[index], index + 1
    joined = tokens.lower(end) == "-" and tokens.joined(end)
    if lower == "present":
        placed = tokens.lower(index - 1) == "at" or tokens.lowers[max(index - 2, 0) : index] == ["for", "the"]
        return Figure(index, end, "date", time=PRESENT) if placed else None
    if lower in ("near", "short"):
        return _term(reading, index)
    if lower == "soon" and (
        tokens.lower(end) in ("after", "as", "before") or tokens.lower(index - 1) == "too"
    ):
        return None
    if lower in ("past", "future"):
        return _noun(reading, index, lower)
    if joined or (tokens.capital[index] and not tokens.opens[index]):
        return None
    if lower in ("recent", "current"):
        return _adjective(reading, index, lower)
    return Figure(index, end, "date", time=REFERENCES[lower])


def _adjective(reading: Reading, index: int, lower: str) -> Figure | None:
    tokens, end = reading.tokens, index + 1
    if tokens.lower(end) in PLURALS:
        end += 1
        if tokens.lower(end) in ("and", "or") and tokens.lower(end + 1) in PLURALS:
            end += 2
    elif not tokens.lower(end).isalpha() or tokens.lower(end) in _NO_PLACE:
        return None
    return Figure(index, end if end > index + 1 else index + 1, "date", time=REFERENCES[lower])


def _noun(reading: Reading, index: int, lower: str) -> Figure | None:
    """The past, in the near future, future quarters."""
    tokens, end = reading.tokens, index + 1
    if lower == "future" and tokens.lower(end) in PLURALS:
        return Figure(index, end + 1, "date", time=FUTURE)
    first = index
    if tokens.lower(first - 1) in _LEADS:
        first -= 1
    if tokens.lower(first - 1) != "the" or tokens.lower(end) == "of":
        return None
    follows = tokens.lower(end)
    if follows.isalpha() and not (
        lower == "future" and follows in ("if", "when", "is", "and", "will", "but")
    ):
        return (
            None
            if tokens.lower(first - 2) not in ("in", "of", "for", "about") or lower == "past"
            else (Figure(first, end, "date", time=REFERENCES[lower]) if follows in _NO_PLACE else None)
        )
    return Figure(first, end, "date", time=REFERENCES[lower])


def _term(reading: Reading, index: int) -> Figure | None:
    """The near future, the near term, the short term."""
    tokens = reading.tokens
    noun = index + 1 + (tokens.lower(index + 1) == "-")
    if tokens.lower(index - 1) != "the" or tokens.lower(noun) not in ("term", "future"):
        return None
    return (
        None
        if tokens.lower(noun + 1).isalpha()
        and tokens.lower(noun) == "term"
        and (tokens.lower(noun + 1) not in _NO_PLACE)
        else Figure(index, noun + 1, "date", time=FUTURE)
    )
