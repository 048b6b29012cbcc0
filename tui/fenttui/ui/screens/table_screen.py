"""A table that fills the screen: its keys, its filter line and its status line. Each table is a subclass."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from fenttui.places import bundled
from fenttui.ui.commands import heard_in
from fenttui.ui.key_names import key_name
from fenttui.ui.key_sequence import Call, KeySequence
from fenttui.ui.keys import keymap
from fenttui.ui.typing_ahead import OrderedKeys
from fenttui.ui.widgets.prompt import Prompt
from fenttui.ui.widgets.status_line import StatusLine
from fenttui.ui.widgets.table.record_table import RecordTable
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.ui.commands import Command, Place
    from fenttui.ui.record_filter import RecordFilter
    from fenttui.ui.screens.reading import ReadingScreen

R = TypeVar("R")


class TableScreen(Screen[None], Generic[R], inherit_bindings=False):
    """Stands before the reading screen until it is left; what it shows stays for the next time it opens."""

    AUTO_FOCUS = "RecordTable"
    CSS_PATH: ClassVar[list[str]] = [str(bundled("styles") / "tables.tcss")]  # type: ignore[assignment]

    PLACE: ClassVar[Place]
    """The place whose keys it hears, with those of `tables`."""
    NAME: ClassVar[str]
    """What it is, for its title and its help: `Actors`."""
    HINT: ClassVar[str]
    """The first keys to know, for the status line."""

    def __init__(self, desk: ReadingScreen, table: RecordTable[R], record_filter: RecordFilter[R]) -> None:
        super().__init__()
        self.desk = desk
        """The reading screen behind."""
        self.table = table
        """The table."""
        self.filtered_by = ""
        """The filter as it was typed."""
        self.wanted: Hashable = None
        """The key of the record that becomes current when records are shown next."""
        self.commands = desk.commands
        """All commands with the keys in force."""
        self._record_filter = record_filter
        self._keymap = keymap(desk.commands, self.PLACE)
        self._sequence = KeySequence()
        self._status = StatusLine(desk.looks)
        self._on_answer: Callable[[str], None] = lambda line: None
        self._on_change: Callable[[str], None] = lambda line: None
        self._on_left: Callable[[], None] = lambda: None

    def compose(self) -> ComposeResult:
        """The table and a line."""
        yield self.table
        yield self._status

    def on_mount(self) -> None:
        """Say what this is."""
        self._status.set(mode=self.NAME.upper(), here=self.HINT)
        self.tell_counts()

    # What a subclass gives

    @property
    def empty_text(self) -> str:
        """What is said where there are no records."""
        return "Nothing here."

    def perform_own(self, call: Call) -> None:
        """Do a command of the place `PLACE`."""
        raise NotImplementedError

    def open_record(self, record: R) -> None:
        """A record was chosen."""
        raise NotImplementedError

    def corrected(self) -> None:
        """Corrections of actors have changed, here or elsewhere."""

    def stop(self) -> bool:
        """Stop what goes on, before the screen is left; whether there was anything to stop."""
        return False

    # What is told

    def say(self, message: str, error: bool = False) -> None:
        """Tell something until the next key."""
        self._status.say(message, error)
        for prompt in self.query(Prompt):
            prompt.say(message)

    def tell_progress(self, progress: str) -> None:
        """Tell how far a long job is; nothing when it is done."""
        self._status.set(progress=progress)

    def tell_counts(self) -> None:
        """Tell how many records are shown, by what they are sorted and filtered."""
        self.table.border_title = Content(visible_line(self.title_text))
        hidden = f"Nothing matches {self.filtered_by}; escape shows all."
        self.table.empty = hidden if self.filtered_by else self.empty_text
        self.tell_place()
        if self.filtered_by:
            for prompt in self.query(Prompt):
                prompt.say(self.table.count_text)

    @property
    def title_text(self) -> str:
        """What stands above the table."""
        only = f" · only {self.filtered_by}" if self.filtered_by else ""
        return f"{self.NAME} {self.table.count_text} · by {self.table.order_text}{only}"

    def tell_place(self) -> None:
        """Tell which record is current."""
        shown = len(self.table.view.shown)
        self._status.set(place=f"{min(self.table.current + 1, shown):,}/{shown:,}")

    @property
    def status_text(self) -> str:
        """What the status line says."""
        return self._status.text

    @property
    def offered(self) -> list[Command]:
        """The commands that are heard here."""
        return heard_in(self.commands, self.PLACE)

    # Records

    def show(self, records: Sequence[R]) -> None:
        """Show other records."""
        self.table.show(records, self.wanted)
        self.wanted = None
        self.tell_counts()

    def filter(self, written: str) -> None:
        """Show the records that pass a filter, all for an empty one."""
        before, self.filtered_by = self.filtered_by, written.strip()
        passes, unread = self._record_filter.parse(written)
        self.table.filter(passes, self._record_filter.narrows(before, written))
        self.tell_counts()
        self.say(unread or (self.table.count_text if self.filtered_by else ""), error=bool(unread))

    def leave_for(self, article_id: str, offset: int) -> None:
        """Go to a place in the reader; ctrl+o there comes back to where the caret was."""
        self.desk.tabling.close()
        self.desk.reader.leave()
        self.desk.go_to(article_id, offset)

    # The prompt

    def ask(
        self,
        label: str,
        value: str,
        answered: Callable[[str], None],
        earlier: Sequence[str] = (),
        suggested: Sequence[str] = (),
        changed: Callable[[str], None] = lambda line: None,
        left: Callable[[], None] = lambda: None,
    ) -> None:
        """Ask for one line.

        Args:
            label: what stands before it.
            value: what it begins with.
            answered: hears the line.
            earlier: what the up key brings, the last first.
            suggested: what the line is completed from as it is typed.
            changed: hears each change of it.
            left: hears that it was left.
        """
        self._close_prompt()
        self._on_answer, self._on_change, self._on_left = answered, changed, left
        self.mount(Prompt(label, value, earlier, suggested))

    def _close_prompt(self) -> None:
        # The focus goes first: Textual would give that of a removed widget to any other.
        self.set_focus(self.table, scroll_visible=False)
        for prompt in self.query(Prompt):
            prompt.remove()

    @on(Input.Changed, "#prompt")
    def _prompt_changed(self, event: Input.Changed) -> None:
        self._on_change(event.value)

    @on(Input.Submitted, "#prompt")
    def _prompt_answered(self, event: Input.Submitted) -> None:
        self._close_prompt()
        self._on_answer(event.value)

    @on(Prompt.Left)
    def _prompt_left(self) -> None:
        self._close_prompt()
        self._on_left()

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Every key that no prompt took: part of a command, or a word that it is none."""
        if self.query(Prompt):
            return
        event.stop()
        event.prevent_default()
        key = key_name(event.key, event.character)
        self._status.hush()
        unbound = self._sequence.is_unbound_alt(key, self._keymap)
        fed = self._sequence.feed("escape" if unbound or key == "ctrl+c" else key, self._keymap)
        if not (isinstance(self.app, OrderedKeys) and self.app.more_typed):
            self._status.set(pending=self._sequence.pending)
        if isinstance(fed, Call):
            self.perform(fed)
        elif fed is not None:
            self.say(f"{fed} is no key here; ? lists the keys")
        if unbound and self.is_current:
            self.say(f"{key} is no key here; ? lists the keys")

    def perform(self, call: Call) -> None:
        """Do a command."""
        match call.command.place:
            case "tables":
                self._perform_on_table(call)
            case "everywhere":
                self._perform_anywhere(call)
            case _:
                self.perform_own(call)

    def _perform_on_table(self, call: Call) -> None:
        match call.command.action:
            case "open" if self.table.current_record is None:
                self.say(self.table.empty)
            case "open":
                self.table.choose_current()
            case "filter":
                before = self.filtered_by
                self.ask("filter:", before, self._filtered,
                         changed=self.filter, left=lambda: self.filter(before))  # fmt: skip
            case "cycle_order":
                self.table.cycle_sort()
            case "reverse_order":
                self.table.reverse_sort()
            case "leave":
                self._leave()
            case "quit":
                self.desk.offering.perform("quit")
            case action:
                self.table.move(action, call.count)

    def _perform_anywhere(self, call: Call) -> None:
        match call.command.action:
            case "help":
                from fenttui.ui.screens.help import Help

                self.app.push_screen(Help(self.commands, self.PLACE, f"table of {self.NAME.lower()}"))
            case "theme":
                self.say(self.desk.offering.change_theme())
            case "palette" | "redraw" | "suspend" as action:
                self.desk.offering.perform(action)
            case name:
                self.desk.tabling.open(name)

    def _filtered(self, written: str) -> None:
        if written.strip() != self.filtered_by:
            self.filter(written)
        self.say(f"only {self.filtered_by}; escape shows all" if self.filtered_by else "")

    def _leave(self) -> None:
        """Stop what goes on; else take marks away; else the filter; else go back."""
        if self.stop():
            self.say("stopped; reading goes on when the table is opened again")
        elif self.table.view.marked:
            self.table.clear_marks()
            self.say("no marks")
        elif self.filtered_by:
            self.filter("")
            self.say("all shown")
        else:
            self.app.pop_screen()

    @on(RecordTable.Chosen)
    def _chosen(self, event: RecordTable.Chosen) -> None:
        self.open_record(event.record)

    @on(RecordTable.Moved)
    def _moved(self) -> None:
        self.tell_place()

    @on(RecordTable.Sorted)
    def _sorted(self) -> None:
        self.tell_counts()
        self.say(f"sorted by {self.table.order_text}")
