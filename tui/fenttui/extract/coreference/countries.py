"""Countries by their names, peoples and capitals, and the towns and states that are called the same."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import cache

from fenttui.extract.coreference.spelling import folded, one_line
from fenttui.extract.mention import Way
from fenttui.extract.names.name import Name
from fenttui.extract.text.gazetteer import Known, countries, known_names, states
from fenttui.extract.text.tokens import Tokens
from fenttui.extract.text.wordlists import word_set

_SHARED_CAPITALS = frozenset(
    ("Georgetown", "Kingston", "San José", "San Jose", "San Juan", "Santiago", "Tripoli", "Wellington",
     "Nassau", "San Salvador", "Kingstown", "Bridgetown", "Hamilton", "Port Louis", "Tarawa", "Malé", "Praia")
)  # fmt: skip
"""Capitals that other towns are called like: the country's only where the text names the country."""
_WHEREABOUTS = word_set("in at near to from outside around across visit visited leave left")
_STYLES = word_set("Republic Kingdom Sultanate State Emirate Principality Commonwealth")
_UNION = frozenset(("European Union", "EU", "E.U.", "European Commission", "European Parliament"))
_BRAZZAVILLE = frozenset(("Republic of the Congo", "Republic of Congo", "Congo-Brazzaville", "Brazzaville"))
_KINSHASA = frozenset(
    (
        "Democratic Republic of the Congo",
        "Democratic Republic of Congo",
        "DRC",
        "DR Congo",
        "Kinshasa",
        "Goma",
    )
)
_CAUCASUS = frozenset(("Russia", "Armenia", "Azerbaijan", "Ukraine", "Turkey", "Moldova", "Soviet Union"))


@cache
def _known() -> dict[str, Known]:
    """Return what is known of countries and states by what is written."""
    lands = {country.name for country in countries()}
    found = {name: known for name, known in known_names().items() if known.actor in lands}
    for state in states():
        found |= {short: Known("place", state.name) for short in state.abbreviations if "." in short}
    return found


@cache
def _folded() -> dict[str, Known]:
    """Return the same by folded names of at least four letters, where case and accents make no difference."""
    return {fold: known for name, known in reversed(_known().items()) if len(fold := folded(name)) > 3}


@cache
def _states() -> dict[str, str]:
    """Return the states by their names and abbreviations, as they stand after a town's name."""
    return {name: state.name for state in states() for name in (state.name, *state.abbreviations)}


def known_land(said: str) -> Known | None:
    """Return the country, or the part of the world with an adjective of its own, that `said` names."""
    said = one_line(said)
    known = _known().get(said)
    if known is None and (said.isupper() or not said.isascii() or "-" in said or said.startswith("The ")):
        known = _folded().get(folded(said.removeprefix("The ").removeprefix("THE ")))
    return known or _styled(said)


def _styled(said: str) -> Known | None:
    """Return the country of "the Sultanate of Oman", and the one whose capital "Doha, Qatar" is."""
    style, _, name = said.rpartition(" of ")
    if style and style.split()[-1] in _STYLES:
        known = _known().get(name.removeprefix("the "))
        return known if known is not None and known.way == "name" and name not in _states() else None
    town, _, land = said.partition(", ")
    if land:
        known, country = _known().get(town), _known().get(land)
        if known is not None and country is not None and known.actor == country.actor:
            return known
    return None


@dataclass(frozen=True, slots=True)
class _Article:
    """What decides, in one article, between the two readings of a name."""

    named: Set[str]
    """The countries that it names otherwise than by a capital."""
    state: Set[str]
    """The states whose names are a country's or a capital's, and of which it is about."""
    korea: str
    """Which country it calls Korea."""
    congo: str
    """Which country it calls Congo."""
    union: bool
    """Whether Brussels decides for the European Union in it, and not for Belgium."""


def resolve_countries(tokens: Tokens, names: list[Name]) -> None:
    """Give the names of countries, of their peoples and of their capitals their actor and way.

    A town or state that is only called like one becomes its own actor: "Paris, Texas", "Georgia (state)".
    """
    found: list[tuple[Name, Known]] = []
    by_text: dict[str, Known | None] = {}
    for name in names:
        said = tokens.said(name.first, name.end)
        if said not in by_text:
            by_text[said] = known_land(said)
        known = by_text[said]
        if known is not None and name.kind not in (None, "person"):
            found.append((name, known))
    if not found:
        return
    article = _article(frozenset(by_text), [known for _, known in found])
    for name, known in found:
        name.actor, name.way = _read(tokens, name, known, article)


def _article(said: Set[str], lands: list[Known]) -> _Article:
    named = {known.actor for known in lands if known.way != "capital"}
    any_way = {known.actor for known in lands}
    state = {each.name for each in states() if said & set(each.cues)}
    if any(known.actor == "Georgia" and known.way != "name" for known in lands):
        state.discard("Georgia")
    elif len(said & set(_states())) > 2 and not named & _CAUCASUS:
        state.add("Georgia")
    korea = "Korea"
    if ("South Korea" in any_way) != ("North Korea" in any_way):
        korea = "South Korea" if "South Korea" in any_way else "North Korea"
    other = said & _BRAZZAVILLE and not said & _KINSHASA
    congo = "Republic of the Congo" if other else "Democratic Republic of the Congo"
    return _Article(named, state, korea, congo, bool(said & _UNION) and "Belgium" not in named)


def _read(tokens: Tokens, name: Name, known: Known, article: _Article) -> tuple[str, Way]:
    said, before = one_line(tokens.said(name.first, name.end)), tokens.lower(name.first - 1)
    if known.way == "capital":
        state = _state_after(tokens, name.end)
        if said == "Washington" and (_is_state(tokens, name) or _city_before(tokens, name, "Washington")):
            return "Washington (state)", "name"
        if state is not None and said != "Washington":
            return f"{said}, {state}", "name"
        if said in _SHARED_CAPITALS and known.actor not in article.named:
            return said, "name"
        if said == "Brussels" and article.union and before not in _WHEREABOUTS:
            return "European Union", "capital"
    elif known.actor == "Georgia" and known.way == "name":
        if "Georgia" in article.state or _is_state(tokens, name) or _city_before(tokens, name, "Georgia"):
            return "Georgia (state)", "name"
    elif known.actor == "Korea":
        return article.korea, known.way
    elif said in ("Congo", "Congolese", "CONGO"):
        return article.congo, known.way
    return known.actor, known.way


def _is_state(tokens: Tokens, name: Name) -> bool:
    """Return whether the text calls it a state: "Washington state", "the state of Georgia"."""
    before = tokens.lower(name.first - 1)
    return (tokens.lower(name.end) == "state" and tokens.words[name.end] != "State") or (
        before == "of" and tokens.lower(name.first - 2) == "state"
    )


def _city_before(tokens: Tokens, name: Name, state: str) -> bool:
    """Return whether a town of the state stands before it: "Seattle, Washington"."""
    if tokens.lower(name.first - 1) != "," or name.first < 2:
        return False
    cues = next(each.cues for each in states() if each.name == state)
    return tokens.words[name.first - 2] in cues


def _state_after(tokens: Tokens, end: int) -> str | None:
    """Return the state that follows a town's name and a comma."""
    if tokens.lower(end) != ",":
        return None
    for size in (2, 1):
        if end + 1 + size <= len(tokens):
            state = _states().get(one_line(tokens.said(end + 1, end + 1 + size)))
            if state is not None:
                return state
    return None
