"""The user's corrections of actors, and mentions with these corrections applied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from fenttui.extract.mention import ActorMention, Mention
from fenttui.extract.text.gazetteer import known_names
from fenttui.extract.text.many_phrases import find_phrases, phrases
from fenttui.kinds import ActorKind

if TYPE_CHECKING:
    from fenttui.settings.types import Settings


@dataclass(frozen=True, slots=True)
class Corrections:
    """What the user says about actors; it outweighs every rule."""

    aliases: Mapping[str, str] = field(default_factory=dict)
    """From another name of an actor, in the case it is written, to the actor.

    The name is found wherever it stands as whole words, and an actor found under that name is this actor too.
    """
    kinds: Mapping[str, ActorKind] = field(default_factory=dict)
    """From an actor's name to its kind; its demonyms and capitals keep theirs."""
    ignore: frozenset[str] = frozenset()
    """Texts that are never mentions, in the case they are written."""
    joins: Mapping[str, str] = field(default_factory=dict)
    """From the name of a merged actor to the actor that it was merged into, which is not merged itself."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """From the words of a mention, with single spaces, to the actor that it names."""
    ignored_actors: frozenset[str] = frozenset()
    """Actors without mentions, under any of their names."""
    apart: frozenset[str] = frozenset()
    """Actors that the dossier's rules join to no other."""

    def actor(self, name: str) -> str:
        """Return the actor that `name` refers to."""
        return self.joins.get(name) or self.aliases.get(name, name)


NO_CORRECTIONS = Corrections()


def corrections_from(settings: Settings) -> Corrections:
    """Return the corrections that the settings ask for; an actor's own name counts as one of its aliases."""
    aliases = {name: name for name in settings.actors}
    for actor, correction in settings.actors.items():
        aliases.update((alias, actor) for alias in correction.aliases if alias)
    kinds = {name: actor.kind for name, actor in settings.actors.items() if actor.kind is not None}
    return Corrections(
        MappingProxyType(aliases),
        MappingProxyType(kinds),
        frozenset(settings.ignore.words),
        apart=frozenset(settings.actors),
    )


def combined(below: Corrections, above: Corrections) -> Corrections:
    """Return both in one; where both say something of a name, `above` counts.

    A name that `below` gives an actor which `above` merges into another refers to that other one.
    """
    if below == NO_CORRECTIONS or above == NO_CORRECTIONS:
        return above if below == NO_CORRECTIONS else below

    def merged(table: Mapping[str, str]) -> dict[str, str]:
        return {name: above.joins.get(actor, actor) for name, actor in table.items()}

    joins = {name: actor for name, actor in merged(below.joins).items() if name not in above.apart}
    joins = {name: actor for name, actor in (joins | dict(above.joins)).items() if name != actor}
    aliases = {
        name: name if name in above.apart else above.joins.get(name, actor)
        for name, actor in merged(below.aliases).items()
    }
    kinds = dict(below.kinds)
    for name in sorted(below.kinds.keys() & above.joins.keys()):
        kinds.setdefault(above.joins[name], below.kinds[name])
    return Corrections(
        MappingProxyType(aliases | dict(above.aliases)),
        MappingProxyType(kinds | dict(above.kinds)),
        below.ignore | above.ignore,
        MappingProxyType(joins),
        MappingProxyType(merged(below.texts) | dict(above.texts)),
        below.ignored_actors | above.ignored_actors,
        below.apart | above.apart,
    )


def corrected(text: str, mentions: Sequence[Mention], corrections: Corrections) -> list[Mention]:
    """Return `mentions` with `corrections` applied, in order and without overlaps.

    Aliases are found first, then every mention is corrected.
    """
    return ruled_mentions(text, with_aliases(text, mentions, corrections), corrections)


def with_aliases(text: str, mentions: Sequence[Mention], corrections: Corrections) -> list[Mention]:
    """Return `mentions` with one for each alias in the text, unless a longer actor is named there."""
    if not corrections.aliases:
        return list(mentions)
    return list(_with_alias_mentions(text, mentions, list(_alias_mentions(text, mentions, corrections))))


def ruled_mentions(text: str, mentions: Sequence[Mention], corrections: Corrections) -> list[Mention]:
    """Return `mentions` without the ignored ones, each with its corrected actor and kind."""
    if corrections == NO_CORRECTIONS:
        return list(mentions)
    kept: list[Mention] = []
    for mention in mentions:
        said = " ".join(text[mention.start : mention.end].split())
        if isinstance(mention, ActorMention):
            now = ruled(said, mention, corrections)
            if now is not None:
                kept.append(now)
        elif said not in corrections.ignore:
            kept.append(mention)
    return kept


def ruled(said: str, mention: ActorMention, corrections: Corrections) -> ActorMention | None:
    """Return the corrected mention; None where it is ignored.

    Args:
        said: the words of the mention, with single spaces.
        mention: the mention as the rules or an alias found it.
        corrections: what the user says.
    """
    if said in corrections.ignore:
        return None
    found = " ".join(mention.actor.split())
    actor, way = corrections.actor(found), mention.way
    own = corrections.texts.get(said)
    if own is not None:
        actor, way = own, "name"
    if actor in corrections.ignored_actors:
        return None
    kind = mention.kind
    if way == "name":
        kind = corrections.kinds.get(actor) or corrections.kinds.get(found) or kind
    if (actor, kind, way) == (found, mention.kind, mention.way):
        return mention
    return replace(mention, actor=actor, kind=kind, way=way)


def _alias_mentions(
    text: str, mentions: Sequence[Mention], corrections: Corrections
) -> Iterator[ActorMention]:
    kinds: dict[str, ActorKind] = {}
    for mention in mentions:
        if isinstance(mention, ActorMention) and mention.way == "name":
            kinds.setdefault(mention.actor, mention.kind)
    for start, end in find_phrases(text, phrases(frozenset(corrections.aliases))):
        actor = corrections.aliases[text[start:end]]
        known = known_names().get(actor)
        kind = kinds.get(actor) or (known.kind if known else "organization")
        yield ActorMention(start, end, kind, actor)


def _with_alias_mentions(
    text: str, mentions: Sequence[Mention], aliases: Sequence[ActorMention]
) -> Iterator[Mention]:
    """Yield both in order; an alias is left out only inside of a longer mention of an actor."""
    kept: list[ActorMention] = []
    position = 0
    for alias in aliases:
        while position < len(mentions) and mentions[position].end <= alias.start:
            position += 1
        holder = mentions[position] if position < len(mentions) else None
        if isinstance(holder, ActorMention) and holder.start <= alias.start and alias.end <= holder.end:
            longer = (holder.end - holder.start) > (alias.end - alias.start)
            if longer or (holder.actor == alias.actor and holder.kind == alias.kind):
                continue
        kept.append(alias)
    position = 0
    for mention in mentions:
        while position < len(kept) and kept[position].end <= mention.start:
            yield kept[position]
            position += 1
        if position == len(kept) or kept[position].start >= mention.end:
            yield mention
    yield from kept[position:]
