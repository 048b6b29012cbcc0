"""The dialogs that are lists or a text: the card of a mention, the export, the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.commands.contexts import CARD, DIALOG, EXPORT, HELP
from fenttui.ui.commands.list_motions import add_list_motions

if TYPE_CHECKING:
    from fenttui.keymap.command import Call
    from fenttui.ui.commands.targets import CardDialog, Dialog, ExportDialog

_DIALOGS = "Dialogs"
_CARD = "Card"
_EXPORT = "Export"

add_list_motions(DIALOG, lambda dialog: dialog, _DIALOGS)


@DIALOG.command("escape", "q", "h", "left", "ctrl+c", group=_DIALOGS)
def leave(dialog: Dialog, call: Call) -> None:
    """Close."""
    dialog.leave()


@DIALOG.command("/", group=_DIALOGS)
def search(dialog: Dialog, call: Call) -> None:
    """Search in it."""
    dialog.ask_search()


@DIALOG.command("n", group=_DIALOGS, counted=True)
def search_next(dialog: Dialog, call: Call) -> None:
    """Next match."""
    dialog.search_on(call.times)


@DIALOG.command("N", group=_DIALOGS, counted=True)
def search_previous(dialog: Dialog, call: Call) -> None:
    """Match before."""
    dialog.search_on(-call.times)


@DIALOG.command("y", group=_DIALOGS)
def yank(dialog: Dialog, call: Call) -> None:
    """Copy the line to your own clipboard."""
    dialog.copy_current()


@HELP.command("?", "f1", "enter", group="Help")
def close(dialog: Dialog, call: Call) -> None:
    """Close."""
    dialog.leave()


@CARD.command("?", "f1", group=_CARD)
def help(card: CardDialog, call: Call) -> None:
    """All keys of the card."""
    card.program.show_help(card.context)


@CARD.command("enter", "l", "right", name="open", group=_CARD)
def open_occurrence(card: CardDialog, call: Call) -> None:
    """Go there."""
    card.open_current()


@CARD.command("K", name="close", group=_CARD)
def close_card(card: CardDialog, call: Call) -> None:
    """Close."""
    card.leave()


@CARD.command("tab", "shift+tab", group=_CARD)
def turn(card: CardDialog, call: Call) -> None:
    """Occurrences or quotes."""
    card.turn()


@CARD.command("r", group=_CARD)
def rename(card: CardDialog, call: Call) -> None:
    """Rename the actor."""
    card.correct("rename")


@CARD.command("c", group=_CARD)
def kind(card: CardDialog, call: Call) -> None:
    """Change its kind."""
    card.correct("kind")


@CARD.command("m", group=_CARD)
def merge(card: CardDialog, call: Call) -> None:
    """It is the same as another actor."""
    card.correct("merge")


@CARD.command("s", group=_CARD)
def split(card: CardDialog, call: Call) -> None:
    """What is written here is another actor."""
    card.correct("split")


@CARD.command("d", group=_CARD)
def ignore(card: CardDialog, call: Call) -> None:
    """Ignore it: it is not an actor."""
    card.correct("ignore")


@EXPORT.command("?", "f1", name="help", group=_EXPORT)
def export_help(export: ExportDialog, call: Call) -> None:
    """All keys of the export."""
    export.program.show_help(export.context)


@EXPORT.command("enter", "l", "right", "tab", name="next", group=_EXPORT)
def next_field(export: ExportDialog, call: Call) -> None:
    """Take this, and go on."""
    export.turn(1)


@EXPORT.command("shift+tab", name="previous", group=_EXPORT)
def previous_field(export: ExportDialog, call: Call) -> None:
    """Back to the choice before."""
    export.turn(-1)


@EXPORT.command("ctrl+s", group=_EXPORT)
def write(export: ExportDialog, call: Call) -> None:
    """Write the file."""
    export.write()


@EXPORT.command("ctrl+o", group=_EXPORT)
def overwrite(export: ExportDialog, call: Call) -> None:
    """Write over a file that exists, after that was said."""
    export.overwrite()
