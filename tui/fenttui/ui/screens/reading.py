"""The reading screen: the keys that reach its panes, and the messages they send."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from textual import events, on
from textual.widgets import Input

from fenttui.ui.commands import TABLES
from fenttui.ui.desk.desk import PANES, Desk
from fenttui.ui.desk.exporting import Exporting
from fenttui.ui.desk.finding import Finding
from fenttui.ui.desk.listing import Listing
from fenttui.ui.desk.noting import Noting
from fenttui.ui.desk.offering import Offering
from fenttui.ui.desk.tabling import Tabling
from fenttui.ui.key_names import key_name
from fenttui.ui.key_sequence import Call, KeySequence
from fenttui.ui.keys import Keymap, keymap
from fenttui.ui.typing_ahead import OrderedKeys
from fenttui.ui.widgets.notes_panel import NotesPanel
from fenttui.ui.widgets.prompt import Prompt
from fenttui.ui.widgets.reader.reader import Reader
from fenttui.ui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from fenttui.extract.mention import Mention
    from fenttui.ui.commands import Command, Place
    from fenttui.ui.desk.correcting import Correcting
    from fenttui.ui.screens.card import Correction
    from fenttui.ui.session import Session


class ReadingScreen(Desk):
    """Where one reads. Panes speak to it by messages; it answers them with its parts."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._keymaps: dict[Place, Keymap] = {place: keymap(self.commands, place) for place in PANES}
        self._sequence = KeySequence()
        self.noting = Noting(self)
        self.finding = Finding(self)
        self.listing = Listing(self)
        self.offering = Offering(self)
        self.exporting = Exporting(self)
        self.tabling = Tabling(self)

    def on_mount(self) -> None:
        """Open where one was, else the first article of the list."""
        self.show_place("reader")
        self.listing.start()
        self.call_after_refresh(self.noting.offer_draft)

    # What the parts do for each other

    def open(self, article_id: str, offset: int | None = None) -> bool:
        """Open an article; whether it could be read."""
        return self.listing.open(article_id, offset)

    def list_articles(self) -> None:
        """List the articles as they are now."""
        self.listing.show()

    def only_listed(self) -> set[str] | None:
        """The ids of the articles that pass the filter; None without one."""
        return self.finding.only

    def ask(
        self,
        label: str,
        value: str,
        answered: Callable[[str], None],
        earlier: Sequence[str] = (),
        suggested: Sequence[str] = (),
    ) -> None:
        """Ask for one line at the bottom of the screen."""
        self.finding.ask(label, value, answered, earlier=earlier, suggested=suggested)

    def correct_here(self, correction: Correction, mention: Mention, mentions: Sequence[Mention]) -> None:
        """Correct the actor of a mention, one of those of the open article."""
        if self.article is not None and mention.actor is not None:
            said = " ".join(self.article.text[mention.start : mention.end].split())
            self.correcting.correct_mention(self, correction, mention.actor, said, mentions)

    def show_place(self, place: Place) -> None:
        """Let keys act on a pane; a command half typed in another is forgotten."""
        self._sequence.clear()
        super().show_place(place)

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Every key that no prompt took: part of a command, or a word that it is none."""
        if self.query(Prompt):
            return
        event.stop()
        event.prevent_default()
        key, keys = key_name(event.key, event.character), self._keymaps[self.place]
        self.touched = True
        self.status.hush()
        unbound = self._sequence.is_unbound_alt(key, keys)
        fed = self._sequence.feed("escape" if unbound or key == "ctrl+c" else key, keys)
        if not (isinstance(self.app, OrderedKeys) and self.app.more_typed):
            # Else it would be painted, and the command itself a frame later.
            self.status.set(pending=self._sequence.pending)
        if isinstance(fed, Call):
            self.perform(fed)
        elif fed is not None:
            self.say(f"{fed} is no key here; ? lists the keys")
        if unbound:
            self.say(f"{key} is no key here; ? lists the keys")

    def on_mouse_down(self) -> None:
        """What is open now was chosen, or is being read."""
        self.touched = True

    @property
    def offered(self) -> list[Command]:
        """The commands of the panes."""
        return [command for command in self.commands if command.place not in ("tables", *TABLES)]

    def perform(self, call: Call) -> None:
        """Do a command."""
        match call.command.place:
            case "reader":
                self.reader.perform(call)
            case "articles" if call.command.action == "filter":
                self.finding.filter()
            case "articles":
                self.listing.perform(call)
            case "annotations":
                self._perform_on_notes(call)
            case "everywhere":
                self._perform_anywhere(call)

    def _perform_anywhere(self, call: Call) -> None:
        count = call.count or 1
        match call.command.action:
            case "undo" | "redo" as action:
                self._step(action, count)
            case "next_article":
                self.listing.open_neighbor(count)
            case "previous_article":
                self.listing.open_neighbor(-count)
            case "next_pane":
                self.turn(1)
            case "previous_pane":
                self.turn(-1)
            case "zen":
                self.zen()
            case "cancel":
                self._cancel()
            case "export":
                self.exporting.ask()
            case "actors" | "figures" | "timeline" as table:
                self.tabling.open(table)
            case action:
                self.offering.perform(action)

    @cached_property
    def correcting(self) -> Correcting:
        """The corrections of actors."""
        # ~5 ms: most of reading needs none.
        from fenttui.ui.desk.correcting import Correcting

        return Correcting(self)

    def _step(self, action: Literal["undo", "redo"], count: int) -> None:
        """Undo or redo what was changed last, a note or an actor."""
        if self.last_changed == "actors":
            step = self.correcting.undo if action == "undo" else self.correcting.redo
            if step(self, count):
                return
        (self.noting.undo if action == "undo" else self.noting.redo)(count)

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

    def _cancel(self) -> None:
        if self.reader.selection_anchor is not None:
            self.reader.end_selection()
            self.tell_mode()
        elif self.place == "reader" and len(self.reader.marks.matches):
            # The color goes; n finds on.
            self.reader.set_matches(())
        elif self.finding.written:
            self.finding.clear()
            self.say("all articles listed")
        elif self.place != "reader":
            self.show_place("reader")

    # What panes say

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
