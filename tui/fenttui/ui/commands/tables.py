"""The commands of the tables: those of all, and those of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.commands.contexts import ACTORS, FIGURES, MENTIONS, NOTES, TABLES, TIMELINE
from fenttui.ui.commands.list_motions import add_list_motions

if TYPE_CHECKING:
    from fenttui.keymap.command import Call
    from fenttui.ui.commands.targets import (
        ActorsTable,
        FiguresTable,
        MentionsTable,
        NotesTable,
        Table,
        TimelineTable,
    )

_TABLES = "Tables"

add_list_motions(TABLES, lambda table: table, _TABLES)


@TABLES.command("enter", "l", "right", name="open", group=_TABLES)
def open_row(table: Table, call: Call) -> None:
    """Open the row."""
    table.open_current()


@TABLES.command("/", name="filter", group=_TABLES)
def filter_rows(table: Table, call: Call) -> None:
    """Filter as you type."""
    table.ask_filter()


@TABLES.command("o", group=_TABLES)
def cycle_order(table: Table, call: Call) -> None:
    """Sort by the next column."""
    table.cycle_order()


@TABLES.command("O", group=_TABLES)
def reverse_order(table: Table, call: Call) -> None:
    """Sort the other way around."""
    table.reverse_order()


@TABLES.command("y", group=_TABLES)
def yank(table: Table, call: Call) -> None:
    """Copy the row to your own clipboard."""
    table.copy_current()


@TABLES.command("escape", "q", "h", "left", group=_TABLES)
def leave(table: Table, call: Call) -> None:
    """Stop reading, clear marks and filter, go back."""
    table.leave()


@TABLES.command("ctrl+q", "ZZ", group=_TABLES)
def quit(table: Table, call: Call) -> None:
    """Quit."""
    table.program.quit()


@ACTORS.command("space", "v", group="Actors")
def mark(table: ActorsTable, call: Call) -> None:
    """Mark it, or take the mark away."""
    table.mark()


@ACTORS.command("m", group="Actors")
def merge(table: ActorsTable, call: Call) -> None:
    """Merge the marked actors, or this one into another."""
    table.merge()


@ACTORS.command("s", name="split", group="Actors")
def split_name(table: ActorsTable, call: Call) -> None:
    """One of its names is another actor."""
    table.split()


@ACTORS.command("r", group="Actors")
def rename(table: ActorsTable, call: Call) -> None:
    """Rename."""
    table.rename()


@ACTORS.command("c", group="Actors")
def kind(table: ActorsTable, call: Call) -> None:
    """Change its kind."""
    table.change_kind()


@ACTORS.command("d", group="Actors")
def ignore(table: ActorsTable, call: Call) -> None:
    """Ignore it: it is not an actor."""
    table.ignore()


@ACTORS.command("I", group="Actors")
def show_ignored(table: ActorsTable, call: Call) -> None:
    """Show the ignored actors too, or hide them."""
    table.show_ignored()


@ACTORS.command("R", group="Actors")
def restore(table: ActorsTable, call: Call) -> None:
    """Restore an ignored actor."""
    table.restore_current()


@ACTORS.command("u", name="undo", group="Actors", counted=True)
@MENTIONS.command("u", name="undo", group="Mentions", counted=True)
def undo(table: ActorsTable | MentionsTable, call: Call) -> None:
    """Undo the last correction."""
    table.undo(call.times)


@ACTORS.command("ctrl+r", name="redo", group="Actors", counted=True)
@MENTIONS.command("ctrl+r", name="redo", group="Mentions", counted=True)
def redo(table: ActorsTable | MentionsTable, call: Call) -> None:
    """Redo it."""
    table.redo(call.times)


@MENTIONS.command("s", name="split", group="Mentions")
def split_mention(table: MentionsTable, call: Call) -> None:
    """What is written here is another actor."""
    table.split()


@NOTES.command("space", "v", name="mark", group="Notes")
def mark_note(table: NotesTable, call: Call) -> None:
    """Mark it, or take the mark away."""
    table.mark()


@NOTES.command("V", name="mark_all", group="Notes")
def mark_all_notes(table: NotesTable, call: Call) -> None:
    """Mark all that are listed."""
    table.mark_all()


@NOTES.command("t", name="tags", group="Notes")
def tag_notes(table: NotesTable, call: Call) -> None:
    """Tags of the marked notes, or of this one."""
    table.ask_tags()


@NOTES.command("c", name="cycle_color", group="Notes")
def color_notes(table: NotesTable, call: Call) -> None:
    """Next color of the marked notes, or of this one."""
    table.cycle_color()


@NOTES.command("d", name="delete", group="Notes")
def delete_notes(table: NotesTable, call: Call) -> None:
    """Delete the marked notes, or this one."""
    table.delete()


@NOTES.command("x", name="export", group="Notes")
def export_notes(table: NotesTable, call: Call) -> None:
    """Export the notes that are listed."""
    table.export()


@NOTES.command("T", name="tag_counts", group="Notes")
def tag_counts(table: NotesTable, call: Call) -> None:
    """How often each tag is on the notes listed."""
    table.tell_tags()


@NOTES.command("u", name="undo", group="Notes", counted=True)
def undo_notes(table: NotesTable, call: Call) -> None:
    """Undo the last change of notes."""
    table.undo(call.times)


@NOTES.command("ctrl+r", name="redo", group="Notes", counted=True)
def redo_notes(table: NotesTable, call: Call) -> None:
    """Redo it."""
    table.redo(call.times)


@FIGURES.command("d", group="Figures")
def disagreements(table: FiguresTable, call: Call) -> None:
    """Group the figures that disagree."""
    table.show_disagreements()


@TIMELINE.command("p", group="Timeline")
def plot(table: TimelineTable, call: Call) -> None:
    """Plot articles, the actor, the figure, nothing."""
    table.plot_next()
