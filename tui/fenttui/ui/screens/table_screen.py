"""A table that fills the screen: its filter line and its status line. Each table is a subclass."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from fenttui.paths import bundled
from fenttui.ui.host import LineRequest
from fenttui.ui.keyed import KeyedScreen
from fenttui.ui.widgets.prompt import Prompt
from fenttui.ui.widgets.status_line import StatusLine
from fenttui.ui.widgets.table.record_table import RecordTable
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.keymap.command import Context
    from fenttui.ui.controllers.corrections import Corrections
    from fenttui.ui.record_filter import RecordFilter
    from fenttui.ui.session.position import Position
    from fenttui.ui.session.session import Session
    from fenttui.ui.widgets.looks import Looks
    from fenttui.ui.workspace import Workspace

R = TypeVar("R")


@dataclass(frozen=True)
class Services:
    """What a table needs from the program."""

    workspace: Workspace
    looks: Looks
    corrections: Corrections
    go_to: Callable[[str, int | Position], None]
    """Shows a passage in the text: closes the tables and goes to an offset of an article."""


class TableScreen(KeyedScreen[None], Generic[R]):
    """Covers the reading screen until it is left; its state stays for the next time it opens."""

    AUTO_FOCUS = "RecordTable"
    CSS_PATH: ClassVar[list[str]] = [str(bundled("styles") / "tables.tcss")]  # type: ignore[assignment]

    CONTEXT: ClassVar[Context[Any]]
    """The context whose keys it takes."""
    NAME: ClassVar[str]
    """What it is, for its title and its help: `Actors`."""
    HINT: ClassVar[str]
    """The first keys to know, for the status line."""

    def __init__(self, services: Services, table: RecordTable[R], record_filter: RecordFilter[R]) -> None:
        super().__init__()
        self.services = services
        """What it needs from the program."""
        self.table = table
        """The table."""
        self.filtered_by = ""
        """The filter as it was typed."""
        self._title = ""
        self.wanted: Hashable = None
        """The key of the record that becomes current when records are shown next."""
        self._record_filter = record_filter
        self.status = StatusLine(services.looks)
        """The line below the table."""

    def compose(self) -> ComposeResult:
        """The table and a line."""
        yield self.table
        yield self.status

    def on_mount(self) -> None:
        """Show the title and the hint."""
        self.status.set(mode=self.NAME.upper(), here=self.HINT)
        self.tell_counts()

    @property
    def context(self) -> Context[Any]:
        """The context whose keys it takes."""
        return self.CONTEXT

    @property
    def session(self) -> Session:
        """The dossier that is read."""
        return self.services.workspace.session

    # What a subclass gives

    @property
    def empty_text(self) -> str:
        """The message shown when there are no records."""
        return "Nothing here."

    def open_record(self, record: R) -> None:
        """A record was chosen."""
        raise NotImplementedError

    def corrected(self) -> None:
        """Corrections of actors have changed, here or elsewhere."""

    def stop(self) -> bool:
        """Stop what is running before the screen is left; return whether anything was."""
        return False

    # Messages

    def say(self, message: str, error: bool = False) -> None:
        """Show a message until the next key."""
        self.status.say(message, error)
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

    def tell_counts(self) -> None:
        """Show how many records there are, and how they are sorted and filtered."""
        title = visible_line(self.title_text)
        if title != self._title:
            # Textual paints the whole table for a title, also for the one that it has.
            self._title = title
            self.table.border_title = Content(title)
        hidden = f"Nothing matches {self.filtered_by}; escape shows all."
        self.table.empty = hidden if self.filtered_by else self.empty_text
        self.show_position()
        if self.filtered_by:
            for prompt in self.query(Prompt):
                prompt.say(self.table.count_text)

    @property
    def title_text(self) -> str:
        """What stands above the table."""
        only = f" · only {self.filtered_by}" if self.filtered_by else ""
        return f"{self.NAME} {self.table.count_text} · by {self.table.order_text}{only}"

    def show_position(self) -> None:
        """Show the position of the current record."""
        shown = len(self.table.view.shown)
        self.status.set(position=f"{min(self.table.current + 1, shown):,}/{shown:,}")

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

    def go_to(self, article_id: str, where: int | Position) -> None:
        """Show a passage in the text; ctrl+o there comes back to where the caret was."""
        self.services.go_to(article_id, where)

    def take_focus_back(self) -> None:
        """Give the focus to the table."""
        self.set_focus(self.table, scroll_visible=False)

    # What the commands call

    def move(self, motion: str, count: int | None) -> None:
        """Go to another row."""
        self.table.move(motion, count)

    def open_current(self) -> None:
        """Open the current row."""
        if self.table.current_record is None:
            self.say(self.table.empty)
        self.table.choose_current()

    def ask_filter(self) -> None:
        """Ask for a filter, showing what passes as it is typed."""
        before = self.filtered_by
        self.ask(
            LineRequest(
                "filter:", before, self._filtered, changed=self.filter, left=lambda: self.filter(before)
            )
        )

    def cycle_order(self) -> None:
        """Sort by the next column."""
        self.table.cycle_sort()

    def reverse_order(self) -> None:
        """Sort the other way around."""
        self.table.reverse_sort()

    def copy_current(self) -> None:
        """Copy the current row, its cells separated by tabs."""
        row = self.table.current_text
        self.say(self.program.copy(row, "the row") if row else self.table.empty)

    def cancel(self) -> bool:
        """Stop what is running, else clear the marks, else the filter; return whether there was one."""
        if self.stop():
            self.say("stopped; reading continues when the table is opened again")
        elif self.table.view.marked:
            self.table.clear_marks()
            self.say("no marks")
        elif self.filtered_by:
            self.filter("")
            self.say("all shown")
        else:
            return False
        return True

    def leave(self) -> None:
        """Stop what is running, else clear the marks, else the filter, else go back."""
        if not self.cancel():
            self.app.pop_screen()

    def _filtered(self, written: str) -> None:
        if written.strip() != self.filtered_by:
            self.filter(written)
        only = f"{self.table.count_text}: only {self.filtered_by}; escape shows all"
        unread = self._record_filter.parse(written)[1]
        self.say(unread or (only if self.filtered_by else ""), error=bool(unread))

    @on(RecordTable.Chosen)
    def _chosen(self, event: RecordTable.Chosen) -> None:
        self.open_record(event.record)

    @on(RecordTable.Moved)
    def _moved(self) -> None:
        self.show_position()

    @on(RecordTable.Sorted)
    def _sorted(self) -> None:
        self.tell_counts()
        self.say(f"sorted by {self.table.order_text}")
