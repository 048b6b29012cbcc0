"""What the reading screen offers beside reading: card, clipboard, export, help, palette, theme, shell."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fenttui.problem import ProblemError
from fenttui.ui.terminal.driver import TerminalDriver
from fenttui.ui.textual_internals import driver_of
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.extract.mention import Mention
    from fenttui.ui.concordance import NamedPlace
    from fenttui.ui.desk.desk import Desk
    from fenttui.ui.screens.card import Correction

_PLACE_NAMES = {"reader": "text", "articles": "list of articles", "annotations": "annotations"}


class Offering:
    """Dialogs and services that belong to no pane."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def perform(self, action: str) -> None:
        """Do a command that is heard everywhere."""
        app = self._desk.app
        match action:
            case "help":
                self._help()
            case "palette":
                from textual.command import CommandPalette

                # Pushed here: where Textual's own action works, ctrl+p is bound in every dialog, too.
                app.push_screen(CommandPalette(id="--command-palette"))
            case "theme":
                self._desk.say(self.change_theme())
            case "reload":
                self._desk.run_worker(self._reload(), exclusive=True, group="reload")
            case "redraw":
                app.refresh(layout=True)
                app.screen.refresh(repaint=True)
            case "suspend":
                app.action_suspend_process()
            case "quit":
                self._quit()

    def _quit(self) -> None:
        """Leave; with notes that are in memory alone only after asking."""
        app = self._desk.app
        problem = self._desk.session.save_notes()
        if problem is None:
            app.exit()
            return
        from fenttui.ui.screens.question import Question

        def answered(key: str | None) -> None:
            if key == "t":
                self._quit()
            elif key == "q":
                app.exit()

        app.push_screen(Question(str(problem), {"t": "tries again", "q": "quits and loses them"}), answered)

    def _help(self) -> None:
        from fenttui.ui.screens.help import Help

        place = self._desk.place
        self._desk.app.push_screen(Help(self._desk.commands, place, _PLACE_NAMES[place]))

    def change_theme(self) -> str:
        """Take the dark theme or the light one; what to say of it."""
        app = self._desk.app
        if app.native_ansi_color:
            return "this terminal has its own colors only"
        app.theme = "fenttui-light" if app.current_theme.dark else "fenttui-dark"
        return f"theme: {app.theme}; {_PALETTE_HINT}"

    async def _reload(self) -> None:
        import asyncio

        said = await asyncio.to_thread(self._desk.session.reload)
        article = self._desk.article
        if article is not None and article.id in self._desk.session.entries:
            caret = self._desk.reader.caret
            self._desk.open(article.id, caret)
        self._desk.list_articles()
        self._desk.say(said)

    # Clipboard

    def yank(self, text: str, what: str) -> None:
        """Copy text to the clipboard of the user's own machine."""
        # ~1 ms; much reading copies nothing.
        from fenttui.ui.clipboard import clipboard_doubt

        app = self._desk.app
        app.copy_to_clipboard(text)
        driver = driver_of(app)
        kind = driver.kind if isinstance(driver, TerminalDriver) else None
        doubt = clipboard_doubt(text, os.environ, kind)
        self._desk.say(f"copied {what}: {len(text):,} characters{f'; {doubt}' if doubt else ''}")

    def yank_note(self, note_id: str) -> None:
        """Copy a note with its passage."""
        note = self._desk.notebook.find(note_id) if self._desk.notebook else None
        if note is not None:
            quote = f"“{note.target.exact}”\n\n" if note.target else ""
            self.yank(quote + note.body, "passage and note")

    # The card

    def card(self, mention: Mention) -> None:
        """Show what is known about a mention; of a quote, about its speaker, with the quotes first."""
        # ~10 ms
        from fenttui.ui.concordance import facts_of, places_in, quotes_of
        from fenttui.ui.screens.card import Card

        article = self._desk.article
        if article is None:
            return
        session = self._desk.session
        mentions = session.mentions(article)
        quote = mention if mention.kind == "quote" else None
        if quote is not None:
            named = [m for m in mentions if m.is_actor and m.actor == quote.actor and m.actor is not None]
            if not named:
                self._desk.say("who is quoted here is not named")
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
                self._desk.correct_here(answer, mention, mentions)
            elif answer is not None:
                self._desk.reader.leave()
                self._desk.go_to(answer.article_id, answer.offset)

        title = visible_line((mention.actor or name).replace("\n", " "))
        said_at = quote.start if quote is not None else None
        card = Card(
            self._desk.looks, title, facts, here, mention.start, elsewhere, said, mention.is_actor, said_at
        )
        self._desk.app.push_screen(card, chosen)


_PALETTE_HINT = "the palette (^p) has more"
