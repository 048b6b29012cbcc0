"""The card: what is known about a mention, and the actions that it offers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.analysis.occurrences import Occurrence
    from fenttui.articles.article import Article
    from fenttui.extract.mention import Mention
    from fenttui.ui.controllers.corrections import Corrections
    from fenttui.ui.dialogs.card import Correction
    from fenttui.ui.host import KeyedHost
    from fenttui.ui.session.extractions import Extracted
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
        article = self._workspace.article
        if article is None:
            return
        extracted = self._workspace.session.extractions.known(article)
        if extracted is not None:
            self._show(mention, article, extracted)
        else:
            self._host.work(self._show_when_found(mention, article), "card")

    async def _show_when_found(self, mention: Mention, article: Article) -> None:
        extracted = await self._workspace.session.extractions.get(article)
        if self._workspace.article is article:
            self._show(mention, article, extracted)

    def _show(self, mention: Mention, article: Article, extracted: Extracted) -> None:
        # ~10 ms
        from fenttui.analysis.occurrences import Occurrences, occurrences_in, quotes_of  # noqa: PLC0415
        from fenttui.extract.mention import ActorMention, Quote  # noqa: PLC0415
        from fenttui.ui.dialogs.card import Card  # noqa: PLC0415
        from fenttui.ui.mention_facts import facts_of  # noqa: PLC0415

        session, mentions = self._workspace.session, extracted.mentions
        quote = mention if isinstance(mention, Quote) else None
        if quote is not None:
            named = [m for m in mentions if isinstance(m, ActorMention) and m.actor == quote.actor]
            if not named:
                self._host.say("who is quoted here is not named")
                return
            mention = min(named, key=lambda each: abs(each.start - quote.start))
        said = article.text[mention.start : mention.end]
        actor = mention.actor if isinstance(mention, ActorMention) else None
        here = Occurrences(
            occurrences_in(article, mentions, mention),
            quotes_of(article, extracted.quotes, actor) if actor is not None else (),
        )
        entries = session.library.entries
        others = [entries[item.id] for item in session.items("newest") if item.id != article.id]

        def chosen(answer: Occurrence | Correction | None) -> None:
            if isinstance(answer, str):
                words = " ".join(said.split())
                self._corrections.correct_mention(self._host, answer, str(actor), words, mentions)
            elif answer is not None:
                self._reader.leave()
                self._host.go_to(answer.article_id, answer.start)

        dossier_pass = session.dossier_pass
        card = Card(
            self._looks,
            visible_line((actor or said).replace("\n", " ")),
            facts_of(mention, mentions, article.text),
            here,
            mention.start,
            partial(dossier_pass.occurrences, dossier_pass.search(others, mention)),
            actor is not None,
            quote.start if quote is not None else None,
        )
        self._host.app.push_screen(card, chosen)
