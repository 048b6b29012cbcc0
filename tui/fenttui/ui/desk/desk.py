"""The desk: three panes and a status line, the article that is open on them, and what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from fenttui.ui.commands import Place
from fenttui.ui.desk.telling import HINTS, describe, describe_quote, tell_problems
from fenttui.ui.keys import effective_commands
from fenttui.ui.session.list_order import long_date
from fenttui.ui.widgets.looks import Looks
from fenttui.ui.widgets.notes_panel import NotesPanel
from fenttui.ui.widgets.prompt import Prompt
from fenttui.ui.widgets.reader.reader import Reader
from fenttui.ui.widgets.sidebar import Sidebar
from fenttui.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from fenttui.articles.article import Article
    from fenttui.extract.mention import Mention, Quote
    from fenttui.notes.notebook import Notebook
    from fenttui.problem import Problem
    from fenttui.ui.screens.card import Correction
    from fenttui.ui.session.session import Session
    from fenttui.ui.widgets.reader.text_view import Here

PANES: tuple[Place, ...] = ("articles", "reader", "annotations")
"""The panes in the order that tab goes through them."""

_WIDTHS = [(0, "-narrow"), (60, "-medium"), (100, "-wide"), (118, "-large"), (140, "-roomy")]
"""The classes of the screen by its least width in columns."""


class Desk(Screen[None], inherit_bindings=False):
    """What the parts of the reading screen share; the screen itself adds the keys and the parts."""

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    AUTO_FOCUS = ""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        """The dossier that is read."""
        self.commands = effective_commands(session.settings.keys)
        """All commands with the keys in force."""
        self.article: Article | None = None
        """The article that is open."""
        self.notebook: Notebook | None = None
        """Its notes."""
        self.place: Place = "reader"
        """The pane that keys act on."""
        reading = session.settings.reader
        looks = Looks()
        self.looks = looks
        """The styles of what is painted line by line."""
        self.panes = Horizontal(id="panes", classes="-at-reader")
        self.reader = Reader(
            looks,
            self._caret_moved,
            measure=reading.measure,
            tab_width=reading.tab_width,
            highlight=reading.highlight,
        )
        self.sidebar = Sidebar(looks)
        self.notes = NotesPanel(looks)
        self.status = StatusLine(looks)
        self._mention_here: Mention | None = None
        self._quote_here: Quote | None = None
        self._told_at_start = False
        self.problems_at_start: list[Problem | str] = []
        """What was wrong with the settings and the dossier, to be told with the first article's problems."""
        self.last_changed: Literal["notes", "actors"] = "notes"
        """What undo and redo in a pane are about."""
        self.touched = False
        """Whether a key was pressed or the mouse used since the start."""

    def compose(self) -> ComposeResult:
        """Three panes and a line."""
        # Textual sets the class of a width when it tells the size, which is after the first paint.
        self.add_class(next(name for width, name in reversed(_WIDTHS) if self.app.size.width >= width))
        yield self.looks
        with self.panes:
            yield self.sidebar
            with Container(id="desk"):
                yield self.reader
                yield self.notes
        yield self.status

    # What the parts do for each other

    def open(self, article_id: str, offset: int | None = None) -> bool:
        """Open an article; whether it could be read."""
        raise NotImplementedError

    def list_articles(self) -> None:
        """List the articles as they are now."""
        raise NotImplementedError

    def only_listed(self) -> set[str] | None:
        """The ids of the articles that pass the filter; None without one."""
        raise NotImplementedError

    def ask(
        self,
        label: str,
        value: str,
        answered: Callable[[str], None],
        earlier: Sequence[str] = (),
        suggested: Sequence[str] = (),
    ) -> None:
        """Ask for one line at the bottom of the screen."""
        raise NotImplementedError

    def correct_here(self, correction: Correction, mention: Mention, mentions: Sequence[Mention]) -> None:
        """Correct the actor of a mention, one of those of the open article."""
        raise NotImplementedError

    # Panes

    def show_place(self, place: Place) -> None:
        """Let keys act on a pane, and show it where panes are shown one at a time."""
        self.place = place
        self._show_only_place()
        self.focus_place()
        self.tell_mode()

    def focus_place(self) -> None:
        """Give the focus back to the pane that keys act on."""
        self.set_focus(self._pane(self.place), scroll_visible=False)

    def _pane(self, place: Place) -> Widget:
        return {"articles": self.sidebar, "annotations": self.notes}.get(place, self.reader)

    def _show_only_place(self) -> None:
        """Show the pane that keys act on, where one is shown at a time; elsewhere it would only cost."""
        if self.has_class("-narrow"):
            for each in PANES:
                self.panes.set_class(each == self.place, f"-at-{each}")

    def on_resize(self) -> None:
        """The panes may now be shown one at a time."""
        self._show_only_place()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A pane was clicked."""
        for place in PANES:
            # Told late, it may no longer be so: then answering would take the focus from where it is.
            if event.widget is self._pane(place) is self.focused and place != self.place:
                self.show_place(place)

    def turn(self, step: int) -> None:
        """Let keys act on the next pane, or the one before."""
        if self.panes.has_class("-zen"):
            self.zen()
        self.show_place(PANES[(PANES.index(self.place) + step) % len(PANES)])

    def zen(self) -> None:
        """Hide the side panes, or show them again."""
        self.panes.toggle_class("-zen")
        if self.panes.has_class("-zen"):
            self.show_place("reader")
            self.say("side panes hidden; z shows them")

    # Articles and notes

    def open_article(self, article: Article, offset: int | None = None) -> None:
        """Show an article: its text at once, its mentions as soon as they are known."""
        session = self.session
        self.keep_place()
        self.article = article
        caret = session.reading.carets.get(article.id, 0) if offset is None else offset
        self.reader.show_article(article, caret)
        # As Content: a str would be read as markup.
        title = f"{long_date(article.headline.date)} · {article.headline.title}"
        self.reader.border_title = Content(title)
        session.reading.mark_read(article.id)
        session.reading.open_id = article.id
        self.notebook = None
        self.notes.show(())
        self.sidebar.set_open(article.id)
        # The text first: notes and mentions are read when it is on the screen.
        self.call_after_refresh(self._mark, article)

    def _mark(self, article: Article) -> None:
        """Show the notes of the article that was opened, and find its mentions."""
        if self.article is not article:
            return
        self.notebook = self.session.notes.notebook(article)
        self.notes_changed()
        # Whatever ends the program, one comes back to this article.
        self.session.save()
        problems = [*self._problems_at_start(), *self.notebook.problems, *article.problems]
        if problems:
            is_error = isinstance(problems[0], str) or problems[0].severity == "error"
            self.say(tell_problems(problems), error=is_error)
        self.mark_again()

    def _problems_at_start(self) -> list[Problem | str]:
        """What was wrong with the settings, the dossier and the corrections of its actors; told once."""
        if self._told_at_start:
            return []
        self._told_at_start = True
        return [*self.problems_at_start, *self.session.actor_book.problems]

    def mark_again(self) -> None:
        """Mark the mentions of the open article anew: its actors were corrected."""
        if (article := self.article) is not None:
            self.run_worker(
                self._mark_mentions(article), group="mentions", exclusive=True, exit_on_error=False
            )

    async def _mark_mentions(self, article: Article) -> None:
        extractions = self.session.extractions
        mentions = await extractions.mentions(article)
        if (problem := extractions.take_problem()) is not None:
            self.say(tell_problems([problem]), error=True)
        if self.article is article:
            self.reader.set_mentions(mentions)
        extracted = await extractions.get(article)
        if self.article is article:
            self.reader.set_quotes(extracted.quotes)

    def go_to(self, article_id: str, offset: int) -> None:
        """Show a place, in this article or another."""
        if self.article is None or self.article.id != article_id:
            self.open(article_id, offset)
        else:
            self.reader.open_at(offset)
            self.reader.move_to(offset)
        self.show_place("reader")

    def notes_changed(self) -> None:
        """Show the notes as they are now, in the text, the panel and the list."""
        if self.notebook is None or self.article is None:
            return
        self.reader.set_notes(self.notebook.anchored)
        book = self.notebook
        self.notes.set_class(not book.anchored and book.unreadable is None, "-empty")
        self.notes.show(book.anchored, book.unreadable, book.unsaved)
        self.session.notes.recount(self.article.id)
        self.list_articles()

    def keep_place(self) -> None:
        """Remember where one is."""
        if self.article is not None:
            self.session.reading.keep_place(self.article.id, self.reader.caret)

    # What is told

    def _caret_moved(self, here: Here) -> None:
        """Tell what is at the reader's caret, and light the note there."""
        layout = self.reader.page.layout
        line = layout.line_at(here.offset) + 1
        percent = 100 * line // len(layout.lines)
        self._mention_here = here.mention
        self._quote_here = here.quote
        self.status.set(place=f"{line}/{len(layout.lines)} {percent}%")
        if self.place != "annotations":
            # There, what is current is what keys act on: a note saved or deleted must not change it.
            self.notes.light(here.note.id if here.note else None)
        self.tell_mode()

    def say(self, message: str, error: bool = False) -> None:
        """Tell something until the next key."""
        self.status.say(message, error)
        for prompt in self.query(Prompt):
            prompt.say(message)

    def tell_progress(self, progress: str) -> None:
        """Tell how far a long job is; nothing when it is done."""
        self.status.set(progress=progress)

    def tell_mode(self) -> None:
        """Tell which pane keys act on, whether text is being selected, and what that makes worth knowing."""
        selects = self.reader.selection_anchor is not None
        mode = {"articles": "ARTICLES", "annotations": "NOTES"}.get(
            self.place, "SELECT" if selects else "READ"
        )
        here = HINTS[mode]
        if mode == "READ" and self.article is not None:
            here = self._described(self.article.text) or here
        self.status.set(mode=mode, here=here)

    def _described(self, text: str) -> str:
        """What is at the caret in words: a quote where it begins, else a mention, else the quote around."""
        mention, quote = self._mention_here, self._quote_here
        if quote is not None and (mention is None or quote.start == self.reader.caret):
            return describe_quote(quote, text)
        return describe(mention, text) if mention is not None else ""
