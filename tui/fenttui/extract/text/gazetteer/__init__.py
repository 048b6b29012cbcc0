"""Names that are known beforehand, kept as plain lists beside this module and read on first use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fenttui.extract.mention import Way
from fenttui.kinds import ActorKind

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Known:
    """What a known name refers to."""

    kind: ActorKind
    actor: str
    way: Way = "name"


def _lines(name: str) -> Iterator[str]:
    for line in (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line


def rows(name: str) -> Iterator[list[str]]:
    """Yield the lines of a list as fields, which `|` parts; a field that is not there is empty."""
    lines = [[field.strip() for field in line.split("|")] for line in _lines(name)]
    width = max(map(len, lines))
    return (fields + [""] * (width - len(fields)) for fields in lines)


def _names(field: str) -> list[str]:
    return [name.strip() for name in field.split(",") if name.strip()]


def _plurals(demonym: str) -> list[str]:
    """Return the plural of an adjective: Kenyans; but Chinese, French, Irish have none of their own."""
    return [demonym] if demonym.endswith(("s", "sh", "ch", "men")) else [demonym, f"{demonym}s"]


@dataclass(frozen=True, slots=True)
class Country:
    """A country or a part of the world that has an adjective of its own."""

    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """Return all countries, and the parts of the world that have an adjective."""
    rows = (line.split("|") for line in _lines("countries"))
    return tuple(
        Country(name.strip(), tuple(_names(aliases)), tuple(_names(demonyms)), tuple(_names(capitals)))
        for name, aliases, demonyms, capitals in rows
    )


@dataclass(frozen=True, slots=True)
class State:
    """A state or province of a federation whose name distinguishes its cities: Paris, Texas."""

    name: str
    abbreviations: tuple[str, ...]
    cues: tuple[str, ...]
    """Names that distinguish it from a country or a capital of the same name."""


@cache
def states() -> tuple[State, ...]:
    """Return the states of the United States, and the provinces and states of Canada and Australia."""
    rows = ([*line.split("|"), ""] for line in _lines("states"))
    return tuple(
        State(name.strip(), tuple(_names(short)), tuple(_names(cues))) for name, short, cues, *_ in rows
    )


@cache
def known_names() -> dict[str, Known]:
    """Return every known name, as it is written, with what it refers to."""
    known: dict[str, Known] = {}
    for line in _lines("places"):
        known.update((name, Known("place", name)) for name in _names(line))
    for country in countries():
        capital = Known("place", country.name, "capital")
        known.update((name, capital) for name in country.capitals)
    for country in countries():
        demonym = Known("group", country.name, "demonym")
        known.update((form, demonym) for name in country.demonyms for form in _plurals(name))
        known.update((name, Known("place", country.name)) for name in (country.name, *country.aliases))
    known["Congolese"] = Known("group", "Democratic Republic of the Congo", "demonym")
    known["Caribbean"] = Known("place", "Caribbean")
    kinds: tuple[tuple[str, ActorKind], ...] = (("organizations", "organization"), ("groups", "group"))
    for file, kind in kinds:
        for name, actor in canonical_forms(file).items():
            known[name] = Known(kind, actor)
    return known


@cache
def canonical_forms(name: str) -> dict[str, str]:
    """Return a list of `canonical = form, form` as a table from every form to the canonical, which is one."""
    table: dict[str, str] = {}
    for line in _lines(name):
        canonical, _, forms = (part.strip() for part in line.partition("="))
        table.update(dict.fromkeys((canonical, *_names(forms)), canonical))
    return table


def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def given_names() -> frozenset[str]:
    """Return frequent given names of the whole world."""
    return _words("given_names")


@cache
def female_names() -> frozenset[str]:
    """Return frequent given names of women."""
    return _words("female_names")


@cache
def male_names() -> frozenset[str]:
    """Return frequent given names of men."""
    return _words("male_names")


@cache
def family_names() -> frozenset[str]:
    """Return the family names that stand before the given name: Chinese, Korean, Vietnamese."""
    return _words("family_names")


@cache
def leaders() -> dict[str, str]:
    """Return full names of heads of state and government by the surnames that stand alone in news."""
    pairs = (line.split(" = ") for line in _lines("leaders"))
    return dict(pairs)


@cache
def function_words() -> frozenset[str]:
    """Return the words, in lower case, that no name contains."""
    return _words("function_words")


@cache
def adjective_of() -> dict[str, str]:
    """Return the first adjective of each country: Chinese for China."""
    return {country.name: country.demonyms[0] for country in countries() if country.demonyms}
