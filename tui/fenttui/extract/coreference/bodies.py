"""Organizations, groups and places: one actor under its acronym, its short and its long forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, permutations

from fenttui.extract.coreference.acronyms import in_parentheses, initials, stands_for
from fenttui.extract.coreference.forms import Form, forms_of, spelled_out
from fenttui.extract.coreference.national import NationalBody
from fenttui.extract.coreference.short_forms import (
    head_of,
    short_forms,
    singular,
    without_legal_form,
)
from fenttui.extract.coreference.spelling import folded, fullest
from fenttui.extract.names.name import Name
from fenttui.extract.text.tokens import Tokens
from fenttui.kinds import ActorKind

_MOST_FORMS = 16
"""How many forms of one actor are asked for short ones, so that the time is linear."""
_MOST_STEPS = 4
"""How often a longer name is followed to a longer one."""


@dataclass(slots=True)
class _Body:
    """One actor of the article."""

    kind: ActorKind | None
    national: NationalBody | None
    forms: dict[str, Form] = field(default_factory=dict)
    """What its mentions say, in the order of the text."""
    known: str | None = None
    head: str | None = None
    """The word that is enough where it was the last named of its sort: "assembly"."""
    shorter: tuple[str, ...] = ()
    """The keys of its short forms that the article says."""


def resolve_bodies(tokens: Tokens, names: list[Name]) -> None:
    """Give an actor to all names that have none yet.

    An acronym is its long form's, wherever the article says it; a short form is the nearest longer name's
    before it, else the first's after it. A ministry, court or parliament without its country is the one that
    the article last named with it.
    """
    rest = [name for name in names if name.actor is None]
    forms = forms_of(tokens, rest)
    stands = _acronyms(tokens, rest, forms)
    owners = _Owners(tokens, names)
    bodies: dict[str, _Body] = {}
    keys: list[str] = []
    for name, form in zip(rest, forms, strict=True):
        national = owners.of(name, form.national)
        key = national.key if national else stands.get(form.key, form.key)
        keys.append(key)
        body = bodies.setdefault(key, _Body(form.kind, national))
        body.national = body.national or national
        body.forms.setdefault(form.said, form)
        if national == form.national and (key == form.key or national or form.known not in spelled_out()):
            body.known = body.known or form.known
    roots = _roots(bodies, forms, keys)
    for root, form in zip(roots, forms, strict=True):
        bodies[root].forms.setdefault(form.said, form)
    called = {root: _called(bodies[root]) for root in roots}
    for name, root in zip(rest, roots, strict=True):
        name.actor = called[root]


def _acronyms(tokens: Tokens, names: list[Name], forms: list[Form]) -> dict[str, str]:
    """Return the keys of the names that the article gives each acronym for, by the acronym's key.

    What it says in parentheses goes before what is known beforehand.
    """
    stands: dict[str, str] = {}
    for position in range(1, len(names)):
        before, after = names[position - 1], names[position]
        if not in_parentheses(tokens, before.end, after.first, after.end):
            continue
        for short, long in permutations((forms[position], forms[position - 1])):
            if short.key != long.key and stands_for(short.said, long.said, short.kind == long.kind):
                stands.setdefault(short.key, long.key)
    spelled = {form.key for form in forms if " " in form.said}
    waiting = {
        (form.letters, form.kind): form.key
        for form in forms
        if form.letters and form.key not in stands and form.key not in spelled
        if not (form.known in spelled_out() and len(form.letters) < 3)
    }
    if waiting:
        for form in dict.fromkeys(forms):
            for letters in initials(form.said):
                key = waiting.get((letters, form.kind))
                if key is not None:
                    stands.setdefault(key, form.key)
    return stands


class _Owners:
    """Whose a ministry or court is, by the country that stands beside it."""

    def __init__(self, tokens: Tokens, names: list[Name]) -> None:
        lands = [name for name in names if name.actor is not None and name.kind != "person"]
        self._tokens = tokens
        self._ending = {name.end: name.actor for name in lands}
        self._starting = {name.first: name.actor for name in lands}

    def of(self, name: Name, body: NationalBody | None) -> NationalBody | None:
        """Return `body` with the country of "China's" or "Chinese" before it, or of "of China" after it."""
        if body is None or body.country is not None:
            return body
        before = name.first
        if self._tokens.lower(before - 1) in ("'s", "’s", "'", "’"):
            before -= 1
        country = self._ending.get(before)
        if country is None and self._tokens.lower(name.end) == "of":
            after = name.end + (2 if self._tokens.lower(name.end + 1) == "the" else 1)
            country = self._starting.get(after)
        return NationalBody(country, body.body)


def _shorter(key: str, body: _Body) -> Iterator[str]:
    """Yield the keys of the names that the actor may be called by afterwards."""
    if body.national is not None:
        if body.national.country is not None:
            yield f"|{body.national.body}"
            if body.national.is_ministry:
                yield f"{body.national.country}|{body.national.first_field}"
        yield f"|{body.national.first_field}"
        return
    for form in islice(body.forms.values(), _MOST_FORMS):
        if form.kind in ("organization", "place") and " " in form.said:
            yield from short_forms(without_legal_form(folded(form.said)), form.kind == "place")


def _roots(bodies: dict[str, _Body], forms: list[Form], keys: list[str]) -> list[str]:
    """Return the key of the actor that each mention means, short forms followed to the longer names."""
    longer: dict[str, list[str]] = defaultdict(list)
    for key, body in bodies.items():
        found = dict.fromkeys(_shorter(key, body))
        body.head = body.national.head if body.national else head_of(key)
        body.shorter = tuple(
            short for short in found if short != key and short in bodies and bodies[short].kind == body.kind
        )
        for short in body.shorter:
            longer[short].append(key)
    recent: dict[str, str] = {}
    headed: dict[str, str] = {}
    roots = []
    for key, form in zip(keys, forms, strict=True):
        root = key
        if key in longer and (form.known is None or form.generic or form.national or form.kind == "place"):
            alone = " " not in key and "|" not in key
            if not (alone and len({_longest(longer, each) for each in longer[key][:_MOST_FORMS]}) > 1):
                root = recent.get(key) or _longest(longer, key)
        elif form.generic and form.kind == "organization":
            root = headed.get(key.removeprefix("|"), root)
        for short in bodies[root].shorter:
            recent[short] = root
        if bodies[root].head is not None and bodies[root].kind == "organization":
            headed[bodies[root].head or ""] = root
        roots.append(root)
    return roots


def _longest(longer: dict[str, list[str]], key: str) -> str:
    for _ in range(_MOST_STEPS):
        if key not in longer:
            break
        key = longer[key][0]
    return key


def _called(body: _Body) -> str:
    """Return the canonical name: as it is known, else the fullest form in the article."""
    if body.known is not None:
        return body.known
    if body.national is not None:
        named = [said for said, form in body.forms.items() if form.national and form.national.country]
        if body.national.is_ministry or (body.national.country and not named):
            return body.national.name
        return fullest(named or body.forms)
    if body.kind == "group":
        return singular(min(body.forms, key=lambda said: (said.isupper(), len(said))))
    if body.kind == "place":
        return next((form.known for form in body.forms.values() if form.known), None) or fullest(body.forms)
    return fullest(body.forms)
