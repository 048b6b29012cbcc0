"""Short forms of the names of organizations and places: Huawei for Huawei Technologies."""

from __future__ import annotations

from collections.abc import Iterator

from fenttui.extract.coreference.countries import known_land
from fenttui.extract.text.wordlists import word_set

_LEGAL = word_set(
    "inc incorporated ltd limited plc llc llp lp corp co gmbh ag sa nv bv bhd sdn pte pty oyj ab asa"
    " spa srl kk jsc pjsc ojsc oao zao ooo"
)
_BUSINESS = word_set("technologies technology group holdings holding corporation company companies motors")
_SMALL = word_set("of and for the in on to at de del la")
_GENERIC = word_set(
    "academy administration agency alliance army arts assembly association authority bank board bureau"
    " business center central chamber church city civil club college commission committee community"
    " company congress council country court daily democratic department development district east"
    " eastern education electric energy federal federation first football foreign forum foundation free"
    " front fund general global great group guardian health high home hospital house human independent"
    " industrial institute international investment island joint justice law league liberal local media"
    " medical metropolitan military ministry movement national new north northern office oil"
    " organization park parliament party people peoples police political post press program progressive"
    " provincial public radio red regional republican reserve research rural royal saint school science"
    " security senate service social socialist society south southern special sports state states super"
    " supreme technical trade transport treasury tv union united university upper urban west western"
    " white women workers world young youth labor green coalition trust conservative communist christian"
    " islamic muslim catholic"
)
"""Words that name no organization by themselves."""
_GEOGRAPHIC = word_set(
    "province prefecture oblast governorate river island islands canton peninsula desert region township"
)
_HEADS = word_set(
    "academy agency army assembly association authority bank board bureau cabinet center church club"
    " college commission committee company congress corporation council court department federation"
    " foundation fund government hospital institute ministry parliament party police school senate"
    " tribunal university league movement front alliance coalition society trust union group"
)
_MOST = 12


def without_legal_form(key: str) -> str:
    """Return a folded name without "Ltd" and the like at its end, and without the article at its start."""
    words = key.split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    while len(words) > 1 and words[-1] == "and":
        words.pop()
    return " ".join(words)


def without_business(key: str) -> str:
    """Return a folded name without "Group", "Holdings" and the like at its end."""
    words = key.split()
    while len(words) > 1 and words[-1] in _BUSINESS:
        words.pop()
    return " ".join(words)


def short_forms(key: str, is_place: bool) -> Iterator[str]:
    """Yield the shorter names that the folded name `key` may be called by afterwards, the longest first."""
    words = key.split()[:_MOST]
    if is_place:
        if len(words) > 1 and words[-1] in _GEOGRAPHIC:
            yield " ".join(words[:-1])
        elif len(words) > 1 and words[0] == "river":
            yield " ".join(words[1:])
        return
    for size in range(len(words) - 1, 0, -1):
        if words[size - 1] not in _SMALL and (size > 1 or _names_alone(words[0])):
            yield " ".join(words[:size])
        if size > 1 and words[-size] not in _SMALL:
            yield " ".join(words[-size:])


def head_of(key: str) -> str | None:
    """Return the word that may refer to the organization right after it: the Assembly, the University."""
    words = key.split()
    if len(words) < 2:
        return None
    head = words[0] if len(words) > 2 and words[1] in ("of", "for") else words[-1]
    return head if head in _HEADS else None


def is_generic(key: str) -> bool:
    """Return whether every word of a folded name only says what sort of body it is: supreme court."""
    return all(word in _GENERIC or word in _SMALL for word in key.split())


def _names_alone(word: str) -> bool:
    return len(word) > 2 and word not in _GENERIC and known_land(word.capitalize()) is None


def singular(key: str) -> str:
    """Return the singular of a group's folded name of one word: democrat of democrats."""
    if " " in key or len(key) < 5 or not key.endswith("s") or key.endswith(("ss", "us", "is", "os")):
        return key
    return f"{key[:-3]}y" if key.endswith("ies") else key[:-1]
