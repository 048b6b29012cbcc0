"""What the reader's configuration corrects: names of an actor, its kind, and what is never a mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from fenttui.extract.gazetteer import known_names
from fenttui.extract.mention import ActorKind, Mention

if TYPE_CHECKING:
    from fenttui.settings.types import Settings


@dataclass(frozen=True, slots=True)
class Corrections:
    """The reader's word on actors; it outweighs every rule."""

    aliases: Mapping[str, str]
    """From a name, in the case it is written, to the canonical name of its actor."""
    kinds: Mapping[str, ActorKind]
    """From an actor's canonical name to its kind."""
    ignore: frozenset[str]
    """Texts that are never mentions, in the case they are written."""


NO_CORRECTIONS = Corrections(MappingProxyType({}), MappingProxyType({}), frozenset())


def corrections_from(settings: Settings) -> Corrections:
    """The corrections that the settings ask for; an actor's own name counts as one of its aliases."""
    aliases = {name: name for name in settings.actors}
    for actor, correction in settings.actors.items():
        aliases.update((alias, actor) for alias in correction.aliases if alias)
    kinds = {name: actor.kind for name, actor in settings.actors.items() if actor.kind is not None}
    return Corrections(MappingProxyType(aliases), MappingProxyType(kinds), frozenset(settings.ignore.words))


def corrected(text: str, mentions: Sequence[Mention], corrections: Corrections) -> list[Mention]:
    """`mentions` as the reader wants them, in order and without overlaps.

    An alias becomes a mention wherever it stands as whole words, unless a longer actor is named there.
    """
    if corrections == NO_CORRECTIONS:
        return list(mentions)
    ruled = [_renamed(mention, corrections) for mention in mentions]
    merged = list(_merged(text, ruled, list(_alias_mentions(text, ruled, corrections))))
    return [mention for mention in merged if text[mention.start : mention.end] not in corrections.ignore]


def _renamed(mention: Mention, corrections: Corrections) -> Mention:
    if mention.actor is None or not mention.is_actor:
        return mention
    actor = corrections.aliases.get(mention.actor, mention.actor)
    kind = corrections.kinds.get(actor, mention.kind)
    if actor == mention.actor and kind == mention.kind:
        return mention
    return replace(mention, actor=actor, kind=kind)


def _alias_mentions(text: str, mentions: Sequence[Mention], corrections: Corrections) -> Iterator[Mention]:
    pattern = _aliases_pattern(frozenset(alias for alias in corrections.aliases if alias.strip()))
    if pattern is None:
        return
    kinds: dict[str, ActorKind] = {}
    for mention in mentions:
        if mention.is_actor and mention.way == "name":
            kinds.setdefault(mention.actor or "", mention.kind)  # type: ignore[arg-type]
    for match in pattern.finditer(text):
        actor = corrections.aliases[match[0]]
        known = known_names().get(actor)
        kind = corrections.kinds.get(actor) or kinds.get(actor) or (known.kind if known else "organization")
        yield Mention(match.start(), match.end(), kind, actor=actor, way="name")


@lru_cache(maxsize=8)
def _aliases_pattern(aliases: frozenset[str]) -> re.Pattern[str] | None:
    if not aliases:
        return None
    longest_first = sorted(aliases, key=lambda alias: (-len(alias), alias))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _merged(text: str, mentions: Sequence[Mention], aliases: Sequence[Mention]) -> Iterator[Mention]:
    """Both in order: an alias gives way only to an actor's mention that holds it and says more."""
    kept: list[Mention] = []
    place = 0
    for alias in aliases:
        while place < len(mentions) and mentions[place].end <= alias.start:
            place += 1
        holder = mentions[place] if place < len(mentions) else None
        if holder is not None and holder.is_actor and holder.start <= alias.start and alias.end <= holder.end:
            longer = (holder.end - holder.start) > (alias.end - alias.start)
            if longer or (holder.actor == alias.actor and holder.kind == alias.kind):
                continue
        kept.append(alias)
    place = 0
    for mention in mentions:
        while place < len(kept) and kept[place].end <= mention.start:
            yield kept[place]
            place += 1
        if place == len(kept) or kept[place].start >= mention.end:
            yield mention
    yield from kept[place:]
