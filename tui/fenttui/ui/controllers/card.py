"""The card: what is known about a mention, and what is done from there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fenttui.problem import ProblemError
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.extract.mention import Mention
    from fenttui.ui.concordance import NamedPlace
    from fenttui.ui.controllers.corrections import Corrections
    from fenttui.ui.dialogs.card import Correction
    from fenttui.ui.host import KeyedHost
    from fenttui.ui.widgets.looks import Looks
    from fenttui.ui.widgets.reader.reader import Reader
    from fenttui.ui.workspace import Workspace


class MentionCard:
    """Opens the card."""

    def __init__(
        self, host: KeyedHost, workspace: Workspace, reader: Reader, corrections: Corrections, looks: Looks
    ) -> None:
        self._host = host
        self._workspace = workspace
        self._reader = reader
        self._corrections = corrections
        self._looks = looks

    def show(self, mention: Mention) -> None:
        """Show what is known about a mention; of a quote, about its speaker, with the quotes first."""
        # ~10 ms
        from fenttui.ui.concordance import facts_of, places_in, quotes_of
        from fenttui.ui.dialogs.card import Card

        article = self._workspace.article
        if article is None:
            return
        session = self._workspace.session
        mentions = session.mentions(article)
        quote = mention if mention.kind == "quote" else None
        if quote is not None:
            named = [m for m in mentions if m.is_actor and m.actor == quote.actor and m.actor is not None]
            if not named:
                self._host.say("who is quoted here is not named")
                return
            mention = min(named, key=lambda each: abs(each.start - quote.start))
        name = article.text[mention.start : mention.end]
        facts = facts_of(mention, name, mentions, article.text)
        speaker = mention.actor
        here = places_in(article, mentions, mention, name)
        said = quotes_of(article, session.quotes(article), speaker) if speaker is not None else []

        def elsewhere() -> Iterator[tuple[list[NamedPlace], list[NamedPlace]]]:
            for item in session.items("newest"):
                if item.id != article.id:
                    try:
                        other = session.article(item.id)
                    except ProblemError:
                        continue
                    places = places_in(other, session.mentions(other), mention, name)
                    quotes = quotes_of(other, session.quotes(other), speaker) if speaker is not None else []
                    yield places, quotes

        def chosen(answer: NamedPlace | Correction | None) -> None:
            if isinstance(answer, str):
                said = " ".join(name.split())
                self._corrections.correct_mention(self._host, answer, str(mention.actor), said, mentions)
            elif answer is not None:
                self._reader.leave()
                self._host.go_to(answer.article_id, answer.offset)

        title = visible_line((mention.actor or name).replace("\n", " "))
        said_at = quote.start if quote is not None else None
        card = Card(
            self._host.registry,
            self._looks,
            title,
            facts,
            here,
            mention.start,
            elsewhere,
            said,
            mention.is_actor,
            said_at,
        )
        self._host.app.push_screen(card, chosen)
