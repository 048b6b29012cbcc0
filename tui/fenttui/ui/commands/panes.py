"""What is active in all three panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.commands.contexts import PANES

if TYPE_CHECKING:
    from fenttui.keymap.command import Call
    from fenttui.ui.panes import Panes

_PANES = "All panes"


@PANES.command("u", group=_PANES, counted=True, common=True)
def undo(panes: Panes, call: Call) -> None:
    """Undo the last change of a note or of an actor."""
    if panes.workspace.last_changed == "actors":
        if not panes.corrections.undo(panes.host, call.times):
            panes.notes.undo(call.times)
    elif not panes.notes.undo(call.times) and not panes.corrections.undo(panes.host, call.times):
        panes.host.say("nothing to undo among the notes or the corrections")


@PANES.command("ctrl+r", group=_PANES, counted=True)
def redo(panes: Panes, call: Call) -> None:
    """Redo it."""
    if panes.workspace.last_changed == "actors":
        if not panes.corrections.redo(panes.host, call.times):
            panes.notes.redo(call.times)
    elif not panes.notes.redo(call.times) and not panes.corrections.redo(panes.host, call.times):
        panes.host.say("nothing to redo among the notes or the corrections")


@PANES.command("]]", group=_PANES, counted=True)
def next_article(panes: Panes, call: Call) -> None:
    """Next article of the list."""
    panes.articles.open_neighbor(call.times)


@PANES.command("[[", group=_PANES, counted=True)
def previous_article(panes: Panes, call: Call) -> None:
    """Article before."""
    panes.articles.open_neighbor(-call.times)


@PANES.command("tab", group=_PANES)
def next_pane(panes: Panes, call: Call) -> None:
    """Next pane."""
    panes.host.turn(1)


@PANES.command("shift+tab", group=_PANES)
def previous_pane(panes: Panes, call: Call) -> None:
    """Pane before."""
    panes.host.turn(-1)


@PANES.command("gz", group=_PANES)
def zen(panes: Panes, call: Call) -> None:
    """Hide or show the side panes."""
    panes.host.toggle_zen()


@PANES.command("x", group=_PANES, common=True)
def export(panes: Panes, call: Call) -> None:
    """Export the notes."""
    panes.export.ask()


@PANES.command("R", group=_PANES)
def reload(panes: Panes, call: Call) -> None:
    """Read the dossier again."""
    panes.article_list.reload()


@PANES.command("escape", group=_PANES)
def cancel(panes: Panes, call: Call) -> None:
    """Leave the selection, the search, a long job."""
    panes.cancel()


@PANES.command("q", "ZZ", "ctrl+q", group=_PANES)
def quit(panes: Panes, call: Call) -> None:
    """Quit."""
    panes.host.program.quit()
