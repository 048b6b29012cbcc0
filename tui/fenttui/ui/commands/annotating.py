"""Notes from the text: a new one, and what is done with the one at the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.commands.contexts import READER

if TYPE_CHECKING:
    from fenttui.keymap.command import Call
    from fenttui.ui.panes import Panes

_ANNOTATE = "Annotate"
_NO_NOTE = "no note here; a makes one, ]n goes to the next"


@READER.command("a", group=_ANNOTATE, common=True)
def annotate(panes: Panes, call: Call) -> None:
    """Annotate the selection, or the sentence."""
    reader = panes.reader
    if reader.selection_anchor is None and reader.page.layout.fold_at(reader.caret) is not None:
        panes.host.say("this is folded; enter opens it")
        return
    panes.notes.write(reader.annotation_span())


@READER.command("ga", group=_ANNOTATE, common=True)
def annotate_article(panes: Panes, call: Call) -> None:
    """Annotate the whole article."""
    panes.notes.write(None)


@READER.command("enter", group=_ANNOTATE)
def open_here(panes: Panes, call: Call) -> None:
    """Open what is here: folded text, a note, a mention."""
    reader = panes.reader
    fold = reader.page.layout.fold_at(reader.caret)
    if fold is not None:
        reader.toggle_fold(fold)
    elif (note_id := reader.note_here) is not None:
        panes.notes.edit(note_id)
    elif (mention := reader.mention_here) is not None:
        panes.card.show(mention)
    elif (opened := reader.fold_around(reader.caret)) is not None:
        reader.toggle_fold(opened)
        reader.move_to(opened.start)
    else:
        panes.host.say("nothing to open here")


@READER.command("ce", group=_ANNOTATE)
def edit_here(panes: Panes, call: Call) -> None:
    """Edit the note here."""
    if (note_id := panes.reader.note_here) is None:
        panes.host.say(_NO_NOTE)
    else:
        panes.notes.edit(note_id)


@READER.command("gd", group=_ANNOTATE)
def continue_draft(panes: Panes, call: Call) -> None:
    """Continue a kept or discarded draft."""
    panes.notes.drafts.continue_kept()


@READER.command("d", group=_ANNOTATE)
def delete_here(panes: Panes, call: Call) -> None:
    """Delete the note here."""
    if (note_id := panes.reader.note_here) is None:
        panes.host.say(_NO_NOTE)
    else:
        panes.notes.delete([note_id])


@READER.command("ct", group=_ANNOTATE)
def tags_here(panes: Panes, call: Call) -> None:
    """Tags of the note here."""
    if (note_id := panes.reader.note_here) is None:
        panes.host.say(_NO_NOTE)
    else:
        panes.notes.tags(note_id)


@READER.command("+", group=_ANNOTATE, takes_char=True)
def mark_with_tag(panes: Panes, call: Call) -> None:
    """Tag the selection, or the sentence, by a key of tags.toml."""
    panes.tagging.mark(call.char)


@READER.command("g/", group=_ANNOTATE)
def annotate_matches(panes: Panes, call: Call) -> None:
    """Annotate all matches of the search."""
    panes.tagging.annotate_matches()
