"""What the names of organizations, groups and places say, taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from fenttui.extract.coreference.acronyms import letters_of
from fenttui.extract.coreference.national import NationalBody, national_body
from fenttui.extract.coreference.short_forms import is_generic, singular, without_business, without_legal_form
from fenttui.extract.coreference.spelling import folded, one_line
from fenttui.extract.names.name import Name
from fenttui.extract.text.gazetteer import Known, canonical_forms, countries, known_names
from fenttui.extract.text.tokens import Tokens
from fenttui.kinds import ActorKind


@dataclass(frozen=True, slots=True)
class Form:
    """What a name says, taken apart."""

    said: str
    kind: ActorKind | None
    key: str
    """The folded name without its legal form; names of one key are one actor's."""
    known: str | None
    """The canonical name of an actor that is known beforehand."""
    letters: str | None
    """In lower case, where it is an acronym or may be one: WHO, Nasa."""
    national: NationalBody | None
    """Where it is a body that every country has."""
    generic: bool
    """Whether it only says what sort of body it names: Parliament."""


def forms_of(tokens: Tokens, names: list[Name]) -> list[Form]:
    """Return the form of each name; names that say the same share one."""
    seen: dict[tuple[str, ActorKind | None], Form] = {}
    forms = []
    for name in names:
        asked = one_line(tokens.said(name.first, name.end)), name.kind
        if asked not in seen:
            seen[asked] = _form(*asked)
        forms.append(seen[asked])
    return forms


def _form(said: str, kind: ActorKind | None) -> Form:
    key = without_legal_form(folded(said)) or said
    known = _known(said, key)
    if kind == "organization":
        known = known or _known_folded().get(without_business(key))
    national = national_body(said) if kind == "organization" else None
    generic = is_generic(key)
    if national is not None:
        key = national.key
    elif known is not None and not generic:
        key = folded(known.actor) or key
    elif kind == "group":
        key = singular(key)
    return Form(said, kind, key, known.actor if known else None, letters_of(said), national, generic)


@cache
def _known_folded() -> dict[str, Known]:
    """Return what is known beforehand and no country, by folded names of at least four letters."""
    lands = {country.name for country in countries()}
    others = ((name, known) for name, known in reversed(known_names().items()) if known.actor not in lands)
    return {fold: known for name, known in others if len(fold := folded(name)) > 3}


def _known(said: str, key: str) -> Known | None:
    known = known_names().get(said)
    if known is None and (
        said.isupper() or not said.isascii() or "-" in said or said.startswith("The ") or key != said.lower()
    ):
        return _known_folded().get(key)
    return known


@cache
def spelled_out() -> frozenset[str]:
    """Return the known organizations with a name of several words: what their acronyms stand for is known."""
    forms = canonical_forms("organizations").items()
    return frozenset(canonical for form, canonical in forms if " " in form)
