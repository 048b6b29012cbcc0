"""The user's corrections of actors as single facts, and what each operation makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from fenttui.extract.coreference.corrections import Corrections
from fenttui.kinds import ActorKind
from fenttui.visible import visible_line

Topic = Literal["actor", "kind", "join", "text", "alias", "ignored actor", "ignored text", "unknown"]
Fact: TypeAlias = tuple[Topic, str]
"""What is said, and about which name or text."""
Facts: TypeAlias = Mapping[Fact, Any]
"""Each fact with its value: for `join`, `text` and `alias` the actor, for `kind` the kind, for `unknown` the
keys that the format does not name, for the others True; `actor` says that an actor is joined to no other."""

NO_FACTS: Facts = MappingProxyType({})

NAMING: tuple[Topic, ...] = ("join", "text", "alias")
"""The topics whose value is an actor."""


class CorrectionError(ValueError):
    """Raised for a correction that cannot be made; the message is a sentence for the user."""


def corrections_of(facts: Facts) -> Corrections:
    """Return the facts in the form that the extraction uses."""

    def table(topic: Topic) -> Mapping[str, Any]:
        return MappingProxyType({name: value for (about, name), value in facts.items() if about == topic})

    return Corrections(
        aliases=table("alias"),
        kinds=table("kind"),
        ignore=frozenset(table("ignored text")),
        joins=table("join"),
        texts=table("text"),
        ignored_actors=frozenset(table("ignored actor")),
        apart=frozenset(table("actor")),
    )


def merged(facts: Facts, actor: str, into: str, kind: ActorKind | None = None) -> Facts:
    """Return the facts after `actor` and all that is joined to it become `into`.

    Args:
        facts: What is known.
        actor: A name that is shown.
        into: The name that stays.
        kind: The kind of `into`, given where those of the two differ.

    Raises:
        CorrectionError: They are one already.
    """
    actor, into = _plain(actor), _plain(into)
    if actor == into:
        raise CorrectionError("an actor cannot be merged into itself; choose another one")
    if facts.get(("join", into)) == actor:
        raise CorrectionError(f"{_shown(into)} is {_shown(actor)} already; split it out first")
    into = facts.get(("join", into), into)
    _refuse_joined(facts, actor)
    after = moved(facts, actor, into)
    if kind is not None:
        after.setdefault(("kind", into), kind)
    return after


def renamed(facts: Facts, actor: str, name: str) -> Facts:
    """Return the facts after `actor` is called `name`; all that is known about it stays.

    Raises:
        CorrectionError: The name is empty, or another actor's.
    """
    actor, name = _plain(actor), _plain(name)
    if actor == name:
        raise CorrectionError(f"{_shown(name)} is its name already; type another one")
    _refuse_joined(facts, actor)
    owner = facts.get(("join", name), name if ("actor", name) in facts else actor)
    if owner != actor:
        raise CorrectionError(f"{_shown(name)} is another actor; merge {_shown(actor)} into it")
    kind = facts.get(("kind", actor))
    after = moved({fact: value for fact, value in facts.items() if fact != ("join", name)}, actor, name)
    if kind is not None:
        after["kind", name] = kind
    return after


def split(facts: Facts, actor: str, text: str, to: str | None = None) -> Facts:
    """Return the facts after what `actor` is called by, `text`, becomes a separate actor, or part of `to`.

    An actor that was merged under that name becomes separate again; otherwise every mention of an actor that
    says just `text` follows, whichever actor the program finds for it.

    Raises:
        CorrectionError: It is the actor's own name, or `to` is.
    """
    actor, text = _plain(actor), _plain(text)
    to = _plain(to or text)
    if text == actor or to == actor:
        raise CorrectionError(f"{_shown(actor)} is its own name; rename it, or split out another one")
    _refuse_joined(facts, actor)
    after = dict(facts)
    if after.get(("join", to)) == actor:
        del after["join", to]
    _refuse_joined(after, to)
    after["actor", to] = True
    if facts.get(("join", text)) == actor:
        if to != text:
            after["join", text] = to
        return after
    after["text", text] = to
    if ("alias", text) in after:
        after["alias", text] = to
    return after


def with_kind(facts: Facts, actor: str, kind: ActorKind | None) -> Facts:
    """Return the facts after `actor` gets a kind; None leaves it to the program.

    Raises:
        CorrectionError: The name is merged into another's.
    """
    actor = _plain(actor)
    _refuse_joined(facts, actor)
    after = {fact: value for fact, value in facts.items() if fact != ("kind", actor)}
    after["actor", actor] = True
    if kind is not None:
        after["kind", actor] = kind
    return after


def ignoring(facts: Facts, actor: str) -> Facts:
    """Return the facts after `actor` is ignored.

    Raises:
        CorrectionError: The name is merged into another's, or the actor is ignored already.
    """
    actor = _plain(actor)
    _refuse_joined(facts, actor)
    if facts.get(("ignored actor", actor)):
        raise CorrectionError(f"{visible_line(actor)} is ignored already")
    return {**facts, ("ignored actor", actor): True}


def unignoring(facts: Facts, actor: str) -> Facts:
    """Return the facts after `actor` is no longer ignored.

    Raises:
        CorrectionError: It is not, or the settings ignore it.
    """
    fact: Fact = ("ignored actor", _plain(actor))
    if fact not in facts:
        raise CorrectionError(f"{_shown(fact[1])} is not ignored by this dossier; see your settings")
    return {other: value for other, value in facts.items() if other != fact}


def moved(facts: Facts, actor: str, into: str) -> dict[Fact, Any]:
    """Return the facts after all that leads to `actor` leads to `into`, which gets its unknown keys too."""
    after: dict[Fact, Any] = {}
    for (topic, name), value in facts.items():
        if topic in ("actor", "kind", "unknown") and name == actor:
            continue
        after[topic, name] = into if topic in NAMING and value == actor else value
    unknown = {**facts.get(("unknown", actor), {}), **facts.get(("unknown", into), {})}
    if unknown:
        after["unknown", into] = unknown
    after["join", actor] = into
    after["actor", into] = True
    return after


def _refuse_joined(facts: Facts, actor: str) -> None:
    owner = facts.get(("join", actor))
    if owner is not None:
        raise CorrectionError(f"{_shown(actor)} is merged into {_shown(owner)}; choose that one")


def _plain(name: str) -> str:
    """Return a name on one line, which TOML can hold.

    Raises:
        CorrectionError: Nothing is left of it.
    """
    # A lone surrogate, which an article in a broken encoding may hold, is none of Unicode's characters.
    plain = " ".join(name.encode("utf-8", "replace").decode().split())
    if not plain:
        raise CorrectionError("the name is empty; type one")
    return plain


def _shown(name: str) -> str:
    return visible_line(name)
