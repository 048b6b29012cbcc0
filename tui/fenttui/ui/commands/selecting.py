"""Selecting in the text, and copying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenttui.ui.commands.contexts import READER

if TYPE_CHECKING:
    from fenttui.keymap.command import Call
    from fenttui.ui.panes import Panes

_SELECT = "Select"


@READER.command("v", group=_SELECT)
def select(panes: Panes, call: Call) -> None:
    """Select from here by moving."""
    panes.reader.toggle_selection(lines=False)


@READER.command("V", group=_SELECT)
def select_lines(panes: Panes, call: Call) -> None:
    """Select whole lines."""
    panes.reader.toggle_selection(lines=True)


@READER.command("iw", group=_SELECT)
def select_word(panes: Panes, call: Call) -> None:
    """Select the word."""
    panes.reader.select_word()


@READER.command("is", group=_SELECT)
def select_sentence(panes: Panes, call: Call) -> None:
    """Select the sentence."""
    panes.reader.select_sentence()


@READER.command("ip", group=_SELECT)
def select_paragraph(panes: Panes, call: Call) -> None:
    """Select the paragraph."""
    panes.reader.select_paragraph()


@READER.command("y", group=_SELECT, common=True)
def yank(panes: Panes, call: Call) -> None:
    """Copy the selection, or the sentence, to your own clipboard."""
    what = "the selection" if panes.reader.selection_anchor is not None else "the sentence"
    start, end = panes.reader.annotation_span()
    panes.reader.end_selection()
    panes.host.say(panes.host.program.copy(panes.reader.page.text[start:end], what))
