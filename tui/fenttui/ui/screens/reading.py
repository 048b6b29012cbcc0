"""The reading screen: three panes and a status line. It knows which pane keys act on."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widget import Widget

from fenttui.ui.keyed import KeyedScreen
from fenttui.ui.panes import PANES, make_panes
from fenttui.ui.session.list_order import long_date
from fenttui.ui.widgets.looks import Looks
from fenttui.ui.widgets.notes_panel import NotesPanel
from fenttui.ui.widgets.prompt import Prompt
from fenttui.ui.widgets.reader.reader import Reader
from fenttui.ui.widgets.sidebar import Sidebar
from fenttui.ui.widgets.status_line import StatusLine
from fenttui.ui.wording import HINTS, describe, describe_quote, tell_draft

if TYPE_CHECKING:
    from fenttui.extract.mention import Mention, Quote
    from fenttui.keymap.command import Command, Context
    from fenttui.problem import Problem
    from fenttui.ui.controllers.corrections import Corrections
    from fenttui.ui.controllers.notes_watch import NotesWatch
    from fenttui.ui.panes import Pane
    from fenttui.ui.session.position import Position
    from fenttui.ui.widgets.reader.text_view import Here
    from fenttui.ui.workspace import Workspace

_WIDTHS = [(0, "-narrow"), (60, "-medium"), (100, "-wide"), (118, "-large"), (140, "-roomy")]
"""The classes of the screen by its least width in columns."""


class ReadingScreen(KeyedScreen[None]):
    """The screen of the three panes. Panes send it messages, the workspace signals."""

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    AUTO_FOCUS = ""

    def __init__(
        self,
        workspace: Workspace,
        looks: Looks,
        corrections: Corrections,
        problems: list[Problem | str],
    ) -> None:
        super().__init__()
        self.workspace = workspace
        """What is open."""
        self.pane: Pane = "reader"
        """The pane that keys act on."""
        self._looks = looks
        self._mention_here: Mention | None = None
        self._quote_here: Quote | None = None
        reading = workspace.session.settings.reader
        self.reader = Reader(
            looks,
            self._caret_moved,
            measure=reading.measure,
            tab_width=reading.tab_width,
            highlight=reading.highlight,
        )
        self.sidebar = Sidebar(looks)
        self.notes_panel = NotesPanel(looks)
        self.status = StatusLine(looks)
        self.notes_watch: NotesWatch | None = None
        """What looks at the notes' file; None until the text is painted."""
        self._columns = Horizontal(id="panes", classes="-at-reader")
        # The screen is updated before the controllers are.
        workspace.article_opened.subscribe(self._show_article)
        workspace.notes_changed.subscribe(self._show_notes)
        self.panes = make_panes(self, corrections, looks)
        """The panes with their controllers."""
        self.panes.articles.problems = problems

    def compose(self) -> ComposeResult:
        """Three panes and a line."""
        # Textual sets the class of a width when it sends the size, which is after the first paint.
        self.add_class(next(name for width, name in reversed(_WIDTHS) if self.app.size.width >= width))
        yield self._looks
        with self._columns:
            yield self.sidebar
            with Container(id="main"):
                yield self.reader
                yield self.notes_panel
        yield self.status

    def on_mount(self) -> None:
        """Open the article that was open last, else the first of the list."""
        self.show_pane("reader")
        self.panes.article_list.start()
        self.call_after_refresh(self._text_is_painted)

    def _text_is_painted(self) -> None:
        """Get ready for the first key, and ask about a draft that was left."""
        # What was made for the start stays: no collection has to walk through it.
        gc.freeze()
        gc.enable()
        self.prepare_keys()
        self.panes.notes.drafts.offer_newest()
        from fenttui.ui.controllers.notes_watch import EVERY, NotesWatch  # noqa: PLC0415 - not at start

        self.notes_watch = NotesWatch(self, self.workspace)
        self.set_interval(EVERY, self.notes_watch.look)

    # Keys

    @property
    def context(self) -> Context[Any]:
        """The context whose keys are active: a pane, or the selection in the text."""
        name: str = self.pane
        if name == "reader" and self.reader.selection_anchor is not None:
            begun = self.reader.selection_anchor == self.reader.caret and not self.reader.selects_lines
            name = "object" if begun else "selection"
        return self.registry.context(name)

    @property
    def offered(self) -> list[Command]:
        """The commands of all panes."""
        registry = self.registry
        active = [each for pane in PANES for each in registry.active_in(registry.context(pane))]
        return list({command.name: command for command in active}.values())

    def target_of(self, command: Command) -> object:
        """Return the panes, and the screen itself for what is active everywhere."""
        return self if command.context == "everywhere" else self.panes

    def cancel(self) -> bool:
        """Cancel what is running; return whether anything was."""
        return self.panes.cancel()

    def on_key(self, event: events.Key) -> None:
        """Handle a key; Textual calls the handler of the keyed screen next."""
        self.workspace.touched = True

    def on_mouse_down(self) -> None:
        """Note that the user has acted, so that nothing changes the open article unasked."""
        self.workspace.touched = True

    # Panes

    def show_pane(self, pane: Pane) -> None:
        """Let keys act on a pane, and show it where panes are shown one at a time."""
        self.forget_typed()
        self.pane = pane
        self._show_only_pane()
        self.take_focus_back()
        self._tell_mode()

    def take_focus_back(self) -> None:
        """Give the focus to the pane that keys act on."""
        self.set_focus(self._widget(self.pane), scroll_visible=False)

    def turn(self, step: int) -> None:
        """Let keys act on the next pane, or the one before."""
        if self._columns.has_class("-zen"):
            self.toggle_zen()
        self.show_pane(PANES[(PANES.index(self.pane) + step) % len(PANES)])

    def toggle_zen(self) -> None:
        """Hide the side panes, or show them again."""
        self._columns.toggle_class("-zen")
        if self._columns.has_class("-zen"):
            self.show_pane("reader")
            self.say("side panes hidden; gz shows them")

    def go_to(self, article_id: str, where: int | Position) -> None:
        """Show a passage in the text, of this article or another."""
        self.panes.articles.go_to(article_id, where)
        self.show_pane("reader")

    def on_resize(self) -> None:
        """The panes may now be shown one at a time."""
        self._show_only_pane()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A pane was clicked."""
        for pane in PANES:
            # The message may be late: then handling it would take the focus from where it is now.
            if event.widget is self._widget(pane) is self.focused and pane != self.pane:
                self.show_pane(pane)

    def _widget(self, pane: Pane) -> Widget:
        return {"articles": self.sidebar, "annotations": self.notes_panel}.get(pane, self.reader)

    def _show_only_pane(self) -> None:
        """Show the pane that keys act on, if one is shown at a time; elsewhere it is not needed."""
        if self.has_class("-narrow"):
            for each in PANES:
                self._columns.set_class(each == self.pane, f"-at-{each}")

    # Messages of panes

    @on(Sidebar.Chosen)
    def _article_chosen(self, event: Sidebar.Chosen) -> None:
        if self.panes.articles.open(event.article_id):
            self.show_pane("reader")

    @on(NotesPanel.Chosen)
    def _note_chosen(self, event: NotesPanel.Chosen) -> None:
        start = self._start_of(event.note_id)
        if start is None:
            self.say("this note has no passage in the text")
            return
        self.reader.go_to(start)
        self.show_pane("reader")

    @on(NotesPanel.Moved)
    def _note_moved(self, event: NotesPanel.Moved) -> None:
        """Scroll the text to the current note."""
        self._follow(event.note_id)

    def _follow(self, note_id: str) -> None:
        """Scroll the text to a note."""
        start = self._start_of(note_id)
        if start is not None and self.pane == "annotations":
            self.reader.open_at(start)
            self.reader.move_to(start)

    def _start_of(self, note_id: str) -> int | None:
        notebook = self.workspace.notebook
        notes = notebook.anchored if notebook else ()
        return next((note.anchor.start for note in notes if note.annotation.id == note_id), None)

    # What is open

    def _show_article(self) -> None:
        """Show the article that was opened: its text at once, its mentions and notes when they are known."""
        article = self.workspace.article
        if article is None:
            return
        self.reader.show_article(article, self.workspace.caret)
        # As Content: a str would be read as markup.
        self.reader.border_title = Content(f"{long_date(article.headline.date)} · {article.headline.title}")
        self.notes_panel.show(())
        self.sidebar.set_open(article.id)

    def _show_notes(self) -> None:
        """Show the notes as they are now, in the text and in their pane."""
        book = self.workspace.notebook
        if book is not None:
            self.reader.set_notes(book.anchored)
            drafts = [tell_draft(each.draft) for each in self.workspace.drafts]
            apart = self.workspace.notes_apart()
            is_empty = not (book.anchored or book.unreadable or drafts or apart)
            self.notes_panel.set_class(is_empty, "-empty")
            before = self.notes_panel.current_id()
            self.notes_panel.show(book.anchored, book.unreadable, book.unsaved, drafts, apart)
            if (note_id := self.notes_panel.current_id()) not in (before, None):
                # The one before was deleted.
                self._follow(note_id)

    # Messages to the user

    def say(self, message: str, error: bool = False) -> None:
        """Show a message until the next key."""
        if message:
            self.status.say(message, error)
        else:
            self.status.hush()
        for prompt in self.query(Prompt):
            prompt.say(message)

    def hush(self) -> None:
        """Remove the message shown before this key."""
        self.status.hush()

    def tell_pending(self, pending: str) -> None:
        """Show the keys typed so far."""
        self.status.set(pending=pending)

    def tell_progress(self, progress: str) -> None:
        """Show how far a long job is; an empty text when it is done."""
        self.status.set(progress=progress)

    def _caret_moved(self, here: Here) -> None:
        """Show what is at the caret, and highlight the note there."""
        layout = self.reader.page.layout
        line = layout.line_at(here.offset) + 1
        percent = 100 * line // len(layout.lines)
        self._mention_here = here.mention
        self._quote_here = here.quote
        self.status.set(position=f"{line}/{len(layout.lines)} {percent}%")
        if self.pane != "annotations":
            # Keys act on the current note there: saving or deleting a note must not change it.
            self.notes_panel.light(here.note.id if here.note else None)
        self._tell_mode()

    def _tell_mode(self) -> None:
        """Show which pane keys act on, whether text is being selected, and the hints for that."""
        selects = self.reader.selection_anchor is not None
        mode = {"articles": "ARTICLES", "annotations": "NOTES"}.get(
            self.pane, "SELECT" if selects else "READ"
        )
        here = HINTS[mode]
        if mode == "SELECT":
            here = f"{self.reader.selection_size} · {here}"
        if mode == "READ" and self.workspace.article is not None:
            here = self._described(self.workspace.article.text) or here
        self.status.set(mode=mode, here=here)

    def _described(self, text: str) -> str:
        """Return what is at the caret in words: a quote where it begins, else a mention, else the quote."""
        mention, quote = self._mention_here, self._quote_here
        if quote is not None and (mention is None or quote.start == self.reader.caret):
            return describe_quote(quote, text)
        return describe(mention, text) if mention is not None else ""
