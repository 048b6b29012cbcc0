"""What commands are done to beside the panes: the tables, and the dialogs that take keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from fenttui.ui.host import KeyedHost

if TYPE_CHECKING:
    from fenttui.keymap.command_names import CommandNames
    from fenttui.ui.panes import Panes


class Movable(Protocol):
    """What the motions of lists are done to."""

    def move(self, motion: str, count: int | None) -> None:
        """Go to another item."""


class Table(KeyedHost, Movable, Protocol):
    """A table that fills the screen."""

    def open_current(self) -> None:
        """Open the current row."""

    def ask_filter(self) -> None:
        """Ask for a filter, showing what passes as it is typed."""

    def cycle_order(self) -> None:
        """Sort by the next column."""

    def reverse_order(self) -> None:
        """Sort the other way around."""

    def copy_current(self) -> None:
        """Copy the current row."""

    def leave(self) -> None:
        """Stop what is running, else clear the marks, else the filter, else go back."""


class ActorsTable(Table, Protocol):
    """The table of actors."""

    def mark(self) -> None:
        """Mark the current actor, or take its mark away."""

    def merge(self) -> None:
        """Merge the marked actors, or the current one into another."""

    def split(self) -> None:
        """Make one of the current actor's names another actor."""

    def rename(self) -> None:
        """Ask for the current actor's name."""

    def change_kind(self) -> None:
        """Ask for the current actor's kind."""

    def ignore(self) -> None:
        """Ignore the current actor."""

    def show_ignored(self) -> None:
        """Show the ignored actors too, or no longer."""

    def restore_current(self) -> None:
        """Take back that the current actor is ignored."""

    def undo(self, count: int) -> None:
        """Undo the last corrections of actors."""

    def redo(self, count: int) -> None:
        """Make the last undone corrections again."""


class NotesTable(Table, Protocol):
    """The table of all notes."""

    def mark(self) -> None:
        """Mark the current note, or take its mark away."""

    def mark_all(self) -> None:
        """Mark all notes that are listed."""

    def ask_tags(self) -> None:
        """Ask for the tags of the marked notes, or of the current one."""

    def export(self) -> None:
        """Export the notes that are listed."""

    def tell_tags(self) -> None:
        """Say how often each tag is on the notes that are listed."""

    def cycle_color(self) -> None:
        """Give the marked notes, or the current one, the next color."""

    def delete(self) -> None:
        """Delete the marked notes, or the current one."""

    def undo(self, count: int) -> None:
        """Undo the last changes of notes."""

    def redo(self, count: int) -> None:
        """Make the last undone changes again."""


class MentionsTable(Table, Protocol):
    """The table of the mentions of one actor."""

    def split(self) -> None:
        """Make what the current mention says another actor."""

    def undo(self, count: int) -> None:
        """Undo the last corrections of actors."""

    def redo(self, count: int) -> None:
        """Make the last undone corrections again."""


class FiguresTable(Table, Protocol):
    """The table of figures."""

    def show_disagreements(self) -> None:
        """Show the figures that disagree."""


class TimelineTable(Table, Protocol):
    """The timeline."""

    def plot_next(self) -> None:
        """Plot the next subject."""


class Dialog(KeyedHost, Movable, Protocol):
    """A dialog that is a list or a text."""

    def leave(self) -> None:
        """Close it."""

    def ask_search(self) -> None:
        """Ask for what to search in it."""

    def search_on(self, count: int) -> None:
        """Go to the next match, or the one before."""

    def copy_current(self) -> None:
        """Copy the current line."""


class CardDialog(Dialog, Protocol):
    """What is known about a mention."""

    def open_current(self) -> None:
        """Go to the current occurrence."""

    def turn(self) -> None:
        """Show the quotes instead of the occurrences, or those again."""

    def correct(self, correction: str) -> None:
        """Close the card, and correct the actor."""


class ExportDialog(Dialog, Protocol):
    """What is exported, and where to."""

    def turn(self, step: int) -> None:
        """Go to the next field, or the one before."""

    def write(self) -> None:
        """Write the file."""

    def overwrite(self) -> None:
        """Write the file over the one that was found."""


@dataclass(frozen=True)
class LineTarget:
    """What the commands of the command line are done to."""

    host: KeyedHost
    """The screen on which the line was typed."""
    panes: Panes
    """The panes, before which a table may stand."""
    names: CommandNames
    """The commands that can be called here."""
