"""Whether the words around a time speak of the past or of the future.

The verb that stands nearest before the time decides, and where its sentence has none before it, the first
after it. No parser: auxiliaries, regular past forms, frequent irregular ones, words such as "scheduled".
"""

from __future__ import annotations

from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set
from fenttui.extract.times.timex import Sense

_REACH = 16
_FUTURE = word_set(
    "will shall 'll ’ll won't won’t would upcoming forthcoming tomorrow deadline due payable"
    " expire expires expiring begins meet convene resume reopen arrive depart starts opens ends meets votes"
    " arrives leaves faces resumes slated"
)
_FUTURE_BEFORE_TO = word_set(
    "expected expects expect scheduled planned plans plan planning set hopes hoped hope hoping intends"
    " intend intended likely going wants want wanted agreed promised vowed pledged threatened decided ready"
    " poised bound is are be seeks aims"
)
"""Before "to" and a verb these refer to the future: "expected to rise", "is to meet"."""
_PAST = word_set(
    "was were had did has have been said told went came took made got gave found left met ran won lost held"
    " began fell rose saw knew spoke wrote sent sold bought brought thought became broke built chose drew"
    " drove fought flew forgot grew heard kept led paid shot sat stood struck taught threw understood wore"
    " withdrew died since ago didn't didn’t wasn't wasn’t weren't weren’t hadn't hadn’t shook stole sank"
    " swore rode hid fled drank spent slid sought"
)
_DEFERRED = word_set(
    "extended extend extends postponed delayed adjourned suspended deferred off valid open remain remains"
    " continue continues run runs last lasts"
)
"""With "until" these refer to the future, in any tense: "postponed until Friday"."""
_PRESENTED = word_set("a an the its his her their our my your this that these those of")
"""After these a word in -ed is an adjective."""
_PASSIVE = ("be", "being", "get", "is", "are")
"""After these it has no tense of its own: "will be named"."""


def sense_at(tokens: Tokens, first: int, end: int) -> Sense:
    """Return the side of the article's date that the words around the tokens `first`..`end` speak of."""
    if tokens.lower(first - 1) == "through":
        # A time through August may be over or not: the nearest is meant.
        return None
    return _before(tokens, first) or _after(tokens, end)


def _before(tokens: Tokens, first: int) -> Sense:
    lowers, opens = tokens.lowers, tokens.opens
    if first > 0 and lowers[first - 1] == "by" and not opens[first]:
        return "past" if "had" in lowers[max(first - 6, 0) : first] else "future"
    until = first > 0 and lowers[first - 1] in ("until", "till")
    for position in range(first - 1, max(first - _REACH, 0) - 1, -1):
        if opens[position + 1] and not opens[position]:
            break
        if until and lowers[position] in _DEFERRED:
            return "future"
        if sense := _told(tokens, position):
            return sense
    return None


def _after(tokens: Tokens, end: int) -> Sense:
    for position in range(end, min(end + _REACH, len(tokens))):
        if tokens.opens[position]:
            break
        if sense := _told(tokens, position):
            return sense
    return None


def _told(tokens: Tokens, position: int) -> Sense:
    word = tokens.lowers[position]
    if word in _FUTURE:
        because = (
            word == "due" and tokens.lower(position + 1) == "to" and tokens.lower(position + 2) in _PRESENTED
        )
        return None if because else "future"
    if word in _FUTURE_BEFORE_TO and tokens.lower(position + 1) == "to":
        return "future"
    before = tokens.lower(position - 1)
    if word in _PAST:
        return None if before in _PASSIVE else "past"
    if len(word) > 4 and word.endswith("ed") and not tokens.capital[position]:
        return None if before in _PRESENTED or before in _PASSIVE or word.endswith("eed") else "past"
    return None
