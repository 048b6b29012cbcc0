"""The pane of annotations: what is done with its current note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.commands.contexts import ANNOTATIONS
from fenttui.ui.commands.list_motions import add_list_motions

if TYPE_CHECKING:
    from fenttui.keymap.command import Call
    from fenttui.ui.panes import Panes

_ANNOTATIONS = "Annotations"

add_list_motions(ANNOTATIONS, lambda panes: panes.notes_panel, _ANNOTATIONS)


def _current(panes: Panes) -> str | None:
    """Return the id of the current note; if there is none, say how to make one."""
    note_id = panes.notes_panel.current_id()
    if note_id is None:
        panes.host.say("no notes yet; a annotates the sentence at the reader's caret")
    return note_id


@ANNOTATIONS.command("enter", "l", "right", group=_ANNOTATIONS)
def show(panes: Panes, call: Call) -> None:
    """Go to its passage."""
    if _current(panes) is not None:
        panes.notes_panel.choose_current()


@ANNOTATIONS.command("a", group=_ANNOTATIONS)
def annotate(panes: Panes, call: Call) -> None:
    """Annotate the sentence at the reader's caret."""
    panes.notes.write(panes.reader.annotation_span())


@ANNOTATIONS.command("e", group=_ANNOTATIONS)
def edit(panes: Panes, call: Call) -> None:
    """Edit."""
    if (note_id := _current(panes)) is not None:
        panes.notes.edit(note_id)


@ANNOTATIONS.command("gd", group=_ANNOTATIONS)
def continue_draft(panes: Panes, call: Call) -> None:
    """Continue a kept or discarded draft."""
    panes.notes.drafts.continue_kept()


@ANNOTATIONS.command("d", group=_ANNOTATIONS, counted=True)
def delete(panes: Panes, call: Call) -> None:
    """Delete."""
    if _current(panes) is not None:
        panes.notes.delete(panes.notes_panel.ids_from_current(call.times))


@ANNOTATIONS.command("t", group=_ANNOTATIONS)
def tags(panes: Panes, call: Call) -> None:
    """Tags."""
    if (note_id := _current(panes)) is not None:
        panes.notes.tags(note_id)


@ANNOTATIONS.command("c", group=_ANNOTATIONS)
def cycle_color(panes: Panes, call: Call) -> None:
    """Next color."""
    if (note_id := _current(panes)) is not None:
        panes.notes.cycle_color(note_id)


@ANNOTATIONS.command("g=", group=_ANNOTATIONS)
def accept_place(panes: Panes, call: Call) -> None:
    """Accept the place to which it moved."""
    if (note_id := _current(panes)) is not None:
        panes.notes.places.accept(note_id)


@ANNOTATIONS.command("gn", group=_ANNOTATIONS)
def next_place(panes: Panes, call: Call) -> None:
    """Put it on the next place that has words like its own."""
    if (note_id := _current(panes)) is not None:
        panes.notes.places.choose_next(note_id)


@ANNOTATIONS.command("ga", group=_ANNOTATIONS)
def attach(panes: Panes, call: Call) -> None:
    """Attach it to what is selected in the text."""
    if (note_id := _current(panes)) is not None:
        panes.notes.attach(note_id, panes.reader.annotation_span())


@ANNOTATIONS.command("gt", group=_ANNOTATIONS)
def keep_this(panes: Panes, call: Call) -> None:
    """Of two versions keep this one."""
    if (note_id := _current(panes)) is not None:
        panes.notes.settle(note_id, "this")


@ANNOTATIONS.command("go", group=_ANNOTATIONS)
def keep_other(panes: Panes, call: Call) -> None:
    """Of two versions keep the other one."""
    if (note_id := _current(panes)) is not None:
        panes.notes.settle(note_id, "other")


@ANNOTATIONS.command("gb", group=_ANNOTATIONS)
def keep_both(panes: Panes, call: Call) -> None:
    """Keep both versions, as two notes."""
    if (note_id := _current(panes)) is not None:
        panes.notes.settle(note_id, "both")


@ANNOTATIONS.command("y", group=_ANNOTATIONS)
def yank(panes: Panes, call: Call) -> None:
    """Copy passage and note to your own clipboard."""
    if (note_id := _current(panes)) is not None:
        panes.notes.copy(note_id)
