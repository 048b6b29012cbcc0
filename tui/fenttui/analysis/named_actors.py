"""The actor mentions of one article, as the tally of a dossier counts them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fenttui.analysis.sentence_context import SentenceContext
from fenttui.extract.coreference.corrections import Corrections, ruled
from fenttui.extract.mention import ActorMention, Mention, Span, Way
from fenttui.kinds import ActorKind


@dataclass(frozen=True, slots=True)
class Form:
    """What mentions have in common that every correction treats the same."""

    actor: str
    """The canonical name in the article."""
    text: str
    """What the mention says, on one line."""
    kind: ActorKind
    way: Way


class NamedActor(NamedTuple):
    """One actor mention."""

    form: Form
    span: Span
    """The mention."""
    sentence: Span
    """The sentence around it; at least the mention."""


def named_actors(text: str, mentions: Sequence[Mention], context: SentenceContext) -> tuple[NamedActor, ...]:
    """Return the actor mentions of a text.

    Args:
        text: the text.
        mentions: of the text, with the aliases of the corrections found and no other correction made.
        context: the sentences of the text.
    """
    return tuple(
        NamedActor(
            Form(
                " ".join(mention.actor.split()),
                " ".join(text[mention.start : mention.end].split()),
                mention.kind,
                mention.way,
            ),
            (mention.start, mention.end),
            context.whole_sentence(mention),
        )
        for mention in mentions
        if isinstance(mention, ActorMention)
    )


def ruled_form(form: Form, corrections: Corrections) -> Form | None:
    """Return the form as corrections have it; None where it is ignored."""
    now = ruled(form.text, ActorMention(0, 1, form.kind, form.actor, form.way), corrections)
    return None if now is None else Form(now.actor, form.text, now.kind, now.way)
