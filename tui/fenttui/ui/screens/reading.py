"""The reading screen: three panes and a status line, the keys that reach them, and the messages they send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from fenttui.ui.key_sequence import Call, KeySequence
from fenttui.ui.keys import Keymap, Place, effective_commands, keymap
from fenttui.ui.screens.finding import Finding
from fenttui.ui.screens.listing import Listing
from fenttui.ui.screens.noting import Noting
from fenttui.ui.screens.offering import Offering
from fenttui.ui.sorting import long_date
from fenttui.ui.widgets.looks import Looks
from fenttui.ui.widgets.notes_panel import NotesPanel
from fenttui.ui.widgets.prompt import Prompt
from fenttui.ui.widgets.reader.reader import Reader
from fenttui.ui.widgets.reader.view import ReaderView
from fenttui.ui.widgets.sidebar import Sidebar
from fenttui.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from fenttui.annotations.notebook import Notebook
    from fenttui.articles.article import Article
    from fenttui.extract.mention import Mention
    from fenttui.ui.session import Session

_PANES: tuple[Place, ...] = ("articles", "reader", "annotations")


_WIDTHS = [(0, "-narrow"), (60, "-medium"), (100, "-wide"), (140, "-roomy")]
"""The classes of the screen by its least width in columns."""


class ReadingScreen(Screen[None], inherit_bindings=False):
    """Where one reads. Panes speak to it by messages; it answers them and speaks to the session."""

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    AUTO_FOCUS = ""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        """The dossier that is read."""
        self.commands = effective_commands(session.settings.keys)
        """All commands with the keys in force."""
        self._keymaps: dict[Place, Keymap] = {place: keymap(self.commands, place) for place in _PANES}
        self._sequence = KeySequence()
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
            looks, measure=reading.measure, tab_width=reading.tab_width, highlight=reading.highlight
        )
        self.sidebar = Sidebar(looks)
        self.notes = NotesPanel(looks)
        self.status = StatusLine(looks)
        self.noting = Noting(self)
        self.finding = Finding(self)
        self.listing = Listing(self)
        self.offering = Offering(self)

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

    def on_mount(self) -> None:
        """Open where one was, else the first article of the list."""
        self.show_place("reader")
        self.listing.start()

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Every key that no prompt took: part of a command, or a word that it is none."""
        if self.query(Prompt):
            return
        event.stop()
        event.prevent_default()
        key = (
            event.character if event.character and event.is_printable and event.key != "space" else event.key
        )
        self.status.hush()
        fed = self._sequence.feed("escape" if key == "ctrl+c" else key, self._keymaps[self.place])
        self.status.set(pending=self._sequence.pending)
        if isinstance(fed, Call):
            self.perform(fed)
        elif fed is not None:
            self.say(f"{fed} is no key here; ? lists the keys")

    def perform(self, call: Call) -> None:
        """Do a command."""
        match call.command.place:
            case "reader":
                self.reader.perform(call)
            case "articles":
                self.listing.perform(call)
            case "annotations":
                self._perform_on_notes(call)
            case "everywhere":
                self._perform_anywhere(call)

    def _perform_anywhere(self, call: Call) -> None:
        count = call.count or 1
        match call.command.action:
            case "undo":
                self.noting.undo(count)
            case "redo":
                self.noting.redo(count)
            case "next_article":
                self.listing.open_neighbor(count)
            case "previous_article":
                self.listing.open_neighbor(-count)
            case "next_pane":
                self._turn(1)
            case "previous_pane":
                self._turn(-1)
            case "zen":
                self._zen()
            case "cancel":
                self._cancel()
            case action:
                self.offering.perform(action)

    def _perform_on_notes(self, call: Call) -> None:
        action, note_id = call.command.action, self.notes.current_id()
        if action == "annotate":
            self.noting.write(self.reader.annotation_span())
        elif note_id is None:
            self.say("no notes yet; a annotates the sentence at the reader's caret")
        elif action == "show":
            self.notes.choose_current()
        elif action == "edit":
            self.noting.edit(note_id)
        elif action == "delete":
            self.noting.delete(note_id)
        elif action == "tags":
            self.noting.tags(note_id)
        elif action == "cycle_color":
            self.noting.cycle_color(note_id)
        elif action == "yank":
            self.offering.yank_note(note_id)
        else:
            self.notes.move(action, call.count)

    # Panes

    def show_place(self, place: Place) -> None:
        """Let keys act on a pane, and show it where panes are shown one at a time."""
        for each in _PANES:
            self.panes.set_class(each == place, f"-at-{each}")
        self.place = place
        self._sequence.clear()
        self.focus_place()
        self._tell_mode()

    def focus_place(self) -> None:
        """Give the focus back to the pane that keys act on."""
        self.set_focus(self._pane(self.place), scroll_visible=False)

    def _pane(self, place: Place) -> Widget:
        return {"articles": self.sidebar, "annotations": self.notes}.get(place, self.reader)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A pane was clicked."""
        for place in _PANES:
            # Told late, it may no longer be so: then answering would take the focus from where it is.
            if event.widget is self._pane(place) is self.focused and place != self.place:
                self.show_place(place)

    def _turn(self, step: int) -> None:
        if self.panes.has_class("-zen"):
            self._zen()
        self.show_place(_PANES[(_PANES.index(self.place) + step) % len(_PANES)])

    def _zen(self) -> None:
        self.panes.toggle_class("-zen")
        if self.panes.has_class("-zen"):
            self.show_place("reader")
            self.say("side panes hidden; z shows them")

    def _cancel(self) -> None:
        if self.reader.selection_anchor is not None:
            self.reader.end_selection()
            self._tell_mode()
        elif self.place == "reader" and len(self.reader.marks.matches):
            self.reader.search("", self.reader.caret)
        elif self.finding.written:
            self.finding.clear()
            self.say("all articles listed")
        elif self.place != "reader":
            self.show_place("reader")

    # Articles and notes

    def open_article(self, article: Article, offset: int | None = None) -> None:
        """Show an article: its text at once, its mentions as soon as they are known."""
        session = self.session
        self.keep_place()
        self.article = article
        caret = session.state.carets.get(article.id, 0) if offset is None else offset
        self.reader.show_article(article, caret)
        # As Content: a str would be read as markup.
        title = f"{long_date(article.headline.date)} · {article.headline.title}"
        self.reader.border_title = Content(title)
        session.mark_read(article.id)
        session.state.open_id = article.id
        self.notebook = None
        self.notes.show(())
        self.listing.opened(article.id)
        # The text first: notes and mentions are read when it is on the screen.
        self.call_after_refresh(self._mark, article)

    def _mark(self, article: Article) -> None:
        """Show the notes of the article that was opened, and find its mentions."""
        if self.article is not article:
            return
        self.notebook = self.session.notebook(article)
        self.notes_changed()
        for problem in (*article.problems, *self.notebook.problems):
            self.say(str(problem), error=problem.severity == "error")
        self.run_worker(self._mark_mentions(article), group="mentions", exclusive=True, exit_on_error=False)

    async def _mark_mentions(self, article: Article) -> None:
        import asyncio

        mentions = await asyncio.to_thread(self.session.mentions, article)
        if self.article is article:
            self.reader.set_mentions(mentions)

    def go_to(self, article_id: str, offset: int) -> None:
        """Show a place, in this article or another."""
        if self.article is None or self.article.id != article_id:
            self.listing.open(article_id, offset)
        else:
            self.reader.open_at(offset)
            self.reader.move_to(offset)
        self.show_place("reader")

    def notes_changed(self) -> None:
        """Show the notes as they are now, in the text, the panel and the list."""
        if self.notebook is None or self.article is None:
            return
        self.reader.set_notes(self.notebook.anchored)
        self.notes.show(self.notebook.anchored)
        self.session.recount(self.article.id)
        self.list_articles()

    def list_articles(self) -> None:
        """List the articles as they are now."""
        self.listing.show()

    def keep_place(self) -> None:
        """Remember where one is."""
        if self.article is not None:
            self.session.keep_place(self.article.id, self.reader.caret)

    # What is told

    def say(self, message: str, error: bool = False) -> None:
        """Tell something until the next key."""
        self.status.say(message, error)
        for prompt in self.query(Prompt):
            prompt.say(message)

    def tell_progress(self, progress: str) -> None:
        """Tell how far a long job is; nothing when it is done."""
        self.status.set(progress=progress)

    def _tell_mode(self) -> None:
        visual = self.reader.selection_anchor is not None
        names = {"reader": "READ", "articles": "ARTICLES", "annotations": "NOTES"}
        mode = "SELECT" if visual and self.place == "reader" else names[self.place]
        self.status.set(mode=mode)

    def _here(self, mention: Mention | None) -> str:
        if mention is None or self.article is None:
            return "? keys · a annotate · ]a next actor · ]f next figure · x export"
        named = self.article.text[mention.start : mention.end]
        if mention.actor is not None:
            return f"{mention.kind}: {mention.actor}" + (f" ({named})" if named != mention.actor else "")
        value = mention.time or (
            f"{mention.amount.value} {mention.amount.unit or ''}" if mention.amount else ""
        )
        return f"{mention.kind}: {named} = {value}" if value.strip() else f"{mention.kind}: {named}"

    # What panes say

    @on(ReaderView.CaretMoved)
    def _caret_moved(self, event: ReaderView.CaretMoved) -> None:
        layout = self.reader.page.layout
        line = layout.line_at(event.offset) + 1
        percent = 100 * line // len(layout.lines)
        self.status.set(here=self._here(event.mention), place=f"{line}/{len(layout.lines)} {percent}%")
        if self.place != "annotations":
            # There, what is current is what keys act on: a note saved or deleted must not change it.
            self.notes.light(event.note.id if event.note else None)
        self._tell_mode()

    @on(Reader.Said)
    def _said(self, event: Reader.Said) -> None:
        self.say(event.text)

    @on(Reader.SearchRequested)
    def _search_requested(self) -> None:
        self.finding.search()

    @on(Reader.PlaceRequested)
    def _place_requested(self, event: Reader.PlaceRequested) -> None:
        self.go_to(event.article_id, event.offset)

    @on(Reader.AnnotateRequested)
    def _annotate_requested(self, event: Reader.AnnotateRequested) -> None:
        self.noting.write(event.span)

    @on(Reader.NoteRequested)
    def _note_requested(self, event: Reader.NoteRequested) -> None:
        {"edit": self.noting.edit, "delete": self.noting.delete, "tags": self.noting.tags}[event.wish](
            event.note_id
        )

    @on(Reader.CardRequested)
    def _card_requested(self, event: Reader.CardRequested) -> None:
        self.offering.card(event.mention)

    @on(Reader.Yanked)
    def _yanked(self, event: Reader.Yanked) -> None:
        self.offering.yank(event.text, event.what)

    @on(Sidebar.Chosen)
    def _article_chosen(self, event: Sidebar.Chosen) -> None:
        if self.listing.open(event.article_id):
            self.show_place("reader")

    @on(NotesPanel.Chosen)
    def _note_chosen(self, event: NotesPanel.Chosen) -> None:
        notes = self.notebook.anchored if self.notebook else ()
        start = next((note.anchor.start for note in notes if note.annotation.id == event.note_id), None)
        if start is None:
            self.say("this note has no passage in the text")
            return
        self.reader.go_to(start)
        self.show_place("reader")

    @on(Input.Changed, "#prompt")
    def _prompt_changed(self, event: Input.Changed) -> None:
        self.finding.changed(event)

    @on(Input.Submitted, "#prompt")
    def _prompt_answered(self, event: Input.Submitted) -> None:
        self.finding.answered(event)

    @on(Prompt.Left)
    def _prompt_left(self) -> None:
        self.finding.left()
