"""Where commands are active: the panes, the tables, the dialogs, the selection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fenttui.keymap.command import Context

if TYPE_CHECKING:
    from fenttui.ui.commands.targets import (
        ActorsTable,
        CardDialog,
        Dialog,
        ExportDialog,
        FiguresTable,
        MentionsTable,
        NotesTable,
        Table,
        TimelineTable,
    )
    from fenttui.ui.host import KeyedHost
    from fenttui.ui.panes import Panes

EVERYWHERE: Context[KeyedHost] = Context("everywhere", "Everywhere", general=True)
PANES: Context[Panes] = Context("panes", "All panes", below=(EVERYWHERE,), general=True)

READER: Context[Panes] = Context("reader", "the text", below=(PANES,))
SELECTION: Context[Panes] = Context("selection", "the selection", below=(READER,))
OBJECT: Context[Panes] = Context(
    "object", "the selection just begun", below=(SELECTION,), replaces=frozenset("a")
)
"""A selection that nothing was added to yet: `a` begins the name of what is selected, as in `vap`."""
ARTICLES: Context[Panes] = Context("articles", "the list of articles", "article", below=(PANES,))
ANNOTATIONS: Context[Panes] = Context("annotations", "the annotations", "note", below=(PANES,))

TABLES: Context[Table] = Context("tables", "tables", "row", below=(EVERYWHERE,))
ACTORS: Context[ActorsTable] = Context(
    "actors", "the table of actors", below=(TABLES,), replaces=frozenset(("space",))
)
MENTIONS: Context[MentionsTable] = Context("mentions", "the table of mentions", below=(TABLES,))
FIGURES: Context[FiguresTable] = Context("figures", "the table of figures", below=(TABLES,))
DISAGREEMENTS: Context[Table] = Context("disagreements", "the table of disagreeing figures", below=(TABLES,))
NOTES: Context[NotesTable] = Context(
    "notes", "the table of notes", below=(TABLES,), replaces=frozenset(("space",))
)
TIMELINE: Context[TimelineTable] = Context("timeline", "the timeline", below=(TABLES,))

DIALOG: Context[Dialog] = Context("dialog", "dialogs", "line")
CARD: Context[CardDialog] = Context("card", "the card", below=(DIALOG,))
EXPORT: Context[ExportDialog] = Context("export", "the export", "choice", below=(DIALOG,))
HELP: Context[Dialog] = Context("help", "the help", below=(DIALOG,))

CONTEXTS: tuple[Context[Any], ...] = (
    READER, SELECTION, OBJECT, ARTICLES, ANNOTATIONS, PANES, EVERYWHERE,
    TABLES, ACTORS, MENTIONS, FIGURES, DISAGREEMENTS, NOTES, TIMELINE, DIALOG, CARD, EXPORT, HELP,
)  # fmt: skip
"""All of them, in the order of the table of keys."""
