"""Which actors of single articles are one actor of the dossier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from fenttui.analysis.name_clusters import NameClusters, NameCount, known_actors
from fenttui.extract.coreference.acronyms import initials
from fenttui.extract.coreference.corrections import Corrections
from fenttui.extract.coreference.full_names import FullName, parse_name, same_person
from fenttui.extract.coreference.short_forms import without_legal_form
from fenttui.extract.coreference.spelling import acronym_of, folded
from fenttui.extract.names.honorifics import HONORIFICS
from fenttui.extract.text.gazetteer import canonical_forms, family_names, given_names

_MOST_ASKED = 32
"""How many persons of one surname and initial are compared: what keeps a dossier of ten thousand Kims from
taking ten thousand times ten thousand comparisons."""
_LEAST_INITIALS = 4
"""Among two thousand organizations every ninth acronym of three letters fits one by chance, and one of two
hundred of four letters."""
_MUCH_MORE = 10
"""A surname alone means the person with this many times the mentions of all others of that surname."""


def join_actors(counts: Mapping[str, NameCount], corrections: Corrections) -> dict[str, str]:
    """Return the dossier's name of the actor of each name in `counts`.

    One actor has names that differ in case, accents, punctuation or legal form ("Acme Ltd"); full names that
    can be one person's ("Donald J. Trump"), if they can be no other's; a surname alone that is no given name,
    if one person only has it or one has ten times the mentions of all the others together; and an acronym, if
    an article calls one organization so, or one only has its four or more letters. Two full names that
    contradict each other are never joined. The actor is called by the most frequent of its names that is
    neither a surname alone nor an acronym nor in capitals.

    The result depends on the counts alone, not on their order; it takes n log n comparisons.

    Args:
        counts: the names as corrections have made them.
        corrections: actors that are kept apart keep their names and are joined to no other, and a surname
            or an acronym among their names takes in no full name; what the user joined, though it is counted
            under its new name now, is still a name that others can be joined by.
    """
    clusters = NameClusters(counts, corrections)
    _join_spellings(clusters)
    _join_people(clusters)
    _join_acronyms(clusters)
    return {name: clusters.called(name) for name in counts}


def _join_spellings(clusters: NameClusters) -> None:
    """Join names that are the same without case, accents, punctuation and legal form."""
    first: dict[tuple[bool, str], str] = {}
    for name in clusters.names:
        is_person = clusters.kind(name) == "person"
        key = folded(name) if is_person else without_legal_form(folded(name))
        if key:
            clusters.join(first.setdefault((is_person, key), name), name)


def _join_people(clusters: NameClusters) -> None:
    persons = {name: parsed for name in clusters.names if (parsed := _person(clusters, name)) is not None}
    # The longest names first, so that one with fewer words meets all those that it may be short for.
    full = sorted(
        filter(lambda name: persons[name].is_full, persons), key=lambda name: -len(persons[name].words)
    )
    near: dict[str, list[str]] = defaultdict(list)
    bearers: dict[str, list[str]] = defaultdict(list)
    for name in full:
        parsed = persons[name]
        keys = _near_keys(parsed)
        asked = {clusters.root(other) for key in keys for other in near[key][:_MOST_ASKED]}
        fitting = [
            root
            for root in sorted(asked)
            if all(
                same_person(parsed, persons[member])
                for member in clusters.members(root)[:_MOST_ASKED]
                if member in persons and persons[member].is_full
            )
        ]
        if len(fitting) == 1:
            clusters.join(fitting[0], name)
        for key in keys:
            near[key].append(name)
        if parsed.particle:
            bearers[f"{parsed.particle} {parsed.words[-1]}"].append(name)
        if not parsed.son_of:
            for surname in parsed.surnames:
                bearers[surname].append(name)
    for name, parsed in persons.items():
        if parsed.is_full or _is_given(name) or clusters.is_told(name):
            continue
        owner = _meant(clusters, bearers[f"{parsed.particle} {parsed.words[0]}".strip()])
        if owner is not None:
            clusters.join(owner, name)


def _near_keys(name: FullName) -> list[str]:
    """Return what full names of one person share: the surname, at either end, and a given name's initial."""
    nicknames = canonical_forms("nicknames")
    *given, last = name.words
    initials = {word[0] for each in given for word in (each, nicknames.get(each, each))}
    return sorted({f"{given[0] if given else last} {last[0]}", *(f"{last} {each}" for each in initials)})


def _person(clusters: NameClusters, name: str) -> FullName | None:
    """Return the parsed name; None if it is not a person's, or if a title distinguishes it from others."""
    if clusters.kind(name) not in ("person", None) or _titled(name):
        return None
    return _parsed(name)


def _titled(name: str) -> bool:
    return name.partition(" ")[0].rstrip(".").lower() in HONORIFICS


def _is_given(name: str) -> bool:
    """Return whether a name of one word is a given name, too: Pope Francis is not Mr Francis."""
    return name in given_names() and name not in family_names()


def _meant(clusters: NameClusters, bearers: Iterable[str]) -> str | None:
    """Return whom a surname alone means among those who have it; None where that is not clear."""
    roots = sorted(
        {clusters.root(name) for name in bearers}, key=lambda root: (-clusters.mentions(root), root)
    )
    others = sum(clusters.mentions(root) for root in roots[1:])
    return roots[0] if roots and (not others or clusters.mentions(roots[0]) >= _MUCH_MORE * others) else None


def _join_acronyms(clusters: NameClusters) -> None:
    acronyms = {
        name: letters
        for name in clusters.names
        if clusters.kind(name) != "person"
        and name not in known_actors()
        and (letters := acronym_of(name)) is not None
    }
    wanted = set(acronyms.values())
    called: dict[str, set[str]] = defaultdict(set)
    spelled: dict[str, set[str]] = defaultdict(set)
    for name in clusters.names:
        if clusters.kind(name) not in ("organization", "group", None) or name in acronyms:
            continue
        for letters in filter(None, map(acronym_of, clusters.said(name))):
            called[letters].add(name)
        for letters in wanted.intersection(initials(name)):
            if len(letters) >= _LEAST_INITIALS:
                spelled[letters].add(name)
    for name, letters in acronyms.items():
        if clusters.is_told(name):
            continue
        roots = {clusters.root(body) for body in called[letters] or spelled[letters]}
        if len(roots) == 1:
            clusters.join(roots.pop(), name)


@lru_cache(maxsize=1 << 17)
def _parsed(name: str) -> FullName | None:
    return parse_name(name)
